"""A leader's message finds the cadre who looks after the chapter, else the staff there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import shorten

from domain.chapters import Chapter, ids_of
from domain.enquiries import LONGEST
from domain.news import News, Section
from domain.people import Person, Post, Role
from domain.reading import clean_text
from domain.refusals import NotFound
from operations.access import own_chapters, require_reporter, require_sight
from operations.cadres.assignment import on_duty
from operations.context import ActorContext
from operations.lengths import check_length
from operations.news import add_news
from operations.topics.buttons import ShowMessage
from storage import UnitOfWork
from storage.directory import chapters
from storage.maintenance import audit
from storage.meetings import pauses
from storage.messages import addresses
from storage.people import people
from storage.people.people import Holder
from storage.topics import enquiries, enquiry_files, topics

# The same words within a day are the same message, sent again by mistake or impatience.
_SAME = timedelta(days=1)
_SHORTEST = 2
_TOLD = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Receivers:
    """A chapter of the sender's, and who gets what is written for it."""

    chapter: Chapter
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentEnquiry:
    """Whom a message went to; `is_new` is False if they had it already."""

    enquiry_id: int
    receivers: Receivers
    is_new: bool


async def list_receivers(
    unit: UnitOfWork, by: Person, posts: Sequence[Post], *, today: date
) -> list[Receivers]:
    """Returns for each chapter that somebody reports for who would get a message; not nobody."""
    own = await chapters.by_ids(unit, own_chapters(posts, today))
    found = await _receivers(unit, own.values(), by, today=today)
    return [receivers for receivers in found if receivers.people]


async def send_enquiry(
    context: ActorContext,
    chapter_id: int,
    text: str,
    *,
    topic_id: int | None = None,
    files: Sequence[int] = (),
    urgent: bool = False,
) -> SentEnquiry:
    """Passes a message on to those who look after a chapter: they find it in their news.

    What is `urgent` they are told at once. The same words again are no second message, unless
    `files` come with them. Raises NotFound, NotAllowed, and BadInput for an empty or too long
    text.
    """
    today = context.today
    chapter = require_sight(context.posts, await chapters.find(context.unit, chapter_id), today)
    require_reporter(context.posts, chapter, today)
    words = read_message(text)
    (to,) = await _receivers(context.unit, [chapter], context.actor, today=today)
    if not to.people:
        raise NotFound("ask-nobody")
    before = await enquiries.find_same(
        context.unit, context.actor.id, chapter.id, words, since=context.now - _SAME
    )
    if before is not None and not files:
        return SentEnquiry(enquiry_id=before.id, receivers=to, is_new=False)
    about = await _topic_of(context.unit, topic_id, chapter)
    added = await enquiries.add(
        context.unit,
        person_id=context.actor.id,
        chapter_id=chapter.id,
        topic_id=about,
        text=words,
        at=context.now,
    )
    await enquiry_files.add(context.unit, added, files)
    # The words are kept in one place only, so that an erasure reaches them.
    audit.add_later(
        context.unit,
        audit.Entry(person_id=context.actor.id, action="enquiry.sent", subject=f"enquiry:{added}"),
        now=context.now,
    )
    await _tell(context, added, to, words, urgent=urgent)
    return SentEnquiry(enquiry_id=added, receivers=to, is_new=True)


def read_message(text: str) -> str:
    """Returns a message as typed; raises BadInput for one that says nothing, or too much."""
    words = clean_text(text).strip()
    check_length(words, least=_SHORTEST, most=LONGEST, short="ask-bad-length")
    return words


async def _topic_of(unit: UnitOfWork, topic_id: int | None, chapter: Chapter) -> int | None:
    """Returns the topic asked about if the chapter has it."""
    topic = await topics.find(unit, topic_id) if topic_id else None
    return topic.id if topic and topic.is_live and topic.is_for(chapter) else None


async def _tell(
    context: ActorContext, enquiry_id: int, to: Receivers, words: str, *, urgent: bool
) -> None:
    lines = [
        News(
            person_id=person.id,
            section=Section.ENQUIRIES,
            key="news-enquiry",
            args={
                "who": context.actor.name,
                "chapter": to.chapter.name,
                "text": shorten(words, _TOLD, placeholder="…"),
            },
            command=ShowMessage(enquiry_id).key,
            label_key="news-enquiry-button",
            dedupe_key=f"enquiry:{enquiry_id}:{person.id}",
            urgent=urgent,
        )
        for person in to.people
    ]
    await add_news(context.unit, lines, now=context.now)


async def _receivers(
    unit: UnitOfWork, asked: Collection[Chapter], by: Person, *, today: date
) -> list[Receivers]:
    ids = [chapter.id for chapter in asked]
    caring = await people.holders(unit, ids, roles=[Role.CADRE], day=today)
    staff = await people.holders(unit, ids, roles=[Role.STAFF], day=today)
    every = {
        holder.person.id for found in (caring, staff) for of in found.values() for holder in of
    }
    there = set(await addresses.preferred(unit, every))
    there -= {
        pause.person_id for pause in await pauses.list_leaves(unit, every, first=today, last=today)
    }
    there.discard(by.id)
    return [
        Receivers(
            chapter=chapter,
            people=_present(caring.get(chapter.id, ()), there)
            or _present(_nearest(staff.get(chapter.id, ()), chapter, there), there),
        )
        for chapter in asked
    ]


def _present(holders: Sequence[Holder], there: Collection[int]) -> tuple[Person, ...]:
    """Returns those who read their messages now, a stand-in instead of the absent."""
    found = {
        holder.person.id: holder.person for holder in on_duty(holders) if holder.person.id in there
    }
    return tuple(found.values())


def _nearest(
    staff: Sequence[Holder], chapter: Chapter, there: Collection[int]
) -> tuple[Holder, ...]:
    """Returns the staff of the innermost place that has any who read their messages."""
    path = ids_of(chapter.area_path)
    ranks = {
        path.index(holder.post.area_id)
        for holder in staff
        if holder.person.id in there and holder.post.area_id in path
    }
    near = max(ranks, default=None)
    return tuple(
        holder for holder in staff if near is not None and holder.post.area_id == path[near]
    )
