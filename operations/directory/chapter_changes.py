"""Rename, move, close, merge and split chapters."""

from collections.abc import Iterable, Sequence
from typing import Any

from domain.chapters import Chapter
from domain.people import Post, Role
from domain.reforms import (
    CloseChapter,
    MergeChapters,
    MoveChapter,
    RenameChapter,
    SplitChapter,
)
from domain.refusals import BadInput
from operations.directory.handing_on import hand_on_chosen_topics, hand_on_posts
from operations.directory.reorganisation import Reform, checked_name, several
from operations.wording import day_fact
from storage.directory import areas, pasts, reforms, successors
from storage.people import people

_CARRIED = (Role.LEADER, Role.DEPUTY, Role.CADRE)


async def rename_chapter(reform: Reform, change: RenameChapter) -> None:
    """Gives a chapter another name from a day on."""
    reform.check_day(ahead=False)
    chapter = await _get(reform, change.chapter_id)
    name = checked_name(change.name)
    if name == chapter.name:
        raise BadInput("change-same-name", name=name)
    await pasts.change_chapters(reform.unit, [chapter], {"name": name}, first_day=reform.first_day)
    reform.note("chapter.rename", _subject(chapter), {"name": chapter.name}, {"name": name})
    reform.say("change-effect-renamed", before=chapter.name, after=name)


async def move_chapter(reform: Reform, change: MoveChapter) -> None:
    """Brings a chapter to another place from a day on."""
    reform.check_day(ahead=False)
    chapter = await _get(reform, change.chapter_id)
    (place,) = await reform.get_areas([change.area_id])
    reform.check_chapter(chapter, place)
    if place.id == chapter.area_id:
        raise BadInput("change-same-place", name=chapter.name, place=place.name)
    await move_chapters(reform, [chapter], place.id)
    reform.say(
        "change-effect-moved", name=chapter.name, before=chapter.area_name, after=place.name
    )


async def move_chapters(reform: Reform, moved: Sequence[Chapter], area_id: int) -> None:
    """Brings chapters to a place; they stay who they are."""
    values = {"area_id": area_id}
    await pasts.change_chapters(reform.unit, moved, values, first_day=reform.first_day)
    for chapter in moved:
        before = {"area_id": chapter.area_id}
        reform.note("chapter.move", _subject(chapter), before, values)
        reform.touched |= {chapter.area_id, area_id}


async def close_chapter(reform: Reform, change: CloseChapter) -> None:
    """Ends a chapter; its reports stay."""
    reform.check_day(ahead=True)
    chapter = await _get(reform, change.chapter_id)
    await _close(reform, [chapter], "chapter.close", ())
    reform.say("change-effect-closed", name=chapter.name, day=day_fact(reform.last_day))


async def merge_chapters(reform: Reform, change: MergeChapters) -> int:
    """Makes one new chapter of several; returns its id."""
    reform.check_day(ahead=True)
    merged = await reform.get_chapters(several(change.chapter_ids))
    for chapter in merged:
        reform.check_chapter(chapter)
    if len({chapter.kind.id for chapter in merged}) > 1:
        raise BadInput("change-one-kind")
    values: dict[str, Any] = {
        "name": checked_name(change.name),
        "member_count": sum(chapter.member_count for chapter in merged),
        "exempt_count": sum(chapter.exempt_count for chapter in merged),
        "area_id": await _place(reform, change.area_id, merged[0]),
    }
    made = await _found(reform, merged[0], values, "chapter.merge", merged)
    await _close(reform, merged, "chapter.merge", (made,))
    names = ", ".join(chapter.name for chapter in merged)
    reform.say(
        "change-effect-merged", before=names, after=values["name"], members=values["member_count"]
    )
    await _hand_on(reform, merged, made, values["name"])
    return made


