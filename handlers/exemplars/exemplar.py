"""Exemplars: the register, one of them, and what is written of it part by part."""

from datetime import date

from dialogue.inputs import Input, Press
from domain.buttons import read_button
from domain.exemplars import Field, Part, State
from domain.message import Choice, Expects
from domain.reading import ReadDate, clean_text, parse_date
from domain.refusals import BadInput, Conflict, NotAllowed
from domain.talks import TaskState
from handlers.exemplars.card import part_words, show_exemplar
from handlers.exemplars.lookup import show_register
from handlers.screen import unfit_key
from handlers.steps import ask_again, say_refusal, typed
from operations.exemplars.buttons import (
    EVERY_EXEMPLAR,
    EXEMPLAR_BUTTONS,
    AddProgress,
    FillExemplar,
    MoveExemplar,
    NewExemplar,
    OpenExemplar,
    RegisterView,
    WritePart,
)
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

_LATER = Press("later")
_DATED = (State.REGISTERED, State.RECOGNISED)


class RegisterSearch(TaskState):
    """The words by which the register was narrowed, "" for none."""

    query: str = ""


class NamingExemplar(TaskState):
    """The chapter of a new exemplar whose name is asked for."""

    chapter: int


class WritingExemplar(TaskState):
    """What is asked of an exemplar: a part, or None for its progress; `fill` asks on after it."""

    exemplar: int
    version: int
    part: Part | None
    fill: bool = False


class MovingExemplar(TaskState):
    """An exemplar on its way to another state: asked for the day, then for who recognised it."""

    exemplar: int
    version: int
    step: State
    day: date | None = None


