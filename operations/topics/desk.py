"""What became of topics: in which chapters they were opened, and in how many reports used."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar import Period, overlapping, parse_period
from domain.chapters import Chapter
from domain.people import Person, Post, Role
from domain.policy import Policy
from domain.reading import key
from domain.refusals import NotFound
from domain.topics import Topic
from operations.access import REPORTING
from operations.rights import Right
from operations.topics.opening import scope_words
from operations.topics.scopes import chapters_to_guide, may_manage
from storage import UnitOfWork
from storage.people import people
from storage.people.people import Holder
from storage.topics import topic_openings, topic_use, topics
from storage.topics.topic_use import Use


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterOpening:
    """One chapter that a topic is for: who reports there, and when one of them opened it."""

    chapter: Chapter
    people: tuple[Person, ...]
    opened_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedTopic:
    """A topic with what became of it in the chapters somebody may see."""

    topic: Topic
    scope: str
    chapters: tuple[ChapterOpening, ...]
    used: int
    is_mine: bool

    @property
    def opened(self) -> int:
        """In how many chapters it was opened."""
        return sum(opening.opened_at is not None for opening in self.chapters)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTopic:
    """What chapters chose by themselves, in the words of the first and of its `meeting_id`."""

    words: str
    meeting_id: int
    chapter: Chapter
    used: int


async def list_followed(
    unit: UnitOfWork,
    posts: Sequence[Post],
    *,
    month: Period,
    policy: Policy,
    now: datetime,
    language: str,
) -> list[FollowedTopic]:
    """Returns the topics that touch a month and one's chapters, the newest first."""
    wanted = await topics.list_issued(unit, overlapping(month))
    return await _follow(unit, posts, wanted, policy=policy, now=now, language=language)


async def get_followed(
    unit: UnitOfWork,
    posts: Sequence[Post],
    topic_id: int,
    *,
    policy: Policy,
    now: datetime,
    language: str,
) -> FollowedTopic:
    """Returns what became of one topic; raises NotFound for one that is out of sight."""
    topic = await topics.find(unit, topic_id)
    wanted = [topic] if topic is not None and not topic.is_draft else []
    found = await _follow(unit, posts, wanted, policy=policy, now=now, language=language)
    if not found:
        raise NotFound("topic-not-there")
    return found[0]


async def list_own_topics(
    unit: UnitOfWork, posts: Sequence[Post], *, month: Period, today: date
) -> list[OwnTopic]:
    """Returns what one's chapters spoke of by their own choice, the most chosen first."""
    seen = await list_seen(unit, posts, today)
    uses = await topic_use.list_uses(unit, seen, overlapping(month))
    found: dict[str, OwnTopic] = {}
    for use in uses:
        if use.own_words and use.topic_id is None:
            before = found.get(key(use.own_words))
            found[key(use.own_words)] = OwnTopic(
                words=before.words if before else use.own_words,
                meeting_id=before.meeting_id if before else use.meeting_id,
                chapter=before.chapter if before else seen[use.chapter_id],
                used=1 + (before.used if before else 0),
            )
    return sorted(found.values(), key=lambda value: (-value.used, value.meeting_id))


async def list_seen(unit: UnitOfWork, posts: Sequence[Post], today: date) -> dict[int, Chapter]:
    """Returns the chapters somebody looks after: those they lead themselves are no desk."""
    above = [post for post in posts if post.role not in REPORTING]
    found = await chapters_to_guide(unit, above, today=today, right=Right.SEE_REPORTS)
    return {chapter.id: chapter for chapter in found}


async def _follow(
    unit: UnitOfWork,
    posts: Sequence[Post],
    wanted: Sequence[Topic],
    *,
    policy: Policy,
    now: datetime,
    language: str,
) -> list[FollowedTopic]:
    today = policy.day_of(now)
    if not wanted:
        return []
    seen = await list_seen(unit, posts, today)
    mine = [topic for topic in wanted if any(topic.is_for(chapter) for chapter in seen.values())]
    periods = {text for topic in mine for text in overlapping(parse_period(topic.period))}
    uses = await topic_use.list_uses(unit, seen, periods)
    roles = [Role.LEADER, Role.DEPUTY]
    held = await people.holders(unit, seen, roles=roles, day=today) if mine else {}
    openings: dict[int, dict[int, datetime]] = {}
    for opening in await topic_openings.list_of(unit, [topic.id for topic in mine]):
        openings.setdefault(opening.topic_id, {})[opening.person_id] = opening.at
    return [
        FollowedTopic(
            topic=topic,
            scope=await scope_words(unit, topic, language),
            chapters=tuple(
                _opening(seen[chapter_id], held.get(chapter_id, ()), openings.get(topic.id, {}))
                for chapter_id in _addressed(topic, seen, uses, policy)
            ),
            used=sum(use.topic_id == topic.id for use in uses),
            is_mine=await may_manage(unit, posts, topic, today=today),
        )
        for topic in mine
    ]


def _addressed(
    topic: Topic, seen: Mapping[int, Chapter], uses: Iterable[Use], policy: Policy
) -> list[int]:
    """Returns the chapters that meet in the topic's period once it is issued."""
    periods = overlapping(parse_period(topic.period))
    since = policy.day_of(topic.issued_at) if topic.issued_at else None
    meeting = {
        use.chapter_id
        for use in uses
        if use.period in periods and (use.day is None or since is None or use.day >= since)
    }
    return [
        chapter.id for chapter in seen.values() if chapter.id in meeting and topic.is_for(chapter)
    ]


def _opening(
    chapter: Chapter, holders: Sequence[Holder], opened: Mapping[int, datetime]
) -> ChapterOpening:
    there = {holder.person.id: holder.person for holder in holders}
    moments = [opened[person_id] for person_id in there if person_id in opened]
    return ChapterOpening(
        chapter=chapter, people=tuple(there.values()), opened_at=min(moments, default=None)
    )
