"""A friendly word to those whose report is overdue: one of them, or all of a place."""

from collections.abc import Sequence

from domain.buttons import read_button
from domain.message import Choice
from domain.people import Person
from domain.refusals import Conflict, NotFound
from handlers.cost_words import say_costs
from handlers.screen import ScreenHandler, show, take_page
from handlers.steps import choice, say_refusal, show_page
from operations.cadres.buttons import ContactOfMeeting
from operations.contacts import list_unreached
from operations.figures.buttons import MissingReports
from operations.notifications.buttons import (
    NUDGE_BUTTONS,
    NudgeList,
    NudgeMeeting,
    PlanEveryNudge,
    PlanNudges,
    SendEveryNudge,
    SendNudges,
)
from operations.notifications.late import ALL, Only, list_late
from operations.notifications.nudging import NudgePlan, nudge_one, plan_nudges, send_nudges
from operations.report_status import OverviewLine
from operations.turn import Turn

_NAMED = 5


class NudgeHandler(ScreenHandler):
    """Lists who is late, nudges one, or all of a place.

    What is sent cannot be taken back, so the number of people is shown first where it is more
    than one chapter.
    """

    name = "nudge"
    command = "nhac|nudge"
    words = "command-nudge-words"

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button names."""
        match read_button(argument, *NUDGE_BUTTONS):
            case NudgeMeeting(meeting_id):
                await _nudge_one(turn, meeting_id)
            case SendNudges() as whom:
                await _send(turn, whom)
            case SendEveryNudge():
                await _send(turn, None)
            case PlanNudges() as whom:
                await _look(turn, whom)
            case PlanEveryNudge():
                await _look(turn, None)
            case NudgeList(number):
                await _show_late(turn, number)
            case _:
                await _show_late(turn, 1)


async def nudge_buttons(
    turn: Turn, lines: Sequence[OverviewLine], whom: PlanNudges | None
) -> tuple[Choice, ...]:
    """Returns a button for each of some late chapters, and one for all there are of `whom`.

    Where no message reaches anybody, it leads to whom to call.
    """
    chapter_ids = {line.row.chapter_id for line in lines}
    unreached = await list_unreached(turn.unit, chapter_ids, day=turn.today)
    singly = (
        _button(turn, line, is_reached=line.row.chapter_id not in unreached) for line in lines
    )
    every = whom or PlanEveryNudge()
    return (*singly, choice(turn, every, "nudge-button-all"))


def _button(turn: Turn, line: OverviewLine, *, is_reached: bool) -> Choice:
    kind = NudgeMeeting if is_reached else ContactOfMeeting
    words = "nudge-button-one" if is_reached else "nudge-button-call"
    return choice(turn, kind(line.row.meeting_id), words, chapter=line.row.chapter_name)


async def _show_late(turn: Turn, number: int) -> None:
    late = await list_late(turn.unit, turn.posts, today=turn.today)
    page = take_page(late, number)
    turn.say("nudge-list" if late else "nudge-nobody-late", count=len(late))
    ways = await nudge_buttons(turn, page.items, None) if late else ()
    show_page(turn, page, NudgeList, *ways)


async def _nudge_one(turn: Turn, meeting_id: int) -> None:
    try:
        told = await nudge_one(turn.context, meeting_id=meeting_id)
    except (Conflict, NotFound) as refusal:
        say_refusal(turn, refusal)
    else:
        turn.say("nudge-done-one", names=_names(turn, told))
    contact = choice(turn, ContactOfMeeting(meeting_id), "nudge-button-contact")
    show(turn, contact, navigation=(_back(turn, None),))


async def _plan(turn: Turn, whom: PlanNudges | None) -> NudgePlan:
    only = Only(month=whom.period, area_id=whom.place or None, kind_id=whom.kind) if whom else ALL
    late = await list_late(turn.unit, turn.posts, today=turn.today, only=only)
    return await plan_nudges(
        turn.unit,
        posts=turn.posts,
        meeting_ids={line.row.meeting_id for line in late},
        policy=turn.policy,
        now=turn.now,
    )


async def _look(turn: Turn, whom: PlanNudges | None) -> None:
    plan = await _plan(turn, whom)
    turn.say("nudge-ask-all" if plan.due else "nudge-nobody", count=len(plan.due))
    say_costs(turn, [cost for cost in plan.costs if cost.plan])
    notes = (
        ("nudge-told-already", len(plan.told_today)),
        ("nudge-out-of-reach", plan.unreached),
        ("nudge-left", plan.left),
    )
    for key, count in notes:
        if count:
            turn.say(key, count=count)
    send = (
        SendNudges(place=whom.place, period=whom.period, kind=whom.kind)
        if whom
        else SendEveryNudge()
    )
    ways = [choice(turn, send, "nudge-button-yes")] if plan.due else []
    show(turn, *ways, navigation=(_back(turn, whom),))


async def _send(turn: Turn, whom: SendNudges | None) -> None:
    plan = await _plan(turn, whom)
    told = await send_nudges(
        turn.unit, plan, by=turn.require_person(), policy=turn.policy, now=turn.now
    )
    if told:
        turn.say("nudge-done-all", count=len(told), names=_names(turn, told))
    else:
        turn.say("nudge-nobody")
    show(turn, navigation=(_back(turn, whom),))


def _names(turn: Turn, told: Sequence[Person]) -> str:
    names = ", ".join(person.name for person in told[:_NAMED])
    more = len(told) - _NAMED
    return turn.label("nudge-and-more", names=names, count=more) if more > 0 else names


def _back(turn: Turn, whom: PlanNudges | None) -> Choice:
    place = (
        MissingReports(period=whom.period, place=whom.place, kind=whom.kind).key if whom else ""
    )
    return choice(turn, place or "nudge", "button-back")
