"""Tells the people concerned of a reform: of the chapters before and after, and their office."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from domain.chapters import Chapter, ids_of
from domain.news import News, Section
from domain.people import Role
from domain.reforms import (
    Change,
    CloseChapter,
    Effect,
    MergeAreas,
    MergeChapters,
    MoveChapter,
    RenameChapter,
    SplitChapter,
)
from operations.directory.reorganisation import Reform
from operations.news import add_news
from operations.wording import day_fact
from storage.directory import areas, chapters
from storage.directory.chapters import Scope
from storage.people import people
from storage.people.people import Holder
from texts import label

_TOLD = 3


async def tell_of_reform(
    reform: Reform, change: Change, made: Sequence[int], *, now: datetime
) -> None:
    """Queues news for the leaders, cadres and nearest office of what a change concerns."""
    match change:
        case MergeChapters(chapter_ids=ids):
            concerned = await chapters.by_ids(reform.unit, {*ids, *made})
        case RenameChapter() | MoveChapter() | CloseChapter() | SplitChapter():
            concerned = await chapters.by_ids(reform.unit, {change.chapter_id, *made})
        case MergeAreas(area_ids=ids):
            concerned = await _chapters_at(reform, {*ids, *made})
        case _:
            concerned = await _chapters_at(reform, {change.area_id, *made})
    told = {
        holder.person.id: holder.person for holder in await _holders(reform, concerned.values())
    }
    told.pop(reform.asker.person_id or 0, None)
    # What else comes along with it is looked up where it is needed.
    effects = reform.effects[:_TOLD]
    lines = [
        News(
            person_id=person.id,
            section=Section.REFORMS,
            key="reform-news",
            args={"day": day_fact(reform.first_day), "what": _words(effects, person.language)},
        )
        for person in told.values()
    ]
    await add_news(reform.unit, lines, now=now)


def _words(effects: Sequence[Effect], language: str) -> str:
    return "; ".join(label(effect.key, language, **effect.facts) for effect in effects)


async def _chapters_at(reform: Reform, area_ids: Collection[int]) -> dict[int, Chapter]:
    scopes: list[Scope] = [
        (area.path, None) for area in (await areas.by_ids(reform.unit, area_ids)).values()
    ]
    found = await chapters.list_in_scopes(
        reform.unit, chapter_ids=(), scopes=scopes, day=reform.first_day
    )
    return {chapter.id: chapter for chapter in found}


async def _holders(reform: Reform, concerned: Collection[Chapter]) -> list[Holder]:
    ids = [chapter.id for chapter in concerned]
    roles = [Role.LEADER, Role.DEPUTY, Role.CADRE, Role.STAFF]
    paths = {chapter.id: ids_of(chapter.area_path) for chapter in concerned}
    return [
        holder
        for day in (reform.last_day, max(reform.first_day, reform.today))
        for chapter_id, held in (
            await people.holders(reform.unit, ids, roles=roles, day=day)
        ).items()
        for holder in _nearest(held, paths[chapter_id])
    ]


def _nearest(held: Sequence[Holder], path: Sequence[int]) -> Iterator[Holder]:
    """Yields who has a post, but of the offices the nearest alone."""
    offices = {holder.post.area_id for holder in held if holder.post.role is Role.STAFF}
    nearest = next((area_id for area_id in reversed(path) if area_id in offices), None)
    for holder in held:
        if holder.post.role is not Role.STAFF or holder.post.area_id == nearest:
            yield holder
