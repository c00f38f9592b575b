"""One chapter on a sheet: twelve months at a glance, its people, its rule, what it told of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.calendar import Period
from domain.cases import Case
from domain.chapters import Chapter
from domain.expectations import Reason
from domain.people import Role
from domain.reporting_span import Span, span_of
from operations.access import require_sight
from operations.context import ActorContext
from operations.figures.chapter_events import ChapterPast, get_chapter_past
from operations.figures.report_list import count_months
from storage.cases import cases
from storage.directory import areas, chapters, successors
from storage.exemplars import exemplars
from storage.exemplars.exemplars import ExemplarLine
from storage.figures import report_rows
from storage.figures.report_rows import ReportRow
from storage.keyset import PageAsked
from storage.meetings import expectations
from storage.people import people
from storage.people.people import Holder

_MONTHS = 12
_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCell:
    """A month of a chapter: its meetings, or why there are none; `reason` is None if unplanned."""

    month: Period
    reason: Reason | None
    meetings: Sequence[ReportRow] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterSheet:
    """A chapter with all that is known of it.

    `holders` are those who hold or held a post in it, the present ones first, `cadres` those
    who look after it today; `came_from` the chapters out of which it was made.
    """

    chapter: Chapter
    months: Sequence[MonthCell]
    holders: Sequence[Holder]
    cadres: Sequence[Holder]
    cases: Sequence[Case]
    exemplars: Sequence[ExemplarLine]
    past: ChapterPast
    came_from: Sequence[Chapter]


async def open_chapter(context: ActorContext, chapter_id: int, span: Span) -> ChapterSheet:
    """Returns a chapter in sight, with the twelve months up to a span's end; raises NotFound."""
    unit, today = context.unit, context.today
    chapter = require_sight(context.posts, await chapters.find(unit, chapter_id), today)
    before = await chapters.by_ids(unit, await successors.chapters_before(unit, [chapter_id]))
    cadres = await people.holders(unit, [chapter_id], roles=[Role.CADRE], day=today)
    return ChapterSheet(
        chapter=chapter,
        months=await _months(context, chapter, span),
        holders=await people.list_ever_of_chapter(unit, chapter_id),
        cadres=cadres.get(chapter_id, ()),
        cases=await cases.list_of_chapters(unit, [chapter_id], limit=_MOST),
        exemplars=await exemplars.list_lines(unit, chapter_ids=[chapter_id], scopes=()),
        past=await get_chapter_past(unit, context.posts, chapter_id, today=today),
        came_from=list(before.values()),
    )


async def _months(context: ActorContext, chapter: Chapter, span: Span) -> list[MonthCell]:
    last = min(span.last_day, context.today)
    month = span_of(last, 1)
    months: list[Period] = []
    while len(months) < _MONTHS:
        months.insert(0, month.periods[0])
        month = month.previous()
    place = await areas.get(context.unit, chapter.area_id)
    counted = await count_months(context, place, months)
    sought = report_rows.Sought(
        chapter_ids=[chapter.id],
        scopes=(),
        months=[replace(one, path="/") for one in counted],
    )
    page = await report_rows.list_page(context.unit, sought, PageAsked(column="day", limit=_MOST))
    why = await expectations.list_reasons(context.unit, chapter.id)
    return [_cell(one, why, page.rows) for one in months]


def _cell(month: Period, why: Mapping[str, str], rows: Sequence[ReportRow]) -> MonthCell:
    reason = why.get(str(month))
    return MonthCell(
        month=month,
        reason=Reason(reason) if reason else None,
        meetings=[row for row in rows if row.month == month],
    )
