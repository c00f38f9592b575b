"""Exemplars: the register, one of them, and what is written of it part by part."""

from datetime import date

from dialogue.inputs import Input, Late, Press, Say
from domain.exemplars import Field, Part, State
from domain.message import Choice, Expects
from domain.reading import ReadDate, clean_text, parse_date
from domain.refusals import BadInput, Conflict, NotAllowed
from handlers.exemplars.card import part_words, show_exemplar
from handlers.exemplars.look import Look, parse_look
from handlers.exemplars.lookup import show_register
from handlers.screen import parse_number, unfit_key
from operations.exemplars.register import (
    ExemplarView,
    add_progress,
    check_step_day,
    get_exemplar,
    move_exemplar,
    open_exemplar,
    require_may_open,
    write_part,
)
from operations.turn import Turn

_PROGRESS = "progress"
_PARTS = {str(part): part for part in Part}
_STATES = {str(state): state for state in State}
_DATED = (State.REGISTERED, State.RECOGNISED)


class ExemplarHandler:
    """Lists exemplars ("", or a `Look`), shows one ("12"), and writes what is said of it.

    "e12-aim" writes one part, "f12" all that is missing, "p12" the progress, "s12-ended" takes
    it on, "n5" opens one for a chapter. Anything else is searched for. The state holds the
    exemplar, the version seen, and what is asked; or the words searched for.
    """

    name = "exemplar"
    command = "mohinh|exemplars"
    words = "command-exemplar-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Opens what a button names."""
        query = str(turn.talk.state.get("query", "")) if turn.talk.handler == self.name else ""
        kind, number, rest = _split(argument)
        look = parse_look(argument)
        if look is not None:
            await self._list(turn, look, query)
        elif argument.isdecimal():
            await show_exemplar(turn, parse_number(argument))
        elif kind and number:
            await self._begin_writing(turn, kind, number, rest)
        else:
            await self._list(turn, Look(), argument)

    async def _list(self, turn: Turn, look: Look, query: str) -> None:
        turn.leave()
        await show_register(turn, look, query)
        turn.talk.handler, turn.talk.state = self.name, {"query": query}

    async def _begin_writing(self, turn: Turn, kind: str, number: int, rest: str) -> None:
        if kind == "n":
            await require_may_open(turn.unit, turn.posts, number, today=turn.today)
            self._take_charge(turn, {"chapter": number, "part": str(Part.NAME)})
            turn.say("exemplar-ask-new")
            _ask_text(turn)
        elif kind == "f":
            await self._ask_missing(turn, number)
        elif kind == "p":
            await self._ask_part(turn, number, _PROGRESS, fill=False)
        elif kind == "e" and rest in _PARTS:
            await self._ask_part(turn, number, rest, fill=False)
        elif kind == "s" and rest in _STATES:
            await self._ask_step(turn, number, _STATES[rest])
        else:
            await show_exemplar(turn, number)

    def _take_charge(self, turn: Turn, state: dict[str, object]) -> None:
        turn.leave()
        turn.talk.handler, turn.talk.state = self.name, state

    async def _ask_missing(self, turn: Turn, exemplar_id: int) -> None:
        view = await _view(turn, exemplar_id)
        missing = view.exemplar.list_missing()
        if missing:
            await self._ask_part(turn, exemplar_id, missing[0], fill=True)
        else:
            await show_exemplar(turn, exemplar_id)

    async def _ask_part(self, turn: Turn, exemplar_id: int, part: str, *, fill: bool) -> None:
        view = await _view(turn, exemplar_id)
        if not view.may_keep:
            raise NotAllowed("not-your-area")
        found = view.exemplar
        self._take_charge(
            turn, {"exemplar": exemplar_id, "part": part, "version": found.version, "fill": fill}
        )
        turn.say(f"exemplar-ask-{part}", name=found.name)
        now = part_words(turn, found, _PARTS[part]) if part in _PARTS else ""
        if now:
            turn.say("exemplar-now", words=now)
        if part == Part.FIELD:
            fields = (Choice(one, turn.label(f"exemplar-field-{one}")) for one in Field)
            turn.ask(tuple(fields), navigation=(_later(turn),))
        else:
            _ask_text(turn)

    async def _ask_step(self, turn: Turn, exemplar_id: int, to: State) -> None:
        view = await _view(turn, exemplar_id)
        if not view.next_states:
            raise NotAllowed("not-your-area")
        found = view.exemplar
        state = {"exemplar": exemplar_id, "step": str(to), "version": found.version}
        self._take_charge(turn, dict(state))
        if to in _DATED and found.state is not State.ENDED:
            turn.say(f"exemplar-ask-day-{to}", name=found.name)
            today = Choice("today", turn.label("exemplar-button-today"))
            turn.ask((today,), expects=Expects.DATE, navigation=(_later(turn),))
        else:
            await self._move(turn)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes what was asked for; without a question, words to search for."""
        state = turn.talk.state
        if given == Press("later"):
            turn.say("exemplar-left")
            await self._back(turn)
        elif "query" in state:
            await self._search(turn, given)
        elif "step" in state:
            await self._take_step(turn, given)
        elif isinstance(given, Say | Late):
            await self._write(turn, given.text)
        elif isinstance(given, Press) and state.get("part") == Part.FIELD:
            await self._write(turn, given.key)
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()

    async def _search(self, turn: Turn, given: Input) -> None:
        if isinstance(given, Say | Late):
            await self._list(turn, Look(), clean_text(given.text))
        else:
            turn.say("exemplar-search")
            turn.repeat_prompt()

    async def _back(self, turn: Turn) -> None:
        if "exemplar" in turn.talk.state:
            await show_exemplar(turn, turn.talk.state["exemplar"])
        else:
            await self._list(turn, Look(), "")

    async def _write(self, turn: Turn, text: str) -> None:
        state = turn.talk.state
        try:
            await self._keep(turn, text)
        except BadInput as refusal:
            turn.say(refusal.code, **refusal.facts)
            turn.repeat_prompt()
        except Conflict as refusal:
            turn.say(refusal.code, **refusal.facts)
            await show_exemplar(turn, state["exemplar"])

    async def _keep(self, turn: Turn, text: str) -> None:
        state = turn.talk.state
        if "chapter" in state:
            number = await open_exemplar(turn.context, chapter_id=state["chapter"], name=text)
            turn.say("exemplar-opened")
            await self._ask_missing(turn, number)
            return
        number, version = state["exemplar"], state["version"]
        if state["part"] == _PROGRESS:
            await add_progress(turn.context, number, text, version=version)
        else:
            part = _PARTS[state["part"]]
            if part is Part.FIELD and text not in set(Field):
                raise BadInput(unfit_key(turn))
            await write_part(turn.context, number, part, text, version=version)
        turn.say("exemplar-kept")
        if state["fill"]:
            await self._ask_missing(turn, number)
        else:
            await show_exemplar(turn, number)

    async def _take_step(self, turn: Turn, given: Input) -> None:
        state = turn.talk.state
        if "day" in state:
            if isinstance(given, Say | Late):
                await self._move(turn, body=given.text)
                return
        elif day := _day_in(turn, given):
            await self._take_day(turn, day)
            return
        turn.say("exemplar-day-not-read" if "day" not in state else unfit_key(turn))
        turn.repeat_prompt()

    async def _take_day(self, turn: Turn, day: date) -> None:
        state = turn.talk.state
        to = State(state["step"])
        found = (await _view(turn, state["exemplar"])).exemplar
        try:
            check_step_day(found, to, day, turn.today)
        except BadInput as refusal:
            turn.say(refusal.code, **refusal.facts)
            turn.repeat_prompt()
            return
        state["day"] = day.isoformat()
        if to is State.RECOGNISED:
            turn.say("exemplar-ask-body")
            _ask_text(turn)
        else:
            await self._move(turn)

    async def _move(self, turn: Turn, *, body: str = "") -> None:
        state = turn.talk.state
        number, to = state["exemplar"], State(state["step"])
        try:
            await move_exemplar(
                turn.context,
                number,
                to,
                version=state["version"],
                day=date.fromisoformat(state["day"]) if "day" in state else None,
                body=body,
            )
        except (BadInput, Conflict) as refusal:
            turn.say(refusal.code, **refusal.facts)
        else:
            turn.say(f"exemplar-moved-{to}")
        await show_exemplar(turn, number)


def _split(argument: str) -> tuple[str, int, str]:
    """Returns letter, number and rest of "e12-aim"."""
    number, _, rest = argument[1:].partition("-")
    return argument[:1] if argument[:1] in "nfpes" else "", parse_number(number), rest


async def _view(turn: Turn, exemplar_id: int) -> ExemplarView:
    return await get_exemplar(turn.unit, turn.posts, exemplar_id, today=turn.today)


def _day_in(turn: Turn, given: Input) -> date | None:
    if given == Press("today"):
        return turn.today
    if isinstance(given, Say | Late):
        read = parse_date(given.text, today=turn.today, towards="past")
        return read.day if isinstance(read, ReadDate) else None
    return None


def _later(turn: Turn) -> Choice:
    return Choice("later", turn.label("button-later"))


def _ask_text(turn: Turn) -> None:
    turn.ask(expects=Expects.TEXT, navigation=(_later(turn),))
