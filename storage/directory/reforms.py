"""What changes of places and chapters write beside the rows themselves."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import and_, func, insert, literal, or_, select, update

from domain.people import Post
from storage.directory.areas import below
from storage.people.people import post_of
from storage.tables.base import named
from storage.tables.directory import area, chapter, holiday, post
from storage.tables.history import pause
from storage.tables.meetings import digest_target
from storage.unit import UnitOfWork


async def close_areas(unit: UnitOfWork, ids: Collection[int], *, last_day: date) -> None:
    """Ends places; they are there for the last time on `last_day`."""
    await unit.run(update(area).where(area.c.id.in_(sorted(ids))).values(valid_to=last_day))


async def close_chapters(unit: UnitOfWork, ids: Collection[int], *, last_day: date) -> None:
    """Ends chapters; they are there for the last time on `last_day`."""
    ended = update(chapter).where(chapter.c.id.in_(sorted(ids)))
    await unit.run(ended.values(valid_to=last_day))


async def copy_chapter(unit: UnitOfWork, chapter_id: int, values: Mapping[str, Any]) -> int:
    """Adds a chapter like another but for some values; returns its id."""
    row = await unit.first(select(chapter).where(chapter.c.id == chapter_id))
    if row is None:
        raise LookupError(f"there is no chapter {chapter_id}")
    like = {**row._mapping, **values, **named(values["name"])}
    del like["id"]
    return await unit.add(chapter, **like)


async def count_below(unit: UnitOfWork, path: str, *, day: date) -> int:
    """Returns how many places below `path`, and chapters there, still are on `day`."""
    inside = and_(below(path), area.c.path != path, _lasts(area.c.valid_to, day))
    places = await unit.scalar(select(func.count()).select_from(area).where(inside))
    chapters = await unit.scalar(
        select(func.count())
        .select_from(chapter)
        .join(area, area.c.id == chapter.c.area_id)
        .where(below(path), _lasts(chapter.c.valid_to, day))
    )
    return int(places or 0) + int(chapters or 0)


def _lasts(valid_to: Any, day: date) -> Any:  # noqa: ANN401 - SQLAlchemy's own
    return or_(valid_to.is_(None), valid_to >= day)


async def hand_on_area(
    unit: UnitOfWork, old: Collection[int], new: int, *, first_day: date
) -> None:
    """Gives a new place what belonged to old ones: channels, free days, pauses."""
    bound = digest_target.c.area_id.in_(sorted(old))
    await unit.run(update(digest_target).where(bound).values(area_id=new))
    days = await unit.all(
        select(holiday.c.day, func.min(holiday.c.name).label("name"))
        .where(holiday.c.area_id.in_(sorted(old)), holiday.c.day >= first_day)
        .group_by(holiday.c.day)
    )
    await unit.add_many(
        holiday, [{"area_id": new, "day": row.day, "name": row.name} for row in days]
    )
    columns = [column for column in pause.c if column.name not in ("id", "area_id")]
    lasting = and_(pause.c.area_id.in_(sorted(old)), pause.c.last_day >= first_day)
    await unit.run(
        insert(pause).from_select(
            ["area_id", *(column.name for column in columns)],
            select(literal(new), *columns).where(lasting),
        )
    )


async def list_posts_of_areas(unit: UnitOfWork, old: Collection[int], *, day: date) -> list[Post]:
    """Returns the posts for some places themselves that last until `day` or longer."""
    held = and_(post.c.area_id.in_(sorted(old)), _lasts(post.c.valid_to, day))
    return [post_of(row) for row in await unit.all(select(post).where(held).order_by(post.c.id))]


async def end_posts_of_areas(unit: UnitOfWork, old: Collection[int], *, last_day: date) -> None:
    """Ends what posts there still are for places that end."""
    held = and_(post.c.area_id.in_(sorted(old)), _lasts(post.c.valid_to, last_day))
    await unit.run(update(post).where(held).values(valid_to=last_day))
