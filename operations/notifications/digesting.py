"""Digests: the figures of an area and month, and their way into the bound groups."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from digests.text import render_digest
from domain.calendar import Period, closing_date, is_closed
from domain.chapters import Area, ids_of
from domain.digest_times import DigestKind, DigestTime, latest_digests
from domain.figures import (
    SMALLEST_CELL,
    Cell,
    Counted,
    Summary,
    summary_from_json,
    summary_to_json,
    total_of,
)
from domain.files import StoredFile
from domain.message import Choice
from domain.policy import Policy
from domain.talks import KnownAddress
from operations.figures.counting import count_figures, count_month
from operations.meetings.closing import closing_day_of
from operations.meetings.free_days import rest_at
from operations.notifications.buttons import DigestDetails, DigestMissing, DigestReasons
from operations.notifications.disclosing import disclosure_of
from operations.notifications.posting import WEEK, Post, post_once
from storage import UnitOfWork
from storage.directory import areas, digest_targets, pasts, successors
from storage.directory.digest_targets import DigestTarget
from storage.meetings import expectations
from storage.messages import outbox
from storage.notifications import digest_posts
from texts import label

_TRY_AGAIN = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyDigest:
    """A digest that is due for a group, counted; `week_ago` is the one before of the month."""

    target: DigestTarget
    time: DigestTime
    summary: Summary
    week_ago: Summary | None


async def make_summary(
    unit: UnitOfWork, area_id: int, month: Period, *, policy: Policy, now: datetime
) -> Summary:
    """Counts a month of an area and all below it, beside the month before.

    A closed month is told as it stood at its closing, an open one as it stands today.
    """
    today = policy.day_of(now)
    place = await pasts.area_on(unit, area_id, month.last_day)
    closing_day = await closing_day_of(unit, await areas.get(unit, area_id), policy=policy)
    closing = closing_date(month, closing_day=closing_day)
    found = await count_month(unit, place.path, month, policy=policy, now=now)
    earlier = month.previous()
    before = [
        counted.figures
        for path in await _paths_then(unit, area_id, earlier.last_day)
        for counted in await count_figures(unit, path, earlier, policy=policy, now=now)
    ]
    parts = await pasts.list_on(
        unit, {counted.area_id for counted in found.counted}, month.last_day
    )
    shown = await disclosure_of(unit, place, month, found.counted, policy=policy, now=now)
    return Summary(
        area=place.name,
        year=month.year,
        month=month.month,
        as_of=min(today, closing),
        is_final=today > closing,
        cells=_cells(found.counted, parts),
        topics=found.told.topics,
        difficulties=found.told.difficulties,
        before=total_of(before),
        is_before_final=is_closed(earlier, today, closing_day=closing_day),
        is_hidden=shown.is_hidden,
        with_kinds=shown.with_kinds,
        with_sums=shown.with_sums,
        cases=found.told.cases,
    )


async def _paths_then(unit: UnitOfWork, area_id: int, day: date) -> list[str]:
    """Returns where a place lay on a day; of one made later, where what it was made of lay."""
    found = await pasts.list_on(unit, [area_id], day)
    while young := [area.id for area in found.values() if area.valid_from > day]:
        before = await successors.areas_before(unit, young)
        older = {area_id: area for area_id, area in found.items() if area_id not in young}
        found = older | await pasts.list_on(unit, before, day)
    return sorted({area.path for area in found.values()})


def _cells(counted: Iterable[Counted], parts: Mapping[int, Area]) -> tuple[Cell, ...]:
    """Returns the cells by part of the area and by kind, in the order of the tree."""
    return tuple(
        Cell(place=parts[month.area_id].name, kind=month.kind, figures=month.figures)
        for month in sorted(
            counted, key=lambda value: (ids_of(parts[value.area_id].path), value.kind_id)
        )
    )


async def digest_text(
    unit: UnitOfWork, area_id: int, month: Period, *, language: str, policy: Policy, now: datetime
) -> str:
    """Returns the digest of an area and month as rich text."""
    summary = await make_summary(unit, area_id, month, policy=policy, now=now)
    return render_digest(summary, language).text


async def due_digests(unit: UnitOfWork, *, policy: Policy, now: datetime) -> list[ReadyDigest]:
    """Returns the digests that bound groups should have by now and have not.

    On a State holiday there are none: they wait for the day after.
    """
    if (await rest_at(unit, policy.day_of(now))).is_free:
        return []
    ready: list[ReadyDigest] = []
    counted: dict[tuple[int, Period], Summary] = {}
    for target in await digest_targets.list_live(unit):
        for time in await _missing(unit, target, policy=policy, now=now):
            key = (target.area_id, time.month)
            if key not in counted:
                counted[key] = await make_summary(unit, *key, policy=policy, now=now)
            week_ago = await find_week_ago(unit, target, time)
            ready.append(
                ReadyDigest(target=target, time=time, summary=counted[key], week_ago=week_ago)
            )
    return ready


async def find_week_ago(
    unit: UnitOfWork, target: DigestTarget, time: DigestTime
) -> Summary | None:
    """Returns the newest weekly digest that a group got of a month that still runs."""
    posts = await digest_posts.list_of_month(
        unit, target_id=target.id, period=str(time.month), kinds=(DigestKind.PROGRESS,)
    )
    return summary_from_json(posts[-1].figures) if posts else None


async def _missing(
    unit: UnitOfWork, target: DigestTarget, *, policy: Policy, now: datetime
) -> list[DigestTime]:
    """Returns what a group has not got of the digests since it was bound.

    One that took nothing is tried again a day later: nobody tells the bot of a right given back.
    """
    if not target.here.reachable and await _tried_lately(unit, target.here, now=now):
        return []
    place = await areas.get(unit, target.area_id)
    closing_day = await closing_day_of(unit, place, policy=policy)
    times = latest_digests(policy.local(now), policy, closing_day=closing_day)
    return [
        time
        for time in times
        if target.bound_at <= time.at
        and not await digest_posts.is_posted(
            unit, target_id=target.id, kind=time.kind, period=str(time.month), day=time.day
        )
        and await _has_figures(unit, target, time)
    ]


async def _tried_lately(unit: UnitOfWork, here: KnownAddress, *, now: datetime) -> bool:
    tried = await outbox.newest_at(unit, here.id)
    return tried is None or now - tried < _TRY_AGAIN


async def _has_figures(unit: UnitOfWork, target: DigestTarget, time: DigestTime) -> bool:
    """False for a month that closed before anything was owed here, as before the beginning."""
    if time.kind is not DigestKind.FINAL:
        return True
    place = await pasts.area_on(unit, target.area_id, time.month.last_day)
    return await expectations.is_any_owed(unit, place.path, time.month)


async def post_digest(
    unit: UnitOfWork,
    ready: ReadyDigest,
    *,
    picture: StoredFile | None = None,
    workbook: StoredFile | None = None,
    now: datetime,
) -> bool:
    """Queues a digest with its figures kept, as words below its picture if there is one.

    The workbook follows as a message of its own that makes no sound. False if it was posted
    before.
    """
    is_passing = ready.time.kind is DigestKind.PROGRESS
    return await post_once(
        unit,
        ready.target,
        ready.time,
        Post(
            figures=summary_to_json(ready.summary),
            message=render_digest(ready.summary, ready.target.language, week_ago=ready.week_ago),
            expires_at=ready.time.at + WEEK if is_passing else None,
            choices=tuple(_choices(ready)),
            picture=picture,
            workbook=workbook,
        ),
        now=now,
    )


def _choices(ready: ReadyDigest) -> Iterator[Choice]:
    """Yields what may be asked about a digest that tells figures."""
    total, language = ready.summary.total, ready.target.language
    if ready.summary.is_hidden or total.meeting < SMALLEST_CELL:
        return
    month, place = ready.time.month, ready.target.area_id
    asked = (
        (DigestDetails(period=month, place=place), "digest-button-details"),
        (DigestReasons(period=month, place=place), "digest-button-reasons"),
        (DigestMissing(period=month, place=place), "digest-button-missing"),
    )
    for button, words in asked[: 3 if total.missing else 2]:
        yield Choice(button.key, label(words, language, due=total.due))
