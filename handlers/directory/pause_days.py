"""The days of a pause that are offered as buttons."""

from datetime import date, timedelta

from domain.calendar import period_of
from domain.message import Choice
from domain.reforms import earliest_day
from handlers.steps import day_choices
from operations.turn import Turn
from operations.wording import day_words

_DAY = timedelta(days=1)
_WEEK = timedelta(days=6)


def first_days(turn: Turn) -> tuple[Choice, ...]:
    """Returns the likely first days of a pause."""
    today, next_month = turn.today, period_of(turn.today, 1).next().first_day
    return _choices(turn, {"today": today, "tomorrow": today + _DAY, "next-month": next_month})


def last_days(turn: Turn, first: date) -> tuple[Choice, ...]:
    """Returns the likely last days of a pause that begins on `first`."""
    month = period_of(first, 1).last_day
    return _choices(turn, {"one-day": first, "one-week": first + _WEEK, "month": month})


def end_days(turn: Turn, first: date, last: date) -> tuple[Choice, ...]:
    """Returns the likely days after which a pause ends early."""
    today = turn.today
    wanted = {"gone": first - _DAY, "since-today": today - _DAY, "after-today": today}
    earliest = earliest_day(today, closing_day=turn.policy.closing_day)
    fits = {
        name: day
        for name, day in wanted.items()
        if earliest - _DAY <= day < last and (name == "gone" or day >= first)
    }
    return _choices(turn, fits)


def _choices(turn: Turn, days: dict[str, date]) -> tuple[Choice, ...]:
    return day_choices(
        {turn.label(f"pause-day-{name}", day=day_words(day)): day for name, day in days.items()}
    )
