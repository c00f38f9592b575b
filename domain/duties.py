"""Duties to attend meetings: how often a cadre goes to each chapter of a place.

The numbers of the regulation (784-QĐ/TU) are not public, so they are data of an office.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.calendar import Period, period_of
from domain.chapters import ids_of

MOST_VISITS = 12


class Per(StrEnum):
    """In which time the visits of a duty are counted."""

    MONTH = "month"
    QUARTER = "quarter"

    @property
    def months(self) -> int:
        """The length in months."""
        return 1 if self is Per.MONTH else 3

    def around(self, day: date) -> Period:
        """Returns the period in which a day is counted."""
        return period_of(day, self.months)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Each chapter of an area (perhaps of one kind) is attended `visits` times a period.

    It holds for every cadre assigned there, or for one person; `valid_to` is the last day.
    """

    id: int
    area_id: int
    visits: int
    per: Per
    valid_from: date
    valid_to: date | None = None
    kind_id: int | None = None
    person_id: int | None = None

    def holds_on(self, day: date) -> bool:
        """True when the duty is in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def find_duty(
    duties: Iterable[Duty], *, area_path: str, kind_id: int, person_id: int, day: date
) -> Duty | None:
    """Returns the most specific duty in force: for the person, the nearest place, the kind.

    Of two alike the newer counts.
    """
    places = {area_id: depth for depth, area_id in enumerate(ids_of(area_path))}
    fitting = [
        duty
        for duty in duties
        if duty.area_id in places
        and duty.kind_id in (None, kind_id)
        and duty.person_id in (None, person_id)
        and duty.holds_on(day)
    ]
    return max(
        fitting,
        key=lambda value: (
            value.person_id is not None,
            places[value.area_id],
            value.kind_id is not None,
            value.valid_from,
            value.id,
        ),
        default=None,
    )
