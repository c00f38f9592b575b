"""A question to chapters is put together: whom, what, in which sort, until when, and out."""

from datetime import timedelta

from dialogue.inputs import Input, Late, Press
from domain.message import Choice, Expects
from domain.questionnaires.urgent import Sort
from handlers.questionnaires.follow import say_followed
from handlers.questionnaires.form_file import begin_version, write_form
from handlers.questionnaires.plan_words import say_cost, say_draft
from handlers.questionnaires.states import AskDraft, AskPlan, AskStep
from handlers.questionnaires.trial import begin_trial
from handlers.scope_step import ScopeAnswer, ask_scope, read_scope, scopes_of
from handlers.screen import show
from handlers.steps import (
    CANCEL,
    ask_words,
    choice,
    pressed,
    read_day,
    typed,
    typed_words,
    unfit,
)
from operations.questionnaires.buttons import AskedList, GoOnAsking, TermOption
from operations.questionnaires.definitions import load_version
from operations.questionnaires.drafting import (
    drop_draft,
    get_draft,
    read_options,
    read_question,
    set_term,
    start_question,
)
from operations.questionnaires.following import scope_words
from operations.questionnaires.importing import get_readable
from operations.questionnaires.sending import plan_sending, send_questionnaire
from operations.rights import Right
from operations.turn import Turn
from operations.wording import day_words

# Whole days from today that a question is usually given.
_TERMS = (0, 1, 3, 7)
_SEND, _DROP, _TERM = Press("send"), Press("drop"), Press("term")
_TRY, _FORM, _WRITE = Press("try"), Press("form"), Press("write")
_LATER = Press("later")


async def begin_question(turn: Turn) -> None:
    """Asks whom a question is for, if the person may ask anybody."""
    scopes = await scopes_of(turn, Right.ASK_CHAPTERS)
    plan = AskPlan()
    turn.start("survey", plan)
    ask_scope(turn, scopes, ScopeAnswer(), question="survey-scope")


async def go_on_asking(turn: Turn, questionnaire_id: int) -> None:
    """Goes on with what was prepared; what was sent meanwhile is shown."""
    draft = await get_readable(turn.context, questionnaire_id)
    if not draft.is_draft:
        await say_followed(turn, draft.id)
        return
    turn.start("survey", AskDraft(questionnaire=draft.id))
    await (_look(turn, draft.id) if draft.closes_on else _ask_term(turn, draft.id))


async def answer_asking(turn: Turn, state: AskDraft | AskPlan, given: Input) -> None:
    """Takes the next answer about a question that is prepared."""
    match state:
        case AskDraft() as draft:
            await _answer_draft(turn, draft, given)
        case plan:
            await _answer_plan(turn, plan, given)


async def _answer_plan(turn: Turn, plan: AskPlan, given: Input) -> None:
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
    await _ask_term(turn, added)


async def _ask_term(turn: Turn, questionnaire_id: int) -> None:
    turn.keep(AskDraft(questionnaire=questionnaire_id, asks_term=True))
    turn.say("survey-term")
    days = [(number, turn.today + timedelta(days=number)) for number in _TERMS]
    ask_words(
        turn,
        *(
            Choice(
                TermOption(day).key,
                turn.label("survey-term-days", days=number, day=day_words(day)),
            )
            for number, day in days
        ),
        expects=Expects.DATE,
    )


async def _answer_draft(turn: Turn, draft: AskDraft, given: Input) -> None:
    if given in (CANCEL, _LATER):
        turn.say("survey-kept")
        show(turn, choice(turn, GoOnAsking(draft.questionnaire), "button-go-on"))
    elif draft.asks_term:
        await _take_term(turn, draft, given)
    elif given == _SEND:
        await _send(turn, draft)
    elif given == _TRY:
        await begin_trial(turn, draft.questionnaire)
    elif given == _FORM:
        await begin_version(turn, draft.questionnaire)
    elif given == _WRITE:
        await write_form(turn, draft.questionnaire)
    elif given == _TERM:
        await _ask_term(turn, draft.questionnaire)
    elif given == _DROP:
        await drop_draft(turn.context, draft.questionnaire)
        turn.say("survey-dropped")
        show(turn, choice(turn, AskedList(), "survey-button-list"))
    else:
        raise unfit(turn)


async def _take_term(turn: Turn, draft: AskDraft, given: Input) -> None:
    offered, text = pressed(given, TermOption), typed(given)
    if offered is None and text is None:
        raise unfit(turn)
    day = (
        offered.day
        if offered
        else read_day(turn, text or "", towards="future", refusal="survey-term-unread")
    )
    await set_term(turn.context, draft.questionnaire, day)
    await _look(turn, draft.questionnaire)


async def _look(turn: Turn, questionnaire_id: int) -> None:
    """Shows what goes out, to whom, and what it costs, before it does."""
    turn.keep(AskDraft(questionnaire=questionnaire_id))
    draft = await get_draft(turn.context, questionnaire_id)
    version = await load_version(turn.unit, draft)
    say_draft(turn, draft, version, await scope_words(turn.context, draft))
    say_cost(turn, await plan_sending(turn.context, draft))
    turn.ask(
        (
            choice(turn, _SEND, "survey-button-send"),
            choice(turn, _TRY, "survey-button-try"),
            choice(turn, _TERM, "survey-button-term"),
            *(_file_buttons(turn) if version.form_id else ()),
            choice(turn, _DROP, "survey-button-drop"),
        ),
        navigation=(choice(turn, _LATER, "button-later"),),
    )


def _file_buttons(turn: Turn) -> tuple[Choice, ...]:
    """Returns what can be done with a form that came as a file."""
    ways = ((_FORM, "survey-button-version"), (_WRITE, "survey-button-form"))
    return tuple(choice(turn, key, words) for key, words in ways)


async def _send(turn: Turn, draft: AskDraft) -> None:
    plan = await send_questionnaire(turn.context, draft.questionnaire)
    turn.say("survey-sent", chapters=len(plan.chapters))
    await say_followed(turn, draft.questionnaire)
