"""Topics as those see them who set them: how far each has come, who opened it, what was chosen."""

from domain.calendar import Period
from domain.message import Choice
from handlers.screen import page_buttons, say_page, shorten, show, take_page
from handlers.topics.pages import say_topic
from operations.access import REPORTING, held, sets_topics
from operations.topics.desk import (
    ChapterOpening,
    Followed,
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


async def show_desk(turn: Turn, month: Period, number: int) -> None:
    """Shows a page of a month's topics and how far each has come."""
    found = await list_followed(
        turn.unit,
        turn.posts,
        month=month,
        policy=turn.policy,
        now=turn.now,
        language=turn.language,
    )
    page = take_page(found, number, size=_LISTED)
    words = period_words(month, turn.language)
    turn.say("topic-desk" if found else "topic-desk-none", period=words)
    if found:
        turn.say_rich("\n".join(_line(turn, one) for one in page.items))
        say_page(turn, page)
    key = f"topic.l{_number(month)}-"
    show(
        turn,
        *(Choice(f"topic.d{one.topic.id}", shorten(one.topic.title)) for one in page.items),
        *await _drafts(turn),
        *_tasks(turn, month),
        navigation=(*page_buttons(turn, page, key), *_months(turn, month, "l")),
    )


async def _drafts(turn: Turn) -> list[Choice]:
    if not sets_topics(turn.posts, turn.today):
        return []
    mine = await list_drafts(turn.unit, turn.require_person())
    return [
        Choice(f"topic.g{one.id}", shorten(turn.label("topic-button-draft", title=one.title)))
        for one in mine[:_MOST_DRAFTS]
    ]


def _tasks(turn: Turn, month: Period) -> list[Choice]:
    found = [Choice(f"topic.u{_number(month)}-1", turn.label("topic-button-own"))]
    if sets_topics(turn.posts, turn.today):
        found.insert(0, Choice("topic.n", turn.label("topic-button-new")))
    if held(turn.posts, REPORTING, turn.today):
        found.append(Choice("topic.m1", turn.label("topic-button-mine")))
    return found


def _months(turn: Turn, month: Period, letter: str) -> tuple[Choice, ...]:
    return (
        Choice(f"topic.{letter}{_number(month.previous())}-1", turn.label("button-month-before")),
        Choice(f"topic.{letter}{_number(month.next())}-1", turn.label("button-month-after")),
    )


def _number(month: Period) -> int:
    return month.year * 100 + month.month


def _line(turn: Turn, one: Followed) -> str:
    key = "topic-desk-line-withdrawn" if one.topic.withdrawn_at else "topic-desk-line"
    return turn.text(
        key,
        title=one.topic.title,
        scope=one.scope,
        opened=one.opened,
        of=len(one.chapters),
        used=one.used,
    )


async def show_followed(turn: Turn, topic_id: int) -> None:
    """Shows one topic, what became of it, and what can be done with it."""
    one = await _get(turn, topic_id)
    say_topic(turn, await view_topic(turn.unit, one.topic, turn.language))
    turn.say("topic-counts", opened=one.opened, of=len(one.chapters), used=one.used)
    actions = ["o", "v"]
    if one.is_mine:
        actions.append("c")
    if one.topic.withdrawn_at is not None:
        turn.say("topic-is-withdrawn")
        actions.remove("v")
    elif one.is_mine:
        actions += ["e", "w"]
    show(
        turn,
        *(Choice(f"topic.{do}{topic_id}", turn.label(f"topic-button-{do}")) for do in actions),
        navigation=(Choice("topic", turn.label("topic-button-list")),),
    )


async def show_openers(turn: Turn, topic_id: int, *, page: int) -> None:
    """Shows in which chapters a topic was not opened yet, then in which it was."""
    one = await _get(turn, topic_id)
    listed = sorted(one.chapters, key=lambda chapter: chapter.opened_at is not None)
    part = take_page(listed, page)
    turn.say(
        "topic-openers" if listed else "topic-openers-none",
        title=one.topic.title,
        opened=one.opened,
        of=len(listed),
    )
    if listed:
        turn.say_rich("\n".join(_opening(turn, chapter) for chapter in part.items))
        say_page(turn, part)
    back = Choice(f"topic.d{topic_id}", turn.label("topic-button-back"))
    show(turn, navigation=(*page_buttons(turn, part, f"topic.o{topic_id}-"), back))


def _opening(turn: Turn, one: ChapterOpening) -> str:
    names = ", ".join(person.name for person in one.people) or turn.label("topic-nobody")
    if one.opened_at is None:
        return turn.text("topic-not-opened", chapter=one.chapter.name, names=names)
    at = moment_words(turn.policy.local(one.opened_at), turn.language)
    return turn.text("topic-opened", chapter=one.chapter.name, names=names, at=at)


async def _get(turn: Turn, topic_id: int) -> Followed:
    return await get_followed(
        turn.unit,
        turn.posts,
        topic_id,
        policy=turn.policy,
        now=turn.now,
        language=turn.language,
    )


async def show_own_topics(turn: Turn, month: Period, number: int) -> None:
    """Shows a page of what chapters chose by themselves, each to be taken up for all."""
    found = await list_own_topics(turn.unit, turn.posts, month=month, today=turn.today)
    page = take_page(found, number, size=_LISTED)
    words = period_words(month, turn.language)
    turn.say("topic-own" if found else "topic-own-none", period=words)
    if found:
        lines = (_own_line(turn, *one) for one in enumerate(page.items, start=page.first + 1))
        turn.say_rich("\n".join(lines))
        say_page(turn, page)
    buttons = [
        Choice(f"topic.s{one.meeting_id}", turn.label("topic-button-share", number=at))
        for at, one in enumerate(page.items, start=page.first + 1)
        if sets_topics(turn.posts, turn.today)
    ]
    back = Choice(f"topic.l{_number(month)}-1", turn.label("topic-button-list"))
    key = f"topic.u{_number(month)}-"
    pages = (*page_buttons(turn, page, key), *_months(turn, month, "u"), back)
    show(turn, *buttons, navigation=pages)


def _own_line(turn: Turn, number: int, one: OwnTopic) -> str:
    return turn.text(
        "topic-own-line",
        number=number,
        words=shorten(one.words, 200),
        chapter=one.chapter.name,
        used=one.used,
    )


async def share(turn: Turn, meeting_id: int) -> None:
    """Takes a chapter's own topic up for all, and shows it with the ways to change that."""
    topic, is_new = await share_own_topic(turn.context, meeting_id)
    turn.say("topic-shared" if is_new else "topic-shared-before")
    await show_followed(turn, topic.id)
