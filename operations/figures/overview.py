"""Who has reported and who has not, for those who look after chapters."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.calendar import Period, is_closed, period_of
from domain.chapters import Area
from domain.figures import Counted, Figures, sum_by, total_of
from domain.meetings import MeetingState
from domain.people import Post, is_within
from domain.refusals import NotFound
from operations.access import may_see_place, reach, scopes
from operations.figures.counting import MonthReader, recount
from operations.meetings.planning_context import deadlines_at
from operations.namesakes import name_chapters
from operations.report_status import OverviewLine, part_of, status_of
from storage import UnitOfWork
from storage.directory import areas, pasts
from storage.directory.chapters import Scope
from storage.reports import overviews
from storage.reports.overviews import OverviewRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Every meeting owed for a month in sight, and what they add up to as of today."""

    lines: tuple[OverviewLine, ...]
    total: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFigures:
    """The figures of a month for a place, of the kinds in sight there.

    `areas` are the parts that `by_area` is by: the areas right below, and the place itself;
    `kinds` are the names of those that `by_kind` is by.
    """

    total: Figures
    by_area: Mapping[int, Figures]
    by_kind: Mapping[int, Figures]
    areas: Mapping[int, Area]
    kinds: Mapping[int, str]


async def overview(
    unit: UnitOfWork, posts: Sequence[Post], *, day: date, today: date, area_id: int | None = None
) -> Overview:
    """Returns how the chapters in sight stand in the month of `day`, in one area if given.

    Raises NotFound for an area that is out of sight or not there.
    """
    far = reach(posts, today)
    places = await scopes(unit, far)
    month = period_of(day, 1)
    path = await _path(unit, area_id, month.last_day)
    if area_id is not None and not may_see_place(posts, await _now(unit, area_id), today):
        raise NotFound("not-in-sight")
    rows = await overviews.list_rows(
        unit,
        chapter_ids=far.chapter_ids,
        scopes=places,
        below_path=path,
        month=month,
    )
    rows = await name_chapters(unit, rows)
    lines = tuple(
        OverviewLine(row=row, status=status_of(row, today), area_id=part_of(row.area_path, path))
        for row in rows
    )
    return Overview(lines=lines, total=total_of(_figures(line.row, today) for line in lines))


def _figures(row: OverviewRow, today: date) -> Figures:
    """Returns what one meeting counts for, by the rules of `storage.figures.figures`."""
    return Figures(
        expected=1,
        on_time=row.on_time is True,
        late=row.on_time is False,
        missing=row.on_time is None and row.due_on < today,
        not_held=row.on_time is not None and row.state is MeetingState.NOT_HELD,
    )


async def count_desk(
    reader: MonthReader, posts: Sequence[Post], place: Area, month: Period
) -> DeskFigures:
    """Returns the figures of a month for a place, of the kinds that are in sight there."""
    unit = reader.unit
    path = await _path(unit, place.id, reader.day_of(month))
    far = await scopes(unit, reach(posts, reader.today))
    counted = in_sight(await reader.count(path, month), path, far)
    by_area = sum_by(counted, lambda cell: cell.area_id)
    by_kind = sum_by(counted, lambda cell: cell.kind_id)
    return DeskFigures(
        total=total_of(by_kind.values()),
        by_area=by_area,
        by_kind={kind: by_kind[kind] for kind in sorted(by_kind)},
        areas=await pasts.list_on(unit, by_area, reader.day_of(month)),
        kinds={row.kind_id: row.kind for row in counted},
    )


async def count_after_closing(
    reader: MonthReader, posts: Sequence[Post], place: Area, month: Period
) -> Figures | None:
    """Returns what a month comes to with what was reported after its closing, None before that.

    It is of the same kinds as `count_desk`, which keeps to what stood at closing.
    """
    unit, policy, today = reader.unit, reader.policy, reader.today
    path = await _path(unit, place.id, reader.day_of(month))
    at = await deadlines_at(unit, path, policy=policy)
    if not is_closed(month, today, closing_day=at.closing_day):
        return None
    far = await scopes(unit, reach(posts, today))
    counted = await recount(unit, path, month, policy=policy, placed_on=reader.placed_on)
    return total_of(row.figures for row in in_sight(counted, path, far))


async def may_differ_as_today(unit: UnitOfWork, month: Period) -> bool:
    """True if figures by where places lie today may be others than by where they lay."""
    return await pasts.has_moved_since(unit, month.last_day)


def in_sight(counted: Iterable[Counted], path: str, places: Sequence[Scope]) -> list[Counted]:
    """Returns the figures of the kinds that scopes above a place reach."""
    sorts = {only for above, only in places if path.startswith(above)}
    return [
        month
        for month in counted
        if any(is_within(only, month.kind_id, month.association) for only in sorts)
    ]


async def _path(unit: UnitOfWork, area_id: int | None, day: date) -> str:
    if area_id is None:
        return "/"
    found = (await pasts.list_on(unit, [area_id], day)).get(area_id)
    if found is None:
        raise NotFound("not-in-sight")
    return found.path


async def _now(unit: UnitOfWork, area_id: int) -> str:
    """Returns where a place lies now: sight follows today's posts, whatever the month."""
    return (await areas.get(unit, area_id)).path
