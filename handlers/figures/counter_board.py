"""The figures of a quarter as staff see them: sums, and who has not given any."""

from dataclasses import dataclass, replace

from domain.calendar import Period, period_of
from domain.counters import MONTHS
from domain.message import Choice
from handlers.screen import page_buttons, parse_number, say_page, show, take_page
from operations.desks import at_desk, list_desks
from operations.figures.counter_board import CounterBoard, get_counter_board
from operations.turn import Turn
from operations.wording import period_words
from texts import Rich

_LENGTH = len("264")
_QUARTERS = 4
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Look:
    """Which quarter of which place, and which page of the missing chapters."""

    quarter: Period
    area: int = 0
    page: int = 1

    @property
    def key(self) -> str:
        """The button that leads here."""
        quarter = f"{self.quarter.year % 100:02}{self.quarter.number}"
        return f"counters.b{quarter}-{self.area}-{self.page}"


def parse_look(argument: str, *, current: Period) -> Look:
    """Reads the argument of a button; what cannot be read is the current quarter."""
    digits, *numbers = argument[1:].split("-")
    area, page = [*map(parse_number, numbers[:2]), 0, 0][:2]
    quarter = current
    if len(digits) == _LENGTH and digits.isascii() and digits.isdecimal():
        number = int(digits[-1])
        if 1 <= number <= _QUARTERS:
            quarter = Period(_CENTURY + int(digits[:2]), (number - 1) * MONTHS + 1, MONTHS)
    return Look(min(quarter, current), area, max(page, 1))


async def show_board(turn: Turn, argument: str) -> None:
    """Ends the answer with the figures of a place and quarter."""
    current = period_of(turn.today, MONTHS)
    look = parse_look(argument, current=current)
    if not look.area:
        desks = await list_desks(turn.unit, turn.posts, today=turn.today)
        if len(desks) > 1:
            turn.say("counters-which-place")
            show(turn, *(Choice(replace(look, area=one.id).key, one.name) for one in desks))
            return
        look = replace(look, area=desks[0].id)
    found = await get_counter_board(
        turn.unit,
        at_desk(turn.posts, turn.today),
        look.area,
        look.quarter,
        today=turn.today,
    )
    _show(turn, look, found, current)


def _show(turn: Turn, look: Look, found: CounterBoard, current: Period) -> None:
    asked, missing = len(found.asked), len(found.missing)
    turn.say(
        "counters-board",
        period=period_words(found.quarter, turn.language),
        place=found.place.name,
        given=asked - missing,
        asked=asked,
    )
    if lines := _lines(turn, found):
        turn.say_rich(Rich("\n".join(lines)))
    page = take_page(found.missing, look.page)
    if missing:
        turn.say("counters-missing", count=missing)
    say_page(turn, page)
    before = replace(look, quarter=look.quarter.previous(), page=1)
    ways = [Choice(before.key, turn.label("counters-button-quarter-before"))]
    if look.quarter < current:
        after = replace(look, quarter=look.quarter.next(), page=1)
        ways.append(Choice(after.key, turn.label("counters-button-quarter-after")))
    if found.above:
        ways.append(Choice(replace(look, area=found.above.id, page=1).key, found.above.name))
    show(
        turn,
        *(Choice(f"directory.c{one.chapter_id}", one.chapter_name) for one in page.items),
        navigation=(*page_buttons(turn, page, look.key.rpartition("-")[0] + "-"), *ways),
    )


def _lines(turn: Turn, found: CounterBoard) -> list[Rich]:
    return [
        turn.text(
            "counters-sum",
            what=kind.name,
            total=one.total if one else 0,
            unit=kind.unit,
            chapters=one.chapters if one else 0,
        )
        for kind, one in found.sums
    ]
