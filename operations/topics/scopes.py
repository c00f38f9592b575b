"""For whom somebody may set a topic, and whose topics they may change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.chapters import Area, Chapter, ids_of
from domain.people import Only, Post, is_within
from domain.refusals import NotAllowed
from domain.topics import Topic
from operations.access import covers, held, may, reach, scopes
from operations.rights import Relation, Right, allows, roles_with
from storage import UnitOfWork
from storage.directory import areas, chapters
from texts import label

ALL_MINE = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whom a topic can be for; `key` names it in a button."""

    key: str
    name: str
    area: Area
    only: Only = None
    chapter_ids: frozenset[int] = frozenset()


async def chapters_to_guide(
    unit: UnitOfWork, posts: Sequence[Post], *, today: date, right: Right = Right.ISSUE_TOPIC
) -> list[Chapter]:
    """Returns the chapters for which somebody may set topics (or has another right)."""
    far = reach(posts, today, right)
    return await chapters.list_in_scopes(
        unit, chapter_ids=far.chapter_ids, scopes=await scopes(unit, far), day=today
    )


async def list_scopes(
    unit: UnitOfWork,
    posts: Sequence[Post],
    *,
    today: date,
    language: str,
    right: Right = Right.ISSUE_TOPIC,
) -> list[Scope]:
    """Returns whom somebody may set a topic for (or has another right over), the widest first.

    Raises NotAllowed for somebody who may set none.
    """
    mine = await chapters_to_guide(unit, posts, today=today, right=right)
    own = held(posts, roles_with(right), today)
    if not mine:
        raise NotAllowed("topic-not-yours")
    wanted = {step for chapter in mine for step in ids_of(chapter.area_path)}
    places = await areas.by_ids(unit, wanted | {post.area_id for post in own if post.area_id})
    found = [
        *_all_mine(own, mine, places, language),
        *(scope for post in own for scope in _of_post(post, mine, places, language)),
        *(_of_chapter(chapter, places) for chapter in mine),
    ]
    return list({scope.key: scope for scope in found}.values())


async def get_scope(
    unit: UnitOfWork,
    posts: Sequence[Post],
    key: str,
    *,
    today: date,
    language: str,
    right: Right = Right.ISSUE_TOPIC,
) -> Scope:
    """Returns one of the scopes somebody may set a topic for; raises NotAllowed."""
    found = await list_scopes(unit, posts, today=today, language=language, right=right)
    named = next((scope for scope in found if scope.key == key), None)
    if named is None:
        raise NotAllowed("topic-not-yours")
    return named


def _all_mine(
    own: Iterable[Post], mine: Sequence[Chapter], places: Mapping[int, Area], language: str
) -> Iterator[Scope]:
    """Who looks after chapters by name can set one topic for all of them."""
    if all(post.area_id is None for post in own) and len(mine) > 1:
        shared = [ids_of(chapter.area_path) for chapter in mine]
        common = [step for step in shared[0] if all(step in path for path in shared)]
        yield Scope(
            key=ALL_MINE,
            name=label("topic-scope-mine", language, count=len(mine)),
            area=places[common[-1]],
            chapter_ids=frozenset(chapter.id for chapter in mine),
        )


def _of_post(
    post: Post, mine: Sequence[Chapter], places: Mapping[int, Area], language: str
) -> Iterator[Scope]:
    """Yields the place of a post and those below it, each for all it is for and for one kind."""
    if post.area_id is None:
        return
    kinds_at: dict[int, dict[int, str]] = defaultdict(dict)
    for chapter in mine:
        if covers(post, chapter):
            for step in ids_of(chapter.area_path):
                kinds_at[step][chapter.kind.id] = chapter.kind.name
    reached = [
        places[number] for number in kinds_at if post.area_id in ids_of(places[number].path)
    ]
    for area in sorted(reached, key=lambda value: (value.path.count("/"), value.name)):
        kinds = kinds_at[area.id]
        if not isinstance(post.only, int):
            yield _of_area(area, post.only, post.association, language, number=min(kinds))
        if isinstance(post.only, int) or len(kinds) > 1:
            for kind_id, kind in sorted(kinds.items()):
                yield _of_area(area, kind_id, kind, language)


def _of_area(area: Area, only: Only, name: str | None, language: str, *, number: int = 0) -> Scope:
    """Names a place for `only`; `number` tells associations apart."""
    end = f"k{only}" if isinstance(only, int) else f"s{number}" if only else ""
    key = f"a{area.id}{end}"
    text = "topic-scope-kind" if name else "topic-scope-all"
    words = label(text, language, kind=name or "", place=area.name)
    return Scope(key=key, name=words, area=area, only=only)


def _of_chapter(chapter: Chapter, places: Mapping[int, Area]) -> Scope:
    return Scope(
        key=f"c{chapter.id}",
        name=chapter.name,
        area=places[chapter.area_id],
        chapter_ids=frozenset({chapter.id}),
    )


async def may_manage(
    unit: UnitOfWork, posts: Sequence[Post], topic: Topic, *, today: date
) -> bool:
    """True when a topic is for nobody but those for whom one may set topics oneself."""
    if topic.chapter_ids:
        named = await chapters.by_ids(unit, topic.chapter_ids)
        return all(may(Right.ISSUE_TOPIC, posts, chapter, today) for chapter in named.values())
    place = await areas.get(unit, topic.area_id)
    kinds = await chapters.associations_of(unit)
    association = topic.association or kinds.get(topic.kind_id or 0)
    return any(
        is_within(post.only, topic.kind_id, association)
        and allows(Right.ISSUE_TOPIC, post.role, _relation(post, place))
        for post in held(posts, roles_with(Right.ISSUE_TOPIC), today)
    )


def _relation(post: Post, place: Area) -> Relation:
    """Returns how a place lies to a post, whatever there the post is for."""
    if post.area_id not in ids_of(place.path):
        return Relation.NEIGHBOUR
    return Relation.OWN if post.area_id == place.id else Relation.BELOW
