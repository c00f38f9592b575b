"""Words that a program read in a recording or a photo: offered to their sender, never taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dialogue import answers_from_dict
from dialogue.talk import REVIEW
from domain.buttons import Button
from domain.message import Choice, Expects, Message, Prompt
from domain.one_message import Likeness, hear_report, judge
from domain.policy import Policy
from domain.reading import clean_text
from operations.access import REPORTING, held
from operations.questionnaires.buttons import TakeHeardAnswer
from operations.replies import enqueue_reply
from operations.reports.buttons import TakeHeard, TakeRead
from operations.turn import COMMAND_PROMPT, Turn
from storage import UnitOfWork
from storage.messages import addresses, attachments, talks
from storage.messages.attachments import Attachment
from storage.people import people
from storage.questionnaires import responses
from texts import Rich, escape_rich, label, render

_LONGEST = 1500
_MOST_LINES = 20
_FEWEST_LETTERS = 2
# A longer name would not fit into a button, and names none.
_LONGEST_QUESTION = 15
# So many things that a page tells make it worth asking about.
_FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What was read in a file of a person; lines of a photo have to be confirmed one by one."""

    id: int
    is_photo: bool
    lines: tuple[str, ...]


async def offer_words(
    unit: UnitOfWork, file: Attachment, text: str, *, policy: Policy, now: datetime
) -> None:
    """Shows a sender who reports what was read, with a button to take it.

    The words of a recording that answers a question of a draft go to that answer, others are a
    whole report. What is neither, a photo of the meeting for one, is passed over in silence.
    """
    lines = _lines(text)
    here = (await addresses.by_ids(unit, [file.address_id]))[file.address_id]
    if here.person_id is None or not lines:
        return
    today = policy.day_of(now)
    posts = (await people.posts_of(unit, [here.person_id])).get(here.person_id, ())
    if not held(posts, REPORTING, today):
        return
    way = await _find_way(unit, here.person_id, file)
    if way is None and not _tells_something(lines, today=today):
        return
    await attachments.keep_words(unit, file.id, "\n".join(lines))
    person = (await people.persons(unit, [here.person_id]))[here.person_id]
    shown = escape_rich("\n".join(lines))
    message = Message(
        text=Rich(f"{render(f'read-{file.kind}', person.language)}\n\n<i>{shown}</i>"),
        prompt=Prompt(
            id=f"{COMMAND_PROMPT}read{file.id}",
            expects=Expects.CHOICE,
            choices=(_way_on(file, person.language, way),),
        ),
        attachments=(file.id,) if file.kind == "photo" else (),
    )
    await enqueue_reply(unit, here, message, dedupe_key=f"read:{file.id}", now=now)


def _way_on(file: Attachment, language: str, way: Button | None) -> Choice:
    if way is not None:
        return Choice(way.key, label("read-voice-answer", language))
    return Choice(TakeRead(file.id).key, label(f"read-{file.kind}-button", language))


async def _find_way(unit: UnitOfWork, person_id: int, file: Attachment) -> Button | None:
    """Returns the button that has the words of a recording answer a question that is begun."""
    if file.kind != "voice":
        return None
    question = await _find_question(unit, person_id, file)
    if question is not None:
        return TakeHeard(file.id, question)
    for key, begun in await responses.list_begun(unit, person_id):
        if _answers_by(begun.talk, file.id):
            return TakeHeardAnswer(key.questionnaire_id, key.chapter_id, file.id)
    return None


def _answers_by(talk: Mapping[str, Any], file_id: int) -> bool:
    """True where a recording without words stands as an answer."""
    answers = answers_from_dict(talk.get("answers", {})).values()
    return any(file_id in answer.attachments and not answer.text for answer in answers)


async def _find_question(unit: UnitOfWork, person_id: int, file: Attachment) -> str | None:
    """Returns the question at which a recording was sent, "" where it is the answer there.

    None for one that was sent at none, or at one that has been answered meanwhile.
    """
    for draft in await talks.list_drafts(unit, person_id):
        talk = draft.state.get("talk", {})
        if _answers_by(talk, file.id):
            return ""
        is_still_there = draft.updated_at <= file.created_at
        if is_still_there and file.id in talk.get("aside", ()) and talk["current"] != REVIEW:
            return str(talk["current"])[:_LONGEST_QUESTION]
    return None


async def find_read(turn: Turn, file_id: int) -> ReadFile | None:
    """Returns what was read in a file that the person of this turn sent."""
    file = await attachments.find(turn.unit, file_id)
    own = await addresses.of_person(turn.unit, turn.require_person().id)
    if file is None or not file.heard or file.address_id not in {here.id for here in own}:
        return None
    return ReadFile(file.id, file.kind == "photo", tuple(file.heard.split("\n")))


def _lines(text: str) -> tuple[str, ...]:
    cleaned = (line.strip() for line in clean_text(text, limit=_LONGEST).split("\n"))
    told = (line for line in cleaned if sum(map(str.isalnum, line)) >= _FEWEST_LETTERS)
    return tuple(told)[:_MOST_LINES]


def _tells_something(lines: tuple[str, ...], *, today: date) -> bool:
    heard = hear_report("\n".join(lines), today=today)
    is_like = judge(heard, today=today) is not Likeness.OTHER
    return is_like or len(heard.parts) >= _FEWEST_PARTS
