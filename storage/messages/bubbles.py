"""The bubbles of the web chat pages: one row each, numbered per page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from domain.bubbles import Bubble
from domain.message import Message
from domain.message_json import message_from_json, message_to_json
from storage.tables.directory import address
from storage.tables.mail import web_message as table
from storage.unit import UnitOfWork

_NEXT = (
    update(address)
    .where(address.c.id == bindparam("address"))
    .values(web_count=address.c.web_count + 1)
    .returning(address.c.web_count)
)
_OF_PAGE = select(table).where(table.c.address_id == bindparam("address"))
_AFTER = (
    _OF_PAGE.where(table.c.changed > bindparam("after"))
    .order_by(table.c.changed)
    .limit(bindparam("limit"))
)
_BEFORE = (
    _OF_PAGE.where(table.c.place < bindparam("before"))
    .order_by(table.c.place.desc())
    .limit(bindparam("limit"))
)


async def add(
    unit: UnitOfWork, *, address_id: int, key: str, author: str, message: Message, now: datetime
) -> None:
    """Adds a bubble at the end of a page; one that is there already stays as it is."""
    there = select(table.c.id).where(table.c.address_id == address_id, table.c.key == key)
    if await unit.scalar(there) is None:
        number = await _next_number(unit, address_id)
        await unit.run(
            unit.insert(table)
            .values(
                address_id=address_id,
                key=key,
                author=author,
                place=number,
                changed=number,
                message=message_to_json(message),
                at=now,
            )
            .on_conflict_do_nothing()
        )


async def change(unit: UnitOfWork, *, address_id: int, key: str, message: Message) -> bool:
    """Changes a bubble; False if it is not there."""
    number = await _next_number(unit, address_id)
    return (
        await unit.run(
            update(table)
            .where(table.c.address_id == address_id, table.c.key == key)
            .values(message=message_to_json(message), changed=number)
        )
        > 0
    )


async def list_after(
    unit: UnitOfWork, address_id: int, *, after: int, limit: int
) -> Sequence[Bubble]:
    """Returns bubbles changed after a number, by rising number."""
    rows = await unit.all(_AFTER, {"address": address_id, "after": after, "limit": limit})
    return [_bubble(row) for row in rows]


async def list_before(
    unit: UnitOfWork, address_id: int, *, before: int, limit: int
) -> list[Bubble]:
    """Returns the last bubbles that stand before a place, by rising place."""
    rows = await unit.all(_BEFORE, {"address": address_id, "before": before, "limit": limit})
    return [_bubble(row) for row in reversed(rows)]


async def shows(unit: UnitOfWork, address_id: int, attachment_id: int) -> bool:
    """Says whether a page shows a file."""
    # Both databases store the list of ids as JSON text with this member.
    wanted = table.c.message["attachments"].as_string().contains(str(attachment_id))
    found = await unit.scalar(
        _OF_PAGE.with_only_columns(table.c.id).where(wanted), {"address": address_id}
    )
    return found is not None


async def _next_number(unit: UnitOfWork, address_id: int) -> int:
    return int(await unit.scalar(_NEXT, {"address": address_id}))


def _bubble(row: Row[Any]) -> Bubble:
    return Bubble(
        key=row.key,
        author=row.author,
        place=row.place,
        changed=row.changed,
        at=row.at,
        message=message_from_json(row.message),
    )
