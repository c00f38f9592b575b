"""What changed after a month was published as final, posted as the difference it makes."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from digests.text import render_correction
from domain.calendar import Period
from domain.corrections import (
    Correction,
    correct,
    correction_from_json,
    correction_to_json,
)
from domain.digest_times import DigestKind, DigestTime, weekly_digest
from domain.expectations import month_of
from domain.figures import SMALLEST_CELL, Figures, summary_from_json, total_of
from domain.policy import Policy
from operations.figures.counting import recount
from operations.meetings.free_days import rest_at
from operations.notifications.disclosing import has_channel_above
from operations.notifications.posting import WEEK, Post, post_once
from storage import UnitOfWork
from storage.directory import areas, digest_targets, pasts
from storage.directory.digest_targets import DigestTarget
from storage.notifications import digest_posts
from storage.notifications.digest_posts import PostedDigest
from storage.reports import changed
from storage.reports.changed import ChangedReport

# Reports are opened again soon or never.
_REACH = timedelta(days=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyCorrection:
    """A difference that is due for a group, the version of the month that it leads to."""

    target: DigestTarget
    time: DigestTime
    correction: Correction
    version: int


async def due_corrections(
    unit: UnitOfWork, *, policy: Policy, now: datetime
) -> list[ReadyCorrection]:
    """Returns what bound groups should be told, with the week's digest, of closed months."""
    local = policy.local(now)
    if (await rest_at(unit, local.date())).is_free:
        return []
    found: dict[Period, list[ChangedReport]] = defaultdict(list)
    for report in await changed.list_changed(unit, since=now - _REACH):
        found[month_of(report.period, report.planned_on)].append(report)
    if not found:
        return []
    week = weekly_digest(local, policy)
    return [
        ready
        for target in await digest_targets.list_live(unit)
        if target.here.reachable and target.bound_at <= week.at
        for month in sorted(found)
        if (ready := await _due(unit, target, month, week, found[month], policy=policy))
    ]


async def _due(
    unit: UnitOfWork,
    target: DigestTarget,
    month: Period,
    week: DigestTime,
    reports: Sequence[ChangedReport],
    *,
    policy: Policy,
) -> ReadyCorrection | None:
    time = DigestTime(kind=DigestKind.CORRECTION, month=month, day=week.day, at=week.at)
    posts = await digest_posts.list_of_month(
        unit,
        target_id=target.id,
        period=str(month),
        kinds=(DigestKind.FINAL, DigestKind.CORRECTION),
    )
    told = _told(posts)
    if told is None or posts[-1].posted_at >= week.at:
        return None
    place = await pasts.area_on(unit, target.area_id, month.last_day)
    here = await changed.chapters_inside(unit, place.path, month)
    if not _since(reports, here, posts[-1].posted_at):
        return None
    above = await has_channel_above(unit, await areas.get(unit, target.area_id), month, policy)
    chapters = 0 if above else len(_since(reports, here, _sums_told_at(posts)))
    counted = await recount(unit, place.path, month, policy=policy)
    now = total_of(row.figures for row in counted)
    correction = correct(place.name, month, told=told, now=now, chapters=chapters)
    if not correction.changes():
        return None
    # The first was told at closing.
    version = len(posts) + 1
    return ReadyCorrection(target=target, time=time, correction=correction, version=version)


def _since(reports: Sequence[ChangedReport], here: Collection[int], moment: datetime) -> set[int]:
    return {
        report.chapter_id
        for report in reports
        if report.sent_at > moment and report.chapter_id in here
    }


def _told(posts: Sequence[PostedDigest]) -> Figures | None:
    """Returns the figures that a group knows of a month, None where it was told none."""
    if not posts:
        return None
    last = posts[-1]
    if last.kind == DigestKind.CORRECTION:
        return correction_from_json(last.figures).after
    summary = summary_from_json(last.figures)
    is_told = not summary.is_hidden and summary.total.meeting >= SMALLEST_CELL
    return summary.total if is_told else None


def _sums_told_at(posts: Sequence[PostedDigest]) -> datetime:
    """Returns when a group was last told the sums of a month."""
    return next(
        (
            posted.posted_at
            for posted in reversed(posts)
            if posted.kind == DigestKind.FINAL or correction_from_json(posted.figures).with_sums
        ),
        posts[0].posted_at,
    )


async def post_correction(unit: UnitOfWork, ready: ReadyCorrection, *, now: datetime) -> bool:
    """Queues a difference with its figures kept; False if it was posted before."""
    return await post_once(
        unit,
        ready.target,
        ready.time,
        Post(
            figures=correction_to_json(ready.correction),
            message=render_correction(
                ready.correction, ready.target.language, version=ready.version
            ),
            expires_at=ready.time.at + WEEK,
        ),
        now=now,
    )
