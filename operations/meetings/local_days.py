"""Free days of a place, entered by its staff: Khmer festivals, the harvest."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendar import Holiday
from domain.chapters import Area
from domain.reading import ReadDate, clean_text, parse_date
from domain.refusals import BadInput, Conflict, NotFound
from operations.access import require_office
from operations.context import ActorContext
from operations.meetings.replanning import ShiftedMeeting, look_ahead, replan_below
from storage import UnitOfWork
from storage.maintenance import audit
from storage.meetings import holidays

REACH = timedelta(days=366)
_LONGEST_NAME = 60
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChange:
    """A free day to be added to a place, or (`adds` False) taken out there."""

    place: Area
    day: date
    name: str
    adds: bool


async def list_days(unit: UnitOfWork, place: Area, *, today: date) -> list[tuple[Holiday, bool]]:
    """Returns the free days of the year to come at a place; True for those of its own."""
    return await holidays.list_at(unit, place.path, first=today, last=today + REACH)


def plan_day(place: Area, day: date, name: str, *, today: date) -> DayChange:
    """Returns the change that adds a day; raises BadInput for one that cannot be."""
    cleaned = clean_text(name, limit=_LONGEST_NAME)
    if not today <= day <= today + REACH:
        raise BadInput("freeday-too-far")
    if not cleaned:
        raise BadInput("freeday-name")
    return DayChange(place=place, day=day, name=cleaned, adds=True)


async def change_day(context: ActorContext, change: DayChange) -> tuple[ShiftedMeeting, ...]:
    """Adds or takes out a free day and plans the meetings there anew; returns those that move."""
    unit = context.unit
    require_office(context.posts, change.place, context.today)
    if change.adds:
        new = [Holiday(change.day, change.name)]
        if not await holidays.add_missing(unit, new, area_id=change.place.id):
            raise Conflict("freeday-there")
    elif not await holidays.remove(unit, area_id=change.place.id, day=change.day):
        raise NotFound("freeday-not-there")
    row = {"day": change.day.isoformat(), "name": change.name}
    audit.add_later(
        unit,
        audit.Entry(
            person_id=context.actor.id,
            action="holiday.add" if change.adds else "holiday.remove",
            subject=f"area:{change.place.id}",
            before=None if change.adds else row,
            after=row if change.adds else None,
        ),
        now=context.now,
    )
    return await replan_below(unit, change.place.path, policy=context.policy, now=context.now)


async def preview_day(context: ActorContext, change: DayChange) -> tuple[ShiftedMeeting, ...]:
    """Returns which meetings a change would move, having done and undone it."""
    return await look_ahead(context.unit, lambda: change_day(context, change))


def parse_free_day(text: str, *, today: date) -> tuple[date, str] | None:
    """Reads "15/10 Ok Om Bok" as the next such day and its name; None if no date begins it."""
    words = clean_text(text).split()
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        read = parse_date(" ".join(words[:count]), today=today, towards="future")
        if isinstance(read, ReadDate):
            return read.day, " ".join(words[count:])
        # A day many months ahead is doubtful to a report; here the year is shown before it counts.
        ahead = [day for day in read.candidates if day >= today] if read else []
        if ahead:
            return ahead[0], " ".join(words[count:])
    return None
