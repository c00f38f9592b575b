"""Difficulties on one's desk: the list, each case, and what is done about it."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta

from dialogue.inputs import Input, Late, Press, Say
from domain.cases import WORKED_ON, Action, ActorKind, Case
from domain.message import Choice, Expects
from domain.records import DifficultyState
from domain.refusals import Conflict
from handlers.cases.board import show_board
from handlers.cases.card import case_button, say_case
from handlers.cases.photos import (
    ask_photos,
    photo_ways,
    play_voices,
    show_photos,
    take_photo,
)
from handlers.screen import (
    PAGE,
    Page,
    page_buttons,
    parse_number,
    say_page,
    shorten,
    show,
    unfit_key,
)
from handlers.steps import ask_again, take_day
from operations.access import held
from operations.cases import caseload, desk_actions
from operations.cases.caseload import OpenedCase
from operations.cases.merging import join, list_joinable, list_likest, separate
from operations.context import ActorContext
from operations.rights import Right, roles_with
from operations.turn import Turn
from operations.wording import day_words

_LISTS = {
    "p": WORKED_ON,
    "w": frozenset({DifficultyState.ANSWERED}),
    "s": frozenset({DifficultyState.SOLVED}),
}
_TERMS = (3, 7, 15, 30)

Write = Callable[[ActorContext, int, int, str], Awaitable[object]]


async def _advise(context: ActorContext, case_id: int, version: int, note: str) -> None:
    await desk_actions.advise(context, case_id, version=version, note=note)


async def _pass_up(context: ActorContext, case_id: int, version: int, note: str) -> None:
    await desk_actions.pass_up(context, case_id, version=version, note=note)


async def _send_down(context: ActorContext, case_id: int, version: int, note: str) -> None:
    await desk_actions.send_down(context, case_id, version=version, note=note)


async def _answer(context: ActorContext, case_id: int, version: int, note: str) -> None:
    await desk_actions.answer(context, case_id, version=version, note=note)


# What a desk does with a case: the letter of its button and its name there.
_WAYS = {
    Action.ANSWERED: ("r", "answer"),
    Action.ADVISED: ("a", "advise"),
    Action.PASSED_UP: ("u", "pass-up"),
    Action.SENT_DOWN: ("d", "send-down"),
    Action.DUE_SET: ("t", "due"),
}
# What can be written to a case: by the first letter of its button.
_WRITINGS: dict[str, tuple[str, Write]] = {
    "a": ("advise", _advise),
    "u": ("pass-up", _pass_up),
    "d": ("send-down", _send_down),
    "r": ("answer", _answer),
}


class CaseHandler:
    """Lists cases ("p2" worked on, "w1" answered, "s1" solved), shows one ("12"), acts on it.

    "a12-3" advises on version 3 of case 12, "u" passes it up, "d" sends it down, "r" answers,
    "t" sets its day, "j" lists like ones, "k12-3-15" joins case 15, "x12-3-15" separates it;
    "f" shows its photos, "g" takes more, "h" plays its recordings. The state holds the letter,
    the case and the version while words are awaited, or that photos are.
    """

    name = "case"
    command = "vuviec|cases"
    words = "command-case-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button says, or shows what is worked on."""
        letter, rest = argument[:1], argument[1:]
        number, version, other = _three(rest)
        if case_id := parse_number(argument):
            await _show_case(turn, case_id)
        elif letter in _WRITINGS or letter == "t":
            await self._ask(turn, letter, number, version)
        elif letter == "j":
            await _show_alike(turn, number)
        elif letter == "f":
            await show_photos(turn, number, self.name)
        elif letter == "h":
            await play_voices(turn, number, self.name)
        elif letter == "g":
            await ask_photos(turn, number, self.name)
        elif letter in ("k", "x"):
            await _join(turn, letter, number, version, other)
        else:
            await show_cases(turn, letter if letter in _LISTS else "p", parse_number(rest))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the words or the day that were asked for."""
        state = turn.talk.state
        if state.get("photos"):
            if not await take_photo(turn, given):
                await _show_case(turn, state["case"])
        elif given == Press("cancel"):
            await _show_case(turn, state["case"])
        elif state["letter"] == "t":
            await self._take_day(turn, given)
        elif isinstance(given, Say | Late):
            write = _WRITINGS[state["letter"]][1]
            text = given.text
            await _try(
                turn,
                lambda context: write(context, state["case"], state["version"], text),
                noted=f"case-noted-{_WRITINGS[state['letter']][0]}",
            )
            await _show_case(turn, state["case"])
        else:
            _please(turn)

    async def _ask(self, turn: Turn, letter: str, case_id: int, version: int) -> None:
        opened = await caseload.get_tended(turn.context, case_id)
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"letter": letter, "case": case_id, "version": version}
        cancel = Choice("cancel", turn.label("button-cancel"))
        if letter == "t":
            turn.say("case-ask-due", text=opened.case.text)
            turn.ask(_days(turn), expects=Expects.DATE, navigation=(cancel,))
        else:
            turn.say(f"case-ask-{_WRITINGS[letter][0]}", text=opened.case.text)
            turn.ask(expects=Expects.TEXT, navigation=(cancel,))

    async def _take_day(self, turn: Turn, given: Input) -> None:
        day = take_day(turn, given, not_before=turn.today)
        if day is None:
            ask_again(turn)
            return
        state = turn.talk.state
        await _try(
            turn,
            lambda context: desk_actions.set_due(
                context, state["case"], version=state["version"], day=day
            ),
            noted="case-noted-due",
        )
        await _show_case(turn, state["case"])


async def _try(
    turn: Turn, act: Callable[[ActorContext], Awaitable[object]], *, noted: str
) -> None:
    """Does something to a case and says what was done, or that somebody was faster."""
    try:
        async with turn.unit.savepoint():
            await act(turn.context)
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say(noted)


async def show_cases(turn: Turn, letter: str = "p", number: int = 1) -> None:
    """Shows a page of what lies on one's desks; who only sees the figures gets those."""
    if not held(turn.posts, roles_with(Right.TEND_CASES), turn.today) and held(
        turn.posts, roles_with(Right.SEE_CASE_FIGURES), turn.today
    ):
        await show_board(turn, "")
        return
    found = await caseload.list_cases(
        turn.context, states=_LISTS[letter], number=number, size=PAGE
    )
    page = Page(found.cases, found.number, found.of, (found.number - 1) * PAGE)
    turn.say(f"case-list-{letter}" if found.count else f"case-none-{letter}", count=found.count)
    if found.overdue:
        turn.say("case-list-overdue", count=found.overdue)
    say_page(turn, page)
    others = (
        Choice(f"case.{other}1", turn.label(f"case-button-list-{other}"))
        for other in _LISTS
        if other != letter
    )
    show(
        turn,
        *(case_button(turn, one, "case") for one in page.items),
        navigation=(
            *page_buttons(turn, page, f"case.{letter}"),
            *others,
            Choice("casefigs", turn.label("menu-casefigs")),
        ),
    )


