"""Days of the Vietnamese lunar month, reckoned at UTC+7 as the State calendar does.

A lunar month begins on the day of the new moon in Vietnam; a leap month has the number of the
month before it. New moons, the Sun and leap months follow the calculation that Hồ Ngọc Đức
published for the Vietnamese calendar (after Meeus), good for 1900–2199.
"""

from datetime import date
from math import floor, radians, sin

from domain.calendar.period import Period

MEAN_MONTH = 29.53058868
FIRST_NEW_MOON = 2415020.75933
MONTHS_PER_CENTURY = 1236.85
JULIAN_DAY_OF_ORDINAL_0 = 1721425
JULIAN_DAY_OF_2000 = 2451545.0
VIETNAM = 7 / 24
WINTER_SOLSTICE = 9
DAYS_OF_12_MONTHS = 365

# Amplitude in days; multiples of the Sun's anomaly, the Moon's anomaly, the Moon's latitude.
CORRECTIONS = (
    (0.0021, 2, 0, 0),
    (-0.4068, 0, 1, 0),
    (0.0161, 0, 2, 0),
    (-0.0004, 0, 3, 0),
    (0.0104, 0, 0, 2),
    (-0.0051, 1, 1, 0),
    (-0.0074, 1, -1, 0),
    (0.0004, 1, 0, 2),
    (-0.0004, -1, 0, 2),
    (-0.0006, 0, 1, 2),
    (0.0010, 0, -1, 2),
    (0.0005, 1, 2, 0),
)


def lunar_day_of(day: date) -> int:
    """The day of the lunar month, 1 to 30, on which a solar date falls."""
    return (day - _month_start(day)).days + 1


def lunar_month_of(day: date) -> int:
    """The number of the lunar month, 1 to 12, in which a solar date lies."""
    start = _month_start(day)
    first, following = _month_eleven(day.year), _month_eleven(day.year + 1)
    if first >= start:
        first, following = _month_eleven(day.year - 1), first
    months = (start - first).days // 29
    has_leap = (following - first).days > DAYS_OF_12_MONTHS
    if has_leap and months >= _leap_after(first):
        months -= 1
    return (months + 10) % 12 + 1


def list_lunar_days(number: int, first: date, last: date) -> list[date]:
    """The solar dates of lunar day `number` from `first` to `last`, both included.

    A lunar month of 29 days has its day 30 on the 29th.
    """
    index = _index(_month_start(first))
    found = []
    while (start := _new_moon(index)) <= last:
        length = (_new_moon(index + 1) - start).days
        found.append(date.fromordinal(start.toordinal() + min(number, length) - 1))
        index += 1
    return [day for day in found if first <= day <= last]


def find_lunar_meeting(number: int, month: Period) -> date:
    """The one solar date in a solar month on which a meeting of lunar day `number` falls.

    Twice in the month (the 1st or 2nd and the 30th or 31st): the first. Never (February
    alone): the 1st, which comes one or two days after the lunar day at the end of January.
    """
    days = list_lunar_days(number, month.first_day, month.last_day)
    return days[0] if days else month.first_day


def _index(day: date) -> int:
    """The number of the new moon nearest to `day`, counted from January 1900."""
    return round((day.toordinal() + JULIAN_DAY_OF_ORDINAL_0 - FIRST_NEW_MOON) / MEAN_MONTH)


def _month_start(day: date) -> date:
    """The new moon's day at or before `day`."""
    index = _index(day)
    while (start := _new_moon(index)) > day:
        index -= 1
    return start


def _month_eleven(year: int) -> date:
    """The first day of the lunar month with the winter solstice of a solar year."""
    index = _index(_month_start(date(year, 12, 31)))
    start = _new_moon(index)
    return start if _sun_sign(start) < WINTER_SOLSTICE else _new_moon(index - 1)


def _leap_after(month_eleven: date) -> int:
    """How many months after month 11 the leap month comes: the first without a new Sun sign."""
    index, months = _index(month_eleven), 1
    while _sun_sign(_new_moon(index + months)) != _sun_sign(_new_moon(index + months + 1)):
        months += 1
    return months


def _sun_sign(day: date) -> int:
    """In which twelfth of its year, from the March equinox on, the Sun stands at midnight."""
    julian = day.toordinal() + JULIAN_DAY_OF_ORDINAL_0
    t = (julian - 0.5 - VIETNAM - JULIAN_DAY_OF_2000) / 36525
    anomaly = radians(357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3)
    mean = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    center = (
        (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(anomaly)
        + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
        + 0.000290 * sin(3 * anomaly)
    )
    return floor((mean + center) % 360 / 30)


def _new_moon(index: int) -> date:
    """The date in Vietnam of the new moon with this number."""
    century = index / MONTHS_PER_CENTURY
    moment = _mean_new_moon(index, century) + _correction(index, century)
    return date.fromordinal(floor(moment + 0.5 + VIETNAM) - JULIAN_DAY_OF_ORDINAL_0)


def _mean_new_moon(k: int, t: float) -> float:
    """The Julian day of the mean new moon, in universal time."""
    wobble = 0.00033 * sin(radians(166.56 + 132.87 * t - 0.009173 * t**2))
    clock_drift = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return (
        FIRST_NEW_MOON
        + MEAN_MONTH * k
        + 0.0001178 * t**2
        - 0.000000155 * t**3
        + wobble
        - clock_drift
    )


def _correction(k: int, t: float) -> float:
    """The days by which the true new moon comes after the mean one."""
    sun = 359.2242 + 29.10535608 * k - 0.0000333 * t**2 - 0.00000347 * t**3
    moon = 306.0253 + 385.81691806 * k + 0.0107306 * t**2 + 0.00001236 * t**3
    node = 21.2964 + 390.67050646 * k - 0.0016528 * t**2 - 0.00000239 * t**3
    return (0.1734 - 0.000393 * t) * sin(radians(sun)) + sum(
        size * sin(radians(a * sun + b * moon + c * node)) for size, a, b, c in CORRECTIONS
    )
