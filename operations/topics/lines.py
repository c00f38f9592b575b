"""What a reminder says of the topics that a leader is to prepare."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from domain.message import Choice
from domain.reminders import MeetingPhase, phase_of
from domain.topics import Topic
from operations.topics.buttons import OfferedTopics, OpenTopic
from storage import UnitOfWork
from storage.directory import chapters
from storage.meetings import meetings
from storage.notifications.reminders import Reminding
from storage.topics import topics
from texts import Rich, label, render

# A reminder stays short; all of them stand under /chude.
_SHOWN = 3
_AHEAD = (MeetingPhase.AHEAD, MeetingPhase.TODAY)

Topics = Mapping[int, Sequence[Topic]]


async def topics_ahead(unit: UnitOfWork, about: Iterable[Reminding], local: datetime) -> Topics:
    """Returns by meeting the topics of those that are still ahead."""
    ahead = {
        reminding.meeting.id for reminding in about if phase_of(reminding.meeting, local) in _AHEAD
    }
    known = await meetings.by_ids(unit, ahead)
    of = await chapters.by_ids(unit, {meeting.chapter_id for meeting in known.values()})
    return await topics.list_live(
        unit, [(of[meeting.chapter_id], meeting) for meeting in known.values()]
    )


def topic_lines(about: Iterable[Reminding], found: Topics, language: str) -> list[str]:
    """Returns a line that names the topics of some meetings, none where there are none."""
    listed = _of(about, found)
    if len(listed) <= 1:
        return [render("reminder-topic", language, title=topic.title) for topic in listed]
    items = [
        render("reminder-topic-item", language, number=number, title=topic.title)
        for number, topic in enumerate(listed, start=1)
    ]
    return [render("reminder-topics", language, titles=Rich("; ".join(items)))]


def topic_buttons(about: Iterable[Reminding], found: Topics, language: str) -> tuple[Choice, ...]:
    """Returns a button to open the topic of some meetings, or the list of several."""
    listed = _of(about, found)
    way = OpenTopic(listed[0].id) if len(listed) == 1 else OfferedTopics()
    return (Choice(way.key, label("reminder-button-topic", language)),) if listed else ()


def _of(about: Iterable[Reminding], found: Topics) -> list[Topic]:
    listed = {topic.id: topic for meeting in about for topic in found.get(meeting.meeting.id, ())}
    return list(listed.values())[:_SHOWN]
