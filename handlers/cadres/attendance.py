"""The cadre's word on an evening's meetings, all in one message."""

from collections.abc import Sequence
from datetime import date

from dialogue.inputs import Input, Press
from dialogue.words import render_day
from domain.message import Choice, Expects
from domain.records import EveningMeeting, Presence
from domain.refusals import BadInput
from domain.talks import TaskState
from domain.visits import find_clashes
from handlers.screen import shorten, show
from handlers.steps import ask_again, back_button, choice
from operations.cadres.attendance import list_evening
from operations.cadres.buttons import AttendanceOfDay, GradeDay, OtherWord, TickMeeting
from operations.cadres.evening import list_evenings, record_evening
from operations.turn import Turn
from operations.wording import clock_words, day_words

_OTHER_WORDS = (Presence.SUBSTITUTE, Presence.EXCUSED, Presence.UNCONFIRMED)
_SHOWN_EVENINGS = 5


class EveningWord(TaskState):
    """What is said of an evening so far: nothing of it is written before "Xong".

    `others` are the meetings that are not ticked; of `asked` the word is awaited.
    """

    day: date
    ticked: list[int]
    others: dict[int, Presence]
    asked: int = 0

    def forget_moved(self, evening: Sequence[EveningMeeting]) -> None:
        """Drops what was said of meetings that have moved to another day meanwhile."""
        there = {meeting.meeting_id for meeting in evening}
        self.ticked = [number for number in self.ticked if number in there]
        self.others = {number: word for number, word in self.others.items() if number in there}

    def tick(self, given: Press, meeting: int) -> None:
        """Ticks a meeting, or takes the tick away."""
        self.ticked = sorted(given.tick(self.ticked, meeting))
        if meeting in self.ticked:
            self.others.pop(meeting, None)

    def say(self, word: Presence) -> None:
        """Says another word of the meeting that is asked for."""
        self.ticked = [number for number in self.ticked if number != self.asked]
        self.others[self.asked] = word


