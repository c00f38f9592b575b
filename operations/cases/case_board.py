"""The difficulties of a place as a board: what waits, at whom, how long, what recurs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from statistics import median

from domain.cases import Case
from domain.chapters import Area
from domain.people import Only
from domain.refusals import NotAllowed
from domain.reporting_span import Span
from domain.text_similarity import Theme
from operations.access import reach, scopes
from operations.cases.caseload import OpenedCase, get_case
from operations.cases.merging import list_likest, list_open_themes
from operations.context import ActorContext
from operations.namesakes import name_chapters
from operations.rights import Right
from storage.cases import case_rows
from storage.cases.case_rows import BoardCount, CaseRow
from storage.keyset import Page, PageAsked

_LIKEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardAsked:
    """Which cases are asked for: of a place and span, in a state and category ("" for all)."""

    place: Area | None
    span: Span
    only: Only = None
    here: bool = False
    standing: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseBoard:
    """A page of cases, with how many there are of each state and category.

    `categories` are those of the state looked at. `days` is the median of how long the cases
    took that were solved in the span, `solved` of how many; `themes` are told in several places.
    `waiting` are the categories of what is not solved, with how many are new and how many wait.
    """

    page: Page[CaseRow]
    counts: Mapping[str, int]
    categories: Sequence[tuple[str, int]]
    waiting: Sequence[tuple[str, int, int]]
    late: int
    oldest_new: datetime | None
    days: float | None
    solved: int
    themes: Sequence[Theme]


async def look_at_board(context: ActorContext, asked: BoardAsked, rows: PageAsked) -> CaseBoard:
    """Returns the board of a place with a page of its cases, by one of `COLUMNS`.

    Raises NotAllowed for somebody who sees no cases.
    """
    sought = await _seek(context, asked)
    counted = await case_rows.count_board(context.unit, sought)
    page = await case_rows.list_page(context.unit, sought, rows)
    days = await _days(context, sought)
    return CaseBoard(
        page=replace(page, rows=await name_chapters(context.unit, page.rows)),
        counts=_sums(counted),
        categories=_categories(counted, asked.standing),
        waiting=_waiting(counted),
        late=sum(one.late for one in counted),
        oldest_new=min((one.oldest for one in counted if one.standing == "new"), default=None),
        days=median(days) if days else None,
        solved=len(days),
        themes=await _themes(context, sought.path),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCounts:
    """How many cases of a place stand in each state, and how many of them are overdue."""

    counts: Mapping[str, int]
    late: int

    @property
    def waiting(self) -> int:
        """Cases that are not solved yet."""
        return sum(number for name, number in self.counts.items() if name != case_rows.SOLVED)


async def count_at_place(context: ActorContext, asked: BoardAsked) -> CaseCounts:
    """Returns the counts of the board of a place alone."""
    counted = await case_rows.count_board(context.unit, await _seek(context, asked))
    return CaseCounts(counts=_sums(counted), late=sum(one.late for one in counted))


async def _seek(context: ActorContext, asked: BoardAsked) -> case_rows.Sought:
    far = reach(context.posts, context.today, Right.SEE_CASE_FIGURES)
    since, until = context.policy.bounds(asked.span.first_day, asked.span.last_day)
    return case_rows.Sought(
        chapter_ids=far.chapter_ids,
        scopes=await scopes(context.unit, far),
        path=asked.place.path if asked.place else "/",
        since=since,
        until=until,
        today=context.today,
        only=asked.only,
        here=asked.place.id if asked.here and asked.place else None,
        standing=asked.standing,
        category=asked.category,
    )


def _sums(counted: Sequence[BoardCount]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for one in counted:
        sums[one.standing] += one.number
    return sums


def _categories(counted: Sequence[BoardCount], standing: str) -> list[tuple[str, int]]:
    """Returns the categories of the cases in a state, the most frequent first."""
    sums: Counter[str] = Counter()
    for one in counted:
        if standing == case_rows.OVERDUE:
            sums[one.category] += one.late
        elif standing in ("", one.standing):
            sums[one.category] += one.number
    return [pair for pair in sums.most_common() if pair[1]]


def _waiting(counted: Sequence[BoardCount]) -> list[tuple[str, int, int]]:
    """Returns how many unsolved cases of each category are new and wait, the most first."""
    new: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for group in counted:
        if group.standing != case_rows.SOLVED:
            every[group.category] += group.number
            new[group.category] += group.number if group.standing == "new" else 0
    return [(name, new[name], number - new[name]) for name, number in every.most_common()]


async def _days(context: ActorContext, sought: case_rows.Sought) -> list[int]:
    """Returns how many days each case took that was solved in the span."""
    day_of = context.policy.day_of
    solved = await case_rows.list_solved(context.unit, sought)
    return [(day_of(until) - day_of(since)).days for since, until in solved]


async def _themes(context: ActorContext, path: str) -> list[Theme]:
    """Returns what is told alike in several places there, for those who work on cases."""
    try:
        found = await list_open_themes(context)
    except NotAllowed:
        return []
    return [one for one in found if any(each.area_path.startswith(path) for each in one.cases)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSheet:
    """A case with those told in like words, which could be answered together with it."""

    opened: OpenedCase
    alike: Sequence[Case]


async def open_case(context: ActorContext, case_id: int) -> CaseSheet:
    """Returns a case in one's sight; raises NotFound."""
    opened = await get_case(context.unit, context.posts, case_id, today=context.today)
    alike = await list_likest(context, opened, most=_LIKEST) if opened.tends else []
    return CaseSheet(opened=opened, alike=alike)
