"""Chance that repeats itself: the same words give the same throws."""

from datetime import date, timedelta
from random import Random


def dice(*words: object) -> Random:
    """Returns throws that depend on these words alone."""
    return Random("/".join(map(str, words)))  # noqa: S311 - a play, not a secret


def working_day(random: Random, first: date, last: date) -> date:
    """Returns a day from Monday to Saturday between two days."""
    day = first + timedelta(days=random.randint(0, (last - first).days))
    return day if day.weekday() < 6 else max(day - timedelta(days=1), first)  # noqa: PLR2004 - Sunday
