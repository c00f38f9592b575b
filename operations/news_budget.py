"""How much the bot has sent each person this month, and what it is to send them still."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from domain.news_budget import SentThisMonth
from domain.policy import Policy
from domain.reminders import OpenMeeting
from storage import UnitOfWork
from storage.messages import sent_to
from storage.notifications import reminders

# The beginning of the key under which a leader's news goes out in a message of its own.
OWN_NEWS = "own-news:"


async def list_sent_this_month(
    unit: UnitOfWork, person_ids: Collection[int], *, policy: Policy, now: datetime
) -> dict[int, SentThisMonth]:
    """Returns for each of some people what they were sent and will be reminded of this month."""
    today = policy.day_of(now)
    month = policy.midnight(today.replace(day=1))
    started = await sent_to.count_started(unit, person_ids, since=month, sort=OWN_NEWS)
    coming: dict[int, list[OpenMeeting]] = defaultdict(list)
    for reminding in await reminders.list_coming(unit, person_ids, today=today):
        coming[reminding.person_id].append(reminding.meeting)
    return {
        person_id: SentThisMonth(
            started=started[person_id].count if person_id in started else 0,
            last_news=started[person_id].last_of_sort if person_id in started else None,
            coming=coming[person_id],
        )
        for person_id in person_ids
    }
