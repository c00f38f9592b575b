"""Topics to read: the list for one's own chapters, and one with its files."""

from domain.message import Choice
from handlers.screen import page_buttons, say_page, shorten, show, take_page
from operations.topics.opening import Offered, TopicView, list_offered, open_topic
from operations.turn import Turn
from operations.wording import day_words, period_words

_PARTS = ("guidance", "questions", "dialogue")


async def show_offered(turn: Turn, number: int) -> None:
    """Shows a page of the topics for one's own chapters' next meetings."""
    found = await list_offered(turn.unit, turn.posts, today=turn.today)
    page = take_page(found, number)
    turn.say("topic-offered" if found else "topic-offered-none")
    if found:
        turn.say_rich("\n".join(_line(turn, one) for one in page.items))
        say_page(turn, page)
    show(
        turn,
        *(Choice(f"topic.v{one.topic.id}", shorten(one.topic.title)) for one in page.items),
        navigation=page_buttons(turn, page, "topic.m"),
    )


def _line(turn: Turn, one: Offered) -> str:
    return turn.text(
        "topic-offered-line",
        title=one.topic.title,
        chapter=one.chapter.name,
        day=day_words(one.meeting.day)
        if one.meeting.day
        else period_words(one.meeting.period, turn.language),
    )


async def show_topic(turn: Turn, topic_id: int) -> None:
    """Shows a topic with what is to be spoken of, and sends its files."""
    person = turn.require_person()
    view = await open_topic(
        turn.unit, topic_id, by=person, posts=turn.posts, today=turn.today, now=turn.now
    )
    say_topic(turn, view)
    turn.attachments = tuple(one.id for one in view.files if one.state == "ready")
    follow = Choice(f"topic.d{topic_id}", turn.label("topic-button-follow"))
    ask = Choice(f"enquire.t{topic_id}", turn.label("topic-button-ask"))
    show(
        turn,
        *((ask,) if view.own else (follow,)),
        navigation=(Choice("topic", turn.label("topic-button-list")),),
    )


def say_topic(turn: Turn, view: TopicView) -> None:
    """Says all that a topic has to say."""
    key = "topic-head-by" if view.issuer else "topic-head"
    turn.say(key, title=view.topic.title, period=view.period, scope=view.scope, issuer=view.issuer)
    for part in _PARTS:
        if text := getattr(view.topic, part):
            turn.say(f"topic-part-{part}", text=text)
    if view.files:
        names = [one.name or turn.label("topic-file-photo") for one in view.files]
        turn.say("topic-files", count=len(names), names=", ".join(names))
