"""Topics to read: the list for one's own chapters, and one with its files."""

from domain.message import Choice
from domain.topics import TopicField
from handlers.screen import show, take_page
from handlers.steps import choice, show_page
from operations.topics.buttons import AskAboutTopic, FollowTopic, OfferedTopics, OpenTopic
from operations.topics.opening import OfferedTopic, TopicView, list_offered, open_topic
from operations.turn import Turn
from operations.wording import day_words, period_words

_PARTS = (TopicField.GUIDANCE, TopicField.QUESTIONS, TopicField.DIALOGUE)


async def show_offered(turn: Turn, number: int) -> None:
    """Shows a page of the topics for one's own chapters' next meetings."""
    found = await list_offered(turn.unit, turn.posts, today=turn.today)
    page = take_page(found, number)
    turn.say("topic-offered" if found else "topic-offered-none")
    if found:
        turn.say_rich("\n".join(_line(turn, offered) for offered in page.items))
    show_page(
        turn,
        page,
        OfferedTopics,
        *(Choice(OpenTopic(offered.topic.id).key, offered.topic.title) for offered in page.items),
    )


def _line(turn: Turn, offered: OfferedTopic) -> str:
    meeting = offered.meeting
    return turn.text(
        "topic-offered-line",
        title=offered.topic.title,
        chapter=offered.chapter.name,
        day=day_words(meeting.day) if meeting.day else period_words(meeting.period, turn.language),
    )


async def show_topic(turn: Turn, topic_id: int) -> None:
    """Shows a topic with what is to be spoken of, and sends its files."""
    person = turn.require_person()
    view = await open_topic(
        turn.unit, topic_id, by=person, posts=turn.posts, today=turn.today, now=turn.now
    )
    say_topic(turn, view)
    turn.attachments = tuple(file.id for file in view.files if file.state == "ready")
    way = (
        choice(turn, AskAboutTopic(topic_id), "topic-button-ask")
        if view.own
        else choice(turn, FollowTopic(topic_id), "topic-button-follow")
    )
    show(turn, way, navigation=(topics_button(turn),))


def topics_button(turn: Turn) -> Choice:
    """Returns the button that leads to the list of topics."""
    return choice(turn, "topic", "topic-button-list")


def say_topic(turn: Turn, view: TopicView) -> None:
    """Says all that a topic has to say."""
    key = "topic-head-by" if view.issuer else "topic-head"
    turn.say(key, title=view.topic.title, period=view.period, scope=view.scope, issuer=view.issuer)
    for part in _PARTS:
        if text := view.topic.words_of(part):
            turn.say(f"topic-part-{part}", text=text)
    if view.files:
        names = [file.name or turn.label("topic-file-photo") for file in view.files]
        turn.say("topic-files", count=len(names), names=", ".join(names))
