"""How many of the members come: by place, association and chapter, and whether it rises."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digests.text import percent
from domain.calendar import Period, period_of
from domain.message import Choice
from domain.rates import By, Tally, change_since
from handlers.report_status import month_buttons, parse_month, render_month
from handlers.screen import (
    Page,
    ScreenHandler,
    page_buttons,
    parse_number,
    say_page,
    show,
    take_page,
)
from operations.cadres.rates import ByMonth, RateLine, Rates, get_chapter_rates, list_rates
from operations.desks import at_desk, list_desks
from operations.turn import Turn
from operations.wording import period_words
from texts import Rich

_ONE = "h"
_VIEWS = {"a": By.AREA, "k": By.ASSOCIATION, "c": By.CHAPTER}
# Less is the chance of a single member who fell ill.
_SAME = 0.05


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at; `number` is the place's (0 for all in sight), or the one chapter's."""

    view: str
    month: Period
    number: int = 0
    page: int = 1

    @property
    def key(self) -> str:
        """The button that leads here."""
        return f"rates.{self.view}{render_month(self.month)}-{self.number}-{self.page}"


def parse_look(argument: str, *, current: Period) -> Look:
    """Reads the argument of a button; what cannot be read is the beginning."""
    view = argument[:1] if argument[:1] in (*_VIEWS, _ONE) else "a"
    digits, *numbers = argument[1:].split("-")
    number, page = [*map(parse_number, numbers[:2]), 0, 0][:2]
    return Look(view, parse_month(digits, current=current), number, max(page, 1))


class RatesHandler(ScreenHandler):
    """Shows the rates of a place by its parts, or of one chapter (see `Look`)."""

    name = "rates"
    command = "tile|rates"
    words = "command-rates-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows a place or a chapter."""
        look = parse_look(argument, current=period_of(turn.today, 1))
        if look.view == _ONE:
            await _show_chapter(turn, look)
            return
        if not look.number and at_desk(turn.posts, turn.today):
            desks = await list_desks(turn.unit, turn.posts, today=turn.today)
            look = replace(look, number=desks[0].id) if len(desks) == 1 else look
        found = await list_rates(
            turn.unit,
            turn.posts,
            by=_VIEWS[look.view],
            month=look.month,
            today=turn.today,
            area_id=look.number,
        )
        _show_place(turn, look, found)


def _show_place(turn: Turn, look: Look, found: Rates) -> None:
    turn.say(
        "rates-place",
        place=found.place.name if found.place else turn.label("rates-all"),
        period=period_words(look.month, turn.language),
        rate=_rate(turn, found.whole, look.month),
    )
    _say_trend(turn, found.whole, found.months)
    page = take_page(found.lines, look.page)
    if page.items:
        turn.say(f"rates-by-{_VIEWS[look.view]}")
        lines = [_line(turn, one, found, look.month) for one in page.items]
        turn.say_rich(Rich("\n".join(lines)))
    say_page(turn, page)
    choices = [Choice(key, one.name) for one in page.items if (key := _inside(look, one))]
    show(turn, *choices, navigation=tuple(_around(turn, look, found, page)))


def _inside(look: Look, one: RateLine) -> str:
    if look.view == "c":
        return replace(look, view=_ONE, number=one.number, page=1).key
    if look.view == "a" and one.number != look.number:
        return replace(look, number=one.number, page=1).key
    return ""


def _around(turn: Turn, look: Look, found: Rates, page: Page[RateLine]) -> Iterator[Choice]:
    yield from page_buttons(turn, page, look.key.rpartition("-")[0] + "-")
    for view, by in _VIEWS.items():
        if view != look.view:
            there = replace(look, view=view, page=1)
            yield Choice(there.key, turn.label(f"rates-button-{by}"))
    yield from _months(turn, look)
    if found.above:
        yield Choice(replace(look, number=found.above.id, page=1).key, found.above.name)


def _months(turn: Turn, look: Look) -> tuple[Choice, ...]:
    around = (f"rates.{look.view}", f"-{look.number}-1")
    return month_buttons(turn, look.month, current=period_of(turn.today, 1), key=around)


def _line(turn: Turn, one: RateLine, found: Rates, month: Period) -> Rich:
    line = turn.text("rates-line", name=one.name, rate=_rate(turn, one.by_month, month))
    change = _change(turn, one.by_month, found.months)
    return Rich(f"{line}; {change}") if change else line


def _rate(turn: Turn, by_month: ByMonth, month: Period) -> str:
    tally = by_month.get(month, Tally())
    if tally.rate is None:
        return turn.label("rates-none")
    return turn.label(
        "rates-rate",
        share=percent(tally.present, tally.room, turn.language),
        present=tally.present,
        room=tally.room,
        meetings=tally.meetings,
    )


def _change(turn: Turn, by_month: ByMonth, months: Sequence[Period]) -> str:
    points = change_since(by_month, months)
    if points is None:
        return ""
    if abs(points) < _SAME:
        return turn.label("rates-same")
    key = "rates-up" if points > 0 else "rates-down"
    number = f"{abs(points):.1f}"
    return turn.label(key, points=number.replace(".", ",") if turn.language == "vi" else number)


def _say_trend(turn: Turn, by_month: ByMonth, months: Sequence[Period]) -> None:
    parts = []
    for month in months:
        tally = by_month.get(month, Tally())
        share = percent(tally.present, tally.room, turn.language) if tally.room else "–"
        parts.append(turn.label("rates-trend-month", month=str(month.month), share=share))
    trend = turn.text("rates-trend", months="; ".join(parts))
    change = _change(turn, by_month, months)
    turn.say_rich(f"{trend}; {change}." if change else f"{trend}.")


async def _show_chapter(turn: Turn, look: Look) -> None:
    chapter, months, by_month = await get_chapter_rates(
        turn.unit, turn.posts, look.number, month=look.month, today=turn.today
    )
    turn.say(
        "rates-place",
        place=chapter.name,
        period=period_words(look.month, turn.language),
        rate=_rate(turn, by_month, look.month),
    )
    _say_trend(turn, by_month, months)
    back = Choice(f"rates.c{render_month(look.month)}-0-1", turn.label("button-back"))
    show(turn, navigation=(*_months(turn, look), back))
