"""The topics of a place and span: in which units each was opened, in which reports used."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.calendar import overlapping
from domain.chapters import Area
from domain.refusals import NotFound
from domain.reporting_span import Span
from domain.topics import Topic
from operations.context import ActorContext
from operations.topics.desk import ChapterOpening, FollowedTopic, list_followed, list_seen
from storage.reports import reports
from storage.topics import topic_use


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedIn:
    """A report whose meeting spoke of a topic."""

    number: str
    chapter_name: str
    meeting_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSheet:
    """A topic, the units there that it is for, and the reports there that used it."""

    topic: Topic
    scope: str
    chapters: Sequence[ChapterOpening]
    used: Sequence[UsedIn]

    @property
    def opened(self) -> int:
        """In how many units it was opened."""
        return sum(one.opened_at is not None for one in self.chapters)


async def list_topics(context: ActorContext, place: Area | None, span: Span) -> list[TopicSheet]:
    """Returns the topics that touch the months begun and units in sight, the newest first."""
    path, followed = place.path if place else "/", await _follow(context, span)
    if not followed:
        return []
    seen = await list_seen(context.unit, context.posts, context.today)
    here = {number: one for number, one in seen.items() if one.area_path.startswith(path)}
    periods = {text for month in span.begun(context.today) for text in overlapping(month)}
    uses = [one for one in await topic_use.list_uses(context.unit, here, periods) if one.topic_id]
    sent = await reports.of_meetings(context.unit, {one.meeting_id for one in uses})
    return [
        TopicSheet(
            topic=one.topic,
            scope=one.scope,
            chapters=[each for each in one.chapters if each.chapter.id in here],
            used=[
                UsedIn(
                    number=sent[use.meeting_id].number,
                    chapter_name=here[use.chapter_id].name,
                    meeting_id=use.meeting_id,
                )
                for use in uses
                if use.topic_id == one.topic.id
            ],
        )
        for one in followed
        if any(one.topic.is_for(chapter) for chapter in here.values())
    ]


async def _follow(context: ActorContext, span: Span) -> list[FollowedTopic]:
    found: dict[int, FollowedTopic] = {}
    for month in reversed(span.begun(context.today)):
        for one in await list_followed(
            context.unit,
            context.posts,
            month=month,
            policy=context.policy,
            now=context.now,
            language=context.actor.language,
        ):
            found.setdefault(one.topic.id, one)
    return list(found.values())


async def open_topic_sheet(
    context: ActorContext, place: Area | None, span: Span, topic_id: int
) -> TopicSheet:
    """Returns one topic of `list_topics`; raises NotFound for any other."""
    found = await list_topics(context, place, span)
    sheet = next((one for one in found if one.topic.id == topic_id), None)
    if sheet is None:
        raise NotFound("topic-not-there")
    return sheet
