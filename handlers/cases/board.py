"""The figures of difficulties as staff see them: a place by category or by what is below it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from digests.text import render_days
from domain.calendar import Period, period_of
from domain.case_figures import CaseCount
from domain.chapters import Area
from domain.message import Choice
from handlers.report_status import parse_month, render_month
from handlers.screen import Page, page_buttons, parse_number, say_page, show, take_page
from operations.access import OFFICE, held
from operations.cases.figures import CaseFigures, count_reach
from operations.desks import at_desk, list_desks
from operations.rights import Right, roles_with
from operations.turn import Turn
from operations.wording import day_words, period_words
from texts import Rich

_BY_CATEGORY, _BY_PLACE = "c", "a"
_DIGITS = len("2611")
_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: by category or place, when, which place (0: all in reach), which page."""

    view: str
    period: Period
    area: int = 0
    page: int = 1

    @property
    def key(self) -> str:
        """The button that leads here."""
        when = (
            render_month(self.period)
            if self.period.months == 1
            else f"{self.period.year % 100:02}Q{self.period.number}"
        )
        return f"casefigs.{self.view}{when}-{self.area}-{self.page}"


def parse_look(argument: str, *, current: Period) -> Look:
    """Reads the argument of a button; what cannot be read is the beginning."""
    view = argument[:1] if argument[:1] in (_BY_CATEGORY, _BY_PLACE) else _BY_CATEGORY
    when, *numbers = argument[1:].split("-")
    area, page = [*map(parse_number, numbers[:2]), 0, 0][:2]
    return Look(view, _parse_period(when, current), area, max(page, 1))


def _parse_period(when: str, current: Period) -> Period:
    year, letter, number = when[:2], when[2:3], when[3:]
    if len(when) != _DIGITS or letter != "Q" or number not in ("1", "2", "3", "4"):
        return parse_month(when, current=current)
    month = parse_month(f"{year}{int(number) * _QUARTER - 2:02}", current=current)
    return period_of(month.first_day, _QUARTER)


async def show_board(turn: Turn, argument: str) -> None:
    """Ends the answer with the figures of a place and period."""
    look = parse_look(argument, current=period_of(turn.today, 1))
    if not look.area and at_desk(turn.posts, turn.today):
        desks = await list_desks(turn.unit, turn.posts, today=turn.today)
        look = replace(look, area=desks[0].id) if len(desks) == 1 else look
    found = await count_reach(turn.context, look.period, area_id=look.area)
    turn.say(
        "case-figures",
        period=period_words(look.period, turn.language),
        place=found.place.name if found.place else turn.label("case-figures-all"),
    )
    turn.say_rich(_counts(turn, found.whole))
    if look.view == _BY_PLACE:
        _show_places(turn, look, found)
    else:
        lines = [
            _line(turn, turn.label(f"case-category-{name}"), one)
            for name, one in sorted(found.by_category.items(), key=_by_need)
        ]
        turn.say_rich(*lines) if lines else turn.say("case-figures-none")
        show(turn, navigation=tuple(_around(turn, look, found)))


def _show_places(turn: Turn, look: Look, found: CaseFigures) -> None:
    worst = sorted(found.by_place, key=_by_need)
    page: Page[tuple[Area, CaseCount]] = take_page(worst, look.page)
    turn.say_rich(*(_line(turn, place.name, one) for place, one in page.items))
    if not worst:
        turn.say("case-figures-none")
    say_page(turn, page)
    inside = (
        Choice(replace(look, area=place.id, page=1).key, place.name)
        for place, _ in page.items
        if place.id != look.area
    )
    pages = page_buttons(turn, page, look.key.rpartition("-")[0] + "-")
    show(turn, *inside, navigation=(*pages, *_around(turn, look, found)))


def _by_need(one: tuple[object, CaseCount]) -> tuple[int, int]:
    return -one[1].overdue, -one[1].waiting


def _around(turn: Turn, look: Look, found: CaseFigures) -> Iterator[Choice]:
    other = _BY_CATEGORY if look.view == _BY_PLACE else _BY_PLACE
    yield Choice(replace(look, view=other, page=1).key, turn.label(f"case-button-by-{other}"))
    months = _QUARTER if look.period.months == 1 else 1
    wider = period_of(min(look.period.last_day, turn.today), months)
    yield Choice(
        replace(look, period=wider, page=1).key, turn.label(f"case-button-period-{months}")
    )
    before = replace(look, period=look.period.previous(), page=1)
    yield Choice(before.key, turn.label("case-button-before"))
    if look.period.last_day < turn.today:
        after = replace(look, period=look.period.next(), page=1)
        yield Choice(after.key, turn.label("case-button-after"))
    if found.above:
        yield Choice(replace(look, area=found.above.id, page=1).key, found.above.name)
    if held(turn.posts, roles_with(Right.TEND_CASES), turn.today):
        yield Choice("casefigs.t1", turn.label("case-button-themes"))
        yield Choice("case", turn.label("menu-case"))
    if held(turn.posts, OFFICE, turn.today):
        yield Choice("casefigs.l", turn.label("case-button-terms"))


def _line(turn: Turn, name: str, one: CaseCount) -> Rich:
    return turn.text("case-figures-line", name=name, counts=_counts(turn, one))


def _counts(turn: Turn, one: CaseCount) -> Rich:
    """Returns the figures in words; what there is nothing of is left out."""
    parts = [turn.text("case-figures-raised", raised=one.raised, solved=one.solved)]
    if one.median_days is not None:
        days = render_days(one.median_days, turn.language)
        parts.append(turn.text("case-figures-days", median=days))
    if one.waiting:
        counted = (("case-figures-up", one.passed_up), ("case-figures-overdue", one.overdue))
        of_these = ", ".join(turn.text(key, count=count) for key, count in counted if count)
        parts.append(turn.text("case-figures-waiting", count=one.waiting))
        parts[-1] = Rich(f"{parts[-1]} ({of_these})") if of_these else parts[-1]
        if one.oldest:
            parts[-1] = Rich(
                parts[-1] + turn.text("case-figures-oldest", oldest=day_words(one.oldest))
            )
    return Rich("; ".join(parts) + ".")
