"""What lies on a page that nobody looks at is said again by the next way, or somebody phones."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from domain.message import Message
from domain.news_budget import has_room_to_repeat
from domain.outbox import OutboxRow
from domain.policy import Policy
from domain.talks import KnownAddress
from domain.ways import GIVEN_UP_AFTER, Errand, Step, Way, decide
from operations.access import REPORTING, held
from operations.messaging.ringing import ring_key, rings
from operations.messaging.sending import may_go_at
from operations.news_budget import list_sent_this_month
from operations.notifications.reminders_waiting import look_again
from operations.people.web_entry import CHANNEL, IDLE
from operations.replies import Delivery, enqueue_notices, notice
from operations.unreachable import tell_to_phone
from storage import UnitOfWork
from storage.messages import addresses, outbox, ways
from storage.people import people

# What is older than that is nobody's news any more.
_LOOKED_BACK = timedelta(hours=20)
_KEY = "again:"
_UNDER_WAY = frozenset({"pending", "sent"})


async def list_unseen(unit: UnitOfWork, *, policy: Policy, now: datetime) -> list[int]:
    """Returns what was put on pages hours ago, and that nobody has looked at; none at night."""
    if may_go_at(now, policy=policy, reporting_since=None) > now:
        return []
    found = await ways.list_unseen(
        unit,
        channel=CHANNEL,
        since=now - _LOOKED_BACK,
        until=now - GIVEN_UP_AFTER,
        idle=IDLE,
    )
    return [row.id for row in found if rings(row)]


async def follow_unseen(
    unit: UnitOfWork, row_ids: Sequence[int], *, policy: Policy, now: datetime
) -> None:
    """Says what lies unseen again by the next way of its person, within the month's measure."""
    rows = [*(await outbox.by_ids(unit, row_ids)).values()]
    here = await addresses.by_ids(unit, [row.address_id for row in rows])
    changed = await look_again(unit, rows, policy=policy, now=now)
    whose = {row.id: here[row.address_id].person_id or 0 for row in rows}
    rung = await ways.list_rung(unit, {*whose.values()}, since=now - _LOOKED_BACK)
    rooms = await _rooms(unit, {*whose.values()}, policy=policy, now=now)
    for row in rows:
        person_id = whose[row.id]
        was_rung = any(key.startswith(ring_key(row.id)) for key in rung.get(person_id, ()))
        if was_rung:
            continue
        shown = changed.get(row.id, row)
        errand = Errand(
            since=row.sent_at or now,
            passed=frozenset((row.address_id,)),
            answered=shown is None,
            expires_at=row.expires_at,
            room=rooms.get(person_id),
        )
        # Who has had it again already this month has that much less room for the next.
        repeated = await _follow(unit, shown or row, person_id, errand, policy=policy, now=now)
        if repeated and person_id in rooms:
            rooms[person_id] -= 1


async def _follow(
    unit: UnitOfWork,
    row: OutboxRow,
    person_id: int,
    errand: Errand,
    *,
    policy: Policy,
    now: datetime,
) -> bool:
    """Takes the next step with a message; True where it was said again."""
    found = await ways.of_person(unit, person_id)
    states = await ways.states_of(unit, [_key(row, way) for way in found])
    if _UNDER_WAY & set(states.values()):
        return False
    tried = [way.address_id for way in found if _key(row, way) in states]
    step, way = decide(replace(errand, passed=errand.passed | frozenset(tried)), found, now=now)
    if step is Step.PHONE:
        await tell_to_phone(unit, person_id, today=policy.day_of(now), now=now)
    if step is not Step.GO_ON or way is None:
        return False
    to = (await addresses.by_ids(unit, [way.address_id]))[way.address_id]
    await enqueue_notices(unit, [_copy(unit, row, to, key=_key(row, way))], now=now)
    return True


def _key(row: OutboxRow, way: Way) -> str:
    return f"{_KEY}{row.id}:{way.address_id}"


def _copy(unit: UnitOfWork, row: OutboxRow, to: KnownAddress, *, key: str) -> OutboxRow:
    """Returns a message for another way; it belongs to the same talk, and is dropped with it."""
    delivery = Delivery(priority=row.priority, subject=row.subject, expires_at=row.expires_at)
    there = replace(to, conversation_id=row.conversation_id)
    return notice(unit, there, Message(text=row.message.text), delivery, dedupe_key=key)


async def _rooms(
    unit: UnitOfWork, person_ids: set[int], *, policy: Policy, now: datetime
) -> dict[int, int]:
    """Returns whether each leader may have one more message this month; others are left out."""
    local = policy.local(now)
    posts = await people.posts_of(unit, person_ids)
    leading = {
        person_id for person_id, theirs in posts.items() if held(theirs, REPORTING, local.date())
    }
    sent = await list_sent_this_month(unit, leading, policy=policy, now=now)
    return {
        person_id: int(has_room_to_repeat(sent[person_id], local=local, policy=policy))
        for person_id in leading
    }
