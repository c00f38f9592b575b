"""Browsers that ring: who they belong to, and how each is called."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, select

from domain.devices import ACCOUNT, CHANNEL, Subscription
from domain.inbound import Address
from domain.talks import KnownAddress
from storage.messages import addresses
from storage.tables.directory import address
from storage.tables.mail import push_device as table
from storage.tables.mail import web_session
from storage.unit import UnitOfWork


def _ringing(now: datetime) -> Select[Any]:
    """Selects the addresses of devices whose session of the page is open."""
    is_open = (
        web_session.c.token_hash == table.c.token_hash,
        web_session.c.ended_at.is_(None),
        web_session.c.expires_at > now,
    )
    return (
        select(address, web_session.c.address_id.label("page_id"))
        .join(table, table.c.address_id == address.c.id)
        .join(web_session, is_open[0])
        .where(*is_open[1:], address.c.reachable)
        .order_by(table.c.created_at.desc(), address.c.id.desc())
    )


async def put(
    unit: UnitOfWork,
    chat: str,
    subscription: Subscription,
    *,
    person_id: int,
    token_hash: str,
    now: datetime,
) -> None:
    """Lets a browser ring, in place of what the same session had."""
    await remove(unit, token_hash)
    wanted = Address(CHANNEL, ACCOUNT, chat, "")
    here = (await addresses.ensure(unit, {wanted: (False, "")}, now=now))[wanted]
    await unit.run(
        table.insert(),
        {
            "address_id": here.id,
            "person_id": person_id,
            "token_hash": token_hash,
            "endpoint": subscription.endpoint,
            "p256dh": subscription.p256dh,
            "auth": subscription.auth,
            "created_at": now,
        },
    )


async def find(unit: UnitOfWork, chat: str) -> Subscription | None:
    """Returns how a device is called."""
    row = await unit.first(
        select(table.c.endpoint, table.c.p256dh, table.c.auth)
        .join(address, address.c.id == table.c.address_id)
        .where(address.c.channel == CHANNEL, address.c.chat == chat)
    )
    return Subscription(**row._mapping) if row else None


async def find_endpoint(unit: UnitOfWork, token_hash: str) -> str | None:
    """Returns where the browser of a session is called, None for one that does not ring."""
    row = await unit.first(
        select(table.c.endpoint)
        .join(address, address.c.id == table.c.address_id)
        .where(table.c.token_hash == token_hash, address.c.reachable)
    )
    return str(row.endpoint) if row else None


async def list_of_pages(
    unit: UnitOfWork, page_ids: Collection[int], *, now: datetime
) -> list[tuple[int, KnownAddress]]:
    """Returns the devices that ring for some pages, with the page, the newest first."""
    if not page_ids:
        return []
    rows = await unit.all(_ringing(now).where(web_session.c.address_id.in_(sorted(page_ids))))
    return [(row.page_id, addresses.known(row)) for row in rows]


async def remove(unit: UnitOfWork, token_hash: str) -> None:
    """Lets the browser of a session ring no more."""
    await unit.run(delete(table).where(table.c.token_hash == token_hash))


async def remove_address(unit: UnitOfWork, address_id: int) -> bool:
    """Lets one device ring no more; False if it is none."""
    return await unit.run(delete(table).where(table.c.address_id == address_id)) > 0


async def remove_of(unit: UnitOfWork, person_id: int) -> set[int]:
    """Lets no browser of a person ring; returns their addresses."""
    rows = await unit.all(
        delete(table).where(table.c.person_id == person_id).returning(table.c.address_id)
    )
    return {row.address_id for row in rows}


async def count_of(unit: UnitOfWork, person_id: int, *, now: datetime) -> int:
    """Returns how many browsers ring for a person."""
    ringing = _ringing(now).where(table.c.person_id == person_id)
    return len(await unit.all(ringing))


async def count_all(unit: UnitOfWork, *, now: datetime) -> int:
    """Returns how many browsers ring in all."""
    ringing = _ringing(now).order_by(None).subquery()
    return int(await unit.scalar(select(func.count()).select_from(ringing)) or 0)
