"""When each person wants the bundle, what does not wait for it, and until when it was told."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Row, exists, or_, select, update

from domain.news import Section
from domain.people import BUNDLED
from domain.preferences import Preference
from storage.paths import within
from storage.tables.cadres import preference as table
from storage.tables.directory import address, person, post
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReader:
    """Somebody who gets bundles; `told_until` is None before the first one."""

    person_id: int
    preference: Preference
    told_until: datetime | None


def _preference(row: Row[Any]) -> Preference:
    return Preference(
        bundle_at=time.fromisoformat(row.bundle_at) if row.bundle_at else None,
        urgent=frozenset(map(Section, row.urgent or ())),
        way=row.way,
    )


async def of_people(unit: UnitOfWork, person_ids: Collection[int]) -> dict[int, Preference]:
    """Returns what people chose; those who chose nothing are left out."""
    wanted = table.c.person_id.in_(sorted(person_ids))
    rows = await unit.all(select(table).where(wanted)) if person_ids else []
    return {row.person_id: _preference(row) for row in rows}


async def put(unit: UnitOfWork, person_id: int, chosen: Preference) -> None:
    """Keeps what somebody chose in place of what they chose before."""
    values = {
        "bundle_at": f"{chosen.bundle_at:%H:%M}" if chosen.bundle_at else None,
        "urgent": sorted(chosen.urgent),
        "way": chosen.way,
    }
    insert = unit.insert(table).values(person_id=person_id, **values)
    await unit.run(insert.on_conflict_do_update(index_elements=["person_id"], set_=values))


async def list_readers(unit: UnitOfWork, *, today: date) -> list[BundleReader]:
    """Returns everybody who looks after chapters or places today and can be reached."""
    has_post = exists().where(
        post.c.person_id == person.c.id,
        post.c.role.in_(sorted(BUNDLED)),
        within(post.c.valid_from, post.c.valid_to, today),
    )
    is_reached = exists().where(
        address.c.person_id == person.c.id, address.c.reachable, address.c.in_group.is_(False)
    )
    rows = await unit.all(
        select(person.c.id, table.c.bundle_at, table.c.urgent, table.c.bundled_until, table.c.way)
        .outerjoin(table, table.c.person_id == person.c.id)
        .where(has_post, is_reached)
        .order_by(person.c.id)
    )
    return [
        BundleReader(person_id=row.id, preference=_preference(row), told_until=row.bundled_until)
        for row in rows
    ]


async def claim(
    unit: UnitOfWork, person_ids: Collection[int], *, until: datetime, before: datetime
) -> set[int]:
    """Notes that people are told until a moment; returns those told only `before` another.

    Who was told since by another process is left out, and must not be told again.
    """
    if not person_ids:
        return set()
    fresh = [{"person_id": number, "urgent": []} for number in sorted(person_ids)]
    await unit.run(unit.insert(table).on_conflict_do_nothing(), fresh)
    last = table.c.bundled_until
    rows = await unit.all(
        update(table)
        .where(table.c.person_id.in_(sorted(person_ids)), or_(last.is_(None), last < before))
        .values(bundled_until=until)
        .returning(table.c.person_id)
    )
    return {row.person_id for row in rows}
