"""Topics set for the meetings of a period."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, delete, or_, select, update

from domain.calendar import overlapping
from domain.chapters import Chapter, ids_of
from domain.meetings import Meeting
from domain.topics import Topic, topics_for
from storage.tables.directory import audit
from storage.tables.meetings import topic as table
from storage.tables.meetings import topic_chapter, topic_file
from storage.unit import UnitOfWork

_LIVE = (
    or_(table.c.issued_at.is_not(None), table.c.issued_by.is_(None)),
    table.c.withdrawn_at.is_(None),
)


async def add(unit: UnitOfWork, **values: Any) -> int:  # noqa: ANN401 - the table's columns
    """Adds a topic and returns its id."""
    return await unit.add(table, **values)


async def list_live(
    unit: UnitOfWork, pairs: Collection[tuple[Chapter, Meeting]]
) -> dict[int, list[Topic]]:
    """Returns by meeting the topics that hold for it and were not withdrawn, nearest first."""
    places = {area_id for chapter, _ in pairs for area_id in ids_of(chapter.area_path)}
    periods = {text for _, meeting in pairs for text in overlapping(meeting.period)}
    rows = await unit.all(
        select(table).where(
            table.c.area_id.in_(sorted(places)), table.c.period.in_(sorted(periods)), *_LIVE
        )
    )
    found = await with_chapters(unit, rows)
    return {meeting.id: topics_for(chapter, meeting.period, found) for chapter, meeting in pairs}


async def with_chapters(unit: UnitOfWork, rows: Iterable[Row[Any]]) -> list[Topic]:
    """Returns topic rows as values, each with the chapters it was narrowed to."""
    found = {row.id: Topic(**row._mapping) for row in rows}
    if not found:
        return []
    named = await unit.all(
        select(topic_chapter).where(topic_chapter.c.topic_id.in_(sorted(found)))
    )
    for row in named:
        topic = found[row.topic_id]
        found[row.topic_id] = replace(topic, chapter_ids=topic.chapter_ids | {row.chapter_id})
    return list(found.values())


async def titles(unit: UnitOfWork, ids: Collection[int]) -> dict[int, str]:
    """Returns the titles of topics by id."""
    rows = await unit.all(select(table).where(table.c.id.in_(sorted(ids)))) if ids else []
    return {row.id: row.title for row in rows}


async def find(unit: UnitOfWork, topic_id: int) -> Topic | None:
    """Returns one topic, withdrawn or not yet issued ones too."""
    rows = await unit.all(select(table).where(table.c.id == topic_id))
    found = await with_chapters(unit, rows)
    return found[0] if found else None


async def narrow(unit: UnitOfWork, topic_id: int, chapter_ids: Collection[int]) -> None:
    """Lets a topic be for some chapters only."""
    rows = [{"topic_id": topic_id, "chapter_id": number} for number in sorted(chapter_ids)]
    await unit.add_many(topic_chapter, rows)


async def change(unit: UnitOfWork, topic_id: int, *, version: int, **values: Any) -> bool:  # noqa: ANN401 - the table's columns
    """Changes a topic as it stood at a version; False if it is no longer that one."""
    mine = (table.c.id == topic_id, table.c.version == version)
    return await unit.run(update(table).where(*mine).values(version=version + 1, **values)) > 0


async def list_drafts(unit: UnitOfWork, person_id: int) -> list[Topic]:
    """Returns the topics that somebody prepares and has not issued, the newest first."""
    mine = (table.c.issued_by == person_id, table.c.issued_at.is_(None))
    rows = await unit.all(select(table).where(*mine).order_by(table.c.id.desc()))
    return await with_chapters(unit, rows)


async def remove(unit: UnitOfWork, topic_id: int) -> None:
    """Deletes a topic that nobody was given."""
    for linked in (topic_file, topic_chapter):
        await unit.run(delete(linked).where(linked.c.topic_id == topic_id))
    await unit.run(delete(table).where(table.c.id == topic_id))


async def find_changer(unit: UnitOfWork, topic_id: int) -> int | None:
    """Returns who changed a topic last."""
    row = await unit.first(
        select(audit.c.person_id)
        .where(audit.c.subject == f"topic:{topic_id}")
        .order_by(audit.c.id.desc())
        .limit(1)
    )
    return row.person_id if row else None


async def list_issued(unit: UnitOfWork, periods: Collection[str]) -> list[Topic]:
    """Returns every topic issued for some periods, withdrawn ones too, the newest first."""
    rows = await unit.all(
        select(table)
        .where(table.c.period.in_(sorted(periods)), _LIVE[0])
        .order_by(table.c.id.desc())
    )
    return await with_chapters(unit, rows)


async def find_taken(
    unit: UnitOfWork, chapter_id: int, *, title: str, period: str
) -> Topic | None:
    """Returns the topic that was taken over from a chapter for a period and still holds."""
    wanted = (table.c.taken_from == chapter_id, table.c.title == title, table.c.period == period)
    rows = await unit.all(select(table).where(*wanted, *_LIVE))
    found = await with_chapters(unit, rows)
    return found[0] if found else None
