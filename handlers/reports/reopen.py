"""Opens a closed period again for one chapter: which period, how long, why."""

from dataclasses import dataclass
from datetime import timedelta

from dialogue.inputs import Input, Press, Say
from domain.buttons import Button, read_button
from domain.calendar import parse_period
from domain.message import Choice, Expects
from domain.reading import clean_text, key
from domain.refusals import NotFound
from domain.talks import TaskState
from handlers.screen import PAGE, shorten, show
from handlers.steps import CANCEL, YES, ask_again, cancel_button, choice, pressed
from operations.access import list_chapters_in_sight, may
from operations.meetings.reopening import check_reason, list_reopenable, reopen_period
from operations.reports.buttons import (
    REOPEN_BUTTONS,
    AskToReopen,
    ReopenChapter,
    ReopenPeriod,
)
from operations.reports.unsent import ask_to_reopen
from operations.rights import Right
from operations.turn import Turn
from operations.wording import day_words, period_words

_DAYS = (1, 3, 7, 14)


class PeriodWanted(TaskState):
    """A chapter of which a period is to be opened."""

    chapter: int
    name: str


class DaysWanted(PeriodWanted):
    """A period that is to be opened, for how many days is asked."""

    period: str


class ReasonWanted(DaysWanted):
    """Why it is to be opened for these days is asked."""

    days: int


class ReadyToOpen(ReasonWanted):
    """All that was asked, shown for a yes."""

    reason: str


@dataclass(frozen=True)
class OfferedDays(Button, letter="d"):
    """For how many days the period is to be open."""

    days: int


class ReopenHandler:
    """Asks what is missing and opens the period after a look at the whole.

    A chapter may be named by a part of its name as well.
    """

    name = "reopen"
    command = "molai|reopen"
    words = "command-reopen-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Takes the chapter, or asks for it."""
        turn.leave()
        match read_button(argument, *REOPEN_BUTTONS):
            case AskToReopen(meeting_id):
                await _ask_the_office(turn, meeting_id)
            case ReopenPeriod(chapter_id, period):
                await self._ask_period(turn, chapter_id, wanted=period)
            case ReopenChapter(chapter_id):
                await self._ask_period(turn, chapter_id)
            case _:
                await self._find_chapter(turn, argument)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the answer to the open question."""
        state = turn.state(ReadyToOpen, ReasonWanted, DaysWanted, PeriodWanted)
        if given == CANCEL:
            turn.leave()
            turn.say("reopen-left")
            show(turn)
            return
        match state:
            case ReadyToOpen() if given == YES:
                await self._open(turn, state)
            case ReadyToOpen():
                ask_again(turn)
            case ReasonWanted():
                _take_reason(turn, state, given)
            case DaysWanted():
                _take_days(turn, state, given)
            case _:
                await _take_period(turn, state, given)

    async def _find_chapter(self, turn: Turn, text: str) -> None:
        seen = await list_chapters_in_sight(turn.unit, turn.posts, today=turn.today)
        mine = [
            chapter
            for chapter in seen
            if may(Right.REOPEN_PERIOD, turn.posts, chapter, turn.today)
        ]
        if not mine:
            raise NotFound("reopen-not-yours")
        wanted = f" {key(text)} " if text else ""
        found = [chapter for chapter in mine if wanted in f" {key(chapter.name)} "]
        turn.say("reopen-which" if len(found) <= PAGE else "reopen-which-many")
        buttons = ((ReopenChapter(chapter.id), chapter.name) for chapter in found[:PAGE])
        show(turn, *(Choice(button.key, shorten(name)) for button, name in buttons))

    async def _ask_period(self, turn: Turn, chapter_id: int, *, wanted: str = "") -> None:
        chapter, periods = await list_reopenable(
            turn.unit, turn.posts, chapter_id, today=turn.today
        )
        if not periods:
            raise NotFound("reopen-nothing", chapter=chapter.name)
        state = PeriodWanted(chapter=chapter_id, name=chapter.name)
        turn.start(self.name, state)
        if wanted in map(str, periods):
            _ask_days(turn, state, wanted)
            return
        turn.say("reopen-period", chapter=chapter.name)
        _ask(
            turn,
            *(
                Choice(str(period), period_words(period, turn.language))
                for period in periods[:PAGE]
            ),
        )

    async def _open(self, turn: Turn, state: ReadyToOpen) -> None:
        turn.leave()
        opened = await reopen_period(
            turn.context,
            chapter_id=state.chapter,
            period=parse_period(state.period),
            until=turn.today + timedelta(days=state.days),
            reason=state.reason,
        )
        turn.say(
            "reopen-done",
            chapter=opened.chapter.name,
            period=period_words(opened.period, turn.language),
            until=day_words(opened.until),
        )
        show(turn)


async def _take_period(turn: Turn, state: PeriodWanted, given: Input) -> None:
    _, periods = await list_reopenable(turn.unit, turn.posts, state.chapter, today=turn.today)
    if not isinstance(given, Press) or given.key not in map(str, periods):
        ask_again(turn)
        return
    _ask_days(turn, state, given.key)


def _take_days(turn: Turn, state: DaysWanted, given: Input) -> None:
    offered = pressed(given, OfferedDays)
    if offered is None or offered.days not in _DAYS:
        ask_again(turn)
        return
    turn.keep(ReasonWanted(**state.model_dump(), days=offered.days))
    turn.say("reopen-reason")
    _ask(turn, expects=Expects.TEXT)


def _take_reason(turn: Turn, state: ReasonWanted, given: Input) -> None:
    reason = clean_text(given.text) if isinstance(given, Say) else ""
    check_reason(reason)
    turn.keep(ReadyToOpen(**state.model_dump(), reason=reason))
    turn.say(
        "reopen-look",
        chapter=state.name,
        period=period_words(parse_period(state.period), turn.language),
        until=_until(turn, state.days),
        reason=reason,
    )
    _ask(turn, choice(turn, YES, "reopen-button-yes"))


async def _ask_the_office(turn: Turn, meeting_id: int) -> None:
    """Passes on the wish of a leader whose report came too late."""
    meeting, chapter, told = await ask_to_reopen(
        turn.unit,
        meeting_id,
        by=turn.require_person(),
        posts=turn.posts,
        today=turn.today,
        now=turn.now,
    )
    turn.say(
        "unsent-told" if told else "unsent-nobody",
        chapter=chapter.name,
        period=period_words(meeting.period, turn.language),
        names=", ".join(person.name for person in told),
    )
    show(turn)


def _ask_days(turn: Turn, state: PeriodWanted, period: str) -> None:
    turn.keep(DaysWanted(**state.model_dump(), period=period))
    turn.say("reopen-days")
    labels = {days: turn.label("reopen-until", day=_until(turn, days)) for days in _DAYS}
    _ask(turn, *(Choice(OfferedDays(days).key, words) for days, words in labels.items()))


def _until(turn: Turn, days: int) -> str:
    return day_words(turn.today + timedelta(days=days))


def _ask(turn: Turn, *choices: Choice, expects: Expects = Expects.CHOICE) -> None:
    turn.ask(choices, expects=expects, navigation=(cancel_button(turn),))
