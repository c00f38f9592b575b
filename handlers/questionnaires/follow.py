"""What was asked and what came of it: counted live, who is missing, a word to remind, an end."""

from collections.abc import Iterator
from dataclasses import replace

from documents.official.wording import span_words
from domain.buttons import Button
from domain.calendar import period_of
from domain.message import Choice
from domain.questionnaires.answers import write_decimal
from domain.questionnaires.definition import NUMBERS, WORDED
from domain.refusals import Conflict
from domain.reporting_span import Span, span_of
from handlers.questionnaires.with_reports import say_asked_days
from handlers.screen import phone_words, shorten, show, take_page
from handlers.steps import choice, say_refusal, show_list, show_page
from operations.questionnaires.buttons import (
    AskedList,
    AskToClose,
    CloseNow,
    FollowAnswers,
    FollowReports,
    GivenWithReports,
    GivenWords,
    GoOnAsking,
    MissingAnswers,
    NewForm,
    NewQuestion,
    NextVersion,
    RemindOnce,
    TableOfAnswers,
    WriteForm,
)
from operations.questionnaires.following import (
    AskedLine,
    Followed,
    MissingChapter,
    follow,
    list_followed,
    list_given_words,
    list_missing,
    name_leaders,
)
from operations.questionnaires.reaching import may_ask
from operations.questionnaires.results import QuestionResult
from operations.questionnaires.sending import close_questionnaire, remind_once
from operations.turn import Turn
from operations.wording import day_words
from storage.questionnaires.answer_sums import AnswerScope
from texts import Rich


async def show_asked(turn: Turn, number: int) -> None:
    """Shows what was asked, the newest first, and the way to ask anew."""
    found = await list_followed(turn.context)
    turn.say("survey-list" if found else "survey-list-none")
    is_asker = may_ask(turn.context)
    anew = [choice(turn, NewQuestion(), "survey-button-new")] if is_asker else []
    if is_asker and turn.abilities.takes_files:
        anew.append(choice(turn, NewForm(), "survey-button-new-form"))
    choices = [*anew, *(_line(turn, line) for line in found)]
    show_list(turn, choices, number, AskedList)


def _line(turn: Turn, line: AskedLine) -> Choice:
    asked, progress = line.questionnaire, line.progress
    if asked.is_draft:
        words = turn.label("survey-line-draft", title=asked.title)
        return Choice(GoOnAsking(asked.id).key, words)
    state = "open" if asked.is_open(turn.today) else "over"
    if progress is None:
        words = turn.label(f"asked-line-{state}", title=asked.title)
        return Choice(FollowAnswers(asked.id).key, words)
    words = turn.label(
        f"survey-line-{state}", title=asked.title, answered=progress.answered, asked=progress.asked
    )
    return Choice(FollowAnswers(asked.id).key, words)


async def say_followed(turn: Turn, questionnaire_id: int, span: Span | None = None) -> None:
    """Shows how many have answered and what; with reports, of the meetings of a span."""
    found = await follow(turn.context, questionnaire_id, span)
    asked, progress = found.questionnaire, found.progress
    is_open = asked.is_open(turn.today)
    turn.say("survey-followed", title=asked.title, scope=found.scope, author=found.author)
    if found.span:
        say_asked_days(turn, asked, chapters=progress.asked)
        turn.say("asked-span", span=span_words(found.span, turn.language))
    turn.say("survey-progress", answered=progress.answered, asked=progress.asked)
    if asked.closes_on and not found.span:
        key = "survey-until" if is_open else "survey-closed-since"
        turn.say(key, day=day_words(asked.closes_on))
    for result in found.results:
        if result.answered:
            _say_result(turn, result)
    missing = 0 if found.span else progress.asked - progress.answered
    show(turn, *_list_spans(turn, found), *_ways(turn, found, missing=missing, is_open=is_open))


def _list_spans(turn: Turn, found: Followed) -> Iterator[Choice]:
    """Yields the ways to the months beside that of which the answers are shown."""
    begins = found.questionnaire.begins_on
    if found.span is None or begins is None:
        return
    for span in (found.span.previous(), found.span.next()):
        if span.last_day >= begins and span.first_day <= turn.today:
            words = turn.label("asked-span", span=span_words(span, turn.language))
            month = period_of(span.first_day, 1)
            yield Choice(FollowReports(found.questionnaire.id, month).key, words)


def _words_button(found: Followed) -> Button:
    number = found.questionnaire.id
    if found.span is None:
        return GivenWords(number)
    return GivenWithReports(number, period_of(found.span.first_day, 1))


