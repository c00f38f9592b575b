"""Targets as they are set one by one, with who set them and what they were before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, select, update

from domain.indicators import Indicator, Sense
from storage.tables.directory import audit, person
from storage.tables.programmes import programme
from storage.tables.programmes import target as table
from storage.unit import UnitOfWork

SET, REMOVED = "target.set", "target.removed"
_OWN = "own-"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetKey:
    """What a target is about: there is one at most."""

    programme_id: int
    indicator: Indicator
    area_id: int
    kind_id: int | None
    period: str


@dataclass(frozen=True, slots=True)
class Aimed:
    """The value aimed at, in hundredths, and whether at least or at most."""

    value: int
    sense: Sense


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetChange:
    """Who changed a target when; None before it was there, or after it was taken away."""

    id: int
    at: datetime
    who: str
    key: TargetKey
    before: Aimed | None
    after: Aimed | None


def is_own(code: str) -> bool:
    """True for the programme under which a place sets targets of its own."""
    return code.startswith(_OWN)


async def ensure_own_programme(
    unit: UnitOfWork, area_id: int, *, name: str, first_day: date
) -> int:
    """Returns the programme under which a place sets targets of its own, made if need be."""
    code = f"{_OWN}{area_id}"
    insert = unit.insert(programme).on_conflict_do_nothing(index_elements=["code"])
    row = {"code": code, "name": name, "area_id": area_id, "valid_from": first_day}
    await unit.run(insert, row)
    return int(await unit.scalar(select(programme.c.id).where(programme.c.code == code)))


async def find(unit: UnitOfWork, key: TargetKey) -> Aimed | None:
    """Returns what is aimed at; nobody else changes a target of the programme meanwhile."""
    await unit.run(
        select(programme.c.id).where(programme.c.id == key.programme_id).with_for_update()
    )
    row = await unit.first(select(table.c.value, table.c.sense).where(_is(key)))
    return Aimed(row.value, Sense(row.sense)) if row else None


async def put(unit: UnitOfWork, key: TargetKey, aimed: Aimed | None, *, was: bool) -> None:
    """Writes what is aimed at in place of what `was`; None for nothing any more."""
    if aimed is None:
        await unit.run(delete(table).where(_is(key)))
        return
    values = {"value": aimed.value, "sense": aimed.sense}
    if was:
        await unit.run(update(table).where(_is(key)).values(**values))
    else:
        await unit.add(table, **_identity(key), **values)


async def list_changes(unit: UnitOfWork, area_id: int, *, limit: int) -> list[TargetChange]:
    """Returns what was changed of a place's targets one by one, the newest first."""
    rows = await unit.all(_CHANGES.where(audit.c.area_id == area_id).limit(limit))
    return [_change(row) for row in rows]


async def find_change(unit: UnitOfWork, change_id: int) -> TargetChange | None:
    """Returns one change of a target."""
    row = await unit.first(_CHANGES.where(audit.c.id == change_id))
    return _change(row) if row else None


_CHANGES = (
    select(audit, person.c.name.label("who"))
    .outerjoin(person, person.c.id == audit.c.person_id)
    .where(audit.c.action.in_((SET, REMOVED)))
    .order_by(audit.c.id.desc())
)


def note_of(key: TargetKey, aimed: Aimed | None) -> dict[str, Any] | None:
    """Returns what the journal keeps of a target, None of one that is not there."""
    if aimed is None:
        return None
    return {**_identity(key), "value": aimed.value, "sense": str(aimed.sense)}


def _change(row: Row[Any]) -> TargetChange:
    known: Mapping[str, Any] = row.after or row.before
    return TargetChange(
        id=row.id,
        at=row.at,
        who=row.who or "",
        key=TargetKey(
            programme_id=known["programme_id"],
            indicator=Indicator(known["indicator"]),
            area_id=known["area_id"],
            kind_id=known["kind_id"],
            period=known["period"],
        ),
        before=_aimed(row.before),
        after=_aimed(row.after),
    )


def _aimed(noted: Mapping[str, Any] | None) -> Aimed | None:
    return Aimed(noted["value"], Sense(noted["sense"])) if noted else None


def _identity(key: TargetKey) -> dict[str, Any]:
    return {
        "programme_id": key.programme_id,
        "indicator": str(key.indicator),
        "area_id": key.area_id,
        "kind_id": key.kind_id,
        "period": key.period,
    }


def _is(key: TargetKey) -> ColumnElement[bool]:
    same = (table.c[name].is_not_distinct_from(value) for name, value in _identity(key).items())
    return and_(*same)
