"""What is no longer as it was published: figures of closed months, and the reports behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.calendar import Period, is_closed
from domain.chapters import Area
from domain.corrections import differences
from domain.figures import Counted, Figures, sum_by
from domain.people import Only, is_within
from domain.reporting_span import Span
from operations.context import ActorContext
from operations.figures.counting import stand_of
from operations.figures.place_counter import PlaceCounter, add_up, open_counter
from operations.meetings.planning_context import deadlines_at
from storage.reports import changed
from storage.reports.changed import SentAfter

Differences = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPart:
    """A part of a place whose figures changed, as they were closed and as they are."""

    id: int
    name: str
    changes: Differences


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedMonth:
    """A closed month whose reports came or changed afterwards, with what that changed.

    Reports may change without a figure changing.
    """

    month: Period
    changes: Differences
    parts: Sequence[ChangedPart]
    reports: Sequence[SentAfter]


async def list_changed_months(
    context: ActorContext, place: Area, span: Span, only: Only = None
) -> list[ChangedMonth]:
    """Returns the closed months of a span in which something changed since, the newest first."""
    at = await deadlines_at(context.unit, place.path, policy=context.policy)
    counter = await open_counter(context, place, only)
    found = [
        await _look(counter, month, closing_day=at.closing_day)
        for month in reversed(span.begun(context.today))
        if is_closed(month, context.today, closing_day=at.closing_day)
    ]
    return [one for one in found if one.changes or one.parts or one.reports]


async def _look(counter: PlaceCounter, month: Period, *, closing_day: int) -> ChangedMonth:
    context, span = counter.context, Span(month.year, month.month, 1)
    closed, now = await counter.count(span), await counter.recount(span)
    areas = await counter.name(span, {one.area_id for one in (*closed, *now)})
    before, after = sum_by(closed, _area_of), sum_by(now, _area_of)
    parts = [
        ChangedPart(
            id=number,
            name=areas[number].name,
            changes=differences(before.get(number, Figures()), after.get(number, Figures())),
        )
        for number in areas
    ]
    stand = stand_of(month, closing_day=closing_day, policy=context.policy, now=context.now)
    return ChangedMonth(
        month=month,
        changes=differences(add_up(closed), add_up(now)),
        parts=[part for part in parts if part.changes],
        reports=await _reports(counter, month, stand.until or context.now),
    )


async def _reports(counter: PlaceCounter, month: Period, since: datetime) -> list[SentAfter]:
    unit, path = counter.context.unit, await counter.path(month)
    found = await changed.list_sent_after(unit, path, month, scopes=counter.far, since=since)
    return [one for one in found if is_within(counter.only, one.kind_id, one.association)]


def _area_of(one: Counted) -> int:
    return one.area_id
