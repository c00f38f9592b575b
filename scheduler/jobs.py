"""The jobs of the clock, each a function of the moment that may run twice without harm.

No transaction of a job holds the database for long: planning commits some hundred chapters,
reminders by the hundred people, and what takes long to read is read beside the writers.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import structlog
from prometheus_client import Counter

from digests.chart import describe_picture
from domain.digest_times import DigestKind
from domain.files import StoredFile
from operations.cadres.score_tables import ensure_defaults
from operations.cases.clock import list_to_pass_up, pass_up_overdue, settle_silent
from operations.cases.desk_moves import hand_on_cases, settle_desks
from operations.exemplars.trials import ask_how_trials_go
from operations.figures.closing import (
    list_closings,
    list_to_close,
    list_to_sum,
    store_closing,
    sum_closed,
)
from operations.figures.counter_board import (
    ask_for_counters,
    fill_counter_kinds,
    list_areas_to_ask,
    mark_asked,
)
from operations.maintenance.health import (
    is_noted_failing,
    note_disk,
    note_job,
    tell_administrators,
)
from operations.maintenance.housekeeping import fill_holidays, purge_old
from operations.meetings.closing import MOST, close_period
from operations.meetings.expecting import fill_expectations, list_to_fill, mark_filled
from operations.meetings.free_days import is_morning_noted, note_morning, rest_at
from operations.meetings.planning import list_to_plan, plan_areas
from operations.messaging.quotas import tell_of_quotas
from operations.messaging.unseen import follow_unseen, list_unseen
from operations.notifications.bundling import due_bundles, enqueue_bundles
from operations.notifications.correcting import due_corrections, post_correction
from operations.notifications.digest_letters import change_letter, list_letter_changes
from operations.notifications.digest_table import tabulate
from operations.notifications.digesting import ReadyDigest, due_digests, post_digest
from operations.notifications.leader_news import due_leader_news, enqueue_leader_news
from operations.notifications.reminding import due_reminders, enqueue_reminders, list_to_remind
from operations.questionnaires.sending import close_ended
from operations.reports.unsent import tell_of_unsent
from scheduler.context import ClockContext
from storage import Unavailable, UnitOfWork
from storage.directory import areas

log = structlog.get_logger()

FAILURES = Counter("sinhhoat_clock_failures", "Jobs of the clock that failed", ["job"])
AT_ONCE = 100
# What is noted as failing beside the jobs themselves.
_PICTURES, _WORKBOOKS = "pictures", "workbooks"
# A bundle takes much longer to put into words than a reminder.
_BUNDLES_AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class Job:
    """A job: its name, what it does at a moment, and when it runs (fields of a cron trigger)."""

    name: str
    work: Callable[[ClockContext, datetime], Awaitable[None]]
    when: Mapping[str, str]


async def run_job(job: Job, context: ClockContext, now: datetime) -> bool:
    """Runs a job; a failure, or one that hangs, is logged and counted, and False is returned."""
    try:
        async with asyncio.timeout(context.longest.total_seconds()):
            await job.work(context, now)
        await _note(context, job.name, now, failed=False)
    except Unavailable:
        log.debug("database away, job left for its next time", job=job.name)
    except Exception:
        log.exception("job failed", job=job.name)
        with suppress(Unavailable):
            await _note(context, job.name, now, failed=True)
    else:
        return True
    FAILURES.labels(job.name).inc()
    return False


async def _note(context: ClockContext, name: str, now: datetime, *, failed: bool) -> None:
    """Writes only when something begins to fail or works again."""
    async with context.database.read() as unit:
        noted = await is_noted_failing(unit, name)
    if noted != failed:
        async with context.database.write() as unit:
            await note_job(unit, name, failed=failed, now=now)


async def _look_after(context: ClockContext, now: datetime) -> None:
    async with context.database.write() as unit:
        if context.disk_free is not None:
            await note_disk(unit, free=context.disk_free())
        await tell_administrators(unit, policy=context.policy, now=now)
        await tell_of_quotas(unit, context.quotas, policy=context.policy, now=now)


async def _fill_holidays(context: ClockContext, now: datetime) -> None:
    async with context.database.write() as unit:
        await fill_holidays(unit, policy=context.policy, now=now)


async def _install_scales(context: ClockContext, _now: datetime) -> None:
    async with context.database.write() as unit:
        await ensure_defaults(unit)


async def _by_parts(
    context: ClockContext,
    parts: Iterable[Collection[int]],
    work: Callable[[UnitOfWork, Collection[int]], Awaitable[object]],
) -> None:
    """Does each part in a transaction of its own, so many at once as the database bears.

    A part that fails ends the others; what was committed stays, and the next run goes on.
    """
    left = iter(parts)

    async def lane() -> None:
        for part in left:
            async with context.database.write() as unit:
                await work(unit, part)

    try:
        async with asyncio.TaskGroup() as lanes:
            for _ in range(context.database.writers):
                lanes.create_task(lane())
    except* Unavailable as gone:
        raise gone.exceptions[0] from None


async def _fill_expectations(context: ClockContext) -> None:
    """Keeps what was owed before expectations were kept, once."""
    async with context.database.read() as unit:
        parts = await list_to_fill(unit)
    await _by_parts(context, parts, fill_expectations)
    if parts:
        async with context.database.write() as unit:
            await mark_filled(unit)


async def _plan_meetings(context: ClockContext, now: datetime) -> None:
    await _fill_expectations(context)
    async with context.database.read() as unit:
        parts = await list_to_plan(unit, today=context.policy.day_of(now))
    await _by_parts(context, parts, partial(plan_areas, policy=context.policy, now=now))


async def _close_periods(context: ClockContext, now: datetime) -> None:
    async with context.database.read() as unit:
        roots = await areas.list_roots(unit)
    for root in roots:
        closed = MOST
        while closed == MOST:
            async with context.database.write() as unit:
                closed = await close_period(unit, root.id, policy=context.policy, now=now)
    await _store_closed(context, now)


async def _store_closed(context: ClockContext, now: datetime) -> None:
    async with context.database.read() as unit:
        waiting = await list_to_close(unit, policy=context.policy, now=now)
    for month, area_ids in waiting.items():
        async with context.database.read() as unit:
            closings = await list_closings(unit, month, area_ids, policy=context.policy, now=now)
        for closing in closings:
            async with context.database.write() as unit:
                await store_closing(unit, closing, now=now)
    async with context.database.read() as unit:
        unsummed = await list_to_sum(unit, policy=context.policy, now=now)
    for month in unsummed:
        async with context.database.write() as unit:
            await sum_closed(unit, month)


async def _tell_of_unsent(context: ClockContext, now: datetime) -> None:
    async with context.database.write() as unit:
        await tell_of_unsent(unit, policy=context.policy, now=now)


async def _remind(context: ClockContext, now: datetime) -> None:
    async with context.database.read() as unit:
        asked = list((await list_to_remind(unit, policy=context.policy, now=now)).items())
    for first in range(0, len(asked), AT_ONCE):
        some = dict(asked[first : first + AT_ONCE])
        async with context.database.read() as unit:
            due = await due_reminders(unit, some, policy=context.policy, now=now)
        if due:
            async with context.database.write() as unit:
                await enqueue_reminders(unit, due, policy=context.policy, now=now)
    await _note_morning(context, now)
    await _tell_leaders(context, now)


async def _note_morning(context: ClockContext, now: datetime) -> None:
    """Once the morning's reminders are queued, so that a day without them can be made up for."""
    local = context.policy.local(now)
    async with context.database.read() as unit:
        rest, noted = await rest_at(unit, local.date()), await is_morning_noted(unit, local.date())
    if local.time() >= context.policy.remind_morning and not (rest.is_free or noted):
        async with context.database.write() as unit:
            await note_morning(unit, local.date())


