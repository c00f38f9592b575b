"""Photos and voice messages: noted first, on disk later."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, or_, select, update

from domain.files import StoredFile
from storage.tables.directory import address, person
from storage.tables.meetings import attachment as table
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that somebody sent; `source` says where the messenger keeps it."""

    id: int
    address_id: int
    report_id: int | None
    kind: str
    source: dict[str, Any] | None
    name: str
    mime: str
    size: int
    sha256: str | None
    original_sha256: str | None
    taken: str | None
    state: str
    reason: str | None
    heard: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class SentFiles:
    """How many files somebody sent, and how many bytes."""

    files: int
    size: int


async def count_sent(
    unit: UnitOfWork, address_ids: Collection[int], *, since: datetime
) -> SentFiles:
    """Counts what was sent from addresses after a moment, whatever became of it."""
    row = await unit.first(
        select(
            func.count().label("files"), func.coalesce(func.sum(table.c.size), 0).label("bytes")
        ).where(
            table.c.address_id.in_(sorted(address_ids)),
            table.c.created_at > since,
            or_(table.c.source.is_not(None), table.c.original_sha256.is_not(None)),
        )
    )
    return SentFiles(int(row.files), int(row.bytes)) if row else SentFiles(0, 0)


def _attachment(row: Row[Any]) -> Attachment:
    return Attachment(**row._mapping)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file as it was announced; without a `source` it is made here."""

    kind: str
    name: str
    mime: str
    size: int
    source: dict[str, Any] | None = None


async def add(unit: UnitOfWork, new: NewFile, *, address_id: int, now: datetime) -> int:
    """Notes a file that is still to be fetched; returns its id."""
    new_id = unit.new_id()
    values = {"address_id": address_id, "state": "pending", "created_at": now, **asdict(new)}
    await unit.run(table.insert(), {"id": new_id, **values})
    return new_id


async def find(unit: UnitOfWork, attachment_id: int) -> Attachment | None:
    """Returns one file's row."""
    row = await unit.first(select(table).where(table.c.id == attachment_id))
    return _attachment(row) if row else None


async def find_many(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Attachment]:
    """Returns files' rows by id."""
    rows = await unit.all(select(table).where(table.c.id.in_(sorted(ids))))
    return {row.id: _attachment(row) for row in rows}


async def mark_ready(unit: UnitOfWork, attachment_id: int, stored: StoredFile) -> None:
    """Notes that the file is on disk; a kind is what its content turned out to be."""
    proven = {"kind": stored.kind} if stored.kind else {}
    await unit.run(
        update(table)
        .where(table.c.id == attachment_id)
        .values(
            state="ready",
            sha256=stored.sha256,
            mime=stored.mime,
            size=stored.size,
            reason=None,
            original_sha256=stored.original or None,
            taken=stored.taken or None,
            **proven,
        )
    )


async def mark_failed(unit: UnitOfWork, attachment_id: int, *, reason: str) -> Attachment:
    """Notes that the file cannot be had, and returns its row; raises LookupError if none."""
    await unit.run(
        update(table).where(table.c.id == attachment_id).values(state="failed", reason=reason)
    )
    found = await find(unit, attachment_id)
    if found is None:
        raise LookupError(attachment_id)
    return found


async def forget_content(unit: UnitOfWork, attachment_id: int) -> None:
    """Lets go of a file on disk."""
    await unit.run(
        update(table).where(table.c.id == attachment_id).values(sha256=None, heard=None)
    )


async def keep_words(unit: UnitOfWork, attachment_id: int, text: str) -> None:
    """Keeps what a program read in a file, until it is said what of it counts."""
    await unit.run(update(table).where(table.c.id == attachment_id).values(heard=text))


async def paths(unit: UnitOfWork, ids: Collection[int]) -> dict[int, str]:
    """Returns for files on disk where they lie below the folder of files."""
    rows = await unit.all(
        select(table.c.id, table.c.sha256).where(
            table.c.id.in_(sorted(ids)), table.c.state == "ready"
        )
    )
    return {row.id: f"{row.sha256[:2]}/{row.sha256}" for row in rows}


async def names_of_documents(unit: UnitOfWork, ids: Collection[int]) -> dict[int, str]:
    """Returns what documents are called; photos and voice messages need no name."""
    rows = await unit.all(
        select(table.c.id, table.c.name).where(
            table.c.id.in_(sorted(ids)), table.c.kind == "document"
        )
    )
    return {row.id: row.name for row in rows}


async def attach(unit: UnitOfWork, ids: Collection[int], *, report_id: int) -> None:
    """Makes exactly these files the report's; one that belongs to another report stays there."""
    wanted = sorted(ids)
    mine = table.c.report_id == report_id
    await unit.run(update(table).where(mine, table.c.id.not_in(wanted)).values(report_id=None))
    free = or_(table.c.report_id.is_(None), mine)
    if wanted:
        await unit.run(
            update(table).where(table.c.id.in_(wanted), free).values(report_id=report_id)
        )


async def senders(unit: UnitOfWork, ids: Collection[int]) -> dict[int, str]:
    """Returns by files the names of those from whose accounts they came."""
    rows = await unit.all(
        select(table.c.id, person.c.name)
        .join(address, address.c.id == table.c.address_id)
        .join(person, person.c.id == address.c.person_id)
        .where(table.c.id.in_(sorted(ids)))
    )
    return {row.id: row.name for row in rows}


async def of_report(unit: UnitOfWork, report_id: int) -> list[Attachment]:
    """Returns the files of a report, oldest first."""
    rows = await unit.all(select(table).where(table.c.report_id == report_id).order_by(table.c.id))
    return [_attachment(row) for row in rows]
