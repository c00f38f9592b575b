"""Figures of a quarter: asked one by one with last quarter's beside them, shown before sent."""

from dialogue.inputs import Input, Press
from domain.buttons import read_button
from domain.calendar import Period
from domain.counters import END, CounterKind, parse_figure
from domain.message import Choice, Expects
from domain.refusals import BadInput, Closed, Conflict, NotAllowed
from domain.talks import TaskState
from handlers.figures.counter_board import show_board
from handlers.screen import show
from handlers.steps import (
    CANCEL,
    YES,
    ask_again,
    back_button,
    cancel_button,
    choice,
    pressed,
    say_refusal,
    typed,
)
from operations.access import list_chapters_in_sight, own_chapters
from operations.desks import at_desk
from operations.figures.buttons import CounterBoardView, GiveCounters, OfferedFigure
from operations.figures.counters import Sheet, counter_words, get_sheet, give_counters
from operations.turn import Turn
from operations.wording import day_words, period_words
from texts import Rich


class SheetState(TaskState):
    """A chapter's figures on their way: `at` is the place of what is asked.

    Figures are kept by the number of their kind; `seen` are those that stood there when the talk
    began.
    """

    chapter: int
    quarter: Period
    at: int = 0
    values: dict[int, int]
    seen: dict[int, int]


class CountersHandler:
    """Asks for a chapter's figures, or shows staff those of a place."""

    name = "counters"
    command = "solieu|counters"
    words = "command-counters-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Begins with the chapter, its choice, or the board of staff."""
        named = read_button(argument, GiveCounters, CounterBoardView)
        own = sorted(own_chapters(turn.posts, turn.today))
        if isinstance(named, GiveCounters):
            await self._open(turn, named.chapter)
        elif named is not None or not own:
            if not at_desk(turn.posts, turn.today):
                raise NotAllowed("counters-not-yours")
            await show_board(turn, argument)
        elif len(own) == 1:
            await self._open(turn, own[0])
        else:
            seen = await list_chapters_in_sight(turn.unit, turn.posts, today=turn.today)
            mine = [chapter for chapter in seen if chapter.id in own]
            turn.say("counters-which")
            show(turn, *(Choice(GiveCounters(chapter.id).key, chapter.name) for chapter in mine))

    async def _open(self, turn: Turn, chapter_id: int) -> None:
        sheet = await _sheet(turn, chapter_id)
        state = SheetState(
            chapter=chapter_id, quarter=sheet.quarter, values={}, seen=dict(sheet.given)
        )
        turn.start(self.name, state)
        turn.say("counters-opening", **_facts(turn, sheet))
        _ask_next(turn, state, sheet)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes a figure, or the word on all of them."""
        state = turn.state(SheetState)
        sheet = await _sheet(turn, state.chapter)
        if given == CANCEL:
            turn.say("counters-left")
            show(turn)
        elif given == Press("back"):
            state.at = max(state.at - 1, 0)
            _ask_next(turn, state, sheet)
        elif state.at < len(sheet.kinds):
            _take_figure(turn, state, sheet, given)
        elif given == YES:
            await _give(turn, state, sheet)
        elif given == Press("anew"):
            state.at, state.values = 0, {}
            _ask_next(turn, state, sheet)
        else:
            ask_again(turn)


async def _sheet(turn: Turn, chapter_id: int) -> Sheet:
    return await get_sheet(turn.unit, turn.posts, chapter_id, policy=turn.policy, today=turn.today)


def _facts(turn: Turn, sheet: Sheet) -> dict[str, str]:
    return {
        "chapter": sheet.chapter.name,
        "period": period_words(sheet.quarter, turn.language),
        "day": day_words(sheet.closes_on),
    }


def _ask_next(turn: Turn, state: SheetState, sheet: Sheet) -> None:
    """Asks for the next figure, or shows all of them."""
    turn.keep(state)
    at, values = state.at, state.values
    if at >= len(sheet.kinds):
        _review(turn, values, sheet)
        return
    kind = sheet.kinds[at]
    usual = values.get(kind.id, sheet.suggestion(kind, values))
    what = counter_words(sheet.chapter, kind, turn.language)
    turn.say("counters-ask", number=at + 1, of=len(sheet.kinds), what=what, unit=kind.unit)
    if kind.code == END and (end := sheet.end_by(values)) is not None:
        turn.say("counters-reckoned", start=sheet.start, end=end, **_moved(sheet, values))
    choices = () if usual is None else (_usual(turn, sheet, kind, usual),)
    skip = choice(turn, "skip", "counters-button-skip")
    back = (back_button(turn),) if at else ()
    turn.ask(choices, expects=Expects.COUNT, navigation=(skip, *back, cancel_button(turn)))


def _moved(sheet: Sheet, values: dict[int, int]) -> dict[str, int]:
    by_code = {kind.code: values.get(kind.id, 0) for kind in sheet.kinds}
    return {"joined": by_code["members_new"], "left": by_code["members_left"]}


def _usual(turn: Turn, sheet: Sheet, kind: CounterKind, usual: int) -> Choice:
    as_before = kind.id not in sheet.given and sheet.before.get(kind.id) == usual
    name = "before" if as_before else "usual"
    words = turn.label(f"counters-button-{name}", value=usual)
    return Choice(OfferedFigure(usual).key, words)


def _take_figure(turn: Turn, state: SheetState, sheet: Sheet, given: Input) -> None:
    kind = sheet.kinds[state.at]
    if given == Press("skip"):
        state.values.pop(kind.id, None)
    else:
        state.values[kind.id] = _figure(given)
    state.at += 1
    _ask_next(turn, state, sheet)


def _figure(given: Input) -> int:
    if offered := pressed(given, OfferedFigure):
        return offered.figure
    figure = parse_figure(typed(given) or "")
    if figure is None:
        raise BadInput("counters-not-read")
    return figure


def _review(turn: Turn, values: dict[int, int], sheet: Sheet) -> None:
    turn.say("counters-review", **_facts(turn, sheet))
    nothing = turn.label("counters-nothing")
    lines = [
        turn.text(
            "counters-line",
            what=counter_words(sheet.chapter, kind, turn.language),
            value=turn.label("counters-value", value=values[kind.id], unit=kind.unit)
            if kind.id in values
            else nothing,
        )
        for kind in sheet.kinds
    ]
    turn.say_rich(Rich("\n".join(lines)))
    end = next((values.get(kind.id) for kind in sheet.kinds if kind.code == END), None)
    reckoned = sheet.end_by(values)
    if end is not None and reckoned is not None and end != reckoned:
        moved = _moved(sheet, values)
        turn.say("counters-differs", start=sheet.start, end=reckoned, told=end, **moved)
    choices = [choice(turn, "anew", "button-anew")]
    if values:
        choices.insert(0, choice(turn, YES, "counters-button-send"))
    turn.ask(tuple(choices), navigation=(back_button(turn), cancel_button(turn)))


async def _give(turn: Turn, state: SheetState, sheet: Sheet) -> None:
    again = GiveCounters(state.chapter).key
    try:
        await give_counters(
            turn.context, state.chapter, state.quarter, state.values, seen=state.seen
        )
    except (Closed, Conflict) as refusal:
        say_refusal(turn, refusal)
        show(turn, choice(turn, again, "counters-button-open"))
        return
    turn.say("counters-given", **_facts(turn, sheet))
    show(turn, choice(turn, again, "counters-button-change"))