async def _tell_leaders(context: ClockContext, now: datetime) -> None:
    """Sends news that no reminder took along."""
    async with context.database.read() as unit:
        due = await due_leader_news(unit, policy=context.policy, now=now)
    for first in range(0, len(due), AT_ONCE):
        async with context.database.write() as unit:
            some = due[first : first + AT_ONCE]
            await enqueue_leader_news(unit, some, policy=context.policy, now=now)


async def _follow_unseen(context: ClockContext, now: datetime) -> None:
    """Says again by another way what lies on pages that nobody looks at."""
    async with context.database.read() as unit:
        unseen = await list_unseen(unit, policy=context.policy, now=now)
    for first in range(0, len(unseen), AT_ONCE):
        async with context.database.write() as unit:
            some = unseen[first : first + AT_ONCE]
            await follow_unseen(unit, some, policy=context.policy, now=now)


async def _bundle(context: ClockContext, now: datetime) -> None:
    async with context.database.read() as unit:
        due = await due_bundles(unit, policy=context.policy, now=now)
    for first in range(0, len(due), _BUNDLES_AT_ONCE):
        async with context.database.write() as unit:
            some = due[first : first + _BUNDLES_AT_ONCE]
            await enqueue_bundles(unit, some, policy=context.policy, now=now)


