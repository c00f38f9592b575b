"""Difficulties on one's desk: the list, each case, and what is done about it."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import date, timedelta

from dialogue.inputs import Input
from domain.buttons import read_button
from domain.cases import WORKED_ON, Action, ActorKind, Case
from domain.message import Choice, Expects
from domain.records import DifficultyState
from domain.refusals import Conflict
from domain.talks import TaskState
from handlers.cases.board import show_board
from handlers.cases.card import case_button, say_case
from handlers.cases.photos import (
    DESK,
    PhotosAwaited,
    ask_photos,
    photo_ways,
    play_voices,
    show_photos,
    take_photo,
)
from handlers.screen import PAGE, Page, show
from handlers.steps import (
    CANCEL,
    ask_again,
    ask_words,
    day_choices,
    say_refusal,
    show_page,
    take_day,
    task_button,
    typed,
)
from operations.access import held
from operations.cases import caseload, desk_actions
from operations.cases.buttons import (
    CASE_BUTTONS,
    ActOnCase,
    AdviseOnCase,
    AnswerCase,
    JoinCase,
    ListAlike,
    ListAnswered,
    ListSolved,
    ListWorkedOn,
    OpenCase,
    PassCaseUp,
    PlayVoices,
    SendCaseDown,
    SendPhotos,
    SeparateCase,
    SetCaseDue,
    ShowPhotos,
)
from operations.cases.caseload import OpenedCase
from operations.cases.merging import join, list_joinable, list_likest, separate
from operations.context import ActorContext
from operations.reports.buttons import SeeReport
from operations.rights import Right, roles_with
from operations.turn import Turn
from operations.wording import day_words

CaseList = ListWorkedOn | ListAnswered | ListSolved

_LISTS: dict[type[CaseList], frozenset[DifficultyState]] = {
    ListWorkedOn: WORKED_ON,
    ListAnswered: frozenset({DifficultyState.ANSWERED}),
    ListSolved: frozenset({DifficultyState.SOLVED}),
}
_TERMS = (3, 7, 15, 30)
# What a desk does with a case: its button, and its name in texts.
_WAYS: dict[Action, tuple[type[ActOnCase], str]] = {
    Action.ANSWERED: (AnswerCase, "answer"),
    Action.ADVISED: (AdviseOnCase, "advise"),
    Action.PASSED_UP: (PassCaseUp, "pass-up"),
    Action.SENT_DOWN: (SendCaseDown, "send-down"),
    Action.DUE_SET: (SetCaseDue, "due"),
}
_NAMES = {button: (action, name) for action, (button, name) in _WAYS.items()}


class ActionOnCase(TaskState):
    """What is done to a case, in the version seen, once its words or its day are there."""

    case: int
    version: int
    action: Action


class CaseHandler:
    """Lists cases, shows one, acts on it, and takes photos of it."""

    name = "case"
    command = "vuviec|cases"
    words = "command-case-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button says, or shows what is worked on."""
        match read_button(argument, *CASE_BUTTONS):
            case OpenCase(case):
                await _show_case(turn, case)
            case ActOnCase() as button:
                await self._ask(turn, button)
            case ListAlike(case):
                await _show_alike(turn, case)
            case ShowPhotos(case):
                await show_photos(turn, case, DESK)
            case PlayVoices(case):
                await play_voices(turn, case, DESK)
            case SendPhotos(case):
                await ask_photos(turn, case, DESK)
            case JoinCase() as button:
                await _join(turn, button)
            case ListWorkedOn() | ListAnswered() | ListSolved() as listed:
                await show_cases(turn, listed)
            case _:
                await show_cases(turn, ListWorkedOn(1))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the words or the day that were asked for, or photos."""
        state, text = turn.state(PhotosAwaited, ActionOnCase), typed(given)
        if isinstance(state, PhotosAwaited):
            if not await take_photo(turn, state.case, given):
                await _show_case(turn, state.case)
        elif given == CANCEL:
            await _show_case(turn, state.case)
        elif state.action is Action.DUE_SET:
            day = take_day(turn, given, not_before=turn.today)
            await _act(turn, state, day)
        else:
            await _act(turn, state, text)

    async def _ask(self, turn: Turn, button: ActOnCase) -> None:
        opened = await caseload.get_tended(turn.context, button.case)
        action, name = _NAMES[type(button)]
        state = ActionOnCase(case=button.case, version=button.version, action=action)
        turn.start(self.name, state)
        turn.say(f"case-ask-{name}", text=opened.case.text)
        if action is Action.DUE_SET:
            days = [turn.today + timedelta(days=number) for number in _TERMS]
            offered = day_choices({day_words(day): day for day in days})
            ask_words(turn, *offered, expects=Expects.DATE)
        else:
            ask_words(turn)


async def _act(turn: Turn, state: ActionOnCase, given: str | date | None) -> None:
    """Does what was asked with the words or the day given for it."""
    if given is None:
        ask_again(turn)
        return
    _, name = _WAYS[state.action]
    await _try(turn, lambda context: _write(context, state, given), noted=f"case-noted-{name}")
    await _show_case(turn, state.case)


async def _write(context: ActorContext, state: ActionOnCase, given: str | date) -> None:
    case_id, version = state.case, state.version
    if isinstance(given, date):
        await desk_actions.set_due(context, case_id, version=version, day=given)
    elif state.action is Action.ADVISED:
        await desk_actions.advise(context, case_id, version=version, note=given)
    elif state.action is Action.PASSED_UP:
        await desk_actions.pass_up(context, case_id, version=version, note=given)
    elif state.action is Action.SENT_DOWN:
        await desk_actions.send_down(context, case_id, version=version, note=given)
    else:
        await desk_actions.answer(context, case_id, version=version, note=given)


async def _try(
    turn: Turn, act: Callable[[ActorContext], Awaitable[object]], *, noted: str
) -> None:
    """Does something to a case and says what was done, or that somebody was faster."""
    try:
        async with turn.unit.savepoint():
            await act(turn.context)
    except Conflict as refusal:
        say_refusal(turn, refusal)
    else:
        turn.say(noted)


async def show_cases(turn: Turn, listed: CaseList) -> None:
    """Shows a page of what lies on one's desks; who only sees the figures gets those."""
    if not held(turn.posts, roles_with(Right.TEND_CASES), turn.today) and held(
        turn.posts, roles_with(Right.SEE_CASE_FIGURES), turn.today
    ):
        await show_board(turn, "")
        return
    kind = type(listed)
    found = await caseload.list_cases(
        turn.context, states=_LISTS[kind], number=listed.page, size=PAGE
    )
    page = Page(found.cases, found.number, found.of, (found.number - 1) * PAGE)
    letter = kind.letter
    turn.say(f"case-list-{letter}" if found.count else f"case-none-{letter}", count=found.count)
    if found.overdue:
        turn.say("case-list-overdue", count=found.overdue)
    others = (
        Choice(other(1).key, turn.label(f"case-button-list-{other.letter}"))
        for other in _LISTS
        if other is not kind
    )
    choices = (case_button(turn, case, DESK) for case in page.items)
    show_page(turn, page, kind, *choices, navigation=(*others, task_button(turn, "casefigs")))


