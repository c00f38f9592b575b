"""Practice: everything can be tried, and all of it is undone before the answer is shown.

What the person did since they began is played again for every message, inside a savepoint that
is taken back: their drafts, reports and notices exist while an answer is found, and never after.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.inbound import InboundKind
from domain.inbound_json import inbound_from_json, inbound_to_json
from domain.message import Choice, Message
from domain.reading import fold
from domain.talks import Conversation
from operations.people.buttons import EndPractice
from operations.replies import name_choices
from operations.turn import Turn
from storage import UnitOfWork
from storage.messages import talks
from storage.people import people

Take = Callable[[Turn], Awaitable[None]]

# Each message plays all before it again, so that a practice must come to an end.
MOST_STEPS = 80
LONGEST = timedelta(hours=2)
END = EndPractice().key


class _Undone(Exception):
    """The savepoint is to be taken back."""


def begin_practice(turn: Turn) -> None:
    """Lets nothing count from here on; a draft that is open stays as it is."""
    turn.leave()
    turn.draft = None
    turn.talk.practice = {
        "since": turn.now.isoformat(),
        "base": turn.talk.prompt_count,
        "log": [],
    }


def end_practice(turn: Turn) -> None:
    """Lets everything count again."""
    turn.talk.practice = None
    turn.leave()


async def practise(turn: Turn, take: Take) -> None:
    """Answers a message as if it counted, with every word marked as practice."""
    practice: dict[str, Any] = turn.talk.practice or {}
    is_over = turn.now - datetime.fromisoformat(practice["since"]) > LONGEST
    if is_over or len(practice["log"]) >= MOST_STEPS:
        turn.say("practice-over")
    elif _wants_out(turn):
        turn.say("practice-ended")
    else:
        practice["log"].append(_step(turn))
        _answer(turn, await _play_all(turn, take, practice))
        return
    end_practice(turn)
    menu = Choice("menu", turn.label("button-menu"))
    turn.ask((menu,), commands=True)


def _wants_out(turn: Turn) -> bool:
    text = fold(turn.inbound.text).strip()
    words = {fold(word) for word in turn.label("practice-end-words").split("|")}
    return bool(turn.talk.practice and turn.talk.practice["log"]) and (
        turn.inbound.choice == END or text in words
    )


def _step(turn: Turn) -> dict[str, Any]:
    """Notes a message as it can be played again; the one that began is the menu."""
    inbound = turn.inbound
    if turn.talk.practice and not turn.talk.practice["log"]:
        inbound = replace(inbound, kind=InboundKind.TEXT, text=_beginning(turn), choice=None)
    shown = turn.prompt_shown_at
    return {
        "inbound": inbound_to_json(inbound),
        "at": turn.now.isoformat(),
        "shown": shown.isoformat() if shown else None,
    }


def _beginning(turn: Turn) -> str:
    return str((turn.talk.practice or {}).get("first") or "/menu")


async def _play_all(turn: Turn, take: Take, practice: dict[str, Any]) -> Turn:
    """Plays every step and takes all of it back; returns the last one's turn."""
    talk = Conversation(
        id=turn.talk.id, person_id=turn.talk.person_id, prompt_count=practice["base"]
    )
    inner = turn
    try:
        async with turn.unit.savepoint():
            for step in practice["log"]:
                inner = await _play(turn, talk, step, take)
            raise _Undone
    except _Undone:
        return inner


async def _play(turn: Turn, talk: Conversation, step: dict[str, Any], take: Take) -> Turn:
    unit, person_id = turn.unit, turn.require_person().id
    now = datetime.fromisoformat(step["at"])
    day = turn.policy.day_of(now)
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    drafts = await talks.load_drafts(unit, [talk.draft_id] if talk.draft_id else [])
    inner = Turn(
        unit=unit,
        now=now,
        policy=turn.policy,
        inbound=inbound_from_json(step["inbound"]),
        here=turn.here,
        abilities=turn.abilities,
        talk=talk,
        person=(await people.persons(unit, [person_id]))[person_id],
        posts=tuple(post for post in posts if post.holds_on(day)),
        draft=drafts.get(talk.draft_id or 0),
        reactions=turn.reactions,
        prompt_shown_at=datetime.fromisoformat(step["shown"]) if step["shown"] else None,
    )
    await take(inner)
    name_choices(inner)
    if inner.draft is not None:
        talks.save_draft_later(unit, inner.draft, now=now)
    await unit.flush()
    _keep_prompt(inner)
    return inner


def _keep_prompt(inner: Turn) -> None:
    """Remembers the open question for the next step, as sending it would."""
    talk = inner.talk
    if inner.asked or inner.closes_prompt:
        talk.prompt = None
    if inner.asked:
        text = inner.question or "\n\n".join(inner.said)
        talk.prompt = Message(text=text, prompt=inner.asked)
        talk.prompt_count += 1


def _answer(turn: Turn, inner: Turn) -> None:
    """Says what the practised turn said, marked; photos that were never kept are left out."""
    turn.said = [turn.text("practice-mark"), *inner.said]
    turn.press_note, turn.answered = inner.press_note, inner.answered
    turn.closes_prompt = inner.closes_prompt
    if inner.asked:
        way_out = Choice(END, turn.label("practice-button-end"))
        turn.asked = replace(inner.asked, navigation=(*inner.asked.navigation, way_out))
        turn.question = "\n\n".join(
            [turn.text("practice-mark"), inner.question or "\n\n".join(inner.said)]
        )


async def prepare_practice(unit: UnitOfWork, person_id: int, first: str, *, now: datetime) -> None:
    """Lets a person's next message begin a practice with a command, such as "/baocao"."""
    talk_id = await talks.of_person(unit, person_id)
    talk = (await talks.load(unit, [talk_id]))[talk_id]
    talk.practice = {
        "since": now.isoformat(),
        "base": talk.prompt_count,
        "log": [],
        "first": first,
    }
    talks.save_later(unit, talk)
