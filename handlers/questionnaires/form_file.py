"""An office's own questions come by chat as an XLSForm, and go out as one."""

from dialogue.inputs import Input, UnsupportedInput
from domain.message import Expects
from domain.questionnaires.examples import Example, title_of
from handlers.questionnaires.states import AskForm
from handlers.scope_step import ScopeAnswer, ask_scope, read_scope, scopes_of
from handlers.screen import show
from handlers.steps import CANCEL, ask_words, choice, pressed, unfit
from operations.questionnaires.buttons import AskedList, FollowAnswers, TakeExample
from operations.questionnaires.importing import (
    get_readable,
    queue_example,
    queue_look,
    queue_table,
    queue_writing,
)
from operations.rights import Right
from operations.turn import Turn
from operations.workbook.chat import note_workbook


async def begin_form(turn: Turn) -> None:
    """Asks whom the questions of a workbook are for."""
    scopes = await scopes_of(turn, Right.ASK_CHAPTERS)
    turn.start("survey", AskForm())
    ask_scope(turn, scopes, ScopeAnswer(), question="survey-scope")


async def begin_version(turn: Turn, questionnaire_id: int) -> None:
    """Asks for a workbook that is to be the next version."""
    found = await get_readable(turn.context, questionnaire_id)
    turn.start("survey", AskForm(questionnaire=found.id))
    _ask_file(turn)


async def write_form(turn: Turn, questionnaire_id: int) -> None:
    """Has a questionnaire written as a workbook."""
    await queue_writing(turn, questionnaire_id)
    turn.say("xlsform-writing")
    show(turn, choice(turn, AskedList(), "survey-button-list"))


async def write_answers(turn: Turn, questionnaire_id: int) -> None:
    """Has the answers written as a workbook."""
    await queue_table(turn, questionnaire_id)
    turn.say("xlsform-writing")
    show(turn, choice(turn, FollowAnswers(questionnaire_id), "button-back"))


async def answer_form(turn: Turn, state: AskForm, given: Input) -> None:
    """Takes whom it is for, and the workbook."""
    if given == CANCEL:
        turn.say("survey-kept" if state.questionnaire else "survey-left")
        show(turn, choice(turn, AskedList(), "survey-button-list"))
    elif not (state.scope or state.questionnaire):
        await _take_scope(turn, state, given)
    elif example := pressed(given, TakeExample):
        await queue_example(turn, example.example)
        turn.say("xlsform-writing")
        _ask_file(turn)
    elif isinstance(given, UnsupportedInput) and turn.inbound.file is not None:
        number = await note_workbook(turn)
        await queue_look(turn, number, scope=state.scope, questionnaire_id=state.questionnaire)
        turn.say("xlsform-received")
        show(turn)
    else:
        turn.say("xlsform-send")
        turn.repeat_prompt()


async def _take_scope(turn: Turn, state: AskForm, given: Input) -> None:
    if isinstance(given, UnsupportedInput):
        raise unfit(turn)
    scopes = await scopes_of(turn, Right.ASK_CHAPTERS)
    answer = read_scope(turn, scopes, given, wanted=state.wanted)
    state.wanted, state.scope = answer.wanted, answer.scope
    turn.keep(state)
    if state.scope:
        _ask_file(turn)
    else:
        ask_scope(turn, scopes, answer, question="survey-scope")


def _ask_file(turn: Turn) -> None:
    turn.say("xlsform-send")
    examples = (
        choice(turn, TakeExample(example), "xlsform-button-example", title=title_of(example))
        for example in Example
    )
    ask_words(turn, *examples, expects=Expects.CHOICE)
