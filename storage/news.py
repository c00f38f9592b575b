"""What people are to be told with their next message."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from domain.news import News, Section
from storage.tables.cadres import news as table
from storage.unit import Unit


def _news(row: Row[Any]) -> News:
    return News(
        person_id=row.person_id,
        section=Section(row.section),
        key=row.key,
        args=row.args,
        command=row.command,
        label_key=row.label_key,
        dedupe_key=row.dedupe_key,
        urgent=row.urgent,
    )


async def add(unit: Unit, rows: Sequence[News], *, now: datetime) -> None:
    """Keeps news; those whose dedupe key was used before are left out."""
    if rows:
        values = [
            {
                "person_id": one.person_id,
                "at": now,
                "section": one.section,
                "key": one.key,
                "args": dict(one.args),
                "command": one.command,
                "label_key": one.label_key,
                "dedupe_key": one.dedupe_key,
                "urgent": one.urgent,
            }
            for one in rows
        ]
        await unit.run(unit.insert(table).on_conflict_do_nothing(), values)


async def list_untold(unit: Unit, person_ids: Collection[int]) -> dict[int, list[News]]:
    """Returns what some people are still to be told, by person, first things first."""
    found: dict[int, list[News]] = defaultdict(list)
    if person_ids:
        rows = await unit.all(
            select(table)
            .where(table.c.person_id.in_(sorted(person_ids)), table.c.told_at.is_(None))
            .order_by(table.c.id)
        )
        for row in rows:
            found[row.person_id].append(_news(row))
    return dict(found)


async def mark_told(
    unit: Unit, person_ids: Collection[int], *, now: datetime, urgent: bool | None = None
) -> None:
    """Notes that some people were told all they were to be told, or the urgent part of it."""
    wanted = [table.c.person_id.in_(sorted(person_ids)), table.c.told_at.is_(None)]
    if urgent is not None:
        wanted.append(table.c.urgent.is_(urgent))
    if person_ids:
        await unit.run(update(table).where(*wanted).values(told_at=now))


async def drop_untold(unit: Unit, beginning: str) -> set[tuple[int, str]]:
    """Deletes news that hold no more and nobody was told yet: their dedupe keys begin so.

    Returns whom they were for, with their text keys.
    """
    named = table.c.dedupe_key.startswith(beginning, autoescape=True)
    rows = await unit.all(
        delete(table)
        .where(named, table.c.told_at.is_(None))
        .returning(table.c.person_id, table.c.key)
    )
    return {(row.person_id, row.key) for row in rows}
