"""What one's own chapter told of: where it stands, and the chapter's word on it."""

from dialogue.inputs import Input, Late, Press, Say
from domain.cases import Action, is_possible
from domain.message import Choice, Expects
from domain.refusals import Conflict, NotAllowed
from handlers.case import doing_of
from handlers.case_card import case_button, say_case
from handlers.standing import page_buttons, parse_number, say_page, show, take_page
from operations.access import own_chapters
from operations.case_homecoming import list_own_cases
from operations.case_verdicts import reopen, solve
from operations.cases import get_case
from operations.turn import Turn


class OwnCaseHandler:
    """Lists one's own cases ("", "p2"), shows one ("12"), takes the word on it.

    "y12-3" calls version 3 of case 12 solved, "n12-3" not yet; then what is missing may be
    said. The state holds the case and its version while these words are awaited.
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
        elif letter == "y":
            await _settle(turn, case_id, version, note=None)
        elif letter == "n":
            await self._ask_what_is_missing(turn, case_id, version)
        else:
            await _show_list(turn, parse_number(argument.removeprefix("p")))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the words on what is still missing, or none."""
        state = turn.talk.state
        if given == Press("cancel"):
            await _show_case(turn, state["case"])
        elif given == Press("skip"):
            await _settle(turn, state["case"], state["version"], note="")
        elif isinstance(given, Say | Late):
            await _settle(turn, state["case"], state["version"], note=given.text)
        else:
            turn.say("please-press")
            turn.repeat_prompt()

    async def _ask_what_is_missing(self, turn: Turn, case_id: int, version: int) -> None:
        opened = await get_case(turn.unit, turn.posts, case_id, today=turn.today)
        turn.leave()
        turn.talk.handler = self.name
        turn.talk.state = {"case": case_id, "version": version}
        turn.say("owncase-ask-missing", text=opened.case.text)
        turn.ask(
            expects=Expects.TEXT,
            navigation=(
                Choice("skip", turn.label("owncase-button-no-words")),
                Choice("cancel", turn.label("button-cancel")),
            ),
        )


async def _show_list(turn: Turn, number: int) -> None:
    if not own_chapters(turn.posts, turn.today):
        raise NotAllowed("owncase-no-chapter")
    found = await list_own_cases(turn.unit, turn.posts, today=turn.today)
    page = take_page(found, number)
    turn.say("owncase-list" if found else "owncase-none", count=len(found))
    say_page(turn, page)
    show(
        turn,
        *(case_button(turn, one, "owncase") for one in page.items),
        navigation=page_buttons(turn, page, "owncase.p"),
    )


async def _show_case(turn: Turn, case_id: int) -> None:
    opened = await get_case(turn.unit, turn.posts, case_id, today=turn.today)
    await say_case(turn, opened)
    case, ways = opened.case, []
    if opened.judges and is_possible(case.state, Action.SOLVED):
        ways.append(_verdict(turn, "y", case.id, case.version))
    if opened.judges and is_possible(case.state, Action.REOPENED):
        ways.append(_verdict(turn, "n", case.id, case.version))
    ways.append(Choice(f"history.{case.meeting_id}", turn.label("case-button-report")))
    show(turn, *ways, navigation=(Choice("owncase", turn.label("menu-owncase")),))


def _verdict(turn: Turn, letter: str, case_id: int, version: int) -> Choice:
    return Choice(f"owncase.{letter}{case_id}-{version}", turn.label(f"owncase-button-{letter}"))


async def _settle(turn: Turn, case_id: int, version: int, *, note: str | None) -> None:
    """Writes the chapter's word, None for solved, and shows the case."""
    doing = doing_of(turn)
    try:
        async with turn.unit.savepoint():
            if note is None:
                await solve(doing, case_id, version=version)
            else:
                await reopen(doing, case_id, version=version, note=note)
    except Conflict as refusal:
        turn.say(refusal.code, **refusal.facts)
    else:
        turn.say("owncase-solved" if note is None else "owncase-reopened")
    await _show_case(turn, case_id)
