"""Cadres and staff write down that a chapter was strengthened or commended; undone for a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.chapter_events import LONGEST_NOTE, MOST, ChapterEvent, EventKind
from domain.chapters import Chapter
from domain.people import Post
from domain.reading import clean_text
from domain.refusals import BadInput, Conflict, NotFound
from operations.access import may, require, require_sight
from operations.context import ActorContext
from operations.lengths import check_length
from operations.rights import Right
from operations.wording import day_words
from storage import UnitOfWork
from storage.directory import chapters
from storage.figures import chapter_events
from storage.maintenance import audit


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterPast:
    """What happened to a chapter; `replaced` are the days on which the head changed."""

    chapter: Chapter
    events: tuple[ChapterEvent, ...]
    replaced: tuple[date, ...]
    may_note: bool


async def get_chapter_past(
    unit: UnitOfWork, posts: Sequence[Post], chapter_id: int, *, today: date
) -> ChapterPast:
    """Returns what happened to a chapter in one's sight; raises NotFound."""
    chapter = require_sight(posts, await chapters.find(unit, chapter_id), today)
    return ChapterPast(
        chapter=chapter,
        events=tuple(await chapter_events.list_of_chapter(unit, chapter_id)),
        replaced=tuple(await chapter_events.list_heads_replaced(unit, chapter_id)),
        may_note=may(Right.NOTE_EVENT, posts, chapter, today),
    )


async def note_event(
    context: ActorContext,
    chapter_id: int,
    kind: EventKind,
    *,
    day: date,
    number: int,
    note: str,
) -> int:
    """Writes down what happened to a chapter; raises NotFound, NotAllowed, BadInput."""
    today = context.today
    require(Right.NOTE_EVENT, context.posts, await chapters.find(context.unit, chapter_id), today)
    check_event_day(day, today)
    check_event_number(number)
    words = clean_text(note)
    check_length(words, least=0, most=LONGEST_NOTE, short="")
    event_id = await chapter_events.add(
        context.unit,
        chapter_events.NewEvent(
            chapter_id=chapter_id, day=day, kind=kind, number=number, note=words
        ),
        person_id=context.actor.id,
        now=context.now,
    )
    _audit(
        context,
        chapter_id,
        f"event.{kind}",
        after=_words(day, number, words),
    )
    return event_id


async def undo_event(
    context: ActorContext,
    event_id: int,
) -> int:
    """Takes an event back and returns its chapter; raises NotFound, NotAllowed, Conflict."""
    today = context.today
    event = await chapter_events.find(context.unit, event_id)
    known = await chapters.find(context.unit, event.chapter_id) if event else None
    chapter = require(Right.NOTE_EVENT, context.posts, known, today)
    if event is None or not await _taken(context.unit, event, context.now):
        raise NotFound("not-in-sight")
    before = _words(event.day, event.number, event.note)
    _audit(context, chapter.id, "event.undone", before=before)
    return chapter.id


async def _taken(unit: UnitOfWork, event: ChapterEvent, now: datetime) -> bool:
    if not event.may_be_undone(now):
        raise Conflict("event-too-late")
    return await chapter_events.remove(unit, event.id)


def check_event_day(day: date, today: date) -> None:
    """Raises BadInput for a day to come."""
    if day > today:
        raise BadInput("event-day-ahead", day=day_words(day))


def check_event_number(number: int) -> None:
    """Raises BadInput unless something happened at least once and not absurdly often."""
    if not 1 <= number <= MOST:
        raise BadInput("event-number", most=MOST)


def _words(day: date, number: int, note: str) -> dict[str, str | int]:
    return {"day": day_words(day), "number": number, "note": note}


def _audit(
    context: ActorContext,
    chapter_id: int,
    action: str,
    *,
    before: dict[str, str | int] | None = None,
    after: dict[str, str | int] | None = None,
) -> None:
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action=action,
            subject=f"chapter:{chapter_id}",
            before=before,
            after=after,
        ),
        now=context.now,
    )
