"""What each way cost and delivered, for those who look after a place."""

from collections.abc import Collection
from dataclasses import dataclass

from domain.chapters import Area
from domain.reporting_span import Span
from operations.access import held
from operations.context import ActorContext
from operations.costs import month_of
from operations.rights import Right, roles_with
from storage.directory import areas
from storage.messages import way_figures
from storage.messages.way_figures import WayCount, Whose


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidPlace:
    """What a place has paid for in text messages; `left` of its measure this month, if known."""

    place: Area
    parts: int
    cost: int
    left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WayFigures:
    """The ways of a span, and the places that pay for text messages."""

    ways: list[WayCount]
    paid: list[PaidPlace]


async def look_at_ways(
    context: ActorContext,
    place: Area,
    span: Span,
    *,
    kinds: Collection[int],
    measure: int,
) -> WayFigures:
    """Returns what went by each way to the people of a place in sight, for chapters of kinds.

    What is paid belongs to the place as a whole: who looks after one association there is not
    shown it. `measure` is what each place may have in a month, 0 where none go out.
    """
    begins, ends = context.policy.bounds(span.first_day, span.last_day)
    ways = await way_figures.count_by_way(
        context.unit, Whose(path=place.path, kinds=kinds), begins=begins, ends=ends
    )
    return WayFigures(ways=ways, paid=await _list_paid(context, place, span, measure=measure))


async def _list_paid(
    context: ActorContext, place: Area, span: Span, *, measure: int
) -> list[PaidPlace]:
    posts = held(context.posts, roles_with(Right.MANAGE), context.today)
    own = await areas.by_ids(
        context.unit, {post.area_id for post in posts if post.area_id and post.only is None}
    )
    if not any(place.path.startswith(area.path) for area in own.values()):
        return []
    months = [str(month) for month in span.periods]
    paid = await way_figures.list_paid(context.unit, place.path, months=months)
    known = await areas.by_ids(context.unit, {line.area_id for line in paid})
    is_now = months == [month_of(context.now, context.policy)]
    return [
        PaidPlace(
            place=known[line.area_id],
            parts=line.parts,
            cost=line.cost,
            left=max(measure - line.parts, 0) if measure and is_now else None,
        )
        for line in paid
    ]
