"""Changes made to chapters in the chat: kept so that they can be seen and undone."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from storage.tables.directory import change as table
from storage.tables.directory import chapter, post
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was changed on a chapter: the values before and after, by column or post."""

    id: int
    chapter_id: int
    at: datetime
    person_id: int | None
    what: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    undone_at: datetime | None
    undone_by: int | None


def _change(row: Row[Any]) -> Change:
    return Change(**row._mapping)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChange:
    """What somebody changed of a chapter, before and after."""

    chapter_id: int
    person_id: int
    what: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


async def add(unit: UnitOfWork, new: NewChange, *, now: datetime) -> int:
    """Keeps a change; returns its id."""
    return await unit.add(table, at=now, **asdict(new))


async def find(unit: UnitOfWork, change_id: int) -> Change | None:
    """Returns one change."""
    row = await unit.first(select(table).where(table.c.id == change_id))
    return _change(row) if row else None


async def list_since(unit: UnitOfWork, since: datetime, *, whats: Collection[str]) -> list[Change]:
    """Returns the changes of some sorts since a moment that stand, the newest first."""
    rows = await unit.all(
        select(table)
        .where(table.c.at >= since, table.c.what.in_(sorted(whats)), table.c.undone_at.is_(None))
        .order_by(table.c.id.desc())
    )
    return [_change(row) for row in rows]


async def find_newest(unit: UnitOfWork, chapter_id: int) -> Change | None:
    """Returns the last change of a chapter."""
    row = await unit.first(
        select(table).where(table.c.chapter_id == chapter_id).order_by(table.c.id.desc()).limit(1)
    )
    return _change(row) if row else None


async def mark_undone(unit: UnitOfWork, change_id: int, *, person_id: int, now: datetime) -> bool:
    """Notes that a change was undone; False if it was undone before."""
    done = await unit.run(
        update(table)
        .where(table.c.id == change_id, table.c.undone_at.is_(None))
        .values(undone_at=now, undone_by=person_id)
    )
    return done > 0


async def purge(unit: UnitOfWork, *, before: datetime) -> int:
    """Deletes changes made before a moment; from then on they are final."""
    return await unit.run(delete(table).where(table.c.at < before))


async def read_version(unit: UnitOfWork, chapter_id: int) -> int:
    """Returns how often a chapter was changed."""
    found = await unit.scalar(select(chapter.c.version).where(chapter.c.id == chapter_id))
    return int(found or 0)


async def change_chapter(
    unit: UnitOfWork, chapter_id: int, values: Mapping[str, Any], *, version: int
) -> bool:
    """Writes columns of a chapter; False if somebody else has changed it since `version`."""
    done = await unit.run(
        update(chapter)
        .where(chapter.c.id == chapter_id, chapter.c.version == version)
        .values(version=version + 1, **values)
    )
    return done > 0


async def read_columns(
    unit: UnitOfWork, chapter_id: int, names: Collection[str]
) -> dict[str, Any]:
    """Returns columns of a chapter as they are."""
    wanted = sorted(names)
    columns = [chapter.c[name] for name in wanted]
    row = await unit.first(select(*columns).where(chapter.c.id == chapter_id))
    # The row's own keys are no plain strings, and JSON takes no others.
    return dict(zip(wanted, row, strict=True)) if row else {}


async def read_posts(unit: UnitOfWork, post_ids: Collection[int]) -> dict[int, Row[Any]]:
    """Returns posts as they are, by id: `person_id`, `role`, `chapter_id`, `valid_to`."""
    columns = (post.c.id, post.c.person_id, post.c.role, post.c.chapter_id, post.c.valid_to)
    rows = await unit.all(select(*columns).where(post.c.id.in_(sorted(post_ids))))
    return {row.id: row for row in rows}


async def remove_posts(unit: UnitOfWork, post_ids: Collection[int]) -> bool:
    """Deletes posts that never should have been; False if somebody stands in for one of them."""
    wanted = sorted(post_ids)
    used = select(post.c.id).where(post.c.stands_in_for.in_(wanted), post.c.id.not_in(wanted))
    if await unit.first(used) is not None:
        return False
    await unit.run(delete(post).where(post.c.id.in_(wanted)))
    return True


async def set_end(unit: UnitOfWork, post_id: int, last_day: date | None) -> None:
    """Sets until when a post is held, None for no end."""
    await unit.run(update(post).where(post.c.id == post_id).values(valid_to=last_day))
