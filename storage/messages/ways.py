"""Ways to a person: those there are, and those a message has left behind."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from domain.mailboxes import Wish
from domain.outbox import OutboxRow
from domain.sms import CHANNEL as SMS
from domain.talks import KnownAddress
from domain.ways import Way, WayKind
from storage.messages import mailboxes, outbox
from storage.messages.addresses import CHOSEN, USED
from storage.tables.directory import address
from storage.tables.mail import outbox as outbox_table
from storage.tables.mail import outbox_passed as table
from storage.tables.mail import push_device, web_session
from storage.unit import UnitOfWork


async def of_person(unit: UnitOfWork, person_id: int) -> list[Way]:
    """Returns every account of a person, their number and their e-mail address."""
    rows = await unit.all(
        select(
            address.c.id,
            address.c.channel,
            address.c.reachable,
            USED.label("used_at"),
            CHOSEN.label("chosen"),
        ).where(address.c.person_id == person_id, address.c.in_group.is_(False))
    )
    found = [
        Way(
            address_id=row.id,
            kind=WayKind.SMS if row.channel == SMS else WayKind.ACCOUNT,
            used_at=row.used_at,
            is_chosen=bool(row.chosen),
            works=row.reachable,
        )
        for row in rows
    ]
    box = await mailboxes.of_person(unit, person_id)
    if box is not None and box.takes_letters and Wish.MISSED in box.wishes:
        found.append(Way(address_id=box.address_id, kind=WayKind.LETTER))
    return found


async def owner(unit: UnitOfWork, here: KnownAddress) -> int | None:
    """Returns whose address it is, also where that is an e-mail address; None for nobody's."""
    if here.person_id is not None:
        return here.person_id
    box = await mailboxes.of_address(unit, here.id)
    return box.person_id if box else None


async def note_passed(
    unit: UnitOfWork, row_ids: Collection[int], address_id: int, *, now: datetime
) -> None:
    """Notes that rows of the outbox do not arrive at an address."""
    values = [
        {"outbox_id": row_id, "address_id": address_id, "at": now} for row_id in sorted(row_ids)
    ]
    await unit.run(unit.insert(table).on_conflict_do_nothing(), values)


async def list_passed(unit: UnitOfWork, row_id: int) -> dict[int, datetime]:
    """Returns the addresses where a row did not arrive, each with when it left."""
    rows = await unit.all(
        select(table.c.address_id, table.c.at).where(table.c.outbox_id == row_id)
    )
    return {row.address_id: row.at for row in rows}


async def purge(unit: UnitOfWork, *, before: datetime) -> None:
    """Forgets ways that were left long ago."""
    await unit.run(delete(table).where(table.c.at < before))


async def list_unseen(
    unit: UnitOfWork, *, channel: str, since: datetime, until: datetime, idle: timedelta
) -> Sequence[OutboxRow]:
    """Returns what the bot put on pages in a span of time and nobody has looked at since.

    A session that ends `idle` after it was used last tells when that was.
    """
    looked = (
        select(func.max(web_session.c.expires_at))
        .where(web_session.c.address_id == address.c.id, web_session.c.kind == "chat")
        .correlate(address)
        .scalar_subquery()
    )
    rows = await unit.all(
        select(outbox_table.c.id, outbox_table.c.sent_at, looked.label("looked"))
        .join(address, address.c.id == outbox_table.c.address_id)
        .where(
            outbox_table.c.state == "sent",
            outbox_table.c.sent_at > since,
            outbox_table.c.sent_at <= until,
            outbox_table.c.started_by_bot,
            outbox_table.c.edits.is_(None),
            address.c.channel == channel,
            address.c.person_id.is_not(None),
            address.c.in_group.is_(False),
        )
        .order_by(outbox_table.c.id)
    )
    unseen = [row.id for row in rows if not _is_seen(row.sent_at, row.looked, idle)]
    return [*(await outbox.by_ids(unit, unseen)).values()]


async def list_rung(
    unit: UnitOfWork, person_ids: Collection[int], *, since: datetime
) -> dict[int, set[str]]:
    """Returns by which keys each person's browsers were rung since a moment, and took it."""
    rows = await unit.all(
        select(push_device.c.person_id, outbox_table.c.dedupe_key)
        .join(outbox_table, outbox_table.c.address_id == push_device.c.address_id)
        .where(
            push_device.c.person_id.in_(sorted(person_ids)),
            outbox_table.c.edits.is_(None),
            outbox_table.c.state == "sent",
            outbox_table.c.sent_at >= since,
        )
    )
    found: dict[int, set[str]] = {}
    for row in rows:
        found.setdefault(row.person_id, set()).add(row.dedupe_key)
    return found


async def states_of(unit: UnitOfWork, keys: Collection[str]) -> dict[str, str]:
    """Returns what became of the messages queued under some keys."""
    wanted = outbox_table.c.dedupe_key.in_(sorted(keys))
    rows = await unit.all(select(outbox_table.c.dedupe_key, outbox_table.c.state).where(wanted))
    return {row.dedupe_key: row.state for row in rows}


def _is_seen(sent_at: datetime, looked: datetime | None, idle: timedelta) -> bool:
    return looked is not None and looked - idle > sent_at
