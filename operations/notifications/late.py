"""The meetings whose reports are overdue, for those who may ask for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.calendar import Period, period_of
from domain.people import Post
from domain.refusals import NotAllowed
from operations.access import held
from operations.figures.overview import overview
from operations.report_status import OverviewLine, ReportStatus
from operations.rights import Right, roles_with
from storage import UnitOfWork


def nudging_posts(posts: Sequence[Post], today: date) -> tuple[Post, ...]:
    """Returns the posts by which somebody may nudge others."""
    return held(posts, roles_with(Right.NUDGE), today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """A part of what is late: without a month the running one and the one before."""

    month: Period | None = None
    area_id: int | None = None
    kind_id: int = 0


ALL = Only()


async def list_late(
    unit: UnitOfWork,
    posts: Sequence[Post],
    *,
    today: date,
    only: Only = ALL,
    even_due: bool = False,
) -> list[OverviewLine]:
    """Returns what is overdue in one's care.

    What has been and is merely due
    comes along with `even_due`. Raises NotAllowed, NotFound.
    """
    mine = nudging_posts(posts, today)
    if not mine:
        raise NotAllowed("not-your-area")
    current = period_of(today, 1)
    found = {
        line.row.meeting_id: line
        for each in ((only.month,) if only.month else (current.previous(), current))
        for line in (
            await overview(unit, mine, day=each.first_day, today=today, area_id=only.area_id)
        ).lines
        if (line.status is ReportStatus.MISSING or (even_due and _is_due(line, today)))
        and line.row.closes_on >= today
        and only.kind_id in (0, line.row.kind_id)
    }
    return list(found.values())


def _is_due(line: OverviewLine, today: date) -> bool:
    day = line.row.planned_on
    return line.status is ReportStatus.NOT_YET_DUE and day is not None and day <= today
