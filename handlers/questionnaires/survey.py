"""Officers ask chapters and follow the answers."""

from dialogue.inputs import Input
from domain.buttons import read_button
from domain.reporting_span import span_of
from handlers.questionnaires.compose import answer_plan, begin_question
from handlers.questionnaires.drafted import answer_draft, go_on_asking
from handlers.questionnaires.follow import (
    ask_to_close,
    close,
    remind,
    say_followed,
    show_asked,
    show_missing,
    show_words,
)
from handlers.questionnaires.form_file import (
    answer_form,
    begin_form,
    begin_version,
    write_answers,
    write_form,
)
from handlers.questionnaires.states import AskDraft, AskForm, AskPlan, Trying
from handlers.questionnaires.trial import answer_trial, begin_trial
from operations.questionnaires.buttons import (
    ASK_BUTTONS,
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
    OfQuestionnaire,
    RemindOnce,
    TableOfAnswers,
    TryAnswers,
    WriteForm,
)
from operations.turn import Turn


class SurveyHandler:
    """Shows what was asked and what came of it; asks anew."""

    name = "survey"
    command = "hoidonvi|survey"
    words = "command-survey-words"
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Does what the button or the command says."""
        match read_button(argument, *ASK_BUTTONS):
            case NewQuestion():
                await begin_question(turn)
            case NewForm():
                await begin_form(turn)
            case AskedList(number):
                await show_asked(turn, number)
            case MissingAnswers() as button:
                await show_missing(turn, button)
            case GivenWords() | GivenWithReports() as button:
                await show_words(turn, button)
            case FollowReports(number, month):
                await say_followed(turn, number, span_of(month.first_day, 1))
            case OfQuestionnaire() as button:
                await _do(turn, button)
            case _:
                await show_asked(turn, 1)

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes the next answer about what is prepared or tried."""
        match turn.state(Trying, AskForm, AskDraft, AskPlan):
            case Trying() as trying:
                await answer_trial(turn, trying, given)
            case AskForm() as form:
                await answer_form(turn, form, given)
            case AskDraft() as draft:
                await answer_draft(turn, draft, given)
            case plan:
                await answer_plan(turn, plan, given)


async def _do(turn: Turn, button: OfQuestionnaire) -> None:
    match button:
        case FollowAnswers(number):
            await say_followed(turn, number)
        case GoOnAsking(number):
            await go_on_asking(turn, number)
        case NextVersion(number):
            await begin_version(turn, number)
        case WriteForm(number):
            await write_form(turn, number)
        case TableOfAnswers(number):
            await write_answers(turn, number)
        case TryAnswers(number):
            await begin_trial(turn, number)
        case RemindOnce(number):
            await remind(turn, number)
        case AskToClose(number):
            await ask_to_close(turn, number)
        case CloseNow(number):
            await close(turn, number)
