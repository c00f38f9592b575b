"""Pauses and leave: those there are, one set for somebody or somewhere, one ended early."""

from datetime import date

from dialogue.inputs import Input, Late, Press, Say
from domain.message import Choice, Expects
from domain.pauses import Pause
from domain.refusals import BadInput, Conflict, NotFound
from handlers.directory.pause_days import end_days, first_days, last_days, read_day
from handlers.directory.pause_list import say_pauses, stand_in_buttons
from handlers.directory.shifted import say_shifted
from handlers.screen import parse_number, show, unfit_key
from operations.meetings.pause_list import get_name
from operations.meetings.pausing import (
    Effect,
    PauseOf,
    add_pause,
    check_days,
    check_first_day,
    checked_reason,
    end_pause,
    get_pause,
    require_may_pause,
    scope_of,
)
from operations.meetings.replanning import look_ahead
from operations.turn import Turn
from operations.wording import day_words

_LEAVE_REASONS = ("leave", "ill", "away")
_REASONS = ("harvest", "festival", "weather")


class PauseHandler:
    """Lists pauses ("" or "l2"), sets one ("me", "p5", "c12", "a3", "all"), ends one ("x7").

    The state holds whom it is for, then the first day, the last and the reason; or the pause
    to be ended, as it was seen, and its new last day.
    """

    name = "pause"
    command = "tamnghi|pause"
    words = "command-pause-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the list, or asks the first question of what a button names."""
        kind, number = argument[:1], parse_number(argument[1:])
        if kind == "x" and number:
            await self._ask_end(turn, number)
        elif argument in ("me", "all") or (kind in ("p", "c", "a") and number):
            await self._ask_first(turn, argument)
        else:
            await say_pauses(turn, number)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the answer to the open question."""
        state = turn.talk.state
        if given == Press("cancel"):
            turn.say("pause-left")
            _end(turn)
        elif given == Press("yes") and "shown" in state:
            await self._make(turn)
        elif "shown" in state:
            _please(turn)
        else:
            try:
                await self._take(turn, given)
            except BadInput as refusal:
                turn.say(refusal.code, **refusal.facts)
                turn.repeat_prompt()

    async def _take(self, turn: Turn, given: Input) -> None:
        state = turn.talk.state
        is_typed = isinstance(given, Say | Late)
        if not (is_typed or isinstance(given, Press)):
            _please(turn)
        elif "end" in state:
            state["last"] = _day(turn, given, date.fromisoformat(state["from"])).isoformat()
            await self._look(turn)
        elif "first" not in state:
            first = _day(turn, given, turn.today.replace(day=1))
            check_first_day(first, policy=turn.policy, today=turn.today)
            state["first"] = first.isoformat()
            turn.say("pause-last")
            _ask(turn, *last_days(turn, first))
        elif "last" not in state:
            first = date.fromisoformat(state["first"])
            last = _day(turn, given, first)
            check_days(first, last)
            state["last"] = last.isoformat()
            turn.say("pause-reason")
            _ask(turn, *_reasons(turn, state["of"]))
        else:
            state["reason"] = checked_reason(_reason(turn, given))
            await self._look(turn)

    async def _ask_first(self, turn: Turn, of: str) -> None:
        scope, person = _scope(turn, of), turn.require_person()
        name = await get_name(turn.unit, scope, person, turn.posts, today=turn.today)
        await require_may_pause(turn.unit, scope, by=person.id, posts=turn.posts, today=turn.today)
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"of": of, "name": name}
        is_leave = scope.person_id is not None
        turn.say(
            "pause-first-leave" if is_leave else "pause-first",
            name=name or turn.label("pause-everybody"),
        )
        _ask(turn, *first_days(turn))

    async def _ask_end(self, turn: Turn, pause_id: int) -> None:
        pause, person = await get_pause(turn.unit, pause_id), turn.require_person()
        scope = scope_of(pause)
        name = await get_name(turn.unit, scope, person, turn.posts, today=turn.today)
        await require_may_pause(turn.unit, scope, by=person.id, posts=turn.posts, today=turn.today)
        first, last = pause.first_day, pause.last_day
        choices = end_days(turn, first, last)
        if not choices:
            raise NotFound("pause-over", day=day_words(last))
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {
            "end": pause_id,
            "name": name,
            "from": first.isoformat(),
            "seen": last.isoformat(),
        }
        turn.say("pause-end", first=day_words(first), last=day_words(last),
                 name=name or turn.label("pause-everybody"))  # fmt: skip
        _ask(turn, *choices)

    async def _look(self, turn: Turn) -> None:
        """Shows what will be done, having tried it."""
        state = turn.talk.state
        try:
            _, effect = await look_ahead(turn.unit, lambda: _do(turn))
        except BadInput:
            del state["last"]
            raise
        state["shown"] = True
        name = state["name"] or turn.label("pause-everybody")
        last = day_words(date.fromisoformat(state["last"]))
        if "end" in state:
            turn.say("pause-look-end", name=name, last=last)
        else:
            first = day_words(date.fromisoformat(state["first"]))
            turn.say("pause-look", name=name, first=first, last=last, reason=state["reason"])
        if _is_leave(turn, state.get("of", "")):
            turn.say("pause-look-leave")
        else:
            say_shifted(turn, effect)
        yes = Choice("yes", turn.label("edit-button-yes"))
        turn.ask((yes,), navigation=(_cancel(turn),))

    async def _make(self, turn: Turn) -> None:
        state = dict(turn.talk.state)
        try:
            pause, _ = await _do(turn)
        except (BadInput, Conflict, NotFound) as refusal:
            turn.say(refusal.code, **refusal.facts)
            _end(turn)
            return
        if "end" in state:
            turn.say("pause-ended")
            _end(turn)
            return
        turn.say("pause-made")
        undo = Choice(f"pause.x{pause.id}", turn.label("pause-button-undo"))
        _end(turn, undo, *(await stand_in_buttons(turn, pause.person_id)))


async def _do(turn: Turn) -> tuple[Pause, Effect]:
    """Does what the state says; returns the pause and which meetings it moves."""
    state, person = turn.talk.state, turn.require_person()
    last = date.fromisoformat(state["last"])
    if "end" in state:
        pause = await get_pause(turn.unit, state["end"])
        if pause.last_day.isoformat() != state["seen"]:
            raise Conflict("pause-overtaken")
        return pause, await end_pause(
            turn.unit, pause, last_day=last, by=person.id, posts=turn.posts,
            policy=turn.policy, now=turn.now,
        )  # fmt: skip
    return await add_pause(
        turn.unit,
        _scope(turn, state["of"]),
        first_day=date.fromisoformat(state["first"]),
        last_day=last,
        reason=state["reason"],
        by=person.id,
        posts=turn.posts,
        policy=turn.policy,
        now=turn.now,
    )


def _scope(turn: Turn, of: str) -> PauseOf:
    number = parse_number(of[1:])
    match of[:1]:
        case "m":
            return PauseOf(person_id=turn.require_person().id)
        case "p":
            return PauseOf(person_id=number)
        case "c":
            return PauseOf(chapter_id=number)
        case _:
            return PauseOf(area_id=number or None)


def _is_leave(turn: Turn, of: str) -> bool:
    return bool(of) and _scope(turn, of).person_id is not None


def _day(turn: Turn, given: Input, not_before: date) -> date:
    if isinstance(given, Press):
        return date.fromisoformat(given.key[1:])
    return read_day(
        turn, given.text if isinstance(given, Say | Late) else "", not_before=not_before
    )


def _reason(turn: Turn, given: Input) -> str:
    if isinstance(given, Press):
        return turn.label(f"pause-reason-{given.key[1:]}")
    return given.text if isinstance(given, Say | Late) else ""


def _reasons(turn: Turn, of: str) -> tuple[Choice, ...]:
    names = _LEAVE_REASONS if _is_leave(turn, of) else _REASONS
    return tuple(Choice(f"r{name}", turn.label(f"pause-reason-{name}")) for name in names)


def _ask(turn: Turn, *choices: Choice) -> None:
    turn.ask(choices, expects=Expects.TEXT, navigation=(_cancel(turn),))


def _cancel(turn: Turn) -> Choice:
    return Choice("cancel", turn.label("button-cancel"))


def _please(turn: Turn) -> None:
    turn.say(unfit_key(turn))
    turn.repeat_prompt()


def _end(turn: Turn, *choices: Choice) -> None:
    show(turn, *choices, Choice("pause", turn.label("pause-button-list")))