async def _show_case(turn: Turn, case_id: int) -> None:
    context = turn.context
    opened = await caseload.get_case(turn.unit, turn.posts, case_id, today=turn.today)
    say_case(turn, opened)
    case, ways = opened.case, list(_ways(turn, opened))
    if like := await _count_alike(context, opened):
        ways.append(Choice(f"case.j{case_id}", turn.label("case-button-join", count=like)))
    if opened.head:
        ways.append(Choice(f"case.{opened.head.id}", turn.label("case-button-head")))
    ways += photo_ways(turn, opened, "case", ActorKind.DESK)
    ways.append(Choice(f"history.{case.meeting_id}", turn.label("case-button-report")))
    show(turn, *ways, navigation=(Choice("case", turn.label("menu-case")),), columns=2)


def _ways(turn: Turn, opened: OpenedCase) -> Iterator[Choice]:
    case = opened.case
    for action in opened.ways(ActorKind.DESK):
        if action in _WAYS:
            letter, name = _WAYS[action]
            words = turn.label(f"case-button-{name}")
            yield Choice(f"case.{letter}{case.id}-{case.version}", words)


async def _count_alike(context: ActorContext, opened: OpenedCase) -> int:
    """Returns how many cases could be answered together with one, or are."""
    ways = opened.ways(ActorKind.DESK)
    count = len(opened.voices) - 1 if Action.SEPARATED in ways else 0
    return count + (len(await list_joinable(context, opened)) if Action.JOINED in ways else 0)


async def _show_alike(turn: Turn, case_id: int) -> None:
    context = turn.context
    opened = await caseload.get_tended(context, case_id)
    case, alike = opened.case, await list_likest(context, opened, most=PAGE)
    turn.say("case-alike" if alike else "case-alike-none", text=case.text)
    joined = [one for one in opened.joined if one.is_living]
    show(
        turn,
        *(_pair(turn, "k", case, one, "case-button-join-one") for one in alike),
        *(_pair(turn, "x", case, one, "case-button-separate") for one in joined[:PAGE]),
        navigation=(Choice(f"case.{case_id}", turn.label("button-back")),),
    )


def _pair(turn: Turn, letter: str, case: Case, other: Case, key: str) -> Choice:
    words = turn.label(key, chapter=other.chapter_name, text=other.text)
    return Choice(f"case.{letter}{case.id}-{case.version}-{other.id}", shorten(words))


async def _join(turn: Turn, letter: str, case_id: int, version: int, other: int) -> None:
    act = join if letter == "k" else separate
    noted = "case-noted-join" if letter == "k" else "case-noted-separate"
    await _try(turn, lambda context: act(context, case_id, other, version=version), noted=noted)
    opened = await caseload.get_case(turn.unit, turn.posts, case_id, today=turn.today)
    if Action.JOINED in opened.ways(ActorKind.DESK) and await list_joinable(turn.context, opened):
        await _show_alike(turn, case_id)
    else:
        await _show_case(turn, case_id)


def _days(turn: Turn) -> tuple[Choice, ...]:
    days = [turn.today + timedelta(days=number) for number in _TERMS]
    return tuple(Choice(f"d{day.isoformat()}", day_words(day)) for day in days)


def _three(text: str) -> tuple[int, int, int]:
    """Reads "12-3-15"; what is missing is 0."""
    numbers = [parse_number(part) for part in text.split("-")[:3]]
    first, second, third, *_ = [*numbers, 0, 0, 0]
    return first, second, third


def _please(turn: Turn) -> None:
    turn.say(unfit_key(turn))
    turn.repeat_prompt()
