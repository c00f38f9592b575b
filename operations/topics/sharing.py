"""A topic that a chapter chose by itself is taken up for all."""

from collections.abc import Sequence
from datetime import date

from domain.calendar import Period, parse_period, period_of
from domain.chapters import Chapter, ids_of
from domain.news import News, Section
from domain.people import Post, Role
from domain.refusals import NotAllowed, NotFound
from domain.topics import Topic
from operations.access import may, require_sight
from operations.context import ActorContext
from operations.news import add_news
from operations.rights import Right
from operations.topics.buttons import OpenTopic
from operations.topics.drafting import add_draft
from operations.topics.issuing import issue_topic
from operations.topics.scopes import Scope, list_scopes
from operations.wording import period_words
from storage import UnitOfWork
from storage.directory import chapters
from storage.meetings import meetings
from storage.people import people
from storage.reports import reports
from storage.topics import topics

_LONGEST = 300


async def share_own_topic(
    context: ActorContext,
    meeting_id: int,
) -> tuple[Topic, bool]:
    """Sets the topic of a chapter's own report for all that one guides, at once.

    It holds for the coming month; the chapter's leaders find it in their news. Returns the
    topic, and False if it was taken up before. Raises NotFound or NotAllowed.
    """
    today = context.today
    chapter, words, period = await _own_words(context.unit, meeting_id, context.posts, today)
    if not may(Right.ISSUE_TOPIC, context.posts, chapter, today):
        raise NotAllowed("topic-not-yours")
    coming = max(period_of(period.first_day, 1).next(), period_of(today, 1))
    before = await topics.find_taken(context.unit, chapter.id, title=words, period=str(coming))
    if before is not None:
        return before, False
    scope = await _widest(
        context.unit, context.posts, chapter, today=today, language=context.actor.language
    )
    added = await add_draft(context.unit, scope, by=context.actor, period=coming, title=words)
    await topics.change(context.unit, added, version=0, taken_from=chapter.id)
    shared = await issue_topic(context, added, without_missing=True)
    await _tell_chapter(context, shared, chapter, scope)
    return shared, True


async def _own_words(
    unit: UnitOfWork, meeting_id: int, posts: Sequence[Post], today: date
) -> tuple[Chapter, str, Period]:
    meeting = await meetings.find(unit, meeting_id)
    known = await chapters.find(unit, meeting.chapter_id) if meeting else None
    chapter = require_sight(posts, known, today)
    sent = (await reports.of_meetings(unit, [meeting_id])).get(meeting_id)
    if meeting is None or sent is None or not sent.answers.topic_text:
        raise NotFound("topic-not-there")
    return chapter, " ".join(sent.answers.topic_text.split())[:_LONGEST], meeting.period


async def _widest(
    unit: UnitOfWork, posts: Sequence[Post], chapter: Chapter, *, today: date, language: str
) -> Scope:
    """Returns the widest scope of somebody that has a chapter in it."""
    for scope in await list_scopes(unit, posts, today=today, language=language):
        if _has(scope, chapter):
            return scope
    raise NotAllowed("topic-not-yours")


def _has(scope: Scope, chapter: Chapter) -> bool:
    named = not scope.chapter_ids or chapter.id in scope.chapter_ids
    kinds = (None, chapter.kind.id, chapter.kind.association)
    return named and scope.only in kinds and scope.area.id in ids_of(chapter.area_path)


async def _tell_chapter(
    context: ActorContext, topic: Topic, chapter: Chapter, scope: Scope
) -> None:
    held = await people.holders(
        context.unit, [chapter.id], roles=[Role.LEADER, Role.DEPUTY], day=context.today
    )
    told = {holder.person.id: holder.person for holder in held.get(chapter.id, ())}
    lines = [
        News(
            person_id=person.id,
            section=Section.TOPICS,
            key="news-topic-shared",
            args={
                "title": topic.title,
                "chapter": chapter.name,
                "scope": scope.name,
                "period": period_words(parse_period(topic.period), person.language),
            },
            command=OpenTopic(topic.id).key,
            label_key="reminder-button-topic",
            dedupe_key=f"topic:{topic.id}:shared:{person.id}",
        )
        for person in told.values()
        if person.id != context.actor.id
    ]
    await add_news(context.unit, lines, now=context.now)
