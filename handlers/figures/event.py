"""What happened to a chapter: strengthened, commended, its head replaced."""

from datetime import date

from dialogue.inputs import Input, Late, Press, Say
from domain.chapter_events import ChapterEvent, EventKind
from domain.message import Choice, Expects
from domain.reading import ReadCount, ReadDate, key, parse_count, parse_date
from domain.refusals import BadInput, NotAllowed, NotFound
from handlers.screen import page_buttons, parse_number, say_page, show, take_page, unfit_key
from operations.access import list_chapters_in_sight, may
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

_KINDS = {str(kind): kind for kind in EventKind}
_SHOWN = 12


class EventHandler:
    """Shows a chapter ("c12"), writes something down ("c12-commended"), takes it back ("u7").

    Anything else chooses the chapter, by page ("p2") or by a part of its name. The state holds
    the chapter and the kind, then the day and the number.
    """

    name = "event"
    command = "ghinhan|events"
    words = "command-event-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Opens what a button names."""
        number, _, kind = argument[1:].partition("-")
        chapter_id = parse_number(number) if argument[:1] in "cu" else 0
        if argument.startswith("u") and chapter_id:
            await _undo(turn, chapter_id)
        elif chapter_id and kind in _KINDS:
            await self._ask_day(turn, chapter_id, _KINDS[kind])
        elif chapter_id:
            await _show_chapter(turn, chapter_id)
        else:
            await _choose(turn, argument)

    async def _ask_day(self, turn: Turn, chapter_id: int, kind: EventKind) -> None:
        past = await get_chapter_past(turn.unit, turn.posts, chapter_id, today=turn.today)
        if not past.may_note:
            raise NotAllowed("not-your-area")
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"chapter": chapter_id, "kind": str(kind)}
        turn.say(f"event-ask-day-{kind}", chapter=past.chapter.name)
        _ask(turn, Choice("today", turn.label("exemplar-button-today")), expects=Expects.DATE)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the day, the number and the note, one after the other."""
        state = turn.talk.state
        try:
            if given == Press("cancel"):
                turn.say("event-left")
                await _show_chapter(turn, state["chapter"])
            elif "day" not in state:
                self._take_day(turn, given)
            elif "number" not in state:
                self._take_number(turn, given)
            else:
                await self._take_note(turn, given)
        except BadInput as refusal:
            turn.say(refusal.code, **refusal.facts)
            turn.repeat_prompt()

    def _take_day(self, turn: Turn, given: Input) -> None:
        day = turn.today if given == Press("today") else _read_day(given, turn.today)
        check_event_day(day, turn.today)
        turn.talk.state["day"] = day.isoformat()
        if turn.talk.state["kind"] == EventKind.STRENGTHENED:
            self._ask_note(turn, 1)
        else:
            turn.say("event-ask-number")
            _ask(turn, expects=Expects.COUNT)

    def _take_number(self, turn: Turn, given: Input) -> None:
        read = parse_count(given.text) if isinstance(given, Say | Late) else None
        if not isinstance(read, ReadCount):
            raise BadInput("event-number-not-read")
        check_event_number(read.present)
        self._ask_note(turn, read.present)

    def _ask_note(self, turn: Turn, number: int) -> None:
        turn.talk.state["number"] = number
        turn.say("event-ask-note")
        _ask(turn, Choice("skip", turn.label("event-button-skip")), expects=Expects.TEXT)

    async def _take_note(self, turn: Turn, given: Input) -> None:
        if given != Press("skip") and not isinstance(given, Say | Late):
            raise BadInput(unfit_key(turn))
        state = turn.talk.state
        await note_event(
            turn.context,
            state["chapter"],
            EventKind(state["kind"]),
            day=date.fromisoformat(state["day"]),
            number=state["number"],
            note=given.text if isinstance(given, Say | Late) else "",
        )
        turn.say("event-noted")
        await _show_chapter(turn, state["chapter"])


async def _choose(turn: Turn, argument: str) -> None:
    number = parse_number(argument[1:]) if argument[:1] == "p" else 0
    wanted = "" if number else key(argument)
    seen = await list_chapters_in_sight(turn.unit, turn.posts, today=turn.today)
    mine = [
        one
        for one in seen
        if may(Right.NOTE_EVENT, turn.posts, one, turn.today)
        and f" {wanted}" in f" {key(one.name)}"
    ]
    if not mine:
        raise NotFound("event-no-chapter")
    page = take_page(mine, number)
    turn.say("event-which")
    say_page(turn, page)
    show(
        turn,
        *(Choice(f"event.c{one.id}", one.name) for one in page.items),
        navigation=page_buttons(turn, page, "event.p") if not wanted else (),
    )


async def _show_chapter(turn: Turn, chapter_id: int) -> None:
    past = await get_chapter_past(turn.unit, turn.posts, chapter_id, today=turn.today)
    turn.say("event-list", chapter=past.chapter.name)
    lines = _lines(turn, past)
    turn.say_rich(Rich("\n".join(lines)) if lines else turn.text("event-none"))
    choices = [
        Choice(f"event.c{chapter_id}-{kind}", turn.label(f"event-button-{kind}"))
        for kind in EventKind
    ]
    choices += [_undo_button(turn, one) for one in past.events if one.may_be_undone(turn.now)]
    show(
        turn,
        *(choices if past.may_note else ()),
        navigation=(Choice(f"directory.c{chapter_id}", past.chapter.name),)
        if past.may_note
        else (),
    )


def _undo_button(turn: Turn, one: ChapterEvent) -> Choice:
    what, day = _what(turn, one.kind), day_words(one.day)
    return Choice(f"event.u{one.id}", turn.label("event-button-undo", what=what, day=day))


def _lines(turn: Turn, past: ChapterPast) -> list[Rich]:
    told = [
        (
            one.day,
            turn.text(
                "event-line",
                day=day_words(one.day),
                what=_what(turn, one.kind),
                number=one.number,
                note=one.note,
            ),
        )
        for one in past.events
    ]
    told += [(day, turn.text("event-replaced", day=day_words(day))) for day in past.replaced]
    return [line for _, line in sorted(told, key=lambda one: one[0], reverse=True)[:_SHOWN]]


def _what(turn: Turn, kind: EventKind) -> str:
    return turn.label(f"event-kind-{kind}")


async def _undo(turn: Turn, event_id: int) -> None:
    chapter_id = await undo_event(turn.context, event_id)
    turn.say("event-undone")
    await _show_chapter(turn, chapter_id)


def _read_day(given: Input, today: date) -> date:
    read = (
        parse_date(given.text, today=today, towards="past")
        if isinstance(given, Say | Late)
        else None
    )
    if not isinstance(read, ReadDate):
        raise BadInput("exemplar-day-not-read")
    return read.day


def _ask(turn: Turn, *choices: Choice, expects: Expects) -> None:
    cancel = Choice("cancel", turn.label("button-cancel"))
    turn.ask(choices, expects=expects, navigation=(cancel,))
