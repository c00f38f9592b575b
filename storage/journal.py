"""What happened, as those read it who answer for a place."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from storage.chapters import Scope
from storage.tables.directory import area, chapter, person
from storage.tables.directory import audit as table
from storage.unit import Unit


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


async def list_in_scopes(
    unit: Unit,
    *,
    chapter_ids: Collection[int],
    scopes: Sequence[Scope],
    chapter_id: int | None = None,
    offset: int = 0,
    limit: int,
) -> list[Entry]:
    """Returns what happened to some chapters and places, of one chapter if named, newest first.

    A scope of one kind has that kind's chapters only, and nothing of the place as a whole.
    """
    own = chapter.alias()
    of_chapter = area.alias()
    inside: list[ColumnElement[bool]] = [own.c.id.in_(sorted(chapter_ids))]
    for path, kind_id in scopes:
        below = of_chapter.c.path.startswith(path, autoescape=True)
        inside.append(below if kind_id is None else below & (own.c.kind_id == kind_id))
        if kind_id is None:
            inside.append(area.c.path.startswith(path, autoescape=True))
    statement = (
        select(
            table,
            person.c.name.label("who"),
            func.coalesce(own.c.name, area.c.name, "").label("place"),
        )
        .outerjoin(own, own.c.id == table.c.chapter_id)
        .outerjoin(of_chapter, of_chapter.c.id == own.c.area_id)
        .outerjoin(area, area.c.id == table.c.area_id)
        .outerjoin(person, person.c.id == table.c.person_id)
        .where(or_(*inside))
        .order_by(table.c.id.desc())
        .offset(offset)
        .limit(limit)
    )
    if chapter_id is not None:
        statement = statement.where(table.c.chapter_id == chapter_id)
    return [
        Entry(
            id=row.id,
            at=row.at,
            who=row.who or "",
            action=row.action,
            where=row.place,
            chapter_id=row.chapter_id,
            before=row.before,
            after=row.after,
        )
        for row in await unit.all(statement)
    ]
