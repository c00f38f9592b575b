"""Somebody who cannot make themselves understood by typing is called by their cadre."""

from datetime import timedelta

from domain.inbound import InboundKind
from domain.message import Message
from domain.outbox import Priority
from domain.people import Role
from operations.replies import Delivery, enqueue_notices, notice
from operations.turn import Turn
from operations.unreachable import list_carers
from storage.directory import chapters
from storage.messages import addresses, inbox
from texts import render

_AGAIN = timedelta(hours=1)


async def answer_unreadable(turn: Turn) -> None:
    """Says what can be done about a message nobody can read; the second has the cadre call."""
    came = await inbox.count_lately(
        turn.unit, turn.here.id, kind=InboundKind.UNREADABLE, since=turn.now - _AGAIN
    )
    if came <= 1:
        turn.say("unreadable-first")
    elif await _ask_to_call(turn):
        turn.say("unreadable-call")
    else:
        turn.say("unreadable-nobody")


async def _ask_to_call(turn: Turn) -> bool:
    """Has whoever looks after the person's chapters call, once a day; False for nobody."""
    person = turn.person
    if person is None:
        return False
    led = [
        post.chapter_id
        for post in turn.posts
        if post.role in (Role.LEADER, Role.DEPUTY) and post.chapter_id
    ]
    known = await chapters.by_ids(turn.unit, led)
    carers = {
        holder.person.id: (holder.person, chapter_id)
        for chapter_id, holders in (await list_carers(turn.unit, led, day=turn.today)).items()
        for holder in holders
    }
    reached = await addresses.preferred(turn.unit, carers)
    rows = [
        notice(
            turn.unit,
            here,
            Message(
                text=render(
                    "call-asked",
                    carers[who][0].language,
                    name=person.name,
                    phone=person.phone or "none",
                    chapter=known[carers[who][1]].name,
                )
            ),
            Delivery(priority=Priority.NOTICE),
            dedupe_key=f"call:{person.id}:{turn.today}:{who}",
        )
        for who, here in reached.items()
    ]
    await enqueue_notices(turn.unit, rows, now=turn.now)
    return bool(rows)
