"""Meeting rules as data: on which day of its period a chapter meets.

Four kinds, written as JSON and told apart by `kind`:

- `day`: day N of the month, else its last day: `{"kind": "day", "day": 3}`
- `rrule`: what an RRULE says: `{"kind": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=-1SA"}`
- `lunar`: day N of the lunar month: `{"kind": "lunar", "day": 15}`
- `free`: so many times in the period, no fixed day: `{"kind": "free", "every": 3, "count": 1}`

`every` is the period's length (1, 2 or 3 months, default 1). A fixed day lies in month
`month` of the period (default 1): day 5 of each quarter's second month is
`{"kind": "day", "every": 3, "month": 2, "day": 5}`.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    field_validator,
    model_validator,
)

from domain.calendar.lunar import find_lunar_meeting
from domain.calendar.period import Period, day_or_last

MONTHLY_RRULE = re.compile(r"FREQ=MONTHLY(;(BYDAY|BYMONTHDAY|BYSETPOS|WKST)=[A-Z0-9+,-]+)+")
MONTHS_OF_28_YEARS = 336


class _Rule(BaseModel):
    """What all rules share: how many months a period has."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    every: Literal[1, 2, 3] = 1


class FixedDay(_Rule, ABC):
    """A rule that names one day of one month of the period."""

    month: Annotated[int, Field(ge=1, le=3)] = 1

    @model_validator(mode="after")
    def _month_lies_in_period(self) -> Self:
        if self.month > self.every:
            raise ValueError(f"month {self.month} is past the period of {self.every} months")
        return self

    def day_in(self, period: Period) -> date:
        """The day of the meeting in a period, before any shift."""
        return _day_in(self, period)

    @abstractmethod
    def _day_in_month(self, month: Period) -> date: ...


# Many chapters share a rule, and an RRULE or the moon takes long to reckon.
@lru_cache(maxsize=4096)
def _day_in(rule: FixedDay, period: Period) -> date:
    return rule._day_in_month(Period(period.year, period.month + rule.month - 1))


class MonthDay(FixedDay):
    """Day N of the month, or the last day of a shorter month."""

    kind: Literal["day"] = "day"
    day: Annotated[int, Field(ge=1, le=31)]

    def _day_in_month(self, month: Period) -> date:
        return day_or_last(month.year, month.month, self.day)


class LunarDay(FixedDay):
    """Day N of the lunar month; `find_lunar_meeting` says what holds if it comes twice."""

    kind: Literal["lunar"] = "lunar"
    day: Annotated[int, Field(ge=1, le=30)]

    def _day_in_month(self, month: Period) -> date:
        return find_lunar_meeting(self.day, month)


class RecurrenceDay(FixedDay):
    """The day named by a monthly RRULE, for example the last Saturday of the month."""

    kind: Literal["rrule"] = "rrule"
    rrule: Annotated[str, Field(max_length=200)]

    @field_validator("rrule")
    @classmethod
    def _names_one_day_a_month(cls, text: str) -> str:
        rrule = text.strip().upper().removeprefix("RRULE:")
        _check_rrule(rrule)
        return rrule

    def _day_in_month(self, month: Period) -> date:
        start = datetime.combine(month.first_day, time())
        return next(iter(_days_of(self.rrule, start))).date()


class FreeDays(_Rule):
    """So many meetings in the period, each on a day of the chapter's choice."""

    kind: Literal["free"] = "free"
    count: Annotated[int, Field(ge=1, le=31)] = 1


MeetingRule = MonthDay | LunarDay | RecurrenceDay | FreeDays
ADAPTER: TypeAdapter[MeetingRule] = TypeAdapter(
    Annotated[MeetingRule, Field(discriminator="kind")]
)


def parse_rule(data: object) -> MeetingRule:
    """Reads a rule from JSON text or from decoded JSON; bad data is a ValueError."""
    try:
        if isinstance(data, str):
            return ADAPTER.validate_json(data)
        return ADAPTER.validate_python(data)
    except ValidationError as error:
        raise ValueError(_sentence(error)) from None


def fit_rule(every: int, data: Mapping[str, Any]) -> MeetingRule:
    """Reads a stored rule for periods of `every` months.

    A month past the period becomes its last: a chapter keeps its own day when its kind
    comes to meet more often.
    """
    fitting = {"month": min(data["month"], every)} if "month" in data else {}
    return parse_rule({**data, **fitting, "every": every})


def render_rule(rule: MeetingRule) -> str:
    """Writes a rule as JSON text that `parse_rule` reads back."""
    return rule.model_dump_json()


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    # The first step of the location is the rule's kind, which the reader knows.
    place = ".".join(str(step) for step in first["loc"][1:])
    reason = first["msg"].removeprefix("Value error, ")
    return f"Meeting rule{f', {place}' if place else ''}: {reason}."


def _days_of(rrule: str, start: datetime) -> Iterable[datetime]:
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - few rules are written so

    days: Iterable[datetime] = rrulestr(rrule, dtstart=start)
    return days


@lru_cache(maxsize=256)
def _check_rrule(text: str) -> None:
    """Refuses an RRULE that does not name exactly one day in every month there can be."""
    if MONTHLY_RRULE.fullmatch(text) is None:
        raise ValueError('an RRULE is "FREQ=MONTHLY;" with BYDAY, BYMONTHDAY, BYSETPOS or WKST')
    # The last 28 years that dates know: every shape of month once, and the rule ends by itself.
    days = list(_days_of(text, datetime.combine(date(9972, 1, 1), time())))
    months = {(day.year, day.month) for day in days}
    if not len(days) == len(months) == MONTHS_OF_28_YEARS:
        raise ValueError(f'"{text}" does not name exactly one day in every month')
