"""Figures confirmed level by level: an office stands by its month, the one above sees who does.

Nothing is hidden or left out for want of it. What is reported afterwards opens it again, at
every level that it counts in, and the offices are told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar import Period, closing_date, period_of
from domain.chapters import Area, ids_of
from domain.confirmations import ConfirmationState, PlaceConfirmation
from domain.expectations import month_of
from domain.meetings import MeetingType
from domain.news import News, Section
from domain.people import Person, Role
from domain.refusals import Closed
from operations.access import may_at, require_at
from operations.context import ActorContext
from operations.facts import ReportTaken
from operations.figures.buttons import ConfirmationsOfPlace
from operations.meetings.planning_context import deadlines_at
from operations.news import add_news
from operations.rights import Right
from operations.wording import day_words, period_words
from storage.directory import areas, pasts
from storage.figures import confirmations
from storage.maintenance import audit
from storage.people import people


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthConfirmations:
    """How far a month is confirmed: at a place, and at those right below that have an office.

    It can be confirmed from the day after `closes_on`, by whoever `may_confirm`.
    """

    month: Period
    closes_on: date
    is_closed: bool
    place: PlaceConfirmation
    below: Sequence[PlaceConfirmation]
    may_confirm: bool

    @property
    def confirmed(self) -> int:
        """How many below are confirmed, those that changed since too."""
        return sum(one.state is not ConfirmationState.MISSING for one in self.below)

    @property
    def changed(self) -> int:
        """How many below changed since."""
        return sum(one.state is ConfirmationState.CHANGED for one in self.below)

    @property
    def is_to_confirm(self) -> bool:
        """True where it waits for who looks at it."""
        waits = self.place.state is not ConfirmationState.CONFIRMED
        return self.is_closed and self.may_confirm and waits


def newest_to_confirm(today: date) -> Period:
    """Returns the month that is looked at where none is named: the one before this."""
    return period_of(today, 1).previous()


async def list_confirmations(
    context: ActorContext, place: Area, month: Period
) -> MonthConfirmations:
    """Returns how far the month of a place in sight is confirmed."""
    unit, today = context.unit, context.today
    closes_on = await _closes_on(context, place, month)
    return MonthConfirmations(
        month=month,
        closes_on=closes_on,
        is_closed=today > closes_on,
        place=PlaceConfirmation(
            id=place.id,
            name=place.name,
            confirmation=await confirmations.find(unit, month, place.id),
        ),
        below=await confirmations.list_below(unit, month, place.id, today=today),
        may_confirm=may_at(Right.CONFIRM_MONTH, context.posts, place.path, today),
    )


async def _closes_on(context: ActorContext, place: Area, month: Period) -> date:
    at = await deadlines_at(context.unit, place.path, policy=context.policy)
    return closing_date(month, closing_day=at.closing_day)


async def confirm_month(context: ActorContext, area_id: int, month: Period) -> None:
    """Confirms the figures of a place's closed month; harmless where they are confirmed already.

    Raises NotFound, NotAllowed for a place that is not one's own, Closed for an open month.
    """
    unit = context.unit
    found = (await areas.by_ids(unit, [area_id])).get(area_id)
    place = require_at(Right.CONFIRM_MONTH, context.posts, found, context.today)
    closes_on = await _closes_on(context, place, month)
    if context.today <= closes_on:
        raise Closed("confirm-open", day=day_words(closes_on))
    known = await confirmations.find(unit, month, area_id)
    if known is not None and known.changed_at is None:
        return
    await confirmations.put(unit, month, area_id, person_id=context.actor.id, now=context.now)
    entry = audit.Entry(
        person_id=context.actor.id,
        action="month.confirmed",
        subject=f"area:{area_id}",
        after={"period": str(month)},
    )
    audit.add_later(unit, entry, now=context.now)


async def open_confirmations(context: ActorContext, fact: ReportTaken) -> None:
    """Opens what was confirmed of a report's month again, and tells the offices that did so."""
    month = month_of(fact.meeting.period, fact.meeting.planned_on)
    if fact.meeting.type is not MeetingType.REGULAR or month.last_day >= context.today:
        return
    unit = context.unit
    counts_at = await confirmations.find_counting_area(unit, month, fact.chapter.id)
    if counts_at is None:
        return
    path = (await pasts.area_on(unit, counts_at, month.last_day)).path
    opened = await confirmations.open_again(unit, month, ids_of(path), now=context.now)
    places = await areas.by_ids(unit, opened)
    for area_id in opened:
        await _tell(context, fact, places[area_id], month)


async def _tell(context: ActorContext, fact: ReportTaken, place: Area, month: Period) -> None:
    holders = await people.holders_of_area(
        context.unit, place.path, roles=[Role.STAFF], day=context.today
    )
    told = {
        holder.person.id: holder.person
        for holder in holders
        if (holder.post.area_id, holder.post.only) == (place.id, None)
        and holder.person.id != context.actor.id
    }
    lines = [_opened(fact, place, month, person, context.now) for person in told.values()]
    await add_news(context.unit, lines, now=context.now)


def _opened(fact: ReportTaken, place: Area, month: Period, to: Person, now: datetime) -> News:
    return News(
        person_id=to.id,
        section=Section.FIGURES,
        key="confirm-news-changed",
        args={
            "place": place.name,
            "period": period_words(month, to.language),
            "chapter": fact.chapter.name,
        },
        command=ConfirmationsOfPlace(period=month, place=place.id).key,
        label_key="confirm-button-look",
        dedupe_key=f"confirmed-changed:{place.id}:{month}:{int(now.timestamp())}:{to.id}",
    )
