"""What happened, as those read it who answer for a place."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, String, cast, func, literal, or_, select

from storage.directory.chapters import Scope, of_kinds
from storage.paths import lies_at
from storage.tables.directory import area, chapter, chapter_kind, person
from storage.tables.directory import audit as table
from storage.unit import UnitOfWork

# The chapter that a line is about, and the place where that chapter is.
_own, _place = chapter.alias("own"), area.alias("place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the journal; `who` and `where` are names, "" for the bot and for nowhere."""

    id: int
    at: datetime
    who: str
    action: str
    where: str
    chapter_id: int | None
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which lines of the journal: of one chapter, before a line, from one moment to another."""

    limit: int
    offset: int = 0
    chapter_id: int | None = None
    before: int | None = None
    since: datetime | None = None
    until: datetime | None = None


async def list_in_scopes(
    unit: UnitOfWork,
    *,
    chapter_ids: Collection[int],
    scopes: Sequence[Scope],
    only: Wanted,
) -> list[Entry]:
    """Returns what happened to some chapters and places, newest first.

    A scope of one kind has that kind's chapters only, and nothing of the place as a whole.
    """
    statement = (
        select(
            table,
            person.c.name.label("who"),
            func.coalesce(_own.c.name, area.c.name, "").label("place"),
        )
        .outerjoin(_own, _own.c.id == table.c.chapter_id)
        .outerjoin(_place, _place.c.id == _own.c.area_id)
        .outerjoin(area, area.c.id == table.c.area_id)
        .outerjoin(person, person.c.id == table.c.person_id)
        .where(or_(*_inside(chapter_ids, scopes)))
        .order_by(table.c.id.desc())
        .offset(only.offset)
        .limit(only.limit)
    )
    if only.chapter_id is not None:
        statement = statement.where(table.c.chapter_id == only.chapter_id)
    if only.before is not None:
        statement = statement.where(table.c.id < only.before)
    if only.since is not None and only.until is not None:
        statement = statement.where(table.c.at >= only.since, table.c.at < only.until)
    return [_entry(row) for row in await unit.all(statement)]


def _inside(
    chapter_ids: Collection[int], scopes: Sequence[Scope]
) -> Iterator[ColumnElement[bool]]:
    yield _own.c.id.in_(sorted(chapter_ids))
    if scopes:
        # What holds for everybody concerns each place, wherever it is filed.
        yield table.c.subject.startswith("everybody")
    for path, only in scopes:
        names = select(literal("kind:") + cast(chapter_kind.c.id, String))
        yield table.c.subject.in_(names.where(of_kinds(chapter_kind.c.id, only)))
        below = lies_at(_place.c.path, path)
        if only is not None:
            yield below & of_kinds(_own.c.kind_id, only)
        else:
            yield below
            yield lies_at(area.c.path, path)


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        id=row.id,
        at=row.at,
        who=row.who or "",
        action=row.action,
        where=row.place,
        chapter_id=row.chapter_id,
        before=row.before,
        after=row.after,
    )