def _ways(turn: Turn, found: Followed, *, missing: int, is_open: bool) -> list[Choice]:
    number = found.questionnaire.id
    has_words = any(result.asked.type in WORDED and result.answered for result in found.results)
    may_remind = found.may_ask and is_open and missing and not found.questionnaire.reminded_at
    is_file = bool(found.version.form_id)
    may_change = is_file and found.may_ask and is_open and turn.abilities.takes_files
    wanted = (
        (FollowAnswers(number), "survey-button-again", is_open),
        (MissingAnswers(number), "survey-button-missing", missing),
        (_words_button(found), "survey-button-words", has_words),
        (RemindOnce(number), "survey-button-remind", may_remind),
        (AskToClose(number), "survey-button-close", found.may_ask and is_open),
        (TableOfAnswers(number), "survey-button-table", found.progress.answered),
        (NextVersion(number), "survey-button-version", may_change),
        (WriteForm(number), "survey-button-form", is_file),
        (AskedList(), "survey-button-list", True),
    )
    return [choice(turn, button, words) for button, words, shown in wanted if shown]


def _say_result(turn: Turn, result: QuestionResult) -> None:
    lines = [turn.text("survey-result", words=result.label, answered=result.answered)]
    if result.asked.type in NUMBERS and result.numbers and result.average is not None:
        lines.append(
            turn.text(
                "survey-result-numbers",
                total=write_decimal(result.numbers.total),
                average=write_decimal(result.average),
                least=write_decimal(result.numbers.least),
                most=write_decimal(result.numbers.most),
            )
        )
    lines += [
        turn.text("survey-result-choice", label=option.label, count=option.count)
        for option in result.choices
    ]
    turn.say_rich(Rich("\n".join(lines)))


async def show_missing(turn: Turn, button: MissingAnswers) -> None:
    """Shows a page of who has not answered, with whom to phone."""
    page = take_page(await list_missing(turn.context, button.questionnaire), button.page)
    turn.say("survey-missing" if page.items else "survey-missing-none")
    named = await name_leaders(turn.context, page.items)
    turn.say_rich(Rich("\n".join(_missing_line(turn, missing) for missing in named)))
    back = choice(turn, FollowAnswers(button.questionnaire), "button-back")
    show_page(
        turn,
        page,
        lambda number: MissingAnswers(button.questionnaire, number),
        navigation=(back,),
    )


def _missing_line(turn: Turn, missing: MissingChapter) -> Rich:
    leader = next(iter(missing.leaders), None)
    return turn.text(
        "survey-missing-line",
        chapter=missing.chapter.name,
        who=leader.name if leader else turn.label("survey-nobody"),
        phone=phone_words(turn, leader.phone if leader else None),
    )


async def show_words(turn: Turn, button: GivenWords | GivenWithReports) -> None:
    """Shows a page of what was answered in words, to those who may read reports there."""
    span = None
    if isinstance(button, GivenWithReports):
        span = span_of(button.month.first_day, 1)
    scope = AnswerScope(questionnaire_id=button.questionnaire, span=span)
    page = take_page(await list_given_words(turn.context, scope), button.page)
    turn.say("survey-given" if page.items else "survey-given-none")
    for given in page.items:
        words = given.words or turn.label("survey-given-file", count=given.files)
        turn.say("survey-given-line", chapter=given.chapter.name, words=shorten(words, 300))
    back = choice(turn, FollowAnswers(button.questionnaire), "button-back")
    show_page(turn, page, lambda number: replace(button, page=number), navigation=(back,))


async def remind(turn: Turn, questionnaire_id: int) -> None:
    """Reminds once, and says what was done."""
    try:
        plan = await remind_once(turn.context, questionnaire_id)
    except Conflict as refusal:
        say_refusal(turn, refusal)
    else:
        if plan.rest:
            turn.say("survey-reminding", chapters=plan.asked)
        else:
            turn.say("survey-reminded-now", messages=plan.now, later=len(plan.later))
    await say_followed(turn, questionnaire_id)


async def ask_to_close(turn: Turn, questionnaire_id: int) -> None:
    """Asks whether no more answers are to be taken."""
    found = await follow(turn.context, questionnaire_id)
    progress = found.progress
    if found.span:
        turn.say("asked-close")
    else:
        turn.say("survey-close", answered=progress.answered, asked=progress.asked)
    show(
        turn,
        choice(turn, CloseNow(questionnaire_id), "survey-button-close-now"),
        navigation=(choice(turn, FollowAnswers(questionnaire_id), "button-back"),),
    )


async def close(turn: Turn, questionnaire_id: int) -> None:
    """Takes no more answers, and shows what came in."""
    try:
        await close_questionnaire(turn.context, questionnaire_id)
    except Conflict as refusal:
        say_refusal(turn, refusal)
    else:
        turn.say("survey-closed-now")
    await say_followed(turn, questionnaire_id)