class AttendanceHandler:
    """Lets a cadre tick the meetings of one evening."""

    name = "attendance"
    command = "xacnhan|attend"
    words = "command-attendance-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Opens the evening that is named, else the one that waits for a word."""
        named = AttendanceOfDay.read(argument)
        await self._open(turn, named.day if named else await _waiting_day(turn))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes a tick, another word, or "Xong"."""
        state = turn.state(EveningWord)
        if not isinstance(given, Press):
            ask_again(turn)
            return
        evening = await _list(turn, state.day)
        if evening:
            state.forget_moved(evening)
            await _pressed(turn, state, given, evening)
        else:
            await self._open(turn, state.day)

    async def _open(self, turn: Turn, day: date) -> None:
        if day > turn.today:
            raise BadInput("attendance-ahead", day=day_words(day))
        evening = await _list(turn, day)
        turn.leave()
        if not evening:
            await _say_empty(turn, day)
            return
        if turn.today > min(meeting.closes_on for meeting in evening):
            _say_closed(turn, evening)
            return
        state = EveningWord(
            day=day,
            ticked=[
                meeting.meeting_id for meeting in evening if meeting.state is Presence.ATTENDED
            ],
            others={
                meeting.meeting_id: meeting.state
                for meeting in evening
                if meeting.state not in (Presence.ATTENDED, Presence.UNCONFIRMED)
            },
        )
        turn.start(self.name, state)
        _ask(turn, state, evening)


async def _list(turn: Turn, day: date) -> list[EveningMeeting]:
    return await list_evening(turn.unit, turn.require_person().id, day=day)


async def _waiting_day(turn: Turn) -> date:
    evenings = await list_evenings(turn.unit, turn.require_person().id, clock=turn.clock)
    waiting = [evening.day for evening in evenings if evening.open]
    return next(iter(waiting or [evening.day for evening in evenings]), turn.today)


async def _pressed(
    turn: Turn, state: EveningWord, given: Press, evening: Sequence[EveningMeeting]
) -> None:
    doubled = _doubled(evening, state.ticked)
    match given.key:
        case "done" if doubled:
            _ask_doubled(turn, doubled)
        case "done" | "both":
            await _record(turn, state)
        case "cancel":
            turn.say("attendance-later")
            show(turn, _change_button(turn, state.day))
        case "other":
            _ask_which(turn, evening)
        case key if asked := OtherWord.read(key):
            state.asked = asked.meeting
            _ask_why(turn, state, evening)
        case key if key in _OTHER_WORDS:
            state.say(Presence(key))
            _ask(turn, state, evening)
        case key:
            if ticked := TickMeeting.read(key):
                state.tick(given, ticked.meeting)
            _ask(turn, state, evening)


def _doubled(evening: Sequence[EveningMeeting], ticked: list[int]) -> list[EveningMeeting]:
    """Returns the meetings ticked that were at the same time as another one ticked."""
    clashes = find_clashes(meeting for meeting in evening if meeting.meeting_id in ticked)
    return [meeting for meeting in evening if meeting.meeting_id in clashes]


def _ask(turn: Turn, state: EveningWord, evening: Sequence[EveningMeeting]) -> None:
    turn.keep(state)
    turn.say("attendance-ask", day=render_day(state.day, turn.language))
    turn.say_rich(
        *(
            _line(turn, meeting, state.others[meeting.meeting_id])
            for meeting in evening
            if meeting.meeting_id in state.others
        )
    )
    turn.ask(
        tuple(Choice(TickMeeting(meeting.meeting_id).key, _name(meeting)) for meeting in evening),
        expects=Expects.CHOICES,
        selected=frozenset(TickMeeting(number).key for number in state.ticked),
        navigation=tuple(
            choice(turn, key, f"attendance-button-{key}") for key in ("done", "other", "cancel")
        ),
    )


def _ask_which(turn: Turn, evening: Sequence[EveningMeeting]) -> None:
    turn.say("attendance-which")
    turn.ask(
        tuple(Choice(OtherWord(meeting.meeting_id).key, _name(meeting)) for meeting in evening),
        navigation=(back_button(turn),),
    )


def _ask_doubled(turn: Turn, doubled: Sequence[EveningMeeting]) -> None:
    turn.say("attendance-ask-double", meetings=", ".join(map(_name, doubled)))
    turn.ask(
        (choice(turn, "both", "attendance-button-both"),),
        navigation=(choice(turn, "back", "attendance-button-change"),),
    )


def _ask_why(turn: Turn, state: EveningWord, evening: Sequence[EveningMeeting]) -> None:
    turn.keep(state)
    meeting = next(meeting for meeting in evening if meeting.meeting_id == state.asked)
    turn.say("attendance-why", meeting=_name(meeting))
    turn.ask(
        tuple(choice(turn, word, f"attendance-say-{word}") for word in _OTHER_WORDS),
        navigation=(back_button(turn),),
    )


async def _record(turn: Turn, state: EveningWord) -> None:
    recorded = await record_evening(
        turn.context, ticked=state.ticked, others=state.others, day=state.day
    )
    turn.say("attendance-recorded", day=render_day(recorded[0].day, turn.language))
    turn.say_rich(_lines(turn, recorded))
    turn.say("attendance-can-change", day=day_words(recorded[0].closes_on))
    grade = choice(turn, GradeDay(state.day), "grade-button-evening")
    show(turn, grade, _change_button(turn, state.day))


def _say_closed(turn: Turn, evening: Sequence[EveningMeeting]) -> None:
    turn.say("attendance-closed", day=day_words(evening[0].closes_on))
    turn.say_rich(_lines(turn, evening))
    show(turn)


async def _say_empty(turn: Turn, day: date) -> None:
    """Says that the day has no meeting of theirs, and which days have."""
    turn.say("attendance-empty", day=render_day(day, turn.language))
    evenings = await list_evenings(turn.unit, turn.require_person().id, clock=turn.clock)
    buttons = (
        choice(
            turn,
            AttendanceOfDay(evening.day),
            "attendance-button-day",
            day=day_words(evening.day),
            open=evening.open,
        )
        for evening in evenings[:_SHOWN_EVENINGS]
    )
    show(turn, *buttons)


def _change_button(turn: Turn, day: date) -> Choice:
    return choice(turn, AttendanceOfDay(day), "attendance-button-change")


def _name(meeting: EveningMeeting) -> str:
    return shorten(f"{clock_words(meeting.start_time)} {meeting.chapter_name}")


def _lines(turn: Turn, evening: Sequence[EveningMeeting]) -> str:
    return "\n".join(_line(turn, meeting, meeting.state) for meeting in evening)


def _line(turn: Turn, meeting: EveningMeeting, word: Presence) -> str:
    words = turn.label(f"attendance-{word}")
    return turn.text("attendance-line", meeting=_name(meeting), word=words)
