"""Tells leaders their news in a message of its own, where no reminder brings them soon."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from domain.news_budget import has_room_for_news
from domain.outbox import Priority
from domain.policy import Policy
from operations.meetings.free_days import rest_at
from operations.news import give_back, news_message
from operations.news_budget import OWN_NEWS, list_sent_this_month
from operations.replies import Delivery, enqueue_notices, notice
from storage import UnitOfWork
from storage.messages import addresses
from storage.notifications import news
from storage.people import people

_LASTS = timedelta(days=7)
_NOON = time(12)


async def due_leader_news(unit: UnitOfWork, *, policy: Policy, now: datetime) -> list[int]:
    """Returns who is told this morning: at most once a week, and within the month's measure."""
    local = policy.local(now)
    if not policy.remind_morning <= local.time() < _NOON:
        return []
    midnight = datetime.combine(local.date(), time(), tzinfo=local.tzinfo)
    waiting = await news.list_unbundled(unit, before=midnight, today=local.date())
    if not waiting or (await rest_at(unit, local.date())).is_free:
        return []
    sent = await list_sent_this_month(unit, waiting, policy=policy, now=now)
    return [
        person_id
        for person_id in sorted(waiting)
        if has_room_for_news(sent[person_id], local=local, policy=policy)
    ]


async def enqueue_leader_news(
    unit: UnitOfWork, person_ids: Sequence[int], *, policy: Policy, now: datetime
) -> None:
    """Queues the news of some leaders, a message each."""
    today = policy.day_of(now)
    reached = await addresses.preferred(unit, person_ids)
    rows = {person_id: unit.new_id() for person_id in reached}
    told = await news.take(unit, rows, now=now)
    known = await people.persons(unit, told)
    messages = [
        notice(
            unit,
            reached[person_id],
            news_message(lines, known[person_id], row_id=rows[person_id]),
            Delivery(priority=Priority.REMINDER, expires_at=now + _LASTS, row_id=rows[person_id]),
            dedupe_key=f"{OWN_NEWS}{person_id}:{today.isoformat()}",
        )
        for person_id, lines in told.items()
    ]
    await enqueue_notices(unit, messages, now=now)
    await give_back(unit, [rows[person_id] for person_id in told])
