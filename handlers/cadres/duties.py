"""Duties to attend meetings: how often, where, for whom; seen, set and ended by the office."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from dialogue.inputs import Input, Late, Press, Say
from domain.chapters import Area
from domain.duties import Duty, Per
from domain.message import Choice, Expects
from domain.reading import ReadDate, fold, parse_date, parse_numeral
from domain.refusals import BadInput, Refusal
from handlers.screen import (
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    take_page,
    unfit_key,
)
from operations.cadres.duties import (
    DutyView,
    end_duty,
    get_duty,
    list_choices,
    list_duties,
    set_duty,
    view_new,
)
from operations.desks import get_desk, list_desks
from operations.turn import Turn
from operations.wording import day_words

_STEPS = ("place", "kind", "person", "often", "first", "last")
_PAGED = frozenset({"place", "kind", "person"})
_OFTEN = ("1-quarter", "1-month", "2-quarter", "3-quarter")
_TYPED_OFTEN = re.compile(
    r"(.+?)\s*(?:lan|times?)?\s*(?:/|mot|moi|a|per|trong)?\s*(thang|quy|month|quarter)"
)
_PER = {"thang": Per.MONTH, "month": Per.MONTH, "quy": Per.QUARTER, "quarter": Per.QUARTER}


class DutiesHandler:
    """Lists the duties of a place ("", "12", "12-2"), or asks for what a new one needs ("n12").

    "e5" asks whether duty 5 is to end. The state holds the place and what was answered so far.
    """

    name = "duties"
    command = "phancong|duties"
    words = "command-duties-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows the duties, or begins a change."""
        key, number = argument[:1], parse_number(argument[1:])
        if key == "n" and number:
            place = await _desk(turn, number)
            turn.leave()
            turn.talk.handler = self.name
            turn.talk.state = {"desk": place.id}
            await self._ask(turn, "place")
        elif key == "e" and number:
            await self._ask_end(turn, number)
        else:
            first, _, page = argument.partition("-")
            await _list(turn, parse_number(first), parse_number(page))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the next answer."""
        state = turn.talk.state
        if given == Press("cancel"):
            turn.say("duty-left")
            show(turn, _back(turn))
        elif "end" in state:
            await self._end(turn, given)
        elif isinstance(given, Press) and given.key == "yes" and state["step"] == "confirm":
            await self._make(turn)
        elif isinstance(given, Press) and given.key.startswith("p.") and state["step"] in _PAGED:
            await self._ask(turn, state["step"], page=parse_number(given.key[2:]))
        else:
            try:
                await self._take(turn, given)
            except BadInput as refusal:
                turn.say(refusal.code, **refusal.facts)
                turn.repeat_prompt()

    async def _take(self, turn: Turn, given: Input) -> None:
        state = turn.talk.state
        step = state["step"]
        if isinstance(given, Press) and step != "confirm":
            value: Any = _pressed(turn, step, given.key)
        elif isinstance(given, Say | Late) and step in ("often", "first", "last"):
            value = _typed(turn, step, given.text)
        else:
            raise BadInput(unfit_key(turn))
        answered = {**state, step: value}
        if step == "last" and value is not None:
            _check_order(answered)
        turn.talk.state = answered
        following = _STEPS.index(step) + 1
        if following < len(_STEPS):
            await self._ask(turn, _STEPS[following])
        else:
            await self._preview(turn)

    async def _ask(self, turn: Turn, step: str, *, page: int = 1) -> None:
        turn.talk.state["step"] = step
        turn.say(f"duty-ask-{step}")
        cancel = Choice("cancel", turn.label("button-cancel"))
        if step in _PAGED:
            shown = take_page(await _choices(turn, step), page)
            say_page(turn, shown)
            turn.ask(tuple(shown.items), navigation=(*page_buttons(turn, shown, "p."), cancel))
            return
        choices = {
            "often": [Choice(one, _often(turn, one)) for one in _OFTEN],
            "first": [Choice("today", turn.label("duty-button-today"))],
            "last": [Choice("open", turn.label("duty-button-open"))],
        }[step]
        turn.ask(tuple(choices), expects=Expects.TEXT, navigation=(cancel,))

    async def _preview(self, turn: Turn) -> None:
        wanted = _wanted(turn.talk.state)
        try:
            view = await view_new(turn.unit, wanted, turn.posts, today=turn.today)
        except Refusal as refusal:
            turn.say(refusal.code, **refusal.facts)
            show(turn, _back(turn))
            return
        turn.talk.state["step"] = "confirm"
        turn.say("duty-preview", duty=_words(turn, view))
        _ask_yes(turn, "duty-button-yes")

    async def _make(self, turn: Turn) -> None:
        view = await set_duty(turn.context, _wanted(turn.talk.state))
        turn.say("duty-set", duty=_words(turn, view))
        show(turn, _back(turn))

    async def _ask_end(self, turn: Turn, number: int) -> None:
        view = await get_duty(turn.unit, number, turn.posts, today=turn.today)
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"end": number, "desk": 0}
        turn.say("duty-end-preview", duty=_words(turn, view))
        _ask_yes(turn, "duty-button-end-yes")

    async def _end(self, turn: Turn, given: Input) -> None:
        if given != Press("yes"):
            turn.say(unfit_key(turn))
            turn.repeat_prompt()
            return
        number = turn.talk.state["end"]
        turn.leave()
        view = await end_duty(turn.context, number)
        turn.say("duty-ended", duty=_words(turn, view))
        show(turn, _back(turn))


async def _desk(turn: Turn, number: int) -> Area:
    place, _ = await get_desk(turn.unit, turn.posts, number, today=turn.today)
    return place


async def _list(turn: Turn, number: int, page_number: int) -> None:
    desks = await list_desks(turn.unit, turn.posts, today=turn.today)
    if not number and len(desks) > 1:
        turn.say("duties-which")
        show(turn, *(Choice(f"duties.{one.id}", one.name) for one in desks))
        return
    place = await _desk(turn, number or desks[0].id)
    found = await list_duties(turn.unit, place, today=turn.today)
    page = take_page(found, page_number)
    turn.say("duties-list" if found else "duties-empty", place=place.name)
    numbered = list(enumerate(page.items, start=page.first + 1))
    turn.say_rich(
        *(
            turn.text("duty-line", number=number, duty=_words(turn, one))
            for number, one in numbered
        )
    )
    say_page(turn, page)
    show(
        turn,
        Choice(f"duties.n{place.id}", turn.label("duty-button-new")),
        *(
            Choice(f"duties.e{one.duty.id}", turn.label("duty-button-end", number=number))
            for number, one in numbered
        ),
        Choice("turnout", turn.label("menu-turnout")),
        navigation=page_buttons(turn, page, f"duties.{place.id}-"),
    )


async def _choices(turn: Turn, step: str) -> Sequence[Choice]:
    place = await _desk(turn, turn.talk.state["desk"])
    found = await list_choices(turn.unit, place, today=turn.today)
    if step == "place":
        return [Choice(f"a{one.id}", shorten(one.name)) for one in found.places]
    named: Iterable[tuple[int, str]] = (
        found.kinds if step == "kind" else ((one.id, one.name) for one in found.cadres)
    )
    every = Choice("a0", turn.label(f"duty-button-every-{step}"))
    return [every, *(Choice(f"a{number}", shorten(name)) for number, name in named)]


def _pressed(turn: Turn, step: str, key: str) -> int | str | None:
    if step in _PAGED and key.startswith("a"):
        return parse_number(key[1:]) or None
    if step == "often" and key in _OFTEN:
        return key
    if step == "first" and key == "today":
        return turn.today.isoformat()
    if step == "last" and key == "open":
        return None
    raise BadInput(unfit_key(turn))


def _typed(turn: Turn, step: str, text: str) -> str:
    if step == "often":
        return _read_often(text)
    found = parse_date(text, today=turn.today, towards="future")
    if not isinstance(found, ReadDate):
        raise BadInput("appoint-bad-day", example=day_words(turn.today))
    return found.day.isoformat()


def _read_often(text: str) -> str:
    """Reads "2 lần một quý" as visits and period."""
    match = _TYPED_OFTEN.fullmatch(fold(text))
    number = None
    if match is not None:
        number = parse_number(match[1]) or parse_numeral(match[1])
    if match is None or number is None:
        raise BadInput("duty-often-unread")
    return f"{number}-{_PER[match[2]]}"


def _check_order(state: dict[str, Any]) -> None:
    first, last = (date.fromisoformat(state[key]) for key in ("first", "last"))
    if last < first:
        raise BadInput("duty-days-reversed", first=day_words(first), last=day_words(last))


def _wanted(state: dict[str, Any]) -> Duty:
    visits, _, per = state["often"].partition("-")
    return Duty(
        id=0,
        area_id=state["place"],
        kind_id=state["kind"],
        person_id=state["person"],
        visits=int(visits),
        per=Per(per),
        valid_from=date.fromisoformat(state["first"]),
        valid_to=date.fromisoformat(state["last"]) if state["last"] else None,
    )


def _often(turn: Turn, value: str) -> str:
    visits, _, per = value.partition("-")
    return turn.label(f"duty-often-{per}", count=int(visits))


def _words(turn: Turn, view: DutyView) -> str:
    duty = view.duty
    return turn.label(
        "duty-words",
        often=_often(turn, f"{duty.visits}-{duty.per}"),
        place=view.place,
        kind=view.kind or turn.label("duty-every-kind"),
        who=view.person or turn.label("duty-every-cadre"),
        first=day_words(duty.valid_from),
        last=day_words(duty.valid_to) if duty.valid_to else turn.label("duty-no-end"),
    )


def _ask_yes(turn: Turn, key: str) -> None:
    cancel = Choice("cancel", turn.label("button-cancel"))
    turn.ask((Choice("yes", turn.label(key)),), navigation=(cancel,))


def _back(turn: Turn) -> Choice:
    return Choice("duties", turn.label("menu-duties"))