async def _follow_cases(context: ClockContext, now: datetime) -> None:
    """Passes up what is overdue, each by itself, and settles what nobody objected to."""
    async with context.database.write() as unit:
        today = context.policy.day_of(now)
        await hand_on_cases(unit, by=None, today=today, now=now)
        await settle_desks(unit)
    async with context.database.read() as unit:
        overdue = await list_to_pass_up(unit, policy=context.policy, now=now)
    for number in overdue:
        async with context.database.write() as unit:
            await pass_up_overdue(unit, number, policy=context.policy, now=now)
    async with context.database.write() as unit:
        await settle_silent(unit, now=now)


async def _change_letters(context: ClockContext, now: datetime) -> None:
    async with context.database.read() as unit:
        changes = await list_letter_changes(unit, policy=context.policy, now=now)
    for box, place in changes.values():
        async with context.database.write() as unit:
            await change_letter(unit, box, place, now=now)


async def _post_digests(context: ClockContext, now: datetime) -> None:
    await _change_letters(context, now)
    async with context.database.read() as unit:
        ready = await due_digests(unit, policy=context.policy, now=now)
    for digest in ready:
        picture = await _draw(context, digest, now)
        workbook = await _tabulate(context, digest, now)
        async with context.database.write() as unit:
            await post_digest(unit, digest, picture=picture, workbook=workbook, now=now)
    async with context.database.read() as unit:
        corrections = await due_corrections(unit, policy=context.policy, now=now)
    for correction in corrections:
        async with context.database.write() as unit:
            await post_correction(unit, correction, now=now)


async def _draw(context: ClockContext, ready: ReadyDigest, now: datetime) -> StoredFile | None:
    """Returns a digest's picture; where it fails the words go alone, and that is noted."""
    spec = describe_picture(ready.summary, ready.target.language)
    if spec is None or context.draw is None:
        return None
    picture = await context.draw(spec)
    await _note(context, _PICTURES, now, failed=picture is None)
    return picture


async def _tabulate(context: ClockContext, ready: ReadyDigest, now: datetime) -> StoredFile | None:
    """Returns the workbook of a closed month; where it fails there is none, and that is noted."""
    if ready.time.kind is not DigestKind.FINAL or context.tabulate is None:
        return None
    table = tabulate(ready.summary, ready.target.language, made_at=context.policy.local(now))
    if table is None:
        return None
    workbook = await context.tabulate(table, ready.target.language)
    await _note(context, _WORKBOOKS, now, failed=workbook is None)
    return workbook


async def _ask_how_trials_go(context: ClockContext, now: datetime) -> None:
    asked = 1
    while asked:
        async with context.database.write() as unit:
            asked = await ask_how_trials_go(unit, policy=context.policy, now=now)


async def _close_questionnaires(context: ClockContext, now: datetime) -> None:
    async with context.database.write() as unit:
        await close_ended(unit, today=context.policy.day_of(now), now=now)


async def _ask_for_counters(context: ClockContext, now: datetime) -> None:
    today = context.policy.day_of(now)
    async with context.database.write() as unit:
        await fill_counter_kinds(unit, policy=context.policy)
        area_ids = await list_areas_to_ask(unit, today=today)
    for area_id in area_ids:
        async with context.database.write() as unit:
            await ask_for_counters(unit, area_id, policy=context.policy, now=now)
    if area_ids:
        async with context.database.write() as unit:
            await mark_asked(unit, today=today)


async def _purge(context: ClockContext, now: datetime) -> None:
    async with context.database.write() as unit:
        await purge_old(unit, policy=context.policy, now=now)


JOBS = (
    Job("holidays", _fill_holidays, {"hour": "0", "minute": "1"}),
    Job("scales", _install_scales, {"hour": "0", "minute": "2"}),
    Job("planning", _plan_meetings, {"hour": "*/6", "minute": "5"}),
    Job("closing", _close_periods, {"minute": "10"}),
    Job("unsent", _tell_of_unsent, {"minute": "20"}),
    Job("reminders", _remind, {"minute": "*"}),
    Job("unseen", _follow_unseen, {"minute": "*/10"}),
    Job("bundles", _bundle, {"minute": "*/5"}),
    Job("cases", _follow_cases, {"hour": "5", "minute": "40"}),
    Job("digests", _post_digests, {"minute": "*/5"}),
    Job("counters", _ask_for_counters, {"hour": "4", "minute": "40"}),
    Job("questionnaires", _close_questionnaires, {"hour": "0", "minute": "15"}),
    Job("trials", _ask_how_trials_go, {"hour": "5", "minute": "20"}),
    Job("health", _look_after, {"minute": "*/10"}),
    Job("housekeeping", _purge, {"hour": "3", "minute": "20"}),
)
