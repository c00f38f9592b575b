"""Who has not reported, since when, whom to ring, and whether the bot has asked already."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.calendar import Period, after_quiet
from domain.chapters import Area, ids_of
from domain.people import Only, Person, Role, is_within
from domain.refusals import NotAllowed
from domain.reporting_span import Span
from operations.access import reach, scopes
from operations.contacts import leaders_of
from operations.context import ActorContext
from operations.figures.report_list import count_months
from operations.namesakes import name_areas, name_chapters
from operations.notifications.late import nudging_posts
from operations.notifications.nudging import NudgePlan, plan_nudges, send_nudges
from operations.report_status import ReportStatus, status_of
from storage.directory import pasts
from storage.figures.report_rows import Counted
from storage.notifications import reminded
from storage.notifications.reminded import SentReminder
from storage.people import people
from storage.reports import overviews
from storage.reports.overviews import IdleRow, OverviewRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """A meeting without a report, or one not held, and the month that it counts in.

    `days` are those since it was due, or until then; `sent_after` is set where a report came
    after the month was closed, which still counts as missing.
    """

    row: OverviewRow
    status: ReportStatus
    month: Period
    days: int
    sent_after: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A chapter that rests for a month, with its place."""

    row: IdleRow
    place: str
    month: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingBoard:
    """The meetings of a place and span that want a report, by how they stand, oldest first."""

    late: Sequence[Owing]
    awaited: Sequence[Owing]
    not_held: Sequence[Owing]
    paused: Sequence[Resting]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ring about a meeting, and when the bot last asked them for the report."""

    leaders: Sequence[Person]
    cadres: Sequence[Person]
    reminded: SentReminder | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What of the chapters in sight is looked at: a place, right there alone, or some kinds.

    Taken `afresh`, what came after the closing of a month is not missing any more.
    """

    place: Area | None
    only: Only = None
    here: bool = False
    afresh: bool = False

    def takes(self, row: OverviewRow | IdleRow) -> bool:
        """True for a chapter that is looked at."""
        if self.here and self.place and ids_of(row.area_path)[-1] != self.place.id:
            return False
        return is_within(self.only, row.kind_id, row.association)


async def list_missing(context: ActorContext, what: Narrowed, span: Span) -> MissingBoard:
    """Returns what wants a report in some months, of the chapters in sight."""
    unit, today = context.unit, context.today
    far = reach(context.posts, today)
    places = await scopes(unit, far)
    lines: list[Owing] = []
    resting: list[Resting] = []
    months = span.begun(today)
    for counted in await count_months(context, what.place, months, afresh=what.afresh):
        rows = await overviews.list_rows(
            unit,
            chapter_ids=far.chapter_ids,
            scopes=places,
            below_path=counted.path,
            month=counted.month,
            owing=overviews.is_owing(counted.until),
        )
        lines += [_owing(row, counted, today) for row in rows if what.takes(row)]
        idle = await overviews.list_paused(
            unit,
            chapter_ids=far.chapter_ids,
            scopes=places,
            below_path=counted.path,
            month=counted.month,
        )
        paused = [row for row in idle if what.takes(row)]
        resting += await _name_resting(context, paused, counted.month)
    lines.sort(key=lambda line: (line.row.due_on, line.row.area_path, line.row.chapter_id))

    def standing(status: ReportStatus) -> list[Owing]:
        return [line for line in lines if line.status is status]

    return MissingBoard(
        late=standing(ReportStatus.MISSING),
        awaited=standing(ReportStatus.NOT_YET_DUE),
        not_held=standing(ReportStatus.NOT_HELD),
        paused=resting,
    )


async def _name_resting(
    context: ActorContext, rows: Sequence[IdleRow], month: Period
) -> list[Resting]:
    named = await name_chapters(context.unit, rows)
    places = await _name_places(context, [row.area_path for row in named], month)
    return [Resting(row=row, place=places[row.area_path], month=month) for row in named]


