"""Pauses and leave: those there are, one set for somebody or somewhere, one ended early."""

from datetime import date

from dialogue.inputs import Input
from domain.buttons import Button, read_button
from domain.message import Choice
from domain.pauses import Pause
from domain.refusals import BadInput, Conflict, NotFound
from domain.talks import TaskState
from handlers.directory.pause_days import end_days, first_days, last_days
from handlers.directory.pause_list import say_pauses, stand_in_buttons
from handlers.directory.shifted import say_shifted
from handlers.screen import show
from handlers.steps import (
    CANCEL,
    YES,
    ask_again,
    ask_words,
    ask_yes,
    reason_choices,
    say_refusal,
    take_day,
    take_reason,
)
from operations.meetings.buttons import (
    PAUSE_BUTTONS,
    EndPause,
    ListPauses,
    PauseArea,
    PauseChapter,
    PauseMe,
    PausePerson,
)
from operations.meetings.pause_list import get_name
from operations.meetings.pausing import (
    Effect,
    PauseDays,
    PauseOf,
    add_pause,
    check_days,
    check_first_day,
    checked_reason,
    end_seen_pause,
    get_pause,
    require_may_pause,
    scope_of,
)
from operations.meetings.replanning import look_ahead
from operations.turn import Turn
from operations.wording import day_words

_LEAVE_REASONS = ("leave", "ill", "away")
_REASONS = ("harvest", "festival", "weather")
_REASON_TEXTS = "pause-reason-"


class NewPause(TaskState):
    """A pause that is asked for its first day, then for its last, then for its reason."""

    of: PauseOf
    name: str
    first: date | None = None
    last: date | None = None


class ShownPause(TaskState):
    """A pause as it was shown."""

    of: PauseOf
    name: str
    days: PauseDays


class PauseToEnd(TaskState):
    """A pause from `first` to the last day that was `seen`, which is asked for a new one."""

    pause: int
    name: str
    first: date
    seen: date


class ShownEnd(PauseToEnd):
    """The new last day of a pause as it was shown."""

    last: date


