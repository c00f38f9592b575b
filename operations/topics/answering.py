"""Messages of leaders are answered, by whoever is first; the answer goes back at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.chapters import Chapter
from domain.enquiries import LONGEST, Enquiry, Ready
from domain.message import Choice, Expects, Message, Prompt
from domain.people import Person, Post
from domain.reading import clean_text
from domain.refusals import Conflict, NotAllowed, NotFound
from operations.access import held, may, reach, scopes
from operations.context import ActorContext
from operations.lengths import check_length
from operations.replies import enqueue_notices, notice
from operations.rights import Right, roles_with
from operations.topics.buttons import AskOfChapter
from operations.turn import COMMAND_PROMPT
from storage import UnitOfWork
from storage.directory import chapters
from storage.maintenance import audit
from storage.messages import addresses
from storage.people import people
from storage.topics import enquiries, enquiry_files, topics
from texts import label, render


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryView:
    """A message with its chapter, sender, answerer and the title of its topic, "" for none.

    The files that came with it are told of a single message only.
    """

    enquiry: Enquiry
    chapter: Chapter
    sender: Person
    answerer: str
    topic: str
    photos: tuple[int, ...] = ()
    recordings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryPage:
    """A page of messages, and whether there are more."""

    views: tuple[EnquiryView, ...]
    has_more: bool


def answers_messages(posts: Sequence[Post], today: date) -> bool:
    """True for somebody who answers messages of leaders."""
    return bool(held(posts, roles_with(Right.ANSWER_ENQUIRY), today))


async def list_enquiries(
    unit: UnitOfWork, posts: Sequence[Post], *, open_ones: bool, page: int, size: int, today: date
) -> EnquiryPage:
    """Returns a page of the messages somebody may answer; raises NotAllowed."""
    far = reach(posts, today, Right.ANSWER_ENQUIRY)
    if not far.chapter_ids and not far.places:
        raise NotAllowed("messages-not-yours")
    found = await enquiries.list_in_scopes(
        unit,
        chapter_ids=far.chapter_ids,
        scopes=await scopes(unit, far),
        open_ones=open_ones,
        offset=(page - 1) * size,
        limit=size + 1,
    )
    return EnquiryPage(views=tuple(await _views(unit, found[:size])), has_more=len(found) > size)


async def count_enquiries(context: ActorContext) -> tuple[int, int]:
    """Returns how many messages somebody may answer wait, and how many are settled."""
    far = reach(context.posts, context.today, Right.ANSWER_ENQUIRY)
    return await enquiries.count_in_scopes(
        context.unit, chapter_ids=far.chapter_ids, scopes=await scopes(context.unit, far)
    )


async def list_own_enquiries(unit: UnitOfWork, by: Person, *, page: int, size: int) -> EnquiryPage:
    """Returns a page of what somebody sent, newest first."""
    offset = (page - 1) * size
    found = await enquiries.list_of_person(unit, by.id, offset=offset, limit=size + 1)
    return EnquiryPage(views=tuple(await _views(unit, found[:size])), has_more=len(found) > size)


async def get_enquiry(
    unit: UnitOfWork, enquiry_id: int, posts: Sequence[Post], *, today: date
) -> EnquiryView:
    """Returns a message that somebody may answer; raises NotFound for any other."""
    found = await enquiries.find(unit, enquiry_id)
    views = await _views(unit, [found] if found else [])
    if not views or not may(Right.ANSWER_ENQUIRY, posts, views[0].chapter, today):
        raise NotFound("messages-not-there")
    return replace(
        views[0],
        photos=await enquiry_files.list_of(unit, enquiry_id, spoken=False),
        recordings=await enquiry_files.list_of(unit, enquiry_id, spoken=True),
    )


async def answer_enquiry(
    context: ActorContext,
    enquiry_id: int,
    answer: Ready | str,
    *,
    version: int,
) -> bool:
    """Sends an answer, one of the `Ready` ones or free words, back to who asked.

    Returns False if no messenger reaches them. Raises NotFound, BadInput, and Conflict with the
    other's words if somebody answered since the message was seen.
    """
    view = await get_enquiry(context.unit, enquiry_id, context.posts, today=context.today)
    asker = view.sender
    is_later = answer is Ready.LATER
    is_ready = isinstance(answer, Ready)
    words = label(f"ready-{answer}", asker.language) if is_ready else _read(answer)
    written = await enquiries.answer(
        context.unit,
        enquiry_id,
        version=version,
        answer=words,
        answered_by=context.actor.id,
        answered_at=None if is_later else context.now,
    )
    if not written:
        newest = await get_enquiry(context.unit, enquiry_id, context.posts, today=context.today)
        raise Conflict(
            "messages-answered-by",
            who=newest.answerer or "–",
            answer=newest.enquiry.answer or "–",
        )
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="enquiry.answered",
            subject=f"enquiry:{enquiry_id}",
            before={"settled": not view.enquiry.is_open},
            after={"settled": not is_later},
        ),
        now=context.now,
    )
    return await _send_back(
        context.unit, view, words, by=context.actor, version=version + 1, now=context.now
    )


def _read(text: str) -> str:
    words = clean_text(text).strip()
    check_length(words, least=1, most=LONGEST, short="ask-bad-length")
    return words


async def _send_back(
    unit: UnitOfWork, view: EnquiryView, words: str, *, by: Person, version: int, now: datetime
) -> bool:
    """Answers at once: it is a reply to what the person did, no message of the bot's own."""
    asker, enquiry = view.sender, view.enquiry
    reached = await addresses.preferred(unit, [asker.id])
    if asker.id not in reached:
        return False
    again = Choice(AskOfChapter(view.chapter.id).key, label("ask-button-again", asker.language))
    message = Message(
        text=render(
            "ask-answered", asker.language, who=by.name, question=enquiry.text, answer=words
        ),
        prompt=Prompt(
            id=f"{COMMAND_PROMPT}q{unit.new_id()}", expects=Expects.CHOICE, choices=(again,)
        ),
    )
    row = notice(
        unit,
        reached[asker.id],
        message,
        dedupe_key=f"enquiry:{enquiry.id}:answer:{version}",
    )
    await enqueue_notices(unit, [row], now=now)
    return True


async def _views(unit: UnitOfWork, found: Sequence[Enquiry]) -> list[EnquiryView]:
    known = await chapters.by_ids(unit, {enquiry.chapter_id for enquiry in found})
    names = {enquiry.person_id for enquiry in found} | {
        enquiry.answered_by or 0 for enquiry in found
    }
    persons = await people.persons(unit, names)
    titles = await topics.titles(unit, {enquiry.topic_id for enquiry in found if enquiry.topic_id})
    return [
        EnquiryView(
            enquiry=enquiry,
            chapter=known[enquiry.chapter_id],
            sender=persons[enquiry.person_id],
            answerer=persons[enquiry.answered_by].name if enquiry.answered_by else "",
            topic=titles.get(enquiry.topic_id or 0, ""),
        )
        for enquiry in found
    ]