async def _name_places(
    context: ActorContext, paths: Sequence[str], month: Period
) -> dict[str, str]:
    ids = {path: ids_of(path)[-1] for path in paths}
    known = await pasts.list_on(context.unit, set(ids.values()), month.last_day)
    names = await name_areas(context.unit, known.values())
    return {path: names[number] for path, number in ids.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOwing:
    """A line as it is shown: namesakes among its units told apart, its place by its name then."""

    line: Owing
    chapter_name: str
    place: str


async def name_lines(context: ActorContext, lines: Sequence[Owing]) -> list[NamedOwing]:
    """Returns some lines with the names to show."""
    rows = await name_chapters(context.unit, [line.row for line in lines])
    places: dict[Period, dict[str, str]] = {}
    for month in {line.month for line in lines}:
        paths = [line.row.area_path for line in lines if line.month == month]
        places[month] = await _name_places(context, paths, month)
    return [
        NamedOwing(
            line=line,
            chapter_name=row.chapter_name,
            place=places[line.month][row.area_path],
        )
        for line, row in zip(lines, rows, strict=True)
    ]


def _owing(row: OverviewRow, counted: Counted, today: date) -> Owing:
    came_after = (
        row.first_sent_at
        if counted.until and row.first_sent_at and row.first_sent_at >= counted.until
        else None
    )
    return Owing(
        row=row,
        status=status_of(replace(row, on_time=None) if came_after else row, counted.as_of),
        month=counted.month,
        days=abs((today - row.due_on).days),
        sent_after=came_after,
    )


async def find_contacts(context: ActorContext, lines: Sequence[Owing]) -> dict[int, Contact]:
    """Returns by meeting whom to ring about some lines, and whether the bot asked them."""
    if not lines:
        return {}
    unit, today = context.unit, context.today
    chapter_ids = {line.row.chapter_id for line in lines}
    leaders = await leaders_of(unit, chapter_ids, day=today)
    cadres = await people.holders(unit, chapter_ids, roles=[Role.CADRE], day=today)
    days = [line.row.planned_on or line.row.due_on for line in lines]
    asked = await reminded.list_last(
        unit,
        {person.id for some in leaders.values() for person in some},
        since=context.policy.midnight(min(days)),
    )
    return {
        line.row.meeting_id: Contact(
            leaders=leaders.get(line.row.chapter_id, ()),
            cadres=tuple(holder.person for holder in cadres.get(line.row.chapter_id, ())),
            reminded=max(
                (
                    asked[person.id]
                    for person in leaders.get(line.row.chapter_id, ())
                    if person.id in asked and asked[person.id].at >= context.policy.midnight(day)
                ),
                key=lambda value: value.at,
                default=None,
            ),
        )
        for line, day in zip(lines, days, strict=True)
    }


def may_nudge(context: ActorContext) -> bool:
    """True for somebody who may ask others for their reports."""
    return bool(nudging_posts(context.posts, context.today))


@dataclass(frozen=True, slots=True, kw_only=True)
class NudgeLook:
    """What a nudge would come to: who gets a message, when it goes, and who is left out."""

    plan: NudgePlan
    people: Sequence[Person]
    told: Sequence[Person]
    goes_at: datetime


async def look_at_nudges(context: ActorContext, meeting_ids: Sequence[int]) -> NudgeLook:
    """Returns whom a nudge about some meetings would reach; raises NotAllowed."""
    plan = await _plan(context, meeting_ids)
    known = await people.persons(context.unit, {*plan.due, *plan.told_today})
    policy = context.policy
    return NudgeLook(
        plan=plan,
        people=[known[number] for number in plan.due],
        told=[known[number] for number in sorted(plan.told_today)],
        goes_at=after_quiet(policy.local(context.now), policy.quiet_from, policy.quiet_until),
    )


async def nudge(context: ActorContext, meeting_ids: Sequence[int]) -> list[Person]:
    """Asks for the reports of some meetings; returns who gets a message. Raises NotAllowed."""
    plan = await _plan(context, meeting_ids)
    return await send_nudges(
        context.unit, plan, by=context.actor, policy=context.policy, now=context.now
    )


async def _plan(context: ActorContext, meeting_ids: Sequence[int]) -> NudgePlan:
    if not may_nudge(context):
        raise NotAllowed("not-your-area")
    return await plan_nudges(
        context.unit,
        posts=context.posts,
        meeting_ids=meeting_ids,
        policy=context.policy,
        now=context.now,
    )
