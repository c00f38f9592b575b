"""Gives people and groups an address, and reads what waits for them."""

from datetime import datetime

from sqlalchemy import select

from domain.inbound import Address
from domain.message_json import message_from_json
from domain.outbox import OutboxRow
from domain.talks import KnownAddress
from storage import UnitOfWork
from storage.messages import addresses, outbox, talks
from storage.tables.mail import outbox as table


async def reach(
    unit: UnitOfWork, person_id: int, *, now: datetime, chat: str = ""
) -> KnownAddress:
    """Gives a person a private address."""
    address = Address("telegram", "main", chat or f"chat-{person_id}", chat or f"u-{person_id}")
    known = (await addresses.ensure(unit, {address: (False, "")}, now=now))[address]
    talk = await talks.of_person(unit, person_id)
    await addresses.bind(unit, known.id, person_id=person_id, conversation_id=talk)
    return (await addresses.by_ids(unit, [known.id]))[known.id]


async def group(unit: UnitOfWork, title: str, *, now: datetime) -> KnownAddress:
    """Makes a channel."""
    address = Address("telegram", "main", title, "")
    return (await addresses.ensure(unit, {address: (True, title)}, now=now))[address]


async def queued(unit: UnitOfWork) -> list[OutboxRow]:
    """Returns everything in the outbox that was not cancelled, oldest first."""
    rows = await unit.all(select(table.c.id).where(table.c.state == "pending"))
    found = await outbox.by_ids(unit, [row.id for row in rows])
    return [found[row_id] for row_id in sorted(found)]


async def texts_to(unit: UnitOfWork, address: KnownAddress) -> list[str]:
    """Returns the texts that wait for an address."""
    rows = await unit.all(
        select(table.c.message).where(table.c.address_id == address.id).order_by(table.c.id)
    )
    return [message_from_json(row.message).text for row in rows]
