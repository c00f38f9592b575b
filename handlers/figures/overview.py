"""Who has reported and who has not in the places that staff look after."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from digests.text import render_reason
from domain.calendar import Period, period_of
from domain.chapters import Area, ids_of
from domain.figures import Figures
from domain.message import Choice
from domain.people import Person
from handlers.cadres.nudge import Whom, nudge_buttons
from handlers.report_status import (
    REPORTED,
    by_urgency,
    count_lines,
    line_button,
    month_buttons,
    parse_month,
    render_month,
)
from handlers.screen import (
    Page,
    ScreenHandler,
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
)
from operations.contacts import leaders_of
from operations.desks import at_desk, get_desk, list_desks
from operations.figures.overview import DeskFigures, Overview, count_desk, overview
from operations.notifications.late import nudging_posts
from operations.report_status import OverviewLine, ReportStatus
from operations.turn import Turn
from operations.wording import period_words
from texts import Rich

T = TypeVar("T")

_PLACE, _KINDS, _MISSING, _SENT = "a", "k", "m", "r"


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at; `kind` 0 stands for all kinds, `area` 0 for the choice of a place."""

    view: str
    month: Period
    area: int = 0
    kind: int = 0
    page: int = 1

    @property
    def key(self) -> str:
        """The button that leads here."""
        parts = [self.area, self.kind, self.page]
        return f"overview.{self.view}{render_month(self.month)}-" + "-".join(map(str, parts))


def parse_look(argument: str, *, current: Period) -> Look:
    """Reads the argument of a button; what cannot be read is the beginning."""
    view = argument[:1] if argument[:1] in (_PLACE, _KINDS, _MISSING, _SENT) else _PLACE
    digits, *numbers = argument[1:].split("-")
    area, kind, page = [*map(parse_number, numbers[:3]), 0, 0, 0][:3]
    return Look(view, parse_month(digits, current=current), area, kind, max(page, 1))


class OverviewHandler(ScreenHandler):
    """Shows counts per place and kind, and by drilling down who has not reported."""

    name = "overview"
    command = "tonghop|overview"
    words = "command-overview-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows a place, its kinds, or its chapters."""
        look = parse_look(argument, current=period_of(turn.today, 1))
        desks = await list_desks(turn.unit, turn.posts, today=turn.today)
        if not look.area and len(desks) > 1:
            turn.say("overview-which")
            show(turn, *(Choice(replace(look, area=one.id).key, one.name) for one in desks))
            return
        look = replace(look, area=look.area or desks[0].id)
        place, above = await get_desk(turn.unit, turn.posts, look.area, today=turn.today)
        turn.say(
            "overview-place", place=place.name, period=period_words(look.month, turn.language)
        )
        if look.view in (_PLACE, _KINDS):
            figures = await count_desk(
                turn.unit,
                at_desk(turn.posts, turn.today),
                place,
                look.month,
                policy=turn.policy,
                now=turn.now,
            )
            if look.view == _PLACE:
                _show_place(turn, look, figures, above)
            else:
                _show_kinds(turn, look, figures)
            return
        found = await overview(
            turn.unit,
            at_desk(turn.posts, turn.today),
            day=look.month.first_day,
            today=turn.today,
            area_id=place.id,
        )
        await _show_chapters(turn, look, found)


def _show_place(turn: Turn, look: Look, found: DeskFigures, above: Area | None) -> None:
    if found.total.expected:
        turn.say(
            "overview-owed",
            number=found.total.expected,
            reason=Rich(render_reason(found.total, turn.language)),
        )
        turn.say_rich(count_lines(turn, found.total))
    else:
        turn.say("overview-empty")
    parts = [one for one in _parts(found) if one.id != look.area]
    page = take_page(parts, look.page)
    say_page(turn, page)
    show(
        turn,
        *(_part_button(turn, look, one, found.by_area[one.id]) for one in page.items),
        *_lists(turn, look, found),
        navigation=_around(turn, look, above, page),
    )


def _parts(found: DeskFigures) -> list[Area]:
    meet = (area for number, area in found.areas.items() if found.by_area[number].expected)
    return sorted(meet, key=lambda area: ids_of(area.path))