async def _show_case(turn: Turn, case_id: int) -> None:
    opened = await caseload.get_case(turn.unit, turn.posts, case_id, today=turn.today)
    say_case(turn, opened)
    case, ways = opened.case, list(_ways(turn, opened))
    if like := await _count_alike(turn.context, opened):
        ways.append(Choice(ListAlike(case_id).key, turn.label("case-button-join", count=like)))
    if opened.head:
        ways.append(Choice(OpenCase(opened.head.id).key, turn.label("case-button-head")))
    ways += photo_ways(turn, opened, DESK)
    ways.append(Choice(SeeReport(case.meeting_id).key, turn.label("case-button-report")))
    show(turn, *ways, navigation=(task_button(turn, "case"),), columns=2)


def _ways(turn: Turn, opened: OpenedCase) -> Iterator[Choice]:
    case = opened.case
    for action in opened.ways(ActorKind.DESK):
        if action in _WAYS:
            button, name = _WAYS[action]
            yield Choice(button(case.id, case.version).key, turn.label(f"case-button-{name}"))


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
    joined = [other for other in opened.joined if other.is_living]
    show(
        turn,
        *(_pair(turn, JoinCase, case, other) for other in alike),
        *(_pair(turn, SeparateCase, case, other) for other in joined[:PAGE]),
        navigation=(DESK.back_to(turn, case_id),),
    )


def _pair(turn: Turn, button: type[JoinCase], case: Case, other: Case) -> Choice:
    is_apart = button is SeparateCase
    key = "case-button-separate" if is_apart else "case-button-join-one"
    words = turn.label(key, chapter=other.chapter_name, text=other.text)
    return Choice(button(case.id, case.version, other.id).key, words)


async def _join(turn: Turn, button: JoinCase) -> None:
    is_apart = isinstance(button, SeparateCase)
    act = separate if is_apart else join
    await _try(
        turn,
        lambda context: act(context, button.case, button.other, version=button.version),
        noted="case-noted-separate" if is_apart else "case-noted-join",
    )
    opened = await caseload.get_case(turn.unit, turn.posts, button.case, today=turn.today)
    if Action.JOINED in opened.ways(ActorKind.DESK) and await list_joinable(turn.context, opened):
        await _show_alike(turn, button.case)
    else:
        await _show_case(turn, button.case)
