"""Topics as those see them who set them: how far each has come, who opened it, what was chosen."""

from domain.calendar import Period
from domain.message import Choice
from handlers.screen import shorten, show, take_page
from handlers.steps import choice, show_page
from handlers.topics.pages import say_topic, topics_button
from operations.access import REPORTING, held, sets_topics
from operations.topics.buttons import (
    AskWithdrawal,
    CopyTopic,
    CorrectTopic,
    FollowTopic,
    GoOnWithTopic,
    NewTopic,
    OfferedTopics,
    OfTopic,
    OpenTopic,
    OwnTopics,
    ShareTopic,
    TopicOpeners,
    TopicsOfMonth,
)
from operations.topics.desk import (
    ChapterOpening,
    FollowedTopic,
    OwnTopic,
    get_followed,
    list_followed,
    list_own_topics,
)
from operations.topics.drafting import list_drafts
from operations.topics.opening import view_topic
from operations.topics.sharing import share_own_topic
from operations.turn import Turn
from operations.wording import moment_words, period_words

_LISTED = 5
_MOST_DRAFTS = 2
_LONGEST_WORDS = 200


async def show_desk(turn: Turn, view: TopicsOfMonth) -> None:
    """Shows a page of a month's topics and how far each has come."""
    found = await list_followed(
        turn.unit,
        turn.posts,
        month=view.period,
        policy=turn.policy,
        now=turn.now,
        language=turn.language,
    )
    page = take_page(found, view.page, size=_LISTED)
    words = period_words(view.period, turn.language)
    turn.say("topic-desk" if found else "topic-desk-none", period=words)
    if found:
        turn.say_rich("\n".join(_line(turn, followed) for followed in page.items))
    show_page(
        turn,
        page,
        view.at_page,
        *(
            Choice(FollowTopic(followed.topic.id).key, followed.topic.title)
            for followed in page.items
        ),
        *await _drafts(turn),
        *_tasks(turn, view.period),
        navigation=_months(turn, view),
    )


async def _drafts(turn: Turn) -> list[Choice]:
    if not sets_topics(turn.posts, turn.today):
        return []
    mine = await list_drafts(turn.unit, turn.require_person())
    return [
        choice(turn, GoOnWithTopic(topic.id), "topic-button-draft", title=topic.title)
        for topic in mine[:_MOST_DRAFTS]
    ]


def _tasks(turn: Turn, month: Period) -> list[Choice]:
    tasks = [choice(turn, OwnTopics(period=month), "topic-button-own")]
    if sets_topics(turn.posts, turn.today):
        tasks.insert(0, choice(turn, NewTopic(), "topic-button-new"))
    if held(turn.posts, REPORTING, turn.today):
        tasks.append(choice(turn, OfferedTopics(), "topic-button-mine"))
    return tasks


def _months(turn: Turn, view: TopicsOfMonth | OwnTopics) -> tuple[Choice, ...]:
    """Returns the buttons to both months beside: topics are set ahead."""
    before, after = view.at_period(view.period.previous()), view.at_period(view.period.next())
    return (choice(turn, before, "button-month-before"), choice(turn, after, "button-month-after"))


def _line(turn: Turn, followed: FollowedTopic) -> str:
    return turn.text(
        "topic-desk-line-withdrawn" if followed.topic.withdrawn_at else "topic-desk-line",
        title=followed.topic.title,
        scope=followed.scope,
        opened=followed.opened,
        of=len(followed.chapters),
        used=followed.used,
    )


async def show_followed(turn: Turn, topic_id: int) -> None:
    """Shows one topic, what became of it, and what can be done with it."""
    followed = await _get(turn, topic_id)
    say_topic(turn, await view_topic(turn.unit, followed.topic, turn.language))
    opened, of = followed.opened, len(followed.chapters)
    turn.say("topic-counts", opened=opened, of=of, used=followed.used)
    ways: list[type[OfTopic]] = [TopicOpeners, OpenTopic, CopyTopic, CorrectTopic, AskWithdrawal]
    if followed.topic.withdrawn_at is not None:
        turn.say("topic-is-withdrawn")
        ways = [TopicOpeners, CopyTopic]
    of_setter = (CopyTopic, CorrectTopic, AskWithdrawal)
    show(
        turn,
        *(
            choice(turn, way(topic_id), f"topic-button-{way.letter}")
            for way in ways
            if followed.is_mine or way not in of_setter
        ),
        navigation=(topics_button(turn),),
    )


def back_to_topic(turn: Turn, topic_id: int) -> Choice:
    """Returns the button back to a topic that is followed."""
    return choice(turn, FollowTopic(topic_id), "topic-button-back")


async def show_openers(turn: Turn, topic_id: int, *, page: int) -> None:
    """Shows in which chapters a topic was not opened yet, then in which it was."""
    followed = await _get(turn, topic_id)
    listed = sorted(followed.chapters, key=lambda opening: opening.opened_at is not None)
    part = take_page(listed, page)
    turn.say(
        "topic-openers" if listed else "topic-openers-none",
        title=followed.topic.title,
        opened=followed.opened,
        of=len(listed),
    )
    if listed:
        turn.say_rich("\n".join(_opening(turn, opening) for opening in part.items))
    show_page(
        turn,
        part,
        lambda number: TopicOpeners(topic_id, number),
        navigation=(back_to_topic(turn, topic_id),),
    )


def _opening(turn: Turn, opening: ChapterOpening) -> str:
    chapter = opening.chapter.name
    names = ", ".join(person.name for person in opening.people) or turn.label("topic-nobody")
    if opening.opened_at is None:
        return turn.text("topic-not-opened", chapter=chapter, names=names)
    at = moment_words(turn.policy.local(opening.opened_at), turn.language)
    return turn.text("topic-opened", chapter=chapter, names=names, at=at)


async def _get(turn: Turn, topic_id: int) -> FollowedTopic:
    return await get_followed(
        turn.unit, turn.posts, topic_id, policy=turn.policy, now=turn.now, language=turn.language
    )


async def show_own_topics(turn: Turn, view: OwnTopics) -> None:
    """Shows a page of what chapters chose by themselves, each to be taken up for all."""
    found = await list_own_topics(turn.unit, turn.posts, month=view.period, today=turn.today)
    page = take_page(found, view.page, size=_LISTED)
    words = period_words(view.period, turn.language)
    turn.say("topic-own" if found else "topic-own-none", period=words)
    numbered = list(enumerate(page.items, start=page.first + 1))
    if found:
        turn.say_rich("\n".join(_own_line(turn, number, own) for number, own in numbered))
    buttons = [
        choice(turn, ShareTopic(own.meeting_id), "topic-button-share", number=number)
        for number, own in numbered
        if sets_topics(turn.posts, turn.today)
    ]
    back = choice(turn, TopicsOfMonth(period=view.period), "topic-button-list")
    show_page(turn, page, view.at_page, *buttons, navigation=(*_months(turn, view), back))


def _own_line(turn: Turn, number: int, own: OwnTopic) -> str:
    return turn.text(
        "topic-own-line",
        number=number,
        words=shorten(own.words, _LONGEST_WORDS),
        chapter=own.chapter.name,
        used=own.used,
    )


async def share(turn: Turn, meeting_id: int) -> None:
    """Takes a chapter's own topic up for all, and shows it with the ways to change that."""
    topic, is_new = await share_own_topic(turn.context, meeting_id)
    turn.say("topic-shared" if is_new else "topic-shared-before")
    await show_followed(turn, topic.id)
