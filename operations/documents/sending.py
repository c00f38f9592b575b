"""Documents on their way to who asked for them: queued, drawn apart, handed over."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from documents.official.paper import Paper
from domain.files import StoredFile
from domain.official import DocumentKind
from domain.policy import Policy
from domain.refusals import NotFound
from domain.talks import KnownAddress
from operations.context import ActorContext, Reactions
from operations.documents.file_names import name_document, name_minutes
from operations.documents.minutes import Minutes, gather_minutes
from operations.documents.register import draw, get_document
from operations.documents.wording import document_words
from operations.maintenance.handing_over import Asker, MadeFile, find_asker, hand_over
from storage import UnitOfWork
from storage.documents.documents import StoredDocument
from storage.maintenance import audit, tasks
from texts import Rich, render

MAKE_DOCUMENT, MAKE_MINUTES = "document", "minutes"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asked for a document, and where it goes."""

    document_id: int
    suffix: str
    person_id: int
    address_id: int


@dataclass(frozen=True, slots=True)
class MinutesAsked:
    """Who asked for the minutes of a meeting, and where they go."""

    meeting_id: int
    suffix: str
    person_id: int
    address_id: int


async def ask_for_document(
    context: ActorContext, document_id: int, suffix: str, here: KnownAddress
) -> None:
    """Has a document drawn and sent once this turn is over.

    Raises NotAllowed, and NotFound also where this kind is not had as such a file.
    """
    document = (await get_document(context, document_id)).document
    if suffix not in document.topic.kind.suffixes:
        raise NotFound("not-in-sight")
    asked = Asked(document_id, suffix, context.actor.id, here.id)
    await tasks.add(context.unit, kind=MAKE_DOCUMENT, payload=asdict(asked), now=context.now)
    note_taken(context, document, suffix)


async def ask_for_minutes(
    context: ActorContext, meeting_id: int, suffix: str, here: KnownAddress
) -> None:
    """Has the minutes of a meeting drawn and sent.

    Raises NotFound out of sight, BadInput for a meeting that was not held.
    """
    await gather_minutes(context, meeting_id)
    asked = MinutesAsked(meeting_id, suffix, context.actor.id, here.id)
    await tasks.add(context.unit, kind=MAKE_MINUTES, payload=asdict(asked), now=context.now)
    note_minutes_taken(context, meeting_id, suffix)


def note_taken(context: ActorContext, document: StoredDocument, suffix: str) -> None:
    """Writes down that somebody took a document as a file."""
    topic = document.topic
    what = {"document": topic.kind, "span": topic.period, "version": document.version}
    _note(context, f"area:{topic.area_id}", what, suffix)


def note_minutes_taken(context: ActorContext, meeting_id: int, suffix: str) -> None:
    """Writes down that somebody took the minutes of a meeting as a file."""
    _note(context, f"meeting:{meeting_id}", {"document": DocumentKind.MINUTES}, suffix)


def _note(context: ActorContext, subject: str, what: Mapping[str, object], suffix: str) -> None:
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="document.taken",
            subject=subject,
            after={**what, "file": suffix.removeprefix(".")},
        ),
        now=context.now,
    )


@dataclass(frozen=True, slots=True)
class DrawnMinutes:
    """Minutes to be drawn, with the name of the file and what is said about it."""

    minutes: Minutes
    file_name: str
    text: Rich


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document to be drawn, with the name of its file and what is said about it."""

    paper: Paper
    file_name: str
    text: Rich


async def gather_asked_minutes(
    unit: UnitOfWork, asked: MinutesAsked, *, policy: Policy, now: datetime, reactions: Reactions
) -> DrawnMinutes | None:
    """Returns what is to be drawn, None if the account was cut off since.

    Raises NotFound where the right is gone meanwhile.
    """
    asker = await _asker(unit, asked)
    if asker is None:
        return None
    context = ActorContext(unit, asker.person, asker.posts, policy, now, reactions)
    minutes = await gather_minutes(context, asked.meeting_id)
    number, chapter = minutes.facts.number, minutes.facts.chapter
    return DrawnMinutes(
        minutes,
        name_minutes(minutes, asked.suffix),
        render("doc-minutes-sent", asker.person.language, number=number, chapter=chapter),
    )


async def draw_asked(
    unit: UnitOfWork, asked: Asked, *, policy: Policy, now: datetime, reactions: Reactions
) -> Drawn | None:
    """Returns what is to be drawn, None if the account was cut off since.

    Raises NotFound or NotAllowed where the right is gone meanwhile.
    """
    asker = await _asker(unit, asked)
    if asker is None:
        return None
    context = ActorContext(unit, asker.person, asker.posts, policy, now, reactions)
    opened = await get_document(context, asked.document_id)
    paper = await draw(unit, opened, policy=policy, now=now)
    language = asker.person.language
    return Drawn(
        paper,
        name_document(paper, opened, asked.suffix),
        render("doc-sent", language, document=document_words(opened, language)),
    )


async def hand_over_minutes(
    unit: UnitOfWork,
    asked: MinutesAsked,
    drawn: DrawnMinutes,
    stored: StoredFile,
    *,
    key: str,
    now: datetime,
) -> None:
    """Sends the finished file to whoever asked for it, if the account is still theirs."""
    made = MadeFile(stored=stored, name=drawn.file_name, text=drawn.text, by_email=True)
    await _hand_over(unit, asked, made, key=key, now=now)


async def hand_over_document(
    unit: UnitOfWork, asked: Asked, drawn: Drawn, stored: StoredFile, *, key: str, now: datetime
) -> None:
    """Sends the finished file to whoever asked for it, if the account is still theirs."""
    made = MadeFile(stored=stored, name=drawn.file_name, text=drawn.text, by_email=True)
    await _hand_over(unit, asked, made, key=key, now=now)


async def _hand_over(
    unit: UnitOfWork, asked: Asked | MinutesAsked, made: MadeFile, *, key: str, now: datetime
) -> None:
    asker = await _asker(unit, asked)
    if asker is not None:
        await hand_over(unit, asker.here, made, key=key, now=now)


async def _asker(unit: UnitOfWork, asked: Asked | MinutesAsked) -> Asker | None:
    return await find_asker(unit, person_id=asked.person_id, address_id=asked.address_id)