def _part_button(turn: Turn, look: Look, area: Area, counts: Figures) -> Choice:
    inside = replace(look, area=area.id, page=1)
    return Choice(inside.key, _counted(turn, area.name, counts))


def _counted(turn: Turn, name: str, counts: Figures) -> str:
    words = turn.label(
        "overview-counted",
        name=name,
        reported=counts.reported,
        all=counts.expected,
        missing=counts.missing,
    )
    return shorten(words)


def _lists(turn: Turn, look: Look, found: DeskFigures) -> Iterator[Choice]:
    wanted = (
        (_MISSING, "overview-button-missing", found.total.missing),
        (_SENT, "overview-button-sent", found.total.reported),
        (_KINDS, "overview-button-kinds", len(_kinds(found))),
    )
    for view, key, count in wanted:
        if count:
            there = replace(look, view=view, kind=0, page=1)
            yield Choice(there.key, turn.label(key, count=count))


def _kinds(found: DeskFigures) -> list[int]:
    return [kind for kind, figures in found.by_kind.items() if figures.expected]


def _around(turn: Turn, look: Look, above: Area | None, page: Page[Area]) -> tuple[Choice, ...]:
    first, behind = f"overview.{_PLACE}", f"-{look.area}"
    months = month_buttons(turn, look.month, current=period_of(turn.today, 1), key=(first, behind))
    back = (
        (Choice(replace(look, area=above.id, page=1).key, above.name),)
        if above is not None
        else ()
    )
    return (*_pages(turn, look, page), *months, *back)


def _pages(turn: Turn, look: Look, page: Page[T]) -> tuple[Choice, ...]:
    return page_buttons(turn, page, look.key.rpartition("-")[0] + "-")


def _show_kinds(turn: Turn, look: Look, found: DeskFigures) -> None:
    page = take_page(_kinds(found), look.page)
    turn.say("overview-by-kind")
    say_page(turn, page)
    show(
        turn,
        *(
            Choice(
                replace(look, view=_MISSING, kind=kind, page=1).key,
                _counted(turn, found.kinds[kind], found.by_kind[kind]),
            )
            for kind in page.items
        ),
        navigation=(*_pages(turn, look, page), _back(turn, look)),
    )


def _back(turn: Turn, look: Look) -> Choice:
    return Choice(replace(look, view=_PLACE, kind=0, page=1).key, turn.label("button-back"))


async def _show_chapters(turn: Turn, look: Look, found: Overview) -> None:
    of_kind = [one for one in found.lines if look.kind in (0, one.row.kind_id)]
    wanted = REPORTED if look.view == _SENT else {ReportStatus.MISSING}
    page = take_page(by_urgency(one for one in of_kind if one.status in wanted), look.page)
    navigation = (*_pages(turn, look, page), _back(turn, look))
    if look.view == _SENT:
        turn.say("overview-sent")
        say_page(turn, page)
        show(turn, *(line_button(turn, one) for one in page.items), navigation=navigation)
        return
    turn.say("overview-missing" if page.items else "overview-none-missing")
    turn.say_rich(*await _contacts(turn, page))
    say_page(turn, page)
    whom = Whom(look.area, look.month, look.kind)
    may_nudge = page.items and nudging_posts(turn.posts, turn.today)
    ways = await nudge_buttons(turn, page.items, whom) if may_nudge else ()
    show(turn, *ways, navigation=navigation)


async def _contacts(turn: Turn, page: Page[OverviewLine]) -> list[Rich]:
    chapter_ids = {one.row.chapter_id for one in page.items}
    leaders = await leaders_of(turn.unit, chapter_ids, day=turn.today)
    return [_contact(turn, one, leaders.get(one.row.chapter_id, ())) for one in page.items]


def _contact(turn: Turn, one: OverviewLine, leaders: tuple[Person, ...]) -> Rich:
    first = next(iter(leaders), None)
    return turn.text(
        "overview-missing-line" if first else "overview-missing-line-nobody",
        chapter=one.row.chapter_name,
        name=first.name if first else "",
        phone=(first.phone if first else None) or "–",
    )
