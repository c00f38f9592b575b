"""Where letters go by e-mail."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from domain.inbound import Address
from domain.mailboxes import ACCOUNT, CHANNEL, Mailbox, Wish
from domain.talks import KnownAddress
from storage.messages import addresses
from storage.tables.directory import address
from storage.tables.mail import mailbox as table
from storage.unit import UnitOfWork

_FOUND = select(
    table, address.c.chat.label("email"), address.c.reachable, address.c.user.label("token")
).join(address, address.c.id == table.c.address_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMailbox:
    """An address that is to be confirmed; `token` is the secret of its link to stop letters."""

    person_id: int
    email: str
    token: str
    wishes: Collection[Wish]
    code_hash: str
    code_until: datetime
    codes: int
    codes_on: date


def _mailbox(row: Row[Any]) -> Mailbox:
    return Mailbox(
        person_id=row.person_id,
        address_id=row.address_id,
        email=row.email,
        reachable=row.reachable,
        wishes=frozenset(map(Wish, row.wishes)),
        code_hash=row.code_hash,
        code_until=row.code_until,
        wrong=row.wrong,
        codes=row.codes,
        codes_on=row.codes_on,
        confirmed_at=row.confirmed_at,
        stopped_at=row.stopped_at,
    )


async def put(unit: UnitOfWork, new: NewMailbox, *, now: datetime) -> KnownAddress:
    """Keeps the address of somebody who has none; returns where codes go."""
    wanted = Address(CHANNEL, ACCOUNT, new.email, new.token)
    here = (await addresses.ensure(unit, {wanted: (False, "")}, now=now))[wanted]
    await unit.run(
        table.insert(),
        {
            "person_id": new.person_id,
            "address_id": here.id,
            "wishes": sorted(new.wishes),
            "code_hash": new.code_hash,
            "code_until": new.code_until,
            "wrong": 0,
            "codes": new.codes,
            "codes_on": new.codes_on,
        },
    )
    return here


async def of_person(unit: UnitOfWork, person_id: int) -> Mailbox | None:
    """Returns the address that somebody has given."""
    row = await unit.first(_FOUND.where(table.c.person_id == person_id))
    return _mailbox(row) if row else None


async def of_people(unit: UnitOfWork, person_ids: Collection[int]) -> dict[int, Mailbox]:
    """Returns the addresses that some people have given."""
    if not person_ids:
        return {}
    rows = await unit.all(_FOUND.where(table.c.person_id.in_(sorted(person_ids))))
    return {row.person_id: _mailbox(row) for row in rows}


async def of_address(unit: UnitOfWork, address_id: int) -> Mailbox | None:
    """Returns whose e-mail address it is, None for any other address."""
    row = await unit.first(_FOUND.where(table.c.address_id == address_id))
    return _mailbox(row) if row else None


async def of_token(unit: UnitOfWork, token: str) -> Mailbox | None:
    """Returns whose letters a link stops."""
    row = await unit.first(_FOUND.where(address.c.channel == CHANNEL, address.c.user == token))
    return _mailbox(row) if row else None


async def list_confirmed(unit: UnitOfWork) -> list[Mailbox]:
    """Returns every address that was confirmed, by its person."""
    wanted = _FOUND.where(table.c.confirmed_at.is_not(None)).order_by(table.c.person_id)
    return [_mailbox(row) for row in await unit.all(wanted)]


async def note_wrong_code(unit: UnitOfWork, person_id: int) -> None:
    """Counts a wrong code."""
    await _change(unit, person_id, wrong=table.c.wrong + 1)


async def confirm(unit: UnitOfWork, person_id: int, *, now: datetime) -> None:
    """Lets letters go to an address; its code is spent."""
    await _change(unit, person_id, confirmed_at=now, stopped_at=None, code_hash=None)


async def set_wishes(unit: UnitOfWork, person_id: int, wishes: Collection[Wish]) -> None:
    """Keeps which letters are wanted."""
    await _change(unit, person_id, wishes=sorted(wishes))


async def stop(unit: UnitOfWork, person_id: int, *, now: datetime | None) -> None:
    """Notes that no letters are wanted any more; without a moment, that they are again."""
    await _change(unit, person_id, stopped_at=now)


async def _change(unit: UnitOfWork, person_id: int, **values: Any) -> None:  # noqa: ANN401
    await unit.run(update(table).where(table.c.person_id == person_id).values(**values))


async def remove(unit: UnitOfWork, person_id: int) -> int | None:
    """Forgets somebody's address; returns the id under which it was known."""
    row = await unit.first(
        delete(table).where(table.c.person_id == person_id).returning(table.c.address_id)
    )
    if row is None:
        return None
    nobody = f"left:{row.address_id}"
    own = address.c.id == row.address_id
    await unit.run(update(address).where(own).values(chat=nobody, user=nobody))
    return int(row.address_id)
