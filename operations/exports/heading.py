"""What stands over a sheet: the place's figures over the span, and as of when."""

from datetime import date

from documents.tables.heading import TableHead
from domain.calendar import closing_date
from domain.chapters import ids_of
from domain.figures import Counted, sum_by, total_of
from operations.exports.asking import SheetOrder
from operations.exports.figure_rows import count_parts
from operations.meetings.planning_context import deadlines_at
from storage import UnitOfWork
from storage.directory import chapters, pasts


async def head_of(unit: UnitOfWork, order: SheetOrder) -> TableHead:
    """Returns the heading of a sheet."""
    local, span = order.policy.local(order.now), order.asked.span
    today, as_of = local.date(), await as_of_day(unit, order)
    counted: list[Counted] = []
    for month in span.begun(today):
        counted += await count_parts(unit, order, month)
    by_part = sum_by(counted, lambda row: row.area_id)
    places = await pasts.list_on(unit, by_part, order.placed_on or min(today, span.last_day))
    order_of = {area.id: ids_of(area.path) for area in places.values()}
    return TableHead(
        sheet=order.asked.sheet,
        place=order.place.name,
        span=span,
        kind=await _kind(unit, order),
        as_today=order.asked.as_today,
        made_at=local,
        as_of=as_of,
        is_final=as_of < today,
        parts=[
            (places[area_id].name, by_part[area_id])
            for area_id in sorted(by_part, key=lambda area_id: order_of[area_id])
        ],
        total=total_of(by_part.values()),
        shown=order.shown,
    )


async def as_of_day(unit: UnitOfWork, order: SheetOrder) -> date:
    """Returns as of which day the figures of a sheet are: of today until their last month closes.

    Once it is closed they are as of the last day on which it was open.
    """
    at = await deadlines_at(unit, order.place.path, policy=order.policy)
    closing = closing_date(order.asked.span.periods[-1], closing_day=at.closing_day)
    return min(order.policy.day_of(order.now), closing)


async def _kind(unit: UnitOfWork, order: SheetOrder) -> str:
    """Returns in words what a sheet is limited to, "" where it has everything of the place."""
    if any(post.only is None for post in order.posts):
        return ""
    kinds = {post.kind_id for post in order.posts if post.kind_id is not None}
    names = await chapters.kind_names(unit, kinds)
    associations = {post.association for post in order.posts if post.association}
    return ", ".join([*sorted(names.values()), *sorted(associations)])
