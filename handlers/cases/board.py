"""The figures of difficulties as staff see them: a place by category or by what is below it."""

from collections.abc import Iterator
from dataclasses import replace

from digests.text import render_days
from domain.calendar import period_of
from domain.case_figures import CaseCount
from domain.chapters import Area
from domain.message import Choice
from handlers.screen import Page, show, take_page
from handlers.steps import period_buttons, read_view, show_page
from operations.access import OFFICE, held
from operations.cases.buttons import (
    CaseFiguresView,
    ChooseTerms,
    FiguresByCategory,
    FiguresByPlace,
    ListThemes,
)
from operations.cases.figures import CaseFigures, count_reach
from operations.desks import at_desk, list_desks
from operations.rights import Right, roles_with
from operations.turn import Turn
from operations.wording import day_words, period_words
from texts import Rich

_QUARTER = 3
FIGURES = (FiguresByCategory, FiguresByPlace)


async def show_board(turn: Turn, argument: str) -> None:
    """Ends the answer with the figures of a place and period."""
    view = read_view(argument, *FIGURES, today=turn.today, lengths=(1, _QUARTER))
    if not view.place and at_desk(turn.posts, turn.today):
        desks = await list_desks(turn.unit, turn.posts, today=turn.today)
        view = replace(view, place=desks[0].id) if len(desks) == 1 else view
    found = await count_reach(turn.context, view.period, area_id=view.place)
    turn.say(
        "case-figures",
        period=period_words(view.period, turn.language),
        place=found.place.name if found.place else turn.label("case-figures-all"),
    )
    if found.whole.raised or found.whole.solved or found.whole.waiting:
        turn.say_rich(_counts(turn, found.whole))
    if isinstance(view, FiguresByPlace):
        _show_places(turn, view, found)
    else:
        lines = [
            _line(turn, turn.label(f"case-category-{name}"), count)
            for name, count in sorted(found.by_category.items(), key=_by_need)
        ]
        turn.say_rich(*lines) if lines else turn.say("case-figures-none")
        show(turn, navigation=tuple(_around(turn, view, found)))


def _show_places(turn: Turn, view: FiguresByPlace, found: CaseFigures) -> None:
    worst = sorted(found.by_place, key=_by_need)
    page: Page[tuple[Area, CaseCount]] = take_page(worst, view.page)
    turn.say_rich(*(_line(turn, place.name, count) for place, count in page.items))
    if not worst:
        turn.say("case-figures-none")
    inside = (
        Choice(view.at_place(place.id).key, place.name)
        for place, _ in page.items
        if place.id != view.place
    )
    show_page(turn, page, view.at_page, *inside, navigation=tuple(_around(turn, view, found)))


def _by_need(counted: tuple[object, CaseCount]) -> tuple[int, int]:
    _, count = counted
    return -count.overdue, -count.waiting


def _around(turn: Turn, view: CaseFiguresView, found: CaseFigures) -> Iterator[Choice]:
    other = FiguresByCategory if isinstance(view, FiguresByPlace) else FiguresByPlace
    there = other(place=view.place, period=view.period)
    yield Choice(there.key, turn.label(f"case-button-by-{other.letter}"))
    months = _QUARTER if view.period.months == 1 else 1
    wider = period_of(min(view.period.last_day, turn.today), months)
    yield Choice(view.at_period(wider).key, turn.label(f"case-button-period-{months}"))
    yield from period_buttons(turn, view.period, view.at_period, texts="case-button")
    if found.above:
        yield Choice(view.at_place(found.above.id).key, found.above.name)
    if held(turn.posts, roles_with(Right.TEND_CASES), turn.today):
        yield Choice(ListThemes(1).key, turn.label("case-button-themes"))
        yield Choice("case", turn.label("menu-case"))
    if held(turn.posts, OFFICE, turn.today):
        yield Choice(ChooseTerms().key, turn.label("case-button-terms"))


def _line(turn: Turn, name: str, count: CaseCount) -> Rich:
    return turn.text("case-figures-line", name=name, counts=_counts(turn, count))


def _counts(turn: Turn, found: CaseCount) -> Rich:
    """Returns the figures in words; what there is nothing of is left out."""
    parts = [turn.text("case-figures-raised", raised=found.raised, solved=found.solved)]
    if found.median_days is not None:
        days = render_days(found.median_days, turn.language)
        parts.append(turn.text("case-figures-days", median=days))
    if found.waiting:
        counted = (("case-figures-up", found.passed_up), ("case-figures-overdue", found.overdue))
        of_these = ", ".join(turn.text(key, count=count) for key, count in counted if count)
        parts.append(turn.text("case-figures-waiting", count=found.waiting))
        parts[-1] = Rich(f"{parts[-1]} ({of_these})") if of_these else parts[-1]
        if found.oldest:
            parts[-1] = Rich(
                parts[-1] + turn.text("case-figures-oldest", oldest=day_words(found.oldest))
            )
    return Rich("; ".join(parts) + ".")
