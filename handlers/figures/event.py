"""What happened to a chapter: strengthened, commended, its head replaced."""

from datetime import date
from operator import itemgetter

from dialogue.inputs import Input, Press
from domain.buttons import read_button
from domain.chapter_events import ChapterEvent, EventKind
from domain.message import Choice, Expects
from domain.reading import ReadCount, key, parse_count
from domain.refusals import BadInput, NotAllowed, NotFound
from domain.talks import TaskState
from handlers.screen import say_page, show, take_page
from handlers.steps import CANCEL, ask_words, choice, read_day, show_page, typed, typed_words
from operations.access import list_chapters_in_sight, may
from operations.directory.buttons import OpenChapter
from operations.figures.buttons import (
    EVENT_BUTTONS,
    EventChapters,
    EventsOfChapter,
    NoteEvent,
    UndoEvent,
)
from operations.figures.chapter_events import (
    ChapterPast,
    check_event_day,
    check_event_number,
    get_chapter_past,
    note_event,
    undo_event,
)
from operations.rights import Right
from operations.turn import Turn
from operations.wording import day_words
from texts import Rich

_SHOWN = 12
_TODAY, _SKIP = Press("today"), Press("skip")


class EventDraft(TaskState):
    """Something that happened to a chapter, on its way: day, number and note are asked in turn."""

    chapter: int
    kind: EventKind
    day: date | None = None
    number: int | None = None


class EventHandler:
    """Shows a chapter, writes something down, takes it back.

    Anything else chooses the chapter, by page or by a part of its name.
    """

    name = "event"
    command = "ghinhan|events"
    words = "command-event-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Opens what a button names."""
        match read_button(argument, *EVENT_BUTTONS):
            case UndoEvent(event_id):
                chapter_id = await undo_event(turn.context, event_id)
                turn.say("event-undone")
                await _show_chapter(turn, chapter_id)
            case NoteEvent(chapter_id, kind):
                await self._ask_day(turn, chapter_id, kind)
            case EventsOfChapter(chapter_id):
                await _show_chapter(turn, chapter_id)
            case EventChapters(number):
                await _choose(turn, "", number)
            case _:
                await _choose(turn, key(argument), 1)

    async def _ask_day(self, turn: Turn, chapter_id: int, kind: EventKind) -> None:
        past = await get_chapter_past(turn.unit, turn.posts, chapter_id, today=turn.today)
        if not past.may_note:
            raise NotAllowed("not-your-area")
        turn.start(self.name, EventDraft(chapter=chapter_id, kind=kind))
        turn.say(f"event-ask-day-{kind}", chapter=past.chapter.name)
        today = choice(turn, _TODAY, "exemplar-button-today")
        ask_words(turn, today, expects=Expects.DATE)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the day, the number and the note, one after the other."""
        draft = turn.state(EventDraft)
        if given == CANCEL:
            turn.say("event-left")
            await _show_chapter(turn, draft.chapter)
        elif draft.day is None:
            _take_day(turn, draft, given)
        elif draft.number is None:
            _take_number(turn, draft, given)
        else:
            note = "" if given == _SKIP else typed_words(turn, given)
            await note_event(
                turn.context,
                draft.chapter,
                draft.kind,
                day=draft.day,
                number=draft.number,
                note=note,
            )
            turn.say("event-noted")
            await _show_chapter(turn, draft.chapter)


def _take_day(turn: Turn, draft: EventDraft, given: Input) -> None:
    draft.day = (
        turn.today
        if given == _TODAY
        else read_day(turn, typed(given) or "", towards="past", refusal="exemplar-day-not-read")
    )
    check_event_day(draft.day, turn.today)
    if draft.kind is EventKind.STRENGTHENED:
        _ask_note(turn, draft, 1)
    else:
        turn.keep(draft)
        turn.say("event-ask-number")
        ask_words(turn, expects=Expects.COUNT)


def _take_number(turn: Turn, draft: EventDraft, given: Input) -> None:
    read = parse_count(typed(given) or "")
    if not isinstance(read, ReadCount):
        raise BadInput("event-number-not-read")
    check_event_number(read.present)
    _ask_note(turn, draft, read.present)


def _ask_note(turn: Turn, draft: EventDraft, number: int) -> None:
    draft.number = number
    turn.keep(draft)
    turn.say("event-ask-note")
    ask_words(turn, choice(turn, _SKIP, "event-button-skip"))


async def _choose(turn: Turn, wanted: str, number: int) -> None:
    """Shows a page of the chapters with these words in their names."""
    seen = await list_chapters_in_sight(turn.unit, turn.posts, today=turn.today)
    mine = [
        chapter
        for chapter in seen
        if may(Right.NOTE_EVENT, turn.posts, chapter, turn.today)
        and f" {wanted}" in f" {key(chapter.name)}"
    ]
    if not mine:
        raise NotFound("event-no-chapter")
    page = take_page(mine, number)
    turn.say("event-which")
    choices = [Choice(EventsOfChapter(chapter.id).key, chapter.name) for chapter in page.items]
    if wanted:
        say_page(turn, page)
        show(turn, *choices)
    else:
        show_page(turn, page, EventChapters, *choices)


async def _show_chapter(turn: Turn, chapter_id: int) -> None:
    past = await get_chapter_past(turn.unit, turn.posts, chapter_id, today=turn.today)
    turn.say("event-list", chapter=past.chapter.name)
    lines = _lines(turn, past)
    turn.say_rich(Rich("\n".join(lines)) if lines else turn.text("event-none"))
    if not past.may_note:
        show(turn)
        return
    kinds = [
        choice(turn, NoteEvent(chapter_id, kind), f"event-button-{kind}") for kind in EventKind
    ]
    undo = [_undo_button(turn, event) for event in past.events if event.may_be_undone(turn.now)]
    chapter = Choice(OpenChapter(chapter_id).key, past.chapter.name)
    show(turn, *kinds, *undo, navigation=(chapter,))


def _undo_button(turn: Turn, event: ChapterEvent) -> Choice:
    what, day = _what(turn, event.kind), day_words(event.day)
    return choice(turn, UndoEvent(event.id), "event-button-undo", what=what, day=day)


def _lines(turn: Turn, past: ChapterPast) -> list[Rich]:
    told = [
        (
            event.day,
            turn.text(
                "event-line",
                day=day_words(event.day),
                what=_what(turn, event.kind),
                number=event.number,
                note=event.note,
            ),
        )
        for event in past.events
    ]
    told += [(day, turn.text("event-replaced", day=day_words(day))) for day in past.replaced]
    return [line for _, line in sorted(told, key=itemgetter(0), reverse=True)[:_SHOWN]]


def _what(turn: Turn, kind: EventKind) -> str:
    return turn.label(f"event-kind-{kind}")
