"""What one's own chapter told of: where it stands, and the chapter's word on it."""

from collections.abc import Awaitable, Callable

from dialogue.inputs import Input, Late, Press, Say
from domain.cases import Action, ActorKind, Case
from domain.message import Choice, Expects
from domain.refusals import Conflict
from handlers.cases.card import case_button, say_case
from handlers.cases.case import show_cases
from handlers.cases.photos import (
    ask_photos,
    photo_ways,
    play_voices,
    show_photos,
    take_photo,
)
from handlers.screen import page_buttons, parse_number, say_page, show, take_page, unfit_key
from handlers.tasks import offer_tasks
from operations.access import own_chapters
from operations.cases.case_results import list_own_cases
from operations.cases.caseload import get_case
from operations.cases.verdicts import remark, reopen, solve
from operations.news import mark_opened
from operations.turn import Turn

_WAYS = {"y": Action.SOLVED, "n": Action.REOPENED, "r": Action.REMARKED}


class OwnCaseHandler:
    """Lists one's own cases ("", "p2"), shows one ("12"), takes the word on it.

    "y12-3" calls version 3 of case 12 solved, "n12-3" not yet, "r12-3" says more of it; "f12"
    shows its photos, "g12" takes more. The state holds the case and its version while words
    are awaited, or that photos are.
    """

    name = "owncase"
    command = "khokhan|difficulties"
    words = "command-owncase-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what a button says, or shows the list."""
        letter, (number, _, rest) = argument[:1], argument[1:].partition("-")
        case_id, version = parse_number(number), parse_number(rest)
        if shown := parse_number(argument):
            await _show_case(turn, shown)
        elif letter in ("y", "n"):
            await self._judge(turn, letter, case_id, version)
        elif letter == "r":
            opened = await get_case(turn.unit, turn.posts, case_id, today=turn.today)
            self._ask_for_words(turn, "owncase-ask-more", opened.case)
        elif letter == "f":
            await show_photos(turn, case_id, self.name)
        elif letter == "h":
            await play_voices(turn, case_id, self.name)
        elif letter == "g":
            await ask_photos(turn, case_id, self.name)
        else:
            await _show_list(turn, parse_number(argument.removeprefix("p")))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes photos, or the words on what is still missing."""
        state = turn.talk.state
        if state.get("photos"):
            if not await take_photo(turn, given):
                await _show_case(turn, state["case"])
        elif given == Press("back"):
            await _show_case(turn, state["case"])
        elif isinstance(given, Say | Late):
            await _try(turn, remark, state["case"], state["version"], note=given.text)
            await _show_case(turn, state["case"])
        else:
            turn.say(unfit_key(turn))
            turn.repeat_prompt()

    async def _judge(self, turn: Turn, letter: str, case_id: int, version: int) -> None:
        done = await give_verdict(turn, letter, case_id, version)
        opened = await get_case(turn.unit, turn.posts, case_id, today=turn.today)
        if done and letter == "n":
            self._ask_for_words(turn, "owncase-ask-missing", opened.case)
        else:
            await _show_case(turn, case_id)

    def _ask_for_words(self, turn: Turn, key: str, case: Case) -> None:
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"case": case.id, "version": case.version}
        turn.say(key, text=case.text)
        back = Choice("back", turn.label("owncase-button-no-words"))
        turn.ask(expects=Expects.TEXT, navigation=(back,))


async def give_verdict(turn: Turn, letter: str, case_id: int, version: int) -> bool:
    """Writes the chapter's word, "y" for solved or "n" for not yet, and says so.

    False for a word that came too late.
    """
    act = solve if letter == "y" else reopen
    done = await _try(turn, act, case_id, version)
    if done:
        person_id = turn.require_person().id
        await mark_opened(turn.unit, person_id, f"owncase.{case_id}", now=turn.now)
        turn.say("owncase-solved" if letter == "y" else "owncase-reopened")
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
        turn.say(refusal.code, **refusal.facts)
        return False
    return True


async def _show_list(turn: Turn, number: int) -> None:
    if not own_chapters(turn.posts, turn.today):
        if offer_tasks(turn, "case"):
            await show_cases(turn)
            return
        turn.say("owncase-no-chapter")
        show(turn)
        return
    found = await list_own_cases(turn.unit, turn.posts, today=turn.today)
    page = take_page(found, number)
    turn.say("owncase-list" if found else "owncase-none", count=len(found))
    say_page(turn, page)
    show(
        turn,
        *(case_button(turn, one, "owncase") for one in page.items),
        navigation=(*page_buttons(turn, page, "owncase.p"), *offer_tasks(turn, "case")),
    )


async def _show_case(turn: Turn, case_id: int) -> None:
    opened = await get_case(turn.unit, turn.posts, case_id, today=turn.today)
    say_case(turn, opened)
    case, possible = opened.case, opened.ways(ActorKind.CHAPTER)
    ways = [
        Choice(f"owncase.{letter}{case.id}-{case.version}", turn.label(f"owncase-button-{letter}"))
        for letter, action in _WAYS.items()
        if action in possible
    ]
    ways += photo_ways(turn, opened, "owncase", ActorKind.CHAPTER)
    ways.append(Choice(f"history.{case.meeting_id}", turn.label("case-button-report")))
    show(turn, *ways, navigation=(Choice("owncase", turn.label("menu-owncase")),))
