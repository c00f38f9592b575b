"""A prepared questionnaire: until when or with which reports it is asked, tried, and out."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from dialogue.inputs import Input, Press
from domain.message import Choice, Expects
from domain.questionnaires.questionnaire import Purpose, Questionnaire
from domain.refusals import BadInput
from handlers.questionnaires.follow import say_followed
from handlers.questionnaires.form_file import begin_version, write_form
from handlers.questionnaires.narrowing import (
    KINDS,
    PROGRAMME,
    ask_kinds,
    ask_programme,
    say_narrowing,
    take_kinds,
    take_programme,
)
from handlers.questionnaires.plan_words import cost_lines, say_draft
from handlers.questionnaires.states import AskDraft
from handlers.questionnaires.trial import begin_trial
from handlers.questionnaires.with_reports import (
    ask_days,
    read_given_day,
    say_asked_days,
    take_days,
)
from handlers.screen import show
from handlers.steps import (
    CANCEL,
    ask_words,
    choice,
    say_refusal,
    unfit,
)
from operations.questionnaires.buttons import AskedList, GoOnAsking, TermOption
from operations.questionnaires.definitions import AskedVersion, load_version
from operations.questionnaires.drafting import drop_draft, get_draft, set_term
from operations.questionnaires.following import scope_words
from operations.questionnaires.importing import get_readable, queue_cost
from operations.questionnaires.publishing import check_questions, list_asked_chapters, publish
from operations.questionnaires.sending import plan_sending, send_questionnaire
from operations.turn import Turn
from operations.wording import day_words

# Whole days from today that a question is usually given.
_TERMS = (0, 1, 3, 7)
_SEND, _DROP, _TERM = Press("send"), Press("drop"), Press("term")
_TRY, _FORM, _WRITE = Press("try"), Press("form"), Press("write")
_LATER, _ASIDE, _PUBLISH = Press("later"), Press("report"), Press("publish")


async def go_on_asking(turn: Turn, questionnaire_id: int) -> None:
    """Goes on with what was prepared; what was sent meanwhile is shown."""
    draft = await get_readable(turn.context, questionnaire_id)
    if not draft.is_draft:
        await say_followed(turn, draft.id)
        return
    turn.start("survey", AskDraft(questionnaire=draft.id))
    is_ready = draft.closes_on or draft.purpose is Purpose.REPORT
    await (_look(turn, draft.id) if is_ready else ask_term(turn, draft.id))


def _aside(turn: Turn, version: AskedVersion) -> list[Choice]:
    """Returns the way to ask with reports, which a repeat cannot be."""
    if any(version.definition.repeats()):
        return []
    return [choice(turn, _ASIDE, "survey-button-with-reports")]


async def ask_term(turn: Turn, questionnaire_id: int) -> None:
    """Asks until when a questionnaire is answered, or whether it is asked with reports."""
    draft = await get_draft(turn.context, questionnaire_id)
    version = await load_version(turn.unit, draft)
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
        *_aside(turn, version),
        expects=Expects.DATE,
    )


async def answer_draft(turn: Turn, draft: AskDraft, given: Input) -> None:
    """Takes the term of a prepared questionnaire, or what is to become of it."""
    way = _WAYS.get(given.key) if isinstance(given, Press) else None
    if way is not None:
        await way(turn, draft.questionnaire)
    elif draft.asks_days:
        if await take_days(turn, draft, given):
            await _look(turn, draft.questionnaire)
    elif draft.kinds is not None:
        if await take_kinds(turn, draft, given):
            await _look(turn, draft.questionnaire)
    elif draft.asks_programme:
        await take_programme(turn, draft, given)
        await _look(turn, draft.questionnaire)
    elif draft.asks_term:
        await _take_term(turn, draft, given)
    else:
        raise unfit(turn)


async def _take_term(turn: Turn, draft: AskDraft, given: Input) -> None:
    day = read_given_day(turn, given, towards="future")
    await set_term(turn.context, draft.questionnaire, day)
    await _look(turn, draft.questionnaire)


async def _look(turn: Turn, questionnaire_id: int) -> None:
    """Shows what goes out, to whom, and what it costs, before it does."""
    turn.keep(AskDraft(questionnaire=questionnaire_id))
    draft = await get_draft(turn.context, questionnaire_id)
    version = await load_version(turn.unit, draft)
    say_draft(turn, draft, version, await scope_words(turn.context, draft))
    if draft.purpose is Purpose.REPORT:
        await _look_at_report(turn, draft, version)
        return
    if await queue_cost(turn, draft):
        turn.say("survey-cost-comes")
    else:
        plan = await plan_sending(turn.context, draft)
        turn.say_rich(*cost_lines(plan, turn.language))
    turn.ask(
        (
            choice(turn, _SEND, "survey-button-send"),
            choice(turn, _TRY, "survey-button-try"),
            choice(turn, _TERM, "survey-button-term"),
            *_aside(turn, version),
            *(_file_buttons(turn) if version.form_id else ()),
            choice(turn, _DROP, "survey-button-drop"),
        ),
        navigation=(choice(turn, _LATER, "button-later"),),
    )


async def _look_at_report(turn: Turn, draft: Questionnaire, version: AskedVersion) -> None:
    """Shows what is asked with reports, of how many chapters, and why that cannot be."""
    there = await list_asked_chapters(turn.context, draft)
    say_asked_days(turn, draft, chapters=len(there))
    narrowing = await say_narrowing(turn, draft)
    try:
        await check_questions(turn.context, draft, version.definition)
        ways = [choice(turn, _PUBLISH, "survey-button-publish")]
    except BadInput as refusal:
        say_refusal(turn, refusal)
        ways = []
    turn.ask(
        (
            *ways,
            choice(turn, _TRY, "survey-button-try"),
            choice(turn, _ASIDE, "survey-button-days"),
            *narrowing,
            *(_file_buttons(turn) if version.form_id else ()),
            choice(turn, _DROP, "survey-button-drop"),
        ),
        navigation=(choice(turn, _LATER, "button-later"),),
    )


def _file_buttons(turn: Turn) -> tuple[Choice, ...]:
    """Returns what can be done with a form that came as a file."""
    ways = ((_FORM, "survey-button-version"), (_WRITE, "survey-button-form"))
    return tuple(choice(turn, key, words) for key, words in ways)


async def _publish(turn: Turn, questionnaire_id: int) -> None:
    asked = await publish(turn.context, questionnaire_id)
    there = await list_asked_chapters(turn.context, asked)
    turn.say("asked-published", count=len(there))
    await say_followed(turn, asked.id)


async def _send(turn: Turn, questionnaire_id: int) -> None:
    plan = await send_questionnaire(turn.context, questionnaire_id)
    turn.say("survey-sent", chapters=plan.asked)
    await say_followed(turn, questionnaire_id)


async def _drop(turn: Turn, questionnaire_id: int) -> None:
    await drop_draft(turn.context, questionnaire_id)
    turn.say("survey-dropped")
    show(turn, choice(turn, AskedList(), "survey-button-list"))


async def _leave(turn: Turn, questionnaire_id: int) -> None:
    turn.say("survey-kept")
    show(turn, choice(turn, GoOnAsking(questionnaire_id), "button-go-on"))


_WAYS: Mapping[str, Callable[[Turn, int], Awaitable[None]]] = {
    CANCEL.key: _leave,
    _LATER.key: _leave,
    _ASIDE.key: ask_days,
    _SEND.key: _send,
    _PUBLISH.key: _publish,
    _TRY.key: begin_trial,
    _FORM.key: begin_version,
    _WRITE.key: write_form,
    _TERM.key: ask_term,
    _DROP.key: _drop,
    KINDS.key: ask_kinds,
    PROGRAMME.key: ask_programme,
}
