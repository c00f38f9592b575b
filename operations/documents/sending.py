"""Documents on their way to who asked for them: queued, drawn apart, handed over."""

from dataclasses import asdict, dataclass
from datetime import datetime

from documents.official.paper import Paper
from domain.files import StoredFile
from domain.names import name_key
from domain.official import DocumentKind
from domain.people import Person, Post
from domain.policy import Policy
from domain.talks import KnownAddress
from operations.context import ActorContext, Reactions
from operations.documents.minutes import Minutes, gather_minutes
from operations.documents.register import Opened, draw, get_document
from operations.documents.wording import document_words
from operations.maintenance.handing_over import MadeFile, hand_over
from storage import UnitOfWork
from storage.maintenance import audit, tasks
from storage.messages import addresses
from storage.people import people
from texts import render

MAKE_DOCUMENT, MAKE_MINUTES = "document", "minutes"
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asked for a document, and where it goes."""

    document_id: int
    suffix: str
    person_id: int
    address_id: int


async def ask_for_document(
    context: ActorContext, document_id: int, suffix: str, here: KnownAddress
) -> Opened:
    """Has a document drawn and sent once this turn is over; raises NotFound, NotAllowed."""
    opened = await get_document(context, document_id)
    payload = {
        "document_id": document_id,
        "suffix": suffix,
        "person_id": context.actor.id,
        "address_id": here.id,
    }
    await tasks.add(context.unit, kind=MAKE_DOCUMENT, payload=payload, now=context.now)
    topic = opened.document.topic
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="document.taken",
            subject=f"area:{topic.area_id}",
            after={
                "document": topic.kind,
                "span": topic.period,
                "version": opened.document.version,
                "file": suffix.removeprefix("."),
            },
        ),
        now=context.now,
    )
    return opened


@dataclass(frozen=True, slots=True)
class MinutesAsked:
    """Who asked for the minutes of a meeting, and where they go."""

    meeting_id: int
    suffix: str
    person_id: int
    address_id: int


async def ask_for_minutes(
    context: ActorContext, meeting_id: int, suffix: str, here: KnownAddress
) -> str:
    """Has the minutes of a meeting drawn and sent; returns the chapter's name.

    Raises NotFound out of sight, BadInput for a meeting that was not held.
    """
    minutes = await gather_minutes(context, meeting_id)
    asked = MinutesAsked(meeting_id, suffix, context.actor.id, here.id)
    await tasks.add(context.unit, kind=MAKE_MINUTES, payload=asdict(asked), now=context.now)
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="document.taken",
            subject=f"meeting:{meeting_id}",
            after={"document": DocumentKind.MINUTES, "file": suffix.removeprefix(".")},
        ),
        now=context.now,
    )
    return minutes.facts.chapter


@dataclass(frozen=True, slots=True)
class DrawnMinutes:
    """Minutes to be drawn, with the name of the file and who asked."""

    minutes: Minutes
    file_name: str
    language: str


async def gather_asked_minutes(
    unit: UnitOfWork, asked: MinutesAsked, *, policy: Policy, now: datetime, reactions: Reactions
) -> DrawnMinutes | None:
    """Returns what is to be drawn, None if the account was cut off since.

    Raises NotFound where the right is gone meanwhile.
    """
    asker = await _asker(unit, asked)
    if asker is None:
        return None
    person, posts = asker
    context = ActorContext(unit, person, posts, policy, now, reactions)
    minutes = await gather_minutes(context, asked.meeting_id)
    name = name_key(f"bien ban {minutes.facts.number} {minutes.facts.chapter}")
    plain = name.replace(" ", "-")[:_LONGEST_NAME]
    return DrawnMinutes(minutes, f"{plain}{asked.suffix}", person.language)


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
    if await _asker(unit, asked) is None:
        return
    here = (await addresses.by_ids(unit, [asked.address_id]))[asked.address_id]
    facts = drawn.minutes.facts
    text = render("doc-minutes-sent", drawn.language, number=facts.number, chapter=facts.chapter)
    made = MadeFile(stored=stored, name=drawn.file_name, text=text)
    await hand_over(unit, here, made, key=key, now=now)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document to be drawn, with the name of its file and what is said about it."""

    paper: Paper
    file_name: str
    person: Person
    opened: Opened


async def draw_asked(
    unit: UnitOfWork, asked: Asked, *, policy: Policy, now: datetime, reactions: Reactions
) -> Drawn | None:
    """Returns what is to be drawn, None if the account was cut off since.

    Raises NotFound or NotAllowed where the right is gone meanwhile.
    """
    asker = await _asker(unit, asked)
    if asker is None:
        return None
    person, posts = asker
    context = ActorContext(unit, person, posts, policy, now, reactions)
    opened = await get_document(context, asked.document_id)
    paper = await draw(unit, opened, policy=policy, now=now)
    name = name_key(f"{paper.title} {opened.document.topic.kind} {opened.span}")
    plain = name.replace(" ", "-")[:_LONGEST_NAME]
    return Drawn(paper, f"{plain}{asked.suffix}", person, opened)


async def _asker(
    unit: UnitOfWork, asked: Asked | MinutesAsked
) -> tuple[Person, tuple[Post, ...]] | None:
    here = (await addresses.by_ids(unit, [asked.address_id])).get(asked.address_id)
    if here is None or here.person_id != asked.person_id:
        return None
    person = (await people.persons(unit, [asked.person_id]))[asked.person_id]
    return person, tuple((await people.posts_of(unit, [asked.person_id])).get(person.id, ()))


async def hand_over_document(
    unit: UnitOfWork, asked: Asked, drawn: Drawn, stored: StoredFile, *, key: str, now: datetime
) -> None:
    """Sends the finished file to whoever asked for it, if the account is still theirs."""
    if await _asker(unit, asked) is None:
        return
    here = (await addresses.by_ids(unit, [asked.address_id]))[asked.address_id]
    language = drawn.person.language
    text = render("doc-sent", language, document=document_words(drawn.opened, language))
    made = MadeFile(stored=stored, name=drawn.file_name, text=text)
    await hand_over(unit, here, made, key=key, now=now)
