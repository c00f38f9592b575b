"""When something is due next: what the demo's clock moves to."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from domain.calendar import closing_date, period_of
from domain.digest_times import next_digest_at
from domain.policy import Policy
from domain.reminders import reminder_moments
from operations.meetings.closing import closing_day_of
from storage import UnitOfWork
from storage.directory import areas, digest_targets
from storage.meetings import holidays
from storage.notifications import news, preferences, reminders

REACH = timedelta(days=40)


async def next_event(unit: UnitOfWork, now: datetime, *, policy: Policy) -> datetime:
    """Returns the first moment after `now` at which a job has something to do.

    Reminders, planned ends of meetings, the bundles, digests and closings count.
    """
    local = policy.local(now)
    free = await holidays.days_for(
        unit, "/", first=local.date() - REACH, last=local.date() + REACH
    )
    started = [
        *await _reminders(unit, local, policy),
        *await _digests(unit, local, policy),
        *await _bundles(unit, local, policy),
        *await _leader_news(unit, local, policy),
    ]
    moments = [
        *(_after_holidays(moment, free) for moment in started),
        *await _meetings(unit, local, policy),
        *_closings(local, policy),
    ]
    return min(moment for moment in moments if moment > local)


def _after_holidays(moment: datetime, free: frozenset[date]) -> datetime:
    while moment.date() in free:
        moment += timedelta(days=1)
    return moment


async def _reminders(unit: UnitOfWork, local: datetime, policy: Policy) -> list[datetime]:
    near = await reminders.list_near(unit, today=local.date(), reach=REACH)
    reminded = [moment for meeting in near for moment in reminder_moments(meeting, policy)]
    return [moment.replace(tzinfo=policy.timezone) for moment in reminded]


async def _meetings(unit: UnitOfWork, local: datetime, policy: Policy) -> list[datetime]:
    """Returns the mornings and the ends of the meetings near, on free days too."""
    near = await reminders.list_near(unit, today=local.date(), reach=REACH)
    ends = [meeting.ends for meeting in near if meeting.ends]
    mornings = [datetime.combine(end.date(), policy.remind_morning) for end in ends]
    return [moment.replace(tzinfo=policy.timezone) for moment in (*mornings, *ends)]


async def _digests(unit: UnitOfWork, local: datetime, policy: Policy) -> list[datetime]:
    area_ids = {target.area_id for target in await digest_targets.list_live(unit)}
    places = await areas.by_ids(unit, area_ids)
    days = {await closing_day_of(unit, place, policy=policy) for place in places.values()}
    return [next_digest_at(local, policy, closing_day=day) for day in sorted(days)]


async def _bundles(unit: UnitOfWork, local: datetime, policy: Policy) -> list[datetime]:
    readers = await preferences.list_readers(unit, today=local.date())
    hours = {
        policy.bundle_at,
        *(reader.preference.bundle_at or policy.bundle_at for reader in readers),
    }
    days = (local.date(), local.date() + timedelta(days=1))
    return [datetime.combine(day, hour, tzinfo=policy.timezone) for day in days for hour in hours]


async def _leader_news(unit: UnitOfWork, local: datetime, policy: Policy) -> list[datetime]:
    """Returns the next two mornings where leaders wait for news that no reminder brings."""
    days = (local.date(), local.date() + timedelta(days=1))
    waiting = await news.list_unbundled(unit, before=local, today=local.date())
    mornings = (datetime.combine(day, policy.remind_morning) for day in days if waiting)
    return [morning.replace(tzinfo=policy.timezone) for morning in mornings]


def _closings(local: datetime, policy: Policy) -> Iterator[datetime]:
    last = period_of(local.date(), 1).previous()
    for month in (last, last.next()):
        day = closing_date(month, closing_day=policy.closing_day) + timedelta(days=1)
        yield policy.midnight(day)
