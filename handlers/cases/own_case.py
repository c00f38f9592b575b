"""What one's own chapter told of: where it stands, and the chapter's word on it."""

from collections.abc import Awaitable, Callable

from dialogue.inputs import Input, Press
from domain.buttons import read_button
from domain.cases import Action, ActorKind, Case
from domain.message import Choice, Expects
from domain.refusals import Conflict
from domain.talks import TaskState
from handlers.cases.card import case_button, say_case
from handlers.cases.case import show_cases
from handlers.cases.photos import (
    CHAPTER,
    PhotosAwaited,
    ask_photos,
    photo_ways,
    play_voices,
    show_photos,
    take_photo,
)
from handlers.screen import show
from handlers.steps import ask_again, say_refusal, show_list, typed
from handlers.tasks import offer_tasks
from operations.access import own_chapters
from operations.cases.buttons import (
    OWN_CASE_BUTTONS,
    CallSolved,
    CallUnsolved,
    JudgeCase,
    ListOwnCases,
    ListWorkedOn,
    OpenOwnCase,
    PlayOwnVoices,
    SayMore,
    SendOwnPhotos,
    ShowOwnPhotos,
)
from operations.cases.case_results import list_own_cases
from operations.cases.caseload import get_case
from operations.cases.verdicts import remark, reopen, solve
from operations.news import mark_opened
from operations.reports.buttons import SeeReport
from operations.turn import Turn

_WAYS = {CallSolved: Action.SOLVED, CallUnsolved: Action.REOPENED, SayMore: Action.REMARKED}


class WordsOnCase(TaskState):
    """A case, in the version seen, of which more is to be said."""

    case: int
    version: int


class OwnCaseHandler:
    """Lists one's own cases, shows one, takes the word on it, and photos of it."""

    name = "owncase"
    command = "khokhan|difficulties"
    words = "command-owncase-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button says, or shows the list."""
        match read_button(argument, *OWN_CASE_BUTTONS):
            case OpenOwnCase(case):
                await _show_case(turn, case)
            case CallSolved() | CallUnsolved() as verdict:
                await self._judge(turn, verdict)
            case SayMore(case, _):
                opened = await get_case(turn.unit, turn.posts, case, today=turn.today)
                self._ask_for_words(turn, "owncase-ask-more", opened.case)
            case ShowOwnPhotos(case):
                await show_photos(turn, case, CHAPTER)
            case PlayOwnVoices(case):
                await play_voices(turn, case, CHAPTER)
            case SendOwnPhotos(case):
                await ask_photos(turn, case, CHAPTER)
            case ListOwnCases(page):
                await _show_list(turn, page)
            case _:
                await _show_list(turn, 1)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes photos, or the words on what is still missing."""
        state, text = turn.state(PhotosAwaited, WordsOnCase), typed(given)
        if isinstance(state, PhotosAwaited):
            if not await take_photo(turn, state.case, given):
                await _show_case(turn, state.case)
        elif given == Press("back"):
            await _show_case(turn, state.case)
        elif text is not None:
            await _try(turn, remark, state.case, state.version, note=text)
            await _show_case(turn, state.case)
        else:
            ask_again(turn)

    async def _judge(self, turn: Turn, verdict: JudgeCase) -> None:
        done = await give_verdict(turn, verdict)
        opened = await get_case(turn.unit, turn.posts, verdict.case, today=turn.today)
        if done and isinstance(verdict, CallUnsolved):
            self._ask_for_words(turn, "owncase-ask-missing", opened.case)
        else:
            await _show_case(turn, verdict.case)

    def _ask_for_words(self, turn: Turn, key: str, case: Case) -> None:
        turn.start(self.name, WordsOnCase(case=case.id, version=case.version))
        turn.say(key, text=case.text)
        back = Choice("back", turn.label("owncase-button-no-words"))
        turn.ask(expects=Expects.TEXT, navigation=(back,))


async def give_verdict(turn: Turn, verdict: JudgeCase) -> bool:
    """Writes the chapter's word and says so; False for a word that came too late."""
    is_solved = isinstance(verdict, CallSolved)
    done = await _try(turn, solve if is_solved else reopen, verdict.case, verdict.version)
    if done:
        person_id = turn.require_person().id
        opened = OpenOwnCase(verdict.case).key
        await mark_opened(turn.unit, person_id, opened, now=turn.now)
        turn.say("owncase-solved" if is_solved else "owncase-reopened")
    return done


async def _try(
    turn: Turn,
    act: Callable[..., Awaitable[None]],
    case_id: int,
    version: int,
    **said: str,
) -> bool:
    try:
        async with turn.unit.savepoint():
            await act(turn.context, case_id, version=version, **said)
    except Conflict as refusal:
        say_refusal(turn, refusal)
        return False
    return True


async def _show_list(turn: Turn, number: int) -> None:
    if not own_chapters(turn.posts, turn.today):
        if offer_tasks(turn, "case"):
            await show_cases(turn, ListWorkedOn(1))
            return
        turn.say("owncase-no-chapter")
        show(turn)
        return
    found = await list_own_cases(turn.unit, turn.posts, today=turn.today)
    turn.say("owncase-list" if found else "owncase-none", count=len(found))
    choices = [case_button(turn, case, CHAPTER) for case in found]
    show_list(turn, choices, number, ListOwnCases, navigation=offer_tasks(turn, "case"))


async def _show_case(turn: Turn, case_id: int) -> None:
    opened = await get_case(turn.unit, turn.posts, case_id, today=turn.today)
    say_case(turn, opened)
    case, possible = opened.case, opened.ways(ActorKind.CHAPTER)
    ways = [
        Choice(button(case.id, case.version).key, turn.label(f"owncase-button-{button.letter}"))
        for button, action in _WAYS.items()
        if action in possible
    ]
    ways += photo_ways(turn, opened, CHAPTER)
    ways.append(Choice(SeeReport(case.meeting_id).key, turn.label("case-button-report")))
    show(turn, *ways, navigation=(Choice("owncase", turn.label("menu-owncase")),))
