"""A friendly word to those whose report is overdue: one of them, or all of a place."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.calendar import Period, period_of
from domain.message import Choice
from domain.people import Person
from domain.refusals import Conflict, NotFound
from handlers.report_status import parse_month, render_month
from handlers.screen import (
    ScreenHandler,
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
)
from operations.contacts import list_unreached
from operations.notifications.late import list_late
from operations.notifications.nudging import NudgePlan, nudge_one, plan_nudges, send_nudges
from operations.report_status import OverviewLine
from operations.turn import Turn

_NAMED = 5
_ONE, _LOOK, _DO, _PAGE = "m", "l", "y", "p"


@dataclass(frozen=True, slots=True)
class Whom:
    """Whose late reports are asked for: a place, a month and a kind; 0 and None for all."""

    area: int = 0
    month: Period | None = None
    kind: int = 0

    def key(self, letter: str) -> str:
        """Returns the button that plans or sends it."""
        month = render_month(self.month) if self.month else "0"
        return f"nudge.{letter}{self.area}-{month}-{self.kind}"


class NudgeHandler(ScreenHandler):
    """Lists who is late ("", "p2"), nudges one ("m12"), or all of a place: "l3-2611-0", then "y…".

    What is sent cannot be taken back, so the number of people is shown first where it is more
    than one chapter.
    """

    name = "nudge"
    command = "nhac|nudge"
    words = "command-nudge-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button names."""
        letter, rest = argument[:1], argument[1:]
        if letter == _ONE:
            await _nudge_one(turn, parse_number(rest))
        elif letter == _LOOK:
            await _look(turn, _parse_whom(turn, rest))
        elif letter == _DO:
            await _send(turn, _parse_whom(turn, rest))
        else:
            await _show_late(turn, parse_number(argument.removeprefix(_PAGE)))


async def nudge_buttons(
    turn: Turn, lines: Sequence[OverviewLine], whom: Whom
) -> tuple[Choice, ...]:
    """Returns a button for each of some late chapters, and one for all there are.

    Where no message reaches anybody, it leads to whom to call.
    """
    chapter_ids = {one.row.chapter_id for one in lines}
    unreached = await list_unreached(turn.unit, chapter_ids, day=turn.today)
    singly = (
        Choice(f"board.c{one.row.meeting_id}", _named(turn, "nudge-button-call", one))
        if one.row.chapter_id in unreached
        else Choice(f"nudge.{_ONE}{one.row.meeting_id}", _named(turn, "nudge-button-one", one))
        for one in lines
    )
    return (*singly, Choice(whom.key(_LOOK), turn.label("nudge-button-all")))


def _named(turn: Turn, key: str, one: OverviewLine) -> str:
    return shorten(turn.label(key, chapter=one.row.chapter_name))


def _parse_whom(turn: Turn, argument: str) -> Whom:
    area, month, kind = [*argument.split("-"), "", "", ""][:3]
    current = period_of(turn.today, 1)
    wanted = None if month in ("", "0") else parse_month(month, current=current)
    return Whom(parse_number(area), wanted, parse_number(kind))


async def _show_late(turn: Turn, number: int) -> None:
    found = await list_late(turn.unit, turn.posts, today=turn.today)
    page = take_page(found, number)
    turn.say("nudge-list" if found else "nudge-nobody-late", count=len(found))
    say_page(turn, page)
    ways = await nudge_buttons(turn, page.items, Whom()) if found else ()
    show(turn, *ways, navigation=page_buttons(turn, page, f"nudge.{_PAGE}"))


async def _nudge_one(turn: Turn, meeting_id: int) -> None:
    try:
        told = await nudge_one(turn.context, meeting_id=meeting_id)
    except (Conflict, NotFound) as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say("nudge-done-one", names=_names(turn, told))
    show(
        turn,
        Choice(f"board.c{meeting_id}", turn.label("nudge-button-contact")),
        navigation=(Choice("nudge", turn.label("button-back")),),
    )


async def _plan(turn: Turn, whom: Whom) -> NudgePlan:
    found = await list_late(
        turn.unit,
        turn.posts,
        today=turn.today,
        month=whom.month,
        area_id=whom.area or None,
        kind=whom.kind,
    )
    return await plan_nudges(
        turn.unit,
        posts=turn.posts,
        meeting_ids={one.row.meeting_id for one in found},
        policy=turn.policy,
        now=turn.now,
    )


async def _look(turn: Turn, whom: Whom) -> None:
    plan = await _plan(turn, whom)
    turn.say("nudge-ask-all" if plan.due else "nudge-nobody", count=len(plan.due))
    notes = (
        ("nudge-told-already", len(plan.told_today)),
        ("nudge-out-of-reach", plan.unreached),
        ("nudge-left", plan.left),
    )
    for key, count in notes:
        if count:
            turn.say(key, count=count)
    ways = [Choice(whom.key(_DO), turn.label("nudge-button-yes"))] if plan.due else []
    show(turn, *ways, navigation=(_back(turn, whom),))


async def _send(turn: Turn, whom: Whom) -> None:
    plan = await _plan(turn, whom)
    told = await send_nudges(
        turn.unit, plan, by=turn.require_person(), policy=turn.policy, now=turn.now
    )
    if told:
        turn.say("nudge-done-all", count=len(told), names=_names(turn, told))
    else:
        turn.say("nudge-nobody")
    show(turn, navigation=(_back(turn, whom),))


def _names(turn: Turn, told: list[Person]) -> str:
    names = ", ".join(one.name for one in told[:_NAMED])
    more = len(told) - _NAMED
    return turn.label("nudge-and-more", names=names, count=more) if more > 0 else names


def _back(turn: Turn, whom: Whom) -> Choice:
    place = f"overview.m{render_month(whom.month)}-{whom.area}-{whom.kind}-1" if whom.month else ""
    return Choice(place or "nudge", turn.label("button-back"))
