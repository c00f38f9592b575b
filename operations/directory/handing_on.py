"""What a merger or split hands on to what comes after: posts with their stand-ins, topics."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.calendar import parse_period
from domain.people import Post, Role
from domain.topics import Topic
from operations.directory.reorganisation import Reform
from storage.people import people
from storage.topics import handing_on

Key = tuple[int, Role, int | None, str | None, int | None]


async def hand_on_posts(
    reform: Reform, old: Sequence[tuple[Post, Role]], *, scope: Mapping[str, int]
) -> list[Post]:
    """Gives the holders of posts the same ones for a new place or chapter; returns those.

    `old` names each post with the role it is to be; of several alike only one goes on.
    Whoever stands in goes on standing in for the one who has the post now.
    """
    made: dict[Key, Post] = {}
    successor: dict[int, int] = {}
    # A post comes before those who stand in for its holder.
    for post, role in sorted(old, key=lambda value: value[0].stands_in_for or 0):
        stands_in_for = successor.get(post.stands_in_for or 0)
        key = (post.person_id, role, post.kind_id, post.association, stands_in_for)
        if key not in made:
            made[key] = await _add(reform, post, role, stands_in_for, scope)
        successor[post.id] = made[key].id
    return list(made.values())


async def _add(
    reform: Reform, post: Post, role: Role, stands_in_for: int | None, scope: Mapping[str, int]
) -> Post:
    values: dict[str, Any] = {
        "role": role,
        "chapter_id": None,
        "area_id": None,
        "kind_id": post.kind_id,
        "association": post.association,
        "valid_from": max(post.valid_from, reform.first_day),
        "valid_to": post.valid_to,
        "stands_in_for": stands_in_for,
        **scope,
    }
    post_id = await people.add_post(
        reform.unit, people.NewPost(person_id=post.person_id, **values)
    )
    of = "chapter_id" if post.chapter_id else "area_id"
    reform.note(
        "post.handed_on",
        f"post:{post_id}",
        {"post": post.id, "role": str(post.role), of: getattr(post, of)},
        {"person": post.person_id, "role": str(role), **scope},
    )
    return replace(post, id=post_id, **values)


async def hand_on_topics(reform: Reform, old: Collection[int], made: Sequence[int]) -> None:
    """Brings the topics of places that end, for periods that last, to those that come after.

    The first of several takes the topic itself, with all that hangs on it; the others copies.
    """
    found = [
        topic
        for topic in await handing_on.list_topics_of_areas(reform.unit, old)
        if _lasts(topic, reform)
    ]
    kept = {
        (topic.kind_id, topic.association, topic.period, topic.title): topic for topic in found
    }
    ids = [topic.id for topic in kept.values()]
    if not ids:
        return
    for area_id in made[1:]:
        await handing_on.copy_topics(reform.unit, ids, area_id)
    await handing_on.move_topics(reform.unit, ids, made[0])
    for area_id in made:
        reform.note(
            "topic.handed_on",
            f"area:{area_id}",
            {"areas": sorted(old)},
            {"topics": [topic.title for topic in kept.values()]},
        )


async def hand_on_chosen_topics(reform: Reform, old: Collection[int], made: int) -> None:
    """Has topics that were set for some chapters hold for the one that comes after them."""
    every = await handing_on.list_topics_of_chapters(reform.unit, old)
    found = [topic for topic in every if _lasts(topic, reform)]
    await handing_on.add_to_topics(reform.unit, [topic.id for topic in found], made)
    if found:
        reform.note(
            "topic.handed_on",
            f"chapter:{made}",
            {"chapters": sorted(old)},
            {"topics": [topic.title for topic in found]},
        )


def _lasts(topic: Topic, reform: Reform) -> bool:
    return parse_period(topic.period).last_day >= reform.first_day