async def split_chapter(reform: Reform, change: SplitChapter) -> tuple[int, ...]:
    """Makes several new chapters of one; returns their ids."""
    reform.check_day(ahead=True)
    chapter = await _get(reform, change.chapter_id)
    several(change.parts)
    in_all = sum(part.member_count for part in change.parts)
    if in_all != chapter.member_count:
        raise BadInput("change-members-sum", sum=in_all, members=chapter.member_count)
    made = []
    for part in change.parts:
        if not 0 <= part.exempt_count <= part.member_count:
            raise BadInput("change-members", name=part.name)
        values: dict[str, Any] = {
            "name": checked_name(part.name),
            "member_count": part.member_count,
            "exempt_count": part.exempt_count,
            "area_id": await _place(reform, part.area_id, chapter),
        }
        made.append(await _found(reform, chapter, values, "chapter.split", [chapter]))
        reform.say(
            "change-effect-part",
            before=chapter.name,
            after=values["name"],
            members=part.member_count,
        )
        roles = _CARRIED if len(made) == 1 else (Role.CADRE,)
        await _hand_on(reform, [chapter], made[-1], values["name"], roles=roles)
    await _close(reform, [chapter], "chapter.split", made)
    return tuple(made)


async def _get(reform: Reform, chapter_id: int) -> Chapter:
    (chapter,) = await reform.get_chapters([chapter_id])
    reform.check_chapter(chapter)
    reform.touched.add(chapter.area_id)
    return chapter


async def _place(reform: Reform, area_id: int | None, chapter: Chapter) -> int:
    """Returns where a new chapter belongs; the place may itself be new on that day."""
    if area_id is None:
        return chapter.area_id
    place = await areas.get(reform.unit, area_id)
    if place.valid_from > reform.first_day:
        raise BadInput("change-area-not-there", id=str(area_id))
    reform.check_chapter(chapter, place)
    return place.id


async def _found(
    reform: Reform, like: Chapter, values: dict[str, Any], action: str, old: Iterable[Chapter]
) -> int:
    dates = {"valid_from": reform.first_day, "valid_to": None}
    made = await reforms.copy_chapter(reform.unit, like.id, {**values, **dates})
    await successors.add_chapters(reform.unit, [(chapter.id, made) for chapter in old])
    reform.touched.add(values["area_id"])
    reform.note(action, f"chapter:{made}", None, values)
    return made


async def _close(
    reform: Reform, closed: Sequence[Chapter], action: str, made: Iterable[int]
) -> None:
    ids = [chapter.id for chapter in closed]
    await reforms.close_chapters(reform.unit, ids, last_day=reform.last_day)
    reform.touched |= {chapter.area_id for chapter in closed}
    for chapter in closed:
        before = {"valid_to": chapter.valid_to.isoformat() if chapter.valid_to else None}
        after = {"valid_to": reform.last_day.isoformat(), "successors": list(made)}
        reform.note(action, _subject(chapter), before, after)


async def _hand_on(
    reform: Reform,
    old: Sequence[Chapter],
    made: int,
    name: str,
    *,
    roles: Sequence[Role] = _CARRIED,
) -> None:
    heads = await _carry_posts(reform, old, made, roles=roles)
    if heads:
        reform.say("change-effect-heads", name=name, heads=heads)
    else:
        reform.say("change-effect-no-head", name=name)


async def _carry_posts(
    reform: Reform, old: Sequence[Chapter], made: int, *, roles: Sequence[Role]
) -> str:
    """Gives the holders of the old chapters' posts theirs for a new one; names its head.

    The head of the first stays head; the other heads become deputies, until the office says
    otherwise.
    """
    found = await people.holders(
        reform.unit, [chapter.id for chapter in old], roles=roles, day=reform.last_day
    )
    held = [
        holder for chapter in old for holder in found.get(chapter.id, ()) if holder.post.chapter_id
    ]
    names = {holder.person.id: holder.person.name for holder in held}
    roles_after = [(holder.post, _role_after(holder.post, old[0].id)) for holder in held]
    given = await hand_on_posts(reform, roles_after, scope={"chapter_id": made})
    await hand_on_chosen_topics(reform, [chapter.id for chapter in old], made)
    heads = [post for post in given if post.role is Role.LEADER and post.stands_in_for is None]
    return ", ".join(names[post.person_id] for post in heads)


def _role_after(post: Post, first: int) -> Role:
    return Role.DEPUTY if post.role is Role.LEADER and post.chapter_id != first else post.role


def _subject(chapter: Chapter) -> str:
    return f"chapter:{chapter.id}"