class ExemplarHandler:
    """Lists exemplars, shows one, and writes what is said of it; anything else is searched for."""

    name = "exemplar"
    command = "mohinh|exemplars"
    words = "command-exemplar-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Opens what a button names."""
        match read_button(argument, *EXEMPLAR_BUTTONS):
            case RegisterView() as view:
                await self._list(turn, view, self._query(turn))
            case OpenExemplar(exemplar):
                await show_exemplar(turn, exemplar)
            case NewExemplar(chapter):
                await require_may_open(turn.unit, turn.posts, chapter, today=turn.today)
                turn.start(self.name, NamingExemplar(chapter=chapter))
                turn.say("exemplar-ask-new")
                _ask_text(turn)
            case FillExemplar(exemplar):
                await _ask_missing(turn, exemplar)
            case AddProgress(exemplar):
                await _ask_part(turn, exemplar, None)
            case WritePart(exemplar, part):
                await _ask_part(turn, exemplar, part)
            case MoveExemplar(exemplar, step):
                await _ask_step(turn, exemplar, step)
            case _:
                await self._list(turn, EVERY_EXEMPLAR, argument)

    def _query(self, turn: Turn) -> str:
        is_search = turn.talk.handler == self.name and "query" in turn.talk.state
        return turn.state(RegisterSearch).query if is_search else ""

    async def _list(self, turn: Turn, view: RegisterView, query: str) -> None:
        await show_register(turn, view, query)
        turn.talk.handler = self.name
        turn.keep(RegisterSearch(query=query))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes what was asked for; without a question, words to search for."""
        state = turn.state(WritingExemplar, MovingExemplar, NamingExemplar, RegisterSearch)
        text = typed(given)
        if given == _LATER:
            turn.say("exemplar-left")
            if isinstance(state, WritingExemplar | MovingExemplar):
                await show_exemplar(turn, state.exemplar)
            else:
                await self._list(turn, EVERY_EXEMPLAR, "")
        elif isinstance(state, MovingExemplar):
            await _take_step(turn, state, given)
        elif isinstance(state, WritingExemplar):
            await _take_words(turn, state, given)
        elif text is None:
            _refuse(turn, state)
        elif isinstance(state, NamingExemplar):
            number = await open_exemplar(turn.context, chapter_id=state.chapter, name=text)
            turn.say("exemplar-opened")
            await _ask_missing(turn, number)
        else:
            await self._list(turn, EVERY_EXEMPLAR, clean_text(text))


def _refuse(turn: Turn, state: NamingExemplar | RegisterSearch) -> None:
    if isinstance(state, RegisterSearch):
        turn.say("exemplar-search")
        turn.repeat_prompt()
    else:
        ask_again(turn)


async def _ask_missing(turn: Turn, exemplar_id: int) -> None:
    missing = (await _view(turn, exemplar_id)).exemplar.list_missing()
    if missing:
        await _ask_part(turn, exemplar_id, missing[0], fill=True)
    else:
        await show_exemplar(turn, exemplar_id)


async def _ask_part(
    turn: Turn, exemplar_id: int, part: Part | None, *, fill: bool = False
) -> None:
    """Asks for a part of an exemplar, or with None for its progress."""
    view = await _view(turn, exemplar_id)
    if not view.may_keep:
        raise NotAllowed("not-your-area")
    found = view.exemplar
    state = WritingExemplar(exemplar=exemplar_id, version=found.version, part=part, fill=fill)
    turn.start(ExemplarHandler.name, state)
    turn.say(f"exemplar-ask-{part or 'progress'}", name=found.name)
    now = part_words(turn, found, part) if part else ""
    if now:
        turn.say("exemplar-now", words=now)
    if part is Part.FIELD:
        fields = (Choice(field, turn.label(f"exemplar-field-{field}")) for field in Field)
        turn.ask(tuple(fields), navigation=(_later(turn),))
    else:
        _ask_text(turn)


async def _take_words(turn: Turn, state: WritingExemplar, given: Input) -> None:
    is_chosen = isinstance(given, Press) and state.part is Part.FIELD
    text = given.key if isinstance(given, Press) and is_chosen else typed(given)
    if text is None:
        ask_again(turn)
        return
    try:
        await _write(turn, state, text)
    except Conflict as refusal:
        say_refusal(turn, refusal)
        await show_exemplar(turn, state.exemplar)
        return
    turn.say("exemplar-kept")
    if state.fill:
        await _ask_missing(turn, state.exemplar)
    else:
        await show_exemplar(turn, state.exemplar)


async def _write(turn: Turn, state: WritingExemplar, text: str) -> None:
    if state.part is None:
        await add_progress(turn.context, state.exemplar, text, version=state.version)
    elif state.part is Part.FIELD and text not in set(Field):
        raise BadInput(unfit_key(turn))
    else:
        await write_part(turn.context, state.exemplar, state.part, text, version=state.version)


async def _ask_step(turn: Turn, exemplar_id: int, step: State) -> None:
    view = await _view(turn, exemplar_id)
    if not view.next_states:
        raise NotAllowed("not-your-area")
    found = view.exemplar
    state = MovingExemplar(exemplar=exemplar_id, version=found.version, step=step)
    turn.start(ExemplarHandler.name, state)
    if step in _DATED and found.state is not State.ENDED:
        turn.say(f"exemplar-ask-day-{step}", name=found.name)
        today = Choice("today", turn.label("exemplar-button-today"))
        turn.ask((today,), expects=Expects.DATE, navigation=(_later(turn),))
    else:
        await _move(turn, state)


async def _take_step(turn: Turn, state: MovingExemplar, given: Input) -> None:
    text = typed(given)
    if state.day is None:
        day = _day_in(turn, given)
        if day is None:
            raise BadInput("exemplar-day-not-read")
        await _take_day(turn, state, day)
    elif text is not None:
        await _move(turn, state, body=text)
    else:
        ask_again(turn)


async def _take_day(turn: Turn, state: MovingExemplar, day: date) -> None:
    found = (await _view(turn, state.exemplar)).exemplar
    check_step_day(found, state.step, day, turn.today)
    state.day = day
    if state.step is State.RECOGNISED:
        turn.keep(state)
        turn.say("exemplar-ask-body")
        _ask_text(turn)
    else:
        await _move(turn, state)


async def _move(turn: Turn, state: MovingExemplar, *, body: str = "") -> None:
    try:
        await move_exemplar(
            turn.context,
            state.exemplar,
            state.step,
            version=state.version,
            day=state.day,
            body=body,
        )
    except (BadInput, Conflict) as refusal:
        say_refusal(turn, refusal)
    else:
        turn.say(f"exemplar-moved-{state.step}")
    await show_exemplar(turn, state.exemplar)


async def _view(turn: Turn, exemplar_id: int) -> ExemplarView:
    return await get_exemplar(turn.unit, turn.posts, exemplar_id, today=turn.today)


def _day_in(turn: Turn, given: Input) -> date | None:
    if given == Press("today"):
        return turn.today
    read = parse_date(typed(given) or "", today=turn.today, towards="past")
    return read.day if isinstance(read, ReadDate) else None


def _later(turn: Turn) -> Choice:
    return Choice(_LATER.key, turn.label("button-later"))


def _ask_text(turn: Turn) -> None:
    turn.ask(expects=Expects.TEXT, navigation=(_later(turn),))
