"""Addresses: how people and groups are reached, and which conversation they belong to."""

from collections import namedtuple
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, exists, false, func, or_, select, true, tuple_, update

from domain.inbound import Address
from domain.sms import CHANNEL as SMS
from domain.talks import KnownAddress
from storage.tables.cadres import preference
from storage.tables.directory import address as table
from storage.tables.directory import conversation
from storage.tables.mail import inbox, outbox
from storage.unit import UnitOfWork

_KEY = (table.c.channel, table.c.account, table.c.chat, table.c.user)
_BY_ID = select(table).where(table.c.id.in_(bindparam("ids", expanding=True)))
_BY_KEY = select(table).where(tuple_(*_KEY).in_(bindparam("keys", expanding=True)))
_OF_PERSON = select(table).where(table.c.person_id == bindparam("person"))

# When a person used an address last, and whether they chose its messenger.
USED = (
    select(func.max(inbox.c.received_at))
    .where(inbox.c.address_id == table.c.id)
    .correlate(table)
    .scalar_subquery()
)
CHOSEN = case(
    (
        exists().where(
            preference.c.person_id == table.c.person_id, preference.c.way == table.c.channel
        ),
        1,
    ),
    else_=0,
)
# The last row of a person wins: the address used last, of the messenger that was chosen if any.
# It is the first of `domain.ways.order_ways`, for many people at once.
_PRIVATE = (
    select(table)
    .where(
        table.c.person_id.in_(bindparam("people", expanding=True)),
        table.c.reachable.is_(true()),
        table.c.in_group.is_(false()),
    )
    .order_by(CHOSEN, USED.asc().nulls_first(), table.c.channel != SMS, table.c.id)
)


AddressRow = namedtuple("AddressRow", table.c.keys())  # type: ignore[misc]


def known(row: Any) -> KnownAddress:  # noqa: ANN401 - a row, or part of one
    """Returns an address row as its value."""
    return KnownAddress(
        id=row.id,
        address=Address(row.channel, row.account, row.chat, row.user),
        conversation_id=row.conversation_id,
        person_id=row.person_id,
        in_group=row.in_group,
        reachable=row.reachable,
        title=row.title,
    )


async def find_many(unit: UnitOfWork, wanted: Iterable[Address]) -> dict[Address, KnownAddress]:
    """Returns those of the addresses that are known."""
    keys = [(a.channel, a.account, a.chat, a.user) for a in wanted]
    rows = await unit.all(_BY_KEY, {"keys": keys}) if keys else []
    return {value.address: value for value in map(known, rows)}


async def ensure(
    unit: UnitOfWork, wanted: dict[Address, tuple[bool, str]], *, now: datetime
) -> dict[Address, KnownAddress]:
    """Returns the addresses, making those that are new with a conversation of their own.

    `wanted` gives for each address whether it is a group, and its title.
    """
    found = await find_many(unit, wanted)
    for address, (in_group, title) in wanted.items():
        if address not in found:
            talk = await unit.add(conversation, state={}, tail={})
            await unit.run(
                unit.insert(table)
                .values(
                    channel=address.channel,
                    account=address.account,
                    chat=address.chat,
                    user=address.user,
                    conversation_id=talk,
                    in_group=in_group,
                    title=title,
                    reachable=True,
                    created_at=now,
                )
                .on_conflict_do_nothing()
            )
    return found if len(found) == len(wanted) else await find_many(unit, wanted)


async def by_ids(unit: UnitOfWork, ids: Sequence[int]) -> dict[int, KnownAddress]:
    """Returns addresses by their ids."""
    rows = await unit.all(_BY_ID, {"ids": list(ids)}) if ids else []
    return {row.id: known(row) for row in rows}


async def count_web_changes(
    unit: UnitOfWork, channel: str, chats: Collection[str]
) -> dict[str, int]:
    """Returns the number of the last change of each of these chat pages of a channel."""
    rows = await unit.all(
        select(table.c.chat, table.c.web_count).where(
            table.c.channel == channel, table.c.chat.in_(sorted(chats))
        )
    )
    return {row.chat: row.web_count for row in rows}


async def of_person(unit: UnitOfWork, person_id: int) -> list[KnownAddress]:
    """Returns a person's addresses, oldest first."""
    rows = await unit.all(_OF_PERSON.order_by(table.c.id), {"person": person_id})
    return [known(row) for row in rows]


async def list_of_account(unit: UnitOfWork, channel: str, account: str) -> list[KnownAddress]:
    """Returns the addresses of one bot account, oldest first."""
    here = (table.c.channel == channel, table.c.account == account)
    return [known(row) for row in await unit.all(select(table).where(*here).order_by(table.c.id))]


async def bind(unit: UnitOfWork, address_id: int, *, person_id: int, conversation_id: int) -> None:
    """Gives an address to a person; it joins the person's conversation."""
    await unit.run(
        update(table)
        .where(table.c.id == address_id)
        .values(person_id=person_id, conversation_id=conversation_id, reachable=True)
    )


async def release(unit: UnitOfWork, address_id: int) -> None:
    """Takes an address from its person; it gets an empty conversation of its own."""
    talk = await unit.add(conversation, state={}, tail={})
    await unit.run(
        update(table).where(table.c.id == address_id).values(person_id=None, conversation_id=talk)
    )


async def set_reachable(
    unit: UnitOfWork, address_id: int, *, reachable: bool, now: datetime
) -> bool:
    """Marks whether the messenger takes messages for an address; False if nothing changed."""
    return (
        await unit.run(
            update(table)
            .where(table.c.id == address_id, table.c.reachable.is_(not reachable))
            .values(reachable=reachable, unreachable_at=None if reachable else now)
        )
        > 0
    )


async def of_outbox_row(unit: UnitOfWork, row_id: int) -> KnownAddress:
    """Returns the address that an outbox row goes to."""
    row = await unit.first(
        select(table).join(outbox, outbox.c.address_id == table.c.id).where(outbox.c.id == row_id)
    )
    if row is None:
        raise LookupError(row_id)
    return known(row)


async def move_chat(unit: UnitOfWork, address_id: int, *, chat: str) -> None:
    """Follows a group that now has another id."""
    await unit.run(update(table).where(table.c.id == address_id).values(chat=chat))


async def preferred(
    unit: UnitOfWork, person_ids: Collection[int], *, but: tuple[str, str] | None = None
) -> dict[int, KnownAddress]:
    """Returns for each person the reachable private address to tell them at; none for some.

    That is the one used last, of the messenger that they chose where it is reachable there.

    `but` names a messenger and an account of it that is not looked at.
    """
    if not person_ids:
        return {}
    wanted = _PRIVATE
    if but is not None:
        wanted = _PRIVATE.where(or_(table.c.channel != but[0], table.c.account != but[1]))
    rows = await unit.all(wanted, {"people": sorted(person_ids)})
    return {row.person_id: known(row) for row in rows}


async def count_people(unit: UnitOfWork, account: tuple[str, str]) -> int:
    """Returns how many people have joined by one bot account."""
    joined = (table.c.channel == account[0], table.c.account == account[1])
    people = select(func.count(table.c.person_id.distinct())).where(*joined)
    return int(await unit.scalar(people) or 0)
