"""Leaders see what they are to speak of at their next meetings, and open it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar import parse_period
from domain.chapters import Chapter
from domain.meetings import Meeting, MeetingState
from domain.people import Person, Post
from domain.refusals import NotFound
from domain.topics import Topic
from operations.access import list_chapters_in_sight, own_chapters
from operations.wording import period_words
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.meetings import meetings
from storage.messages.attachments import Attachment
from storage.people import people
from storage.topics import topic_files, topic_openings, topics
from texts import label

_AHEAD = (MeetingState.PLANNED, MeetingState.MOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedTopic:
    """A topic with the next meeting that it is for."""

    topic: Topic
    chapter: Chapter
    meeting: Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic in words: for when and whom, by whom, and its files; `own` chapters report on it."""

    topic: Topic
    period: str
    scope: str
    issuer: str
    files: tuple[Attachment, ...]
    own: tuple[Chapter, ...]


async def list_offered(
    unit: UnitOfWork, posts: Sequence[Post], *, today: date
) -> list[OfferedTopic]:
    """Returns the topics of one's own chapters' meetings still ahead, the next meeting first."""
    own = await chapters.by_ids(unit, own_chapters(posts, today))
    ahead = [
        meeting
        for meeting in await meetings.list_open(unit, own, today=today)
        if meeting.state in _AHEAD and (meeting.day or meeting.period.last_day) >= today
    ]
    ahead.sort(
        key=lambda meeting: (
            meeting.day or meeting.period.last_day,
            meeting.id,
        )
    )
    found = await topics.list_live(unit, [(own[meeting.chapter_id], meeting) for meeting in ahead])
    listed: dict[int, OfferedTopic] = {}
    for meeting in ahead:
        for topic in found[meeting.id]:
            offered = OfferedTopic(topic=topic, chapter=own[meeting.chapter_id], meeting=meeting)
            listed.setdefault(topic.id, offered)
    return list(listed.values())


async def open_topic(
    unit: UnitOfWork,
    topic_id: int,
    *,
    by: Person,
    posts: Sequence[Post],
    today: date,
    now: datetime,
) -> TopicView:
    """Returns a topic to be read; that somebody who reports for it did so is noted, once.

    Raises NotFound for one out of sight, not issued or withdrawn.
    """
    topic = await topics.find(unit, topic_id)
    seen = await list_chapters_in_sight(unit, posts, today=today)
    covered = [chapter for chapter in seen if topic is not None and topic.is_for(chapter)]
    if topic is None or topic.is_draft or not (covered or topic.issued_by == by.id):
        raise NotFound("topic-not-there")
    if topic.withdrawn_at is not None:
        raise NotFound("topic-withdrawn-since", title=topic.title)
    mine = own_chapters(posts, today)
    own = tuple(chapter for chapter in covered if chapter.id in mine)
    if own:
        await topic_openings.record(unit, topic.id, by.id, now=now)
    return await view_topic(unit, topic, by.language, own=own)


async def view_topic(
    unit: UnitOfWork, topic: Topic, language: str, *, own: tuple[Chapter, ...] = ()
) -> TopicView:
    """Returns a topic in words."""
    author = await people.persons(unit, [topic.issued_by] if topic.issued_by else [])
    return TopicView(
        topic=topic,
        period=period_words(parse_period(topic.period), language),
        scope=await scope_words(unit, topic, language),
        issuer=next((person.name for person in author.values()), ""),
        files=tuple((await topic_files.of_topics(unit, [topic.id])).get(topic.id, ())),
        own=own,
    )


async def scope_words(unit: UnitOfWork, topic: Topic, language: str) -> str:
    """Returns whom a topic is for: a place, one kind there, or some chapters."""
    if len(topic.chapter_ids) == 1:
        return next(iter((await chapters.by_ids(unit, topic.chapter_ids)).values())).name
    place = (await areas.get(unit, topic.area_id)).name
    if topic.chapter_ids:
        return label("topic-scope-chapters", language, count=len(topic.chapter_ids), place=place)
    if topic.only is None:
        return label("topic-scope-all", language, place=place)
    kinds = await chapters.kind_names(unit, [topic.kind_id] if topic.kind_id else [])
    kind = kinds.get(topic.kind_id or 0) or topic.association or ""
    return label("topic-scope-kind", language, kind=kind, place=place)
