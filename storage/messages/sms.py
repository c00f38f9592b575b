"""Text messages that were sent: what each cost, which place pays, whether it arrived."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from storage.tables.directory import conversation
from storage.tables.mail import sms_sent as table
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class SentSms:
    """A message as the gateway took it, by its row of the outbox."""

    outbox_id: int
    gateway_id: str
    area_id: int | None
    month: str
    parts: int
    cost: int


async def add(unit: UnitOfWork, sent: Collection[SentSms], *, now: datetime) -> None:
    """Notes messages; one that was sent twice counts once more on the same row."""
    for message in sent:
        values = {
            "outbox_id": message.outbox_id,
            "gateway_id": message.gateway_id,
            "area_id": message.area_id,
            "month": message.month,
            "parts": message.parts,
            "cost": message.cost,
            "state": "taken",
            "at": now,
        }
        again = {
            "gateway_id": message.gateway_id,
            "parts": table.c.parts + message.parts,
            "cost": table.c.cost + message.cost,
            "state": "taken",
        }
        insert = unit.insert(table).values(**values)
        await unit.run(insert.on_conflict_do_update(index_elements=["outbox_id"], set_=again))


async def count_parts(unit: UnitOfWork, area_ids: Collection[int], month: str) -> dict[int, int]:
    """Returns how many parts of messages some places have paid for in a month."""
    rows = await unit.all(
        select(table.c.area_id, func.sum(table.c.parts).label("parts"))
        .where(table.c.month == month, table.c.area_id.in_(sorted(area_ids)))
        .group_by(table.c.area_id)
    )
    return {row.area_id: int(row.parts) for row in rows}


async def people_of_talks(unit: UnitOfWork, talk_ids: Collection[int]) -> dict[int, int]:
    """Returns whose some conversations are; those of nobody are left out."""
    rows = await unit.all(
        select(conversation.c.id, conversation.c.person_id).where(
            conversation.c.id.in_(sorted(talk_ids)), conversation.c.person_id.is_not(None)
        )
    )
    return {row.id: row.person_id for row in rows}


async def report(
    unit: UnitOfWork, gateway_id: str, *, delivered: bool, cost: int = 0
) -> int | None:
    """Notes whether a message arrived; returns its row of the outbox, None for an unknown one.

    What was reported before stays as it is.
    """
    values: Mapping[str, object] = {
        "state": "delivered" if delivered else "failed",
        **({"cost": cost} if cost else {}),
    }
    row = await unit.first(
        update(table)
        .where(table.c.gateway_id == gateway_id, table.c.state == "taken")
        .values(**values)
        .returning(table.c.outbox_id)
    )
    return int(row.outbox_id) if row else None
