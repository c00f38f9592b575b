"""Who has reported and who has not in the places that staff look after."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from digests.text import render_changes, render_reason
from domain.chapters import Area, ids_of
from domain.corrections import differences
from domain.figures import Figures
from domain.message import Choice
from handlers.cadres.nudge import nudge_buttons
from handlers.report_status import REPORTED, by_urgency, count_lines, line_button
from handlers.screen import Page, ScreenHandler, take_page
from handlers.steps import choice, choose_desk, period_buttons, read_view, show_page
from operations.contacts import leaders_of
from operations.desks import at_desk, get_desk
from operations.figures.buttons import (
    OVERVIEWS,
    ConfirmationsOfPlace,
    MissingReports,
    OverviewAsToday,
    OverviewByKind,
    OverviewOfPlace,
    OverviewView,
    SentReports,
)
from operations.figures.counting import MonthReader
from operations.figures.overview import (
    DeskFigures,
    count_after_closing,
    count_desk,
    may_differ_as_today,
    overview,
)
from operations.notifications.buttons import PlanNudges, ShowDigest
from operations.notifications.late import nudging_posts
from operations.report_status import OverviewLine, ReportStatus, whom_to_ask
from operations.turn import Turn
from operations.wording import period_words
from texts import Rich


class OverviewHandler(ScreenHandler):
    """Shows counts per place and kind, and by drilling down who has not reported."""

    name = "overview"
    command = "tonghop|overview"
    words = "command-overview-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows a place, its kinds, or its chapters."""
        view = read_view(argument, *OVERVIEWS, today=turn.today)
        number = await choose_desk(turn, view.place, key="overview-which", button=view.at_place)
        if number is None:
            return
        place, above = await get_desk(turn.unit, turn.posts, number, today=turn.today)
        period = period_words(view.period, turn.language)
        turn.say("overview-place", place=place.name, period=period)
        match replace(view, place=number):
            case OverviewOfPlace() as view:
                found, after = await _count(turn, view, place)
                _say_counts(turn, found, after)
                await _show_place(turn, view, found, above, is_closed=after is not None)
            case OverviewAsToday() as view:
                turn.say("overview-as-today")
                found, after = await _count(turn, view, place)
                _say_counts(turn, found, after)
                _show_as_today(turn, view, found, above)
            case OverviewByKind() as view:
                found, _ = await _count(turn, view, place)
                _show_kinds(turn, view, found)
            case view:
                await _show_chapters(turn, view)


async def _count(
    turn: Turn, view: OverviewView, place: Area
) -> tuple[DeskFigures, Figures | None]:
    """Returns the figures of a month, and what those of a closed one come to since."""
    placed_on = turn.today if isinstance(view, OverviewAsToday) else None
    reader = MonthReader(turn.unit, turn.policy, turn.now, placed_on)
    at = (reader, at_desk(turn.posts, turn.today), place, view.period)
    return await count_desk(*at), await count_after_closing(*at)


def _say_counts(turn: Turn, found: DeskFigures, after: Figures | None) -> None:
    if found.total.expected:
        turn.say(
            "overview-owed",
            number=found.total.expected,
            reason=Rich(render_reason(found.total, turn.language)),
        )
        turn.say_rich(count_lines(turn, found.total))
    else:
        turn.say("overview-empty")
    changes = differences(found.total, after) if after is not None else {}
    if changes:
        turn.say("overview-changed", count=len(changes))
        turn.say_rich(Rich("\n".join(render_changes(changes, turn.language))))


async def _show_place(
    turn: Turn, view: OverviewOfPlace, found: DeskFigures, above: Area | None, *, is_closed: bool
) -> None:
    month, place = view.period, view.place
    ways = [choice(turn, ShowDigest(period=month, place=place), "overview-button-digest")]
    if is_closed:
        confirmed = ConfirmationsOfPlace(period=month, place=place)
        ways.append(choice(turn, confirmed, "confirm-button-look"))
    if month.last_day < turn.today and await may_differ_as_today(turn.unit, month):
        as_today = OverviewAsToday(period=month, place=place)
        ways.append(choice(turn, as_today, "overview-button-as-today"))
    _show_parts(turn, view, found, above, (*_lists(turn, view, found), *ways))


