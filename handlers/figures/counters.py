"""Figures of a quarter: asked one by one with last quarter's beside them, shown before sent."""

from typing import Any

from dialogue.inputs import Input, Late, Press, Say
from domain.calendar import parse_period
from domain.counters import END, CounterKind, parse_figure
from domain.message import Choice, Expects
from domain.refusals import Closed, Conflict, NotAllowed
from handlers.figures.counter_board import show_board
from handlers.screen import parse_number, shorten, show, unfit_key
from operations.access import list_chapters_in_sight, own_chapters
from operations.desks import at_desk
from operations.figures.counters import Sheet, counter_words, get_sheet, give_counters
from operations.turn import Turn
from operations.wording import day_words, period_words
from texts import Rich


class CountersHandler:
    """Asks for a chapter's figures ("c12"), or shows staff those of a place ("b…").

    The state holds the chapter and quarter, what is asked at which place, the figures so far
    and those that stood there when the talk began.
    """

    name = "counters"
    command = "solieu|counters"
    words = "command-counters-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Begins with the chapter, its choice, or the board of staff."""
        chapter_id = parse_number(argument[1:]) if argument[:1] == "c" else 0
        own = sorted(own_chapters(turn.posts, turn.today))
        if argument.startswith("b") or (not own and not chapter_id):
            if not at_desk(turn.posts, turn.today):
                raise NotAllowed("counters-not-yours")
            await show_board(turn, argument)
        elif chapter_id or len(own) == 1:
            await self._open(turn, chapter_id or own[0])
        else:
            seen = await list_chapters_in_sight(turn.unit, turn.posts, today=turn.today)
            turn.say("counters-which")
            show(turn, *(Choice(f"counters.c{one.id}", one.name) for one in seen if one.id in own))

    async def _open(self, turn: Turn, chapter_id: int) -> None:
        sheet = await _sheet(turn, chapter_id)
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {
            "chapter": chapter_id,
            "quarter": str(sheet.quarter),
            "at": 0,
            "values": {},
            "seen": {str(kind): value for kind, value in sheet.given.items()},
        }
        turn.say(
            "counters-opening",
            chapter=sheet.chapter.name,
            period=period_words(sheet.quarter, turn.language),
            day=day_words(sheet.closes_on),
        )
        _ask_next(turn, sheet)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes a figure, or the word on all of them."""
        state = turn.talk.state
        sheet = await _sheet(turn, state["chapter"])
        if given == Press("cancel"):
            turn.say("counters-left")
            show(turn)
        elif given == Press("back"):
            state["at"] = max(state["at"] - 1, 0)
            _ask_next(turn, sheet)
        elif state["at"] >= len(sheet.kinds):
            await self._take_word(turn, sheet, given)
        else:
            _take_figure(turn, sheet, given)

    async def _take_word(self, turn: Turn, sheet: Sheet, given: Input) -> None:
        if given == Press("yes"):
            await _give(turn, sheet)
        elif given == Press("anew"):
            turn.talk.state |= {"at": 0, "values": {}}
            _ask_next(turn, sheet)
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()


async def _sheet(turn: Turn, chapter_id: int) -> Sheet:
    return await get_sheet(turn.unit, turn.posts, chapter_id, policy=turn.policy, today=turn.today)


def _values(turn: Turn, name: str = "values") -> dict[int, int]:
    return {int(kind): value for kind, value in turn.talk.state[name].items()}


def _ask_next(turn: Turn, sheet: Sheet) -> None:
    """Asks for the next figure, or shows all of them."""
    at, values = turn.talk.state["at"], _values(turn)
    if at >= len(sheet.kinds):
        _review(turn, sheet)
        return
    kind = sheet.kinds[at]
    usual = values.get(kind.id, sheet.suggestion(kind, values))
    what = counter_words(sheet.chapter, kind, turn.language)
    turn.say("counters-ask", number=at + 1, of=len(sheet.kinds), what=what, unit=kind.unit)
    if kind.code == END and (end := sheet.end_by(values)) is not None:
        turn.say("counters-reckoned", start=sheet.start, end=end, **_moved(sheet, values))
    choices = () if usual is None else (_usual(turn, sheet, kind, usual),)
    skip = Choice("skip", turn.label("counters-button-skip"))
    back = (Choice("back", turn.label("button-back")),) if at else ()
    cancel = Choice("cancel", turn.label("button-cancel"))
    turn.ask(choices, expects=Expects.COUNT, navigation=(skip, *back, cancel))


def _moved(sheet: Sheet, values: dict[int, int]) -> dict[str, Any]:
    by_code = {kind.code: values.get(kind.id, 0) for kind in sheet.kinds}
    return {"joined": by_code["members_new"], "left": by_code["members_left"]}


def _usual(turn: Turn, sheet: Sheet, kind: CounterKind, usual: int) -> Choice:
    as_before = kind.id not in sheet.given and sheet.before.get(kind.id) == usual
    name = "before" if as_before else "usual"
    return Choice(f"v{usual}", turn.label(f"counters-button-{name}", value=usual))


def _take_figure(turn: Turn, sheet: Sheet, given: Input) -> None:
    state, kind = turn.talk.state, sheet.kinds[turn.talk.state["at"]]
    if given == Press("skip"):
        state["values"].pop(str(kind.id), None)
    else:
        figure = _figure(given)
        if figure is None:
            turn.say("counters-not-read")
            turn.repeat_prompt()
            return
        state["values"][str(kind.id)] = figure
    state["at"] += 1
    _ask_next(turn, sheet)


def _figure(given: Input) -> int | None:
    if isinstance(given, Press) and given.key.startswith("v"):
        return parse_figure(given.key[1:])
    return parse_figure(given.text) if isinstance(given, Say | Late) else None


def _review(turn: Turn, sheet: Sheet) -> None:
    values = _values(turn)
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
    turn.say(
        "counters-review",
        chapter=sheet.chapter.name,
        period=period_words(sheet.quarter, turn.language),
    )
    turn.say_rich(Rich("\n".join(lines)))
    end = next(
        (values[one.id] for one in sheet.kinds if one.code == END and one.id in values), None
    )
    reckoned = sheet.end_by(values)
    if None not in (end, reckoned) and end != reckoned:
        turn.say(
            "counters-differs", start=sheet.start, end=reckoned or 0, told=end or 0,
            **_moved(sheet, values),
        )  # fmt: skip
    choices = [Choice("anew", turn.label("button-anew"))]
    if values:
        choices.insert(0, Choice("yes", turn.label("counters-button-send")))
    cancel = Choice("cancel", turn.label("button-cancel"))
    turn.ask(tuple(choices), navigation=(Choice("back", turn.label("button-back")), cancel))


async def _give(turn: Turn, sheet: Sheet) -> None:
    state = turn.talk.state
    try:
        await give_counters(
            turn.context,
            state["chapter"],
            parse_period(state["quarter"]),
            _values(turn),
            seen=_values(turn, "seen"),
        )
    except (Closed, Conflict) as refusal:
        turn.say(refusal.code, **refusal.facts)
        show(turn, Choice(f"counters.c{state['chapter']}", turn.label("counters-button-open")))
        return
    turn.say(
        "counters-given",
        chapter=sheet.chapter.name,
        period=period_words(sheet.quarter, turn.language),
        day=day_words(sheet.closes_on),
    )
    again = Choice(f"counters.c{state['chapter']}", turn.label("counters-button-change"))
    show(turn, Choice(again.key, shorten(again.label)))