class PauseHandler:
    """Lists pauses, sets one, ends one."""

    name = "pause"
    command = "tamnghi|pause"
    words = "command-pause-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the list, or asks the first question of what a button names."""
        match read_button(argument, *PAUSE_BUTTONS):
            case EndPause(pause):
                await self._ask_end(turn, pause)
            case ListPauses(page):
                await say_pauses(turn, page)
            case None:
                await say_pauses(turn, 1)
            case button:
                await self._ask_first(turn, _scope(turn, button))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the answer to the open question."""
        state = turn.state(ShownPause, NewPause, ShownEnd, PauseToEnd)
        if given == CANCEL:
            turn.say("pause-left")
            _end(turn)
        elif isinstance(state, ShownPause | ShownEnd):
            if given == YES:
                await _make(turn, state)
            else:
                ask_again(turn)
        elif isinstance(state, NewPause):
            await _take(turn, state, given)
        else:
            await _take_end(turn, state, given)

    async def _ask_first(self, turn: Turn, of: PauseOf) -> None:
        name = await _require_named(turn, of)
        turn.start(self.name, NewPause(of=of, name=name))
        key = "pause-first" if of.person_id is None else "pause-first-leave"
        turn.say(key, name=name or turn.label("pause-everybody"))
        ask_words(turn, *first_days(turn))

    async def _ask_end(self, turn: Turn, pause_id: int) -> None:
        pause = await get_pause(turn.unit, pause_id)
        name = await _require_named(turn, scope_of(pause))
        first, last = pause.first_day, pause.last_day
        choices = end_days(turn, first, last)
        if not choices:
            raise NotFound("pause-over", day=day_words(last))
        turn.start(self.name, PauseToEnd(pause=pause_id, name=name, first=first, seen=last))
        turn.say("pause-end", first=day_words(first), last=day_words(last),
                 name=name or turn.label("pause-everybody"))  # fmt: skip
        ask_words(turn, *choices)


async def _require_named(turn: Turn, of: PauseOf) -> str:
    """Returns the name of whom a pause is for, "" for all; refuses who has no say over it."""
    person = turn.require_person()
    name = await get_name(turn.unit, of, person, turn.posts, today=turn.today)
    await require_may_pause(turn.unit, of, by=person.id, posts=turn.posts, today=turn.today)
    return name


async def _take(turn: Turn, state: NewPause, given: Input) -> None:
    if state.first is None:
        _take_first(turn, state, take_day(turn, given, not_before=turn.today.replace(day=1)))
    elif state.last is None:
        _take_last(turn, state, state.first, take_day(turn, given, not_before=state.first))
    elif reason := take_reason(turn, given, _REASON_TEXTS, _reasons(state.of)):
        days = PauseDays(state.first, state.last, checked_reason(reason))
        await _show(turn, ShownPause(of=state.of, name=state.name, days=days))
    else:
        ask_again(turn)


def _take_first(turn: Turn, state: NewPause, day: date | None) -> None:
    if day is None:
        ask_again(turn)
        return
    check_first_day(day, policy=turn.policy, today=turn.today)
    state.first = day
    turn.keep(state)
    turn.say("pause-last")
    ask_words(turn, *last_days(turn, day))


def _take_last(turn: Turn, state: NewPause, first: date, day: date | None) -> None:
    if day is None:
        ask_again(turn)
        return
    check_days(first, day)
    state.last = day
    turn.keep(state)
    turn.say("pause-reason")
    ask_words(turn, *reason_choices(turn, _REASON_TEXTS, _reasons(state.of)))


async def _take_end(turn: Turn, state: PauseToEnd, given: Input) -> None:
    last = take_day(turn, given, not_before=state.first)
    if last is None:
        ask_again(turn)
    else:
        await _show(turn, ShownEnd(**state.model_dump(), last=last))


async def _show(turn: Turn, state: ShownPause | ShownEnd) -> None:
    """Shows what will be done, having tried it."""
    _, effect = await look_ahead(turn.unit, lambda: _do(turn, state))
    turn.keep(state)
    name = state.name or turn.label("pause-everybody")
    if isinstance(state, ShownEnd):
        turn.say("pause-look-end", name=name, last=day_words(state.last))
        say_shifted(turn, effect)
    else:
        first, last = day_words(state.days.first), day_words(state.days.last)
        turn.say("pause-look", name=name, first=first, last=last, reason=state.days.reason)
        if state.of.person_id is None:
            say_shifted(turn, effect)
        else:
            turn.say("pause-look-leave")
    ask_yes(turn)


async def _make(turn: Turn, state: ShownPause | ShownEnd) -> None:
    try:
        pause, _ = await _do(turn, state)
    except (BadInput, Conflict, NotFound) as refusal:
        say_refusal(turn, refusal)
        _end(turn)
        return
    if isinstance(state, ShownEnd):
        turn.say("pause-ended")
        _end(turn)
        return
    turn.say("pause-made")
    undo = Choice(EndPause(pause.id).key, turn.label("pause-button-undo"))
    _end(turn, undo, *(await stand_in_buttons(turn, pause.person_id)))


async def _do(turn: Turn, state: ShownPause | ShownEnd) -> tuple[Pause, Effect]:
    """Does what was shown; returns the pause and which meetings it moves."""
    if isinstance(state, ShownPause):
        return await add_pause(turn.context, state.of, state.days)
    return await end_seen_pause(turn.context, state.pause, seen=state.seen, last_day=state.last)


def _scope(turn: Turn, button: Button) -> PauseOf:
    match button:
        case PauseMe():
            return PauseOf(person_id=turn.require_person().id)
        case PausePerson(person):
            return PauseOf(person_id=person)
        case PauseChapter(chapter):
            return PauseOf(chapter_id=chapter)
        case PauseArea(area):
            return PauseOf(area_id=area)
        case _:
            return PauseOf()


def _reasons(of: PauseOf) -> tuple[str, ...]:
    return _REASONS if of.person_id is None else _LEAVE_REASONS


def _end(turn: Turn, *choices: Choice) -> None:
    show(turn, *choices, Choice("pause", turn.label("pause-button-list")))