def _show_as_today(
    turn: Turn, view: OverviewAsToday, found: DeskFigures, above: Area | None
) -> None:
    then = OverviewOfPlace(period=view.period, place=view.place)
    _show_parts(turn, view, found, above, [choice(turn, then, "overview-button-then")])


def _show_parts(
    turn: Turn,
    view: OverviewView,
    found: DeskFigures,
    above: Area | None,
    ways: Iterable[Choice],
) -> None:
    """Ends the answer with what lies right below, some ways on, other months, what is above."""
    page = take_page([part for part in _parts(found) if part.id != view.place], view.page)
    up = (Choice(view.at_place(above.id).key, above.name),) if above is not None else ()
    show_page(
        turn,
        page,
        view.at_page,
        *(
            _counted(turn, view.at_place(part.id), part.name, found.by_area[part.id])
            for part in page.items
        ),
        *ways,
        navigation=(*period_buttons(turn, view.period, view.at_period), *up),
    )


def _parts(found: DeskFigures) -> list[Area]:
    meet = (area for number, area in found.areas.items() if found.by_area[number].expected)
    return sorted(meet, key=lambda area: ids_of(area.path))


def _counted(turn: Turn, there: OverviewView, name: str, counts: Figures) -> Choice:
    return choice(
        turn,
        there,
        "overview-counted",
        name=name,
        reported=counts.reported,
        all=counts.expected,
        missing=counts.missing,
    )


def _lists(turn: Turn, view: OverviewOfPlace, found: DeskFigures) -> Iterator[Choice]:
    wanted: tuple[tuple[type[OverviewView], str, int], ...] = (
        (MissingReports, "overview-button-missing", found.total.missing),
        (SentReports, "overview-button-sent", found.total.reported),
        (OverviewByKind, "overview-button-kinds", len(_kinds(found))),
    )
    for kind, text, count in wanted:
        if count:
            there = kind(period=view.period, place=view.place)
            yield choice(turn, there, text, count=count)


def _kinds(found: DeskFigures) -> list[int]:
    return [kind for kind, figures in found.by_kind.items() if figures.expected]


def _show_kinds(turn: Turn, view: OverviewByKind, found: DeskFigures) -> None:
    page = take_page(_kinds(found), view.page)
    turn.say("overview-by-kind")
    whom = partial(MissingReports, period=view.period, place=view.place)
    show_page(
        turn,
        page,
        view.at_page,
        *(
            _counted(turn, whom(kind=kind), found.kinds[kind], found.by_kind[kind])
            for kind in page.items
        ),
        navigation=(_back(turn, view),),
    )


def _back(turn: Turn, view: OverviewView) -> Choice:
    there = OverviewOfPlace(period=view.period, place=view.place)
    return choice(turn, there, "button-back")


async def _show_chapters(turn: Turn, view: OverviewView) -> None:
    found = await overview(
        turn.unit,
        at_desk(turn.posts, turn.today),
        day=view.period.first_day,
        today=turn.today,
        area_id=view.place,
    )
    of_kind = [line for line in found.lines if view.kind in (0, line.row.kind_id)]
    wanted = REPORTED if isinstance(view, SentReports) else {ReportStatus.MISSING}
    page = take_page(by_urgency(line for line in of_kind if line.status in wanted), view.page)
    if isinstance(view, SentReports):
        turn.say("overview-sent")
        ways = tuple(line_button(turn, line) for line in page.items)
    else:
        turn.say("overview-missing" if page.items else "overview-none-missing")
        turn.say_rich(*await _contacts(turn, page))
        whom = PlanNudges(place=view.place, period=view.period, kind=view.kind)
        may_nudge = page.items and nudging_posts(turn.posts, turn.today)
        ways = await nudge_buttons(turn, page.items, whom) if may_nudge else ()
    show_page(turn, page, view.at_page, *ways, navigation=(_back(turn, view),))


async def _contacts(turn: Turn, page: Page[OverviewLine]) -> list[Rich]:
    chapter_ids = {line.row.chapter_id for line in page.items}
    leaders = await leaders_of(turn.unit, chapter_ids, day=turn.today)
    return [
        whom_to_ask(line, leaders.get(line.row.chapter_id, ()), turn.language)
        for line in page.items
    ]
