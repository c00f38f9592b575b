"""The State's holidays of a year, to fill the table that staff then edit."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.calendar.lunar import lunar_day_of

LANGUAGES = {"vi": "vi", "en": "en_US"}

# What the library calls some days, and what the Labour Code calls them (Article 112).
_TET = "Tết Nguyên Đán"
_EVE = f"Giao thừa {_TET}"
_BEFORE_TET = " Tết"
_OF_TET = "Mùng "
_VICTORY = "Ngày Chiến thắng"
_LIBERATION = "Ngày Giải phóng miền Nam, thống nhất đất nước"
_EXCHANGED = re.compile(r"Ngày nghỉ \(thay cho ngày ([\d/]+)\)")


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
    from holidays import country_holidays  # noqa: PLC0415 - few ever ask, and it is large

    days = country_holidays("VN", years=year, language=LANGUAGES[language])
    if language != "vi":
        return tuple(sorted(Holiday(day, name) for day, name in days.items()))
    return tuple(sorted(Holiday(day, _official(day, name)) for day, name in days.items()))


def _official(day: date, names: str) -> str:
    """Returns the State's own words for what the library calls a day."""
    return "; ".join(_official_name(day, name) for name in names.split("; "))


def _official_name(day: date, name: str) -> str:
    lunar_day = lunar_day_of(day)
    if name == _EVE:
        return f"Giao thừa ({lunar_day} tháng Chạp)"
    if name.endswith(_BEFORE_TET):
        return f"{lunar_day} tháng Chạp"
    if name == _TET:
        return "Mùng 1 Tết Nguyên đán"
    if name.startswith(_OF_TET) and name.endswith(_TET):
        return f"Mùng {lunar_day} Tết"
    if exchanged := _EXCHANGED.fullmatch(name):
        return f"Nghỉ hoán đổi (làm bù ngày {exchanged[1]})"
    return name.replace(_VICTORY, _LIBERATION).replace(_TET, "Tết Nguyên đán")
