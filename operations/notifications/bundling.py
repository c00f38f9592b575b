"""One message a day for each cadre and member of staff, at the hour that they chose."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from domain.news import News
from domain.outbox import OutboxRow, Priority
from domain.people import Person
from domain.policy import Policy
from domain.talks import KnownAddress
from operations.meetings.free_days import rest_at
from operations.notifications.bundle_items import Bundle, gather_bundles
from operations.notifications.bundle_words import render_bundle
from operations.replies import Delivery, enqueue_notices, notice
from operations.reports.buttons import SeeReport
from operations.reports.news import is_new_report
from operations.reports.review_news import CORRECTED
from operations.turn import COMMAND_PROMPT
from storage import UnitOfWork
from storage.messages import addresses
from storage.notifications import news, preferences
from storage.notifications.preferences import BundleReader
from storage.people import people

# A turn that is being committed just now is left to the next bundle rather than lost.
_SETTLED = timedelta(minutes=1)
_FURTHEST_BACK = timedelta(days=14)


async def due_bundles(unit: UnitOfWork, *, policy: Policy, now: datetime) -> list[Bundle]:
    """Returns the bundle of everybody whose hour has come and who had none today.

    Some may be empty. On a State holiday there are none: what they would say waits for the
    day after.
    """
    local, until = policy.local(now), now - _SETTLED
    rest = await rest_at(unit, local.date())
    if rest.is_free or local.time() >= policy.quiet_from:
        return []
    waiting: dict[datetime, list[BundleReader]] = defaultdict(list)
    for reader in await preferences.list_readers(unit, today=local.date()):
        if _is_due(reader, local, policy):
            told = reader.told_until or until - timedelta(days=1)
            waiting[max(told, until - _FURTHEST_BACK)].append(reader)
    return [
        bundle
        for since, readers in waiting.items()
        for bundle in await gather_bundles(
            unit, readers, since=since, until=until, policy=policy, rest=rest
        )
    ]


def _is_due(reader: BundleReader, local: datetime, policy: Policy) -> bool:
    hour = reader.preference.bundle_at or policy.bundle_at
    told = reader.told_until
    return local.time() >= hour and (told is None or told < _day_before(local))


def _day_before(local: datetime) -> datetime:
    """Returns the end of the day before, as it is noted for those who had their bundle then."""
    return datetime.combine(local.date(), time(), tzinfo=local.tzinfo) - _SETTLED


async def enqueue_bundles(
    unit: UnitOfWork, due: Sequence[Bundle], *, policy: Policy, now: datetime
) -> None:
    """Queues bundles with the news that wait, and notes that their people are told."""
    if not due:
        return
    claimed = await preferences.claim(
        unit,
        {bundle.person_id for bundle in due},
        until=max(bundle.until for bundle in due),
        before=_day_before(policy.local(now)),
    )
    wanted = [bundle for bundle in due if bundle.person_id in claimed and bundle.has_something]
    reached = await addresses.preferred(unit, {bundle.person_id for bundle in wanted})
    known = await people.persons(unit, reached)
    rows = {person_id: unit.new_id() for person_id in reached}
    told = await news.take(unit, rows, now=now)
    messages = [
        _row(
            rows[bundle.person_id],
            reached[bundle.person_id],
            _with_news(bundle, told.get(bundle.person_id, [])),
            known[bundle.person_id],
            unit,
            now,
        )
        for bundle in wanted
        if bundle.person_id in reached and (bundle.has_facts or bundle.person_id in told)
    ]
    await enqueue_notices(unit, messages, now=now)


def _with_news(bundle: Bundle, lines: list[News]) -> Bundle:
    """Returns the bundle with its news: a report of which they speak is not told again."""
    spoken_of = {line.command for line in lines if line.key == CORRECTED or is_new_report(line)}
    others = [
        report for report in bundle.reports if SeeReport(report.meeting_id).key not in spoken_of
    ]
    return replace(bundle, news=lines, reports=others)


def _row(
    row_id: int, to: KnownAddress, bundle: Bundle, person: Person, unit: UnitOfWork, now: datetime
) -> OutboxRow:
    return notice(
        unit,
        to,
        render_bundle(bundle, person, prompt_id=f"{COMMAND_PROMPT}b{row_id}"),
        Delivery(priority=Priority.REMINDER, expires_at=now + timedelta(days=1), row_id=row_id),
        dedupe_key=f"bundle:{person.id}:{bundle.until:%Y-%m-%dT%H:%M}",
    )
