"""A question to chapters is put together: whom, what, and in which sort of answer."""

from dialogue.inputs import Input, Late, Press
from domain.message import Expects
from domain.questionnaires.urgent import Sort
from handlers.questionnaires.drafted import ask_term
from handlers.questionnaires.states import AskDraft, AskPlan, AskStep
from handlers.scope_step import ScopeAnswer, ask_scope, read_scope, scopes_of
from handlers.screen import show
from handlers.steps import CANCEL, ask_words, choice, typed_words, unfit
from operations.questionnaires.buttons import AskedList
from operations.questionnaires.drafting import read_options, read_question, start_question
from operations.rights import Right
from operations.turn import Turn


async def begin_question(turn: Turn) -> None:
    """Asks whom a question is for, if the person may ask anybody."""
    scopes = await scopes_of(turn, Right.ASK_CHAPTERS)
    plan = AskPlan()
    turn.start("survey", plan)
    ask_scope(turn, scopes, ScopeAnswer(), question="survey-scope")


async def answer_plan(turn: Turn, plan: AskPlan, given: Input) -> None:
    """Takes the next answer about a question that is put together."""
    if given == CANCEL:
        turn.say("survey-left")
        show(turn, choice(turn, AskedList(), "survey-button-list"))
        return
    match plan.step:
        case AskStep.SCOPE:
            await _take_scope(turn, plan, given)
        case AskStep.WORDS:
            plan.words = read_question(typed_words(turn, given))
            _ask_sort(turn, plan)
        case AskStep.SORT:
            await _take_sort(turn, plan, given)
        case AskStep.OPTIONS:
            await _take_options(turn, plan, given)


async def _take_scope(turn: Turn, plan: AskPlan, given: Input) -> None:
    scopes = await scopes_of(turn, Right.ASK_CHAPTERS)
    answer = read_scope(turn, scopes, given, wanted=plan.wanted)
    plan.wanted = answer.wanted
    if not answer.scope:
        turn.keep(plan)
        ask_scope(turn, scopes, answer, question="survey-scope")
        return
    plan.scope, plan.step = answer.scope, AskStep.WORDS
    turn.keep(plan)
    turn.say("survey-words")
    ask_words(turn)


def _ask_sort(turn: Turn, plan: AskPlan) -> None:
    plan.step = AskStep.SORT
    turn.keep(plan)
    turn.say("survey-sort", words=plan.words)
    ask_words(
        turn,
        *(choice(turn, sort, f"survey-sort-{sort}") for sort in Sort),
        expects=Expects.CHOICE,
    )


async def _take_sort(turn: Turn, plan: AskPlan, given: Input) -> None:
    """Takes the sort of answer; words typed after the question belong to it."""
    if isinstance(given, Late):
        plan.words = read_question(f"{plan.words}\n{given.text}")
        _ask_sort(turn, plan)
        return
    key = given.key if isinstance(given, Press) else ""
    if key not in set(Sort):
        raise unfit(turn)
    plan.sort = Sort(key)
    if plan.sort is Sort.CHOICE:
        plan.step = AskStep.OPTIONS
        turn.keep(plan)
        turn.say("survey-options-which")
        ask_words(turn)
        return
    yes_no = (turn.label("survey-yes"), turn.label("survey-no"))
    await _start(turn, plan, yes_no if plan.sort is Sort.YES_NO else ())


async def _take_options(turn: Turn, plan: AskPlan, given: Input) -> None:
    await _start(turn, plan, read_options(typed_words(turn, given)))


async def _start(turn: Turn, plan: AskPlan, options: tuple[str, ...]) -> None:
    sort = plan.sort or Sort.WORDS
    added = await start_question(turn.context, plan.scope, plan.words, sort, options)
    turn.start("survey", AskDraft(questionnaire=added))
    await ask_term(turn, added)
