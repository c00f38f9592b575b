"""Topics of places and chapters that end, for those that come after them."""

from collections.abc import Collection, Sequence

from sqlalchemy import insert, literal, select, update

from domain.topics import Topic
from storage.tables.meetings import topic, topic_chapter, topic_file
from storage.topics.topics import with_chapters
from storage.unit import UnitOfWork


async def list_topics_of_areas(unit: UnitOfWork, area_ids: Collection[int]) -> list[Topic]:
    """Returns every topic that was set for some places themselves, oldest first."""
    here = topic.c.area_id.in_(sorted(area_ids))
    return await with_chapters(
        unit, await unit.all(select(topic).where(here).order_by(topic.c.id))
    )


async def list_topics_of_chapters(unit: UnitOfWork, chapter_ids: Collection[int]) -> list[Topic]:
    """Returns every topic that was narrowed to one of some chapters, oldest first."""
    named = select(topic_chapter.c.topic_id).where(
        topic_chapter.c.chapter_id.in_(sorted(chapter_ids))
    )
    rows = await unit.all(select(topic).where(topic.c.id.in_(named)).order_by(topic.c.id))
    return await with_chapters(unit, rows)


async def move_topics(unit: UnitOfWork, topic_ids: Sequence[int], area_id: int) -> None:
    """Brings topics to another place."""
    await unit.run(update(topic).where(topic.c.id.in_(topic_ids)).values(area_id=area_id))


async def copy_topics(unit: UnitOfWork, topic_ids: Sequence[int], area_id: int) -> None:
    """Sets the same topics for another place too, with their files and chapters."""
    columns = [column for column in topic.c if column.name not in ("id", "area_id")]
    for topic_id in topic_ids:
        row = await unit.first(select(*columns).where(topic.c.id == topic_id))
        if row is None:
            raise LookupError(f"there is no topic {topic_id}")
        made = await unit.add(topic, area_id=area_id, **row._mapping)
        for table in (topic_chapter, topic_file):
            other = next(column for column in table.c if column.name != "topic_id")
            same = select(literal(made), other).where(table.c.topic_id == topic_id)
            await unit.run(insert(table).from_select(["topic_id", other.name], same))


async def add_to_topics(unit: UnitOfWork, topic_ids: Sequence[int], chapter_id: int) -> None:
    """Lets topics that are for some chapters be for one more."""
    rows = [{"topic_id": topic_id, "chapter_id": chapter_id} for topic_id in topic_ids]
    await unit.add_many(topic_chapter, rows)
