"""The State's holidays of a year, to fill the table that staff then edit."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from holidays import country_holidays

LANGUAGES = {"vi": "vi", "en": "en_US"}


@dataclass(frozen=True, slots=True, order=True)
class Holiday:
    """A free day and what it is called."""

    day: date
    name: str


def list_state_holidays(year: int, *, language: Literal["vi", "en"] = "vi") -> tuple[Holiday, ...]:
    """The public holidays of Vietnam in a year, with days in lieu, by date.

    For years the State has not yet decided on, the days around Tết and Quốc khánh are what
    the law lets expect.
    """
    days = country_holidays("VN", years=year, language=LANGUAGES[language])
    return tuple(sorted(Holiday(day, name) for day, name in days.items()))
