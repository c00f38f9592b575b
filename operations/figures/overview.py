"""Who has reported and who has not, for those who look after chapters."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.calendar import Period, period_of
from domain.chapters import Area, ids_of
from domain.figures import Figures, total_of
from domain.meetings import MeetingState
from domain.people import Post, is_within
from domain.refusals import NotFound
from operations.access import reach, scopes
from storage import Unit
from storage.directory import chapters, pasts
from storage.directory.chapters import Scope
from storage.figures.figures import figures_of
from storage.meetings import expectations
from storage.reports import overviews
from storage.reports.overviews import OverviewRow


class Standing(StrEnum):
    """How a chapter stands with one meeting."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"
    NOT_YET_DUE = "not_yet_due"
    NOT_HELD = "not_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewLine:
    """One meeting of the period and how its chapter stands; `area_id` is the part it counts in."""

    row: OverviewRow
    standing: Standing
    area_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Every meeting owed for a month in sight, and the counts of their standings.

    `areas` are the parts the counts are by: the areas right below the one looked at. `owed`
    says how many meetings that is, and why; nothing where no one place is looked at.
    """

    lines: tuple[OverviewLine, ...]
    in_all: Counter[Standing]
    by_area: dict[int, Counter[Standing]]
    by_kind: dict[int, Counter[Standing]]
    areas: dict[int, Area]
    owed: Figures


def standing_of(row: OverviewRow, today: date) -> Standing:
    """Returns how a chapter stands; a meeting put off counts as reported."""
    if row.on_time is not None:
        if row.state is MeetingState.NOT_HELD:
            return Standing.NOT_HELD
        return Standing.ON_TIME if row.on_time else Standing.LATE
    return Standing.MISSING if today > row.due_on else Standing.NOT_YET_DUE


async def overview(
    unit: Unit, posts: Sequence[Post], *, day: date, today: date, area_id: int | None = None
) -> Overview:
    """Returns how the chapters in sight stand in the month of `day`, in one area if given.

    Raises NotFound for an area that is not there.
    """
    far = reach(posts, today)
    places = await scopes(unit, far)
    month = period_of(day, 1)
    path = await _path(unit, area_id, month)
    rows = await overviews.list_rows(
        unit,
        chapter_ids=far.chapter_ids,
        scopes=places,
        below_path=path,
        month=month,
    )
    lines = tuple(
        OverviewLine(
            row=row, standing=standing_of(row, today), area_id=part_of(row.area_path, path)
        )
        for row in rows
    )
    return Overview(
        lines=lines,
        in_all=Counter(one.standing for one in lines),
        by_area=_count([(one.area_id, one.standing) for one in lines]),
        by_kind=_count([(one.row.kind_id, one.standing) for one in lines]),
        areas=await pasts.list_on(unit, {one.area_id for one in lines}, month.last_day),
        owed=await _owed(unit, path, month, places),
    )


async def _owed(unit: Unit, path: str, month: Period, places: Sequence[Scope]) -> Figures:
    """Returns what the month owes at a place and why, of the kinds in sight there."""
    sorts = {only for above, only in places if path.startswith(above)}
    counted = await expectations.count_reasons(unit, path, month) if sorts else []
    kinds = await chapters.associations_of(unit)
    return total_of(
        figures_of(one)
        for one in counted
        if any(is_within(only, one.kind_id, kinds.get(one.kind_id)) for only in sorts)
    )


async def _path(unit: Unit, area_id: int | None, month: Period) -> str:
    if area_id is None:
        return "/"
    found = (await pasts.list_on(unit, [area_id], month.last_day)).get(area_id)
    if found is None:
        raise NotFound("not-in-sight")
    return found.path


def part_of(area_path: str, looked_at: str) -> int:
    """Returns the area right below the one looked at, or the chapter's own where that fails."""
    inside = ids_of(area_path.removeprefix(looked_at))
    if looked_at == "/" or not inside:
        return ids_of(area_path)[-1]
    return inside[0]


def _count(pairs: Sequence[tuple[int, Standing]]) -> dict[int, Counter[Standing]]:
    counted: dict[int, Counter[Standing]] = {}
    for key, standing in pairs:
        counted.setdefault(key, Counter())[standing] += 1
    return counted
