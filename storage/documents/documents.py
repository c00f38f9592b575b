"""Documents with their versions: drafts, frozen, numbered and issued ones."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select, update

from domain.official import DocumentKind, DocumentState, DocumentTopic, Edit, Numbering
from storage.tables.official import document as table
from storage.unit import UnitOfWork, Values

_ALL = tuple(column for column in table.c if column.name not in ("facts", "edits"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """One version of a document; `numbering` is there once it has a number.

    `edited` grows with every change of its paragraphs, so that two people notice each other.
    """

    id: int
    topic: DocumentTopic
    version: int
    state: DocumentState
    numbering: Numbering | None
    person_id: int | None
    made_at: datetime
    changed_at: datetime
    edited: int = 0


def _document(row: Row[Any]) -> StoredDocument:
    numbering = None
    if row.number is not None and row.numbered_on is not None:
        numbering = Numbering(number=row.number, day=row.numbered_on)
    return StoredDocument(
        id=row.id,
        topic=DocumentTopic(
            kind=DocumentKind(row.kind),
            area_id=row.area_id,
            association=row.association,
            period=row.period,
        ),
        version=row.version,
        state=DocumentState(row.state),
        numbering=numbering,
        person_id=row.person_id,
        made_at=row.made_at,
        changed_at=row.changed_at,
        edited=row.edited,
    )


async def find(unit: UnitOfWork, document_id: int) -> StoredDocument | None:
    """Returns one version of a document."""
    row = await unit.first(select(*_ALL).where(table.c.id == document_id))
    return _document(row) if row else None


async def find_newest(unit: UnitOfWork, topic: DocumentTopic) -> StoredDocument | None:
    """Returns the newest version of a document."""
    row = await unit.first(
        select(*_ALL).where(*_is_about(topic)).order_by(table.c.version.desc()).limit(1)
    )
    return _document(row) if row else None


async def find_version(
    unit: UnitOfWork, topic: DocumentTopic, version: int
) -> StoredDocument | None:
    """Returns a version of a document by its number."""
    row = await unit.first(select(*_ALL).where(*_is_about(topic), table.c.version == version))
    return _document(row) if row else None


def _is_about(topic: DocumentTopic) -> Sequence[Any]:
    return (
        table.c.kind == topic.kind,
        table.c.area_id == topic.area_id,
        table.c.association == topic.association,
        table.c.period == topic.period,
    )


async def list_of_areas(
    unit: UnitOfWork, area_ids: Collection[int], *, most: int
) -> list[StoredDocument]:
    """Returns the newest documents of some places, all their versions."""
    rows = await unit.all(
        select(*_ALL)
        .where(table.c.area_id.in_(sorted(area_ids)))
        .order_by(table.c.changed_at.desc(), table.c.id.desc())
        .limit(most)
    )
    return [_document(row) for row in rows]


async def add(
    unit: UnitOfWork, topic: DocumentTopic, version: int, *, person_id: int | None, now: datetime
) -> int:
    """Begins a version as a draft and returns its id."""
    return await unit.add(
        table,
        area_id=topic.area_id,
        association=topic.association,
        kind=topic.kind,
        period=topic.period,
        version=version,
        state=DocumentState.DRAFT,
        type_code=topic.kind.type_code,
        person_id=person_id,
        made_at=now,
        changed_at=now,
    )


async def get_facts(unit: UnitOfWork, document_id: int) -> Any:  # noqa: ANN401 - what was stored
    """Returns the facts that were frozen, None of a draft."""
    return await unit.scalar(select(table.c.facts).where(table.c.id == document_id))


async def get_edits(unit: UnitOfWork, document_id: int) -> tuple[Edit, ...]:
    """Returns the paragraphs of a version that somebody wrote anew."""
    stored = await unit.scalar(select(table.c.edits).where(table.c.id == document_id))
    return tuple(Edit(**values) for values in stored or ())


async def set_edits(
    unit: UnitOfWork, document_id: int, edits: Iterable[Edit], *, edited: int, now: datetime
) -> bool:
    """Keeps paragraphs with a version; False if somebody changed them since `edited`."""
    mine = (table.c.id == document_id, table.c.edited == edited)
    values = {"edits": [asdict(one) for one in edits], "edited": edited + 1, "changed_at": now}
    return await unit.run(update(table).where(*mine).values(**values)) == 1


async def move(
    unit: UnitOfWork, document_id: int, values: Values, *, before: DocumentState, now: datetime
) -> bool:
    """Changes a version that still is as far as `before`; False where it is no longer."""
    mine = (table.c.id == document_id, table.c.state == before)
    return await unit.run(update(table).where(*mine).values(**values, changed_at=now)) == 1


async def highest_number(unit: UnitOfWork, topic: DocumentTopic, *, counted_from: date) -> int:
    """Returns the last number that a body gave to this type of document, 0 for none."""
    found = await unit.scalar(
        select(func.max(table.c.number)).where(
            table.c.area_id == topic.area_id,
            table.c.association == topic.association,
            table.c.type_code == topic.kind.type_code,
            table.c.counted_from == counted_from,
        )
    )
    return int(found or 0)
