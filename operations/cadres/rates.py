"""Attendance rates by place, association and chapter, with their trend, for who may see them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.calendar import Period
from domain.chapters import Area, Chapter
from domain.people import Post
from domain.rates import By, Tally, months_until
from domain.refusals import NotAllowed
from operations.access import place_in_reach, reach, require, scopes
from operations.report_status import part_of
from operations.rights import Right
from storage import UnitOfWork
from storage.directory import chapters, pasts
from storage.figures import rates
from storage.figures.rates import RateRow

ByMonth = Mapping[Period, Tally]
Key = int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLine:
    """What is counted for, by its number (0 for none) and name, month by month."""

    number: int
    name: str
    by_month: ByMonth


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """The rates of a place (None for all in sight): the whole, and its parts, lowest first."""

    place: Area | None
    above: Area | None
    months: tuple[Period, ...]
    whole: ByMonth
    lines: tuple[RateLine, ...]


async def list_rates(
    unit: UnitOfWork,
    posts: Sequence[Post],
    *,
    by: By,
    month: Period,
    today: date,
    area_id: int = 0,
) -> Rates:
    """Returns the rates of the half-year up to a month; raises NotAllowed, NotFound."""
    far = reach(posts, today, Right.SEE_RATES)
    if not (far.chapter_ids or far.places):
        raise NotAllowed("not-your-area")
    place, above = await place_in_reach(unit, far, area_id)
    months, path = months_until(month), place.path if place else "/"
    rows = await rates.count(
        unit,
        by=by,
        months=months,
        path=path,
        chapter_ids=far.chapter_ids,
        scopes=await scopes(unit, far),
    )
    names, parts = await _named(unit, by, {row.key for row in rows}, month, path)
    lines = (
        RateLine(number=key if isinstance(key, int) else 0, name=names[key], by_month=mine)
        for key, mine in _grouped(rows, parts).items()
    )
    return Rates(
        place=place,
        above=above,
        months=months,
        whole=_grouped(rows, dict.fromkeys(parts, 0)).get(0, {}),
        lines=tuple(sorted(lines, key=lambda value: _order(value, month))),
    )


async def get_chapter_rates(
    unit: UnitOfWork, posts: Sequence[Post], chapter_id: int, *, month: Period, today: date
) -> tuple[Chapter, Sequence[Period], ByMonth]:
    """Returns a chapter with its rates of the half-year up to a month."""
    chapter = require(Right.SEE_RATES, posts, await chapters.find(unit, chapter_id), today)
    months = months_until(month)
    rows = await rates.count(
        unit, by=By.CHAPTER, months=months, path="/", chapter_ids=[chapter_id], scopes=()
    )
    return chapter, months, {row.month: row.tally for row in rows}


async def _named(
    unit: UnitOfWork, by: By, keys: Collection[Key], month: Period, path: str
) -> tuple[Mapping[Key, str], Mapping[Key, Key]]:
    """Returns the names of the parts, and to which part each key belongs."""
    numbers = [key for key in keys if isinstance(key, int)]
    if by is By.CHAPTER:
        known = await chapters.by_ids(unit, numbers)
        return {number: known[number].name for number in numbers}, {key: key for key in keys}
    if by is By.ASSOCIATION:
        return {key: str(key) for key in keys}, {key: key for key in keys}
    there = await pasts.list_on(unit, numbers, month.last_day)
    parts: dict[Key, Key] = {number: part_of(there[number].path, path) for number in numbers}
    above = await pasts.list_on(unit, {int(part) for part in parts.values()}, month.last_day)
    return {number: place.name for number, place in above.items()}, parts


def _grouped(rows: Sequence[RateRow], parts: Mapping[Key, Key]) -> dict[Key, dict[Period, Tally]]:
    grouped: dict[Key, dict[Period, Tally]] = defaultdict(dict)
    for row in rows:
        mine = grouped[parts[row.key]]
        mine[row.month] = mine.get(row.month, Tally()) + row.tally
    return grouped


def _order(line: RateLine, month: Period) -> tuple[bool, float, str]:
    """The lowest comes first; who has no rate in the month comes last."""
    rate = line.by_month.get(month, Tally()).rate
    return rate is None, rate or 0.0, line.name
