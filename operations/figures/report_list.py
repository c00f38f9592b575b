"""The reports of a place and span as a list that counts what its figures count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.calendar import Period
from domain.chapters import Area
from domain.people import Only
from domain.reading import key
from domain.reporting_span import Span
from domain.reviews import ReviewState, state_of
from operations.access import reach, scopes
from operations.context import ActorContext
from operations.figures.counting import stand_of
from operations.meetings.planning_context import deadlines_at
from operations.namesakes import name_chapters
from storage.directory import pasts
from storage.figures import report_rows
from storage.figures.report_rows import Counted, ReportRow
from storage.keyset import Page, PageAsked
from storage.reports import reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportList:
    """Which reports are asked for: of a place (None for one's own chapters) and span.

    `state` is one of `storage.figures.report_rows.STATES`, "" for all meetings owed; `sender`
    the beginning of words of a name. Taken `afresh`, what came after the closing of a month
    counts as well.
    """

    place: Area | None
    span: Span
    only: Only = None
    here: bool = False
    state: str = ""
    sender: str = ""
    afresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedReports:
    """A page of the list, and how far the reports on it are, by their ids."""

    page: Page[ReportRow]
    reviewed: dict[int, ReviewState]


async def list_reports(context: ActorContext, asked: ReportList, rows: PageAsked) -> ListedReports:
    """Returns a page of the reports of the chapters in sight, by one of `COLUMNS`."""
    far = reach(context.posts, context.today)
    page = await report_rows.list_page(
        context.unit,
        report_rows.Sought(
            chapter_ids=far.chapter_ids,
            scopes=await scopes(context.unit, far),
            months=await count_months(
                context,
                asked.place,
                asked.span.begun(context.today),
                afresh=asked.afresh,
            ),
            only=asked.only,
            here=asked.place.id if asked.here and asked.place else None,
            state=asked.state,
            words=key(asked.sender).split(),
        ),
        rows,
    )
    named = await name_chapters(context.unit, page.rows)
    versions = {row.report_id: row.version for row in named if row.report_id and row.version}
    said = await reviews.of_reports(context.unit, versions)
    return ListedReports(
        page=replace(page, rows=named),
        reviewed={number: state_of(said[number], last) for number, last in versions.items()},
    )


async def count_months(
    context: ActorContext, place: Area | None, months: Sequence[Period], *, afresh: bool = False
) -> list[Counted]:
    """Returns months as their figures are counted at a place; None for all places."""
    unit, policy, found = context.unit, context.policy, []
    place_id = place.id if place else None
    paths = await pasts.paths_on(unit, place_id, [month.last_day for month in months])
    at = {path: await deadlines_at(unit, path, policy=policy) for path in set(paths)}
    for month, path in zip(months, paths, strict=True):
        closing_day = at[path].closing_day
        stand = stand_of(month, closing_day=closing_day, policy=policy, now=context.now)
        until = None if afresh else stand.until
        found.append(Counted(month=month, path=path, as_of=stand.as_of, until=until))
    return found
