"""Questions with reports are confined, in the chat, to kinds of chapters or to a programme."""

from dialogue.inputs import Input, Press
from domain.message import Choice, Expects
from domain.questionnaires.questionnaire import Questionnaire
from handlers.questionnaires.states import AskDraft
from handlers.steps import choice, pressed, unfit
from operations.questionnaires.buttons import NoProgramme, OfProgramme, TickKind
from operations.questionnaires.drafting import get_draft
from operations.questionnaires.narrowing import (
    Narrowing,
    find_narrowing,
    narrow_to_kinds,
    narrow_to_programme,
)
from operations.turn import Turn

KINDS, PROGRAMME = Press("kinds"), Press("programme")
_DONE = Press("done")


async def ask_kinds(turn: Turn, questionnaire_id: int) -> None:
    """Asks which kinds of chapters are asked, ticks those that are."""
    found = await find_narrowing(turn.context, await get_draft(turn.context, questionnaire_id))
    _ask_kinds(turn, AskDraft(questionnaire=questionnaire_id, kinds=[*found.chosen]), found)


def _ask_kinds(turn: Turn, state: AskDraft, found: Narrowing) -> None:
    turn.keep(state)
    turn.say("asked-kinds-which")
    turn.ask(
        tuple(Choice(TickKind(number).key, name) for number, name in found.kinds.items()),
        expects=Expects.CHOICES,
        selected=frozenset(TickKind(number).key for number in state.kinds or ()),
        navigation=(choice(turn, _DONE, "dialogue-button-done"),),
    )


async def take_kinds(turn: Turn, state: AskDraft, given: Input) -> bool:
    """Takes a tick; True once the kinds are kept."""
    ticked = state.kinds or []
    if given == _DONE:
        await narrow_to_kinds(turn.context, state.questionnaire, ticked)
        return True
    tick = pressed(given, TickKind)
    if tick is None or not isinstance(given, Press):
        raise unfit(turn)
    state.kinds = [*given.tick(tuple(ticked), tick.kind)]
    draft = await get_draft(turn.context, state.questionnaire)
    _ask_kinds(turn, state, await find_narrowing(turn.context, draft))
    return False


async def ask_programme(turn: Turn, questionnaire_id: int) -> None:
    """Asks to which programme questions belong."""
    found = await find_narrowing(turn.context, await get_draft(turn.context, questionnaire_id))
    turn.keep(AskDraft(questionnaire=questionnaire_id, asks_programme=True))
    turn.say("asked-programme-which")
    turn.ask(
        (
            *(Choice(OfProgramme(each.id).key, each.name) for each in found.programmes),
            choice(turn, NoProgramme(), "asked-programme-none"),
        )
    )


async def take_programme(turn: Turn, state: AskDraft, given: Input) -> None:
    """Takes the programme, or that there is none."""
    chosen = pressed(given, OfProgramme)
    if chosen is None and pressed(given, NoProgramme) is None:
        raise unfit(turn)
    programme = chosen.programme if chosen else None
    await narrow_to_programme(turn.context, state.questionnaire, programme)


async def say_narrowing(turn: Turn, draft: Questionnaire) -> list[Choice]:
    """Says to what a draft is confined; returns the ways to confine it."""
    found = await find_narrowing(turn.context, draft)
    if found.chosen:
        kinds = ", ".join(found.kinds[number] for number in sorted(found.chosen))
        turn.say("asked-kinds", kinds=kinds)
    if found.programme:
        turn.say("asked-programme", name=found.programme.name)
    return [
        *([choice(turn, KINDS, "asked-button-kinds")] if found.kinds else []),
        *([choice(turn, PROGRAMME, "asked-button-programme")] if found.programmes else []),
    ]
