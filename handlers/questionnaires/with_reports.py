"""From which meetings on, and until when, questions are asked with reports."""

from datetime import date

from dialogue.inputs import Input
from domain.calendar import period_of
from domain.message import Choice, Expects
from domain.questionnaires.questionnaire import Questionnaire
from domain.reading import Towards
from handlers.questionnaires.states import AskDraft
from handlers.steps import ask_words, choice, pressed, read_day, typed, unfit
from operations.questionnaires.buttons import NoLastDay, TermOption
from operations.questionnaires.publishing import ask_with_reports
from operations.turn import Turn
from operations.wording import day_words


async def ask_days(turn: Turn, questionnaire_id: int) -> None:
    """Asks from which meetings on."""
    turn.start("survey", AskDraft(questionnaire=questionnaire_id, asks_days=True))
    month = period_of(turn.today, 1)
    _ask(
        turn,
        "asked-from",
        ("asked-from-month", month.first_day),
        ("asked-from-next", month.next().first_day),
    )


def _ask(
    turn: Turn, question: str, *days: tuple[str, date], more: tuple[Choice, ...] = ()
) -> None:
    turn.say(question)
    offered = (
        Choice(TermOption(day).key, turn.label(words, day=day_words(day))) for words, day in days
    )
    ask_words(turn, *offered, *more, expects=Expects.DATE)


async def take_days(turn: Turn, state: AskDraft, given: Input) -> bool:
    """Takes the next day; True once both are known and kept."""
    if state.begins_on is None:
        state.begins_on = read_given_day(turn, given, towards="past")
        turn.keep(state)
        quarter = period_of(turn.today, 3)
        _ask(
            turn,
            "asked-to",
            ("asked-to-quarter", quarter.last_day),
            ("asked-to-year", date(turn.today.year, 12, 31)),
            more=(choice(turn, NoLastDay(), "asked-to-open"),),
        )
        return False
    is_open = pressed(given, NoLastDay) is not None
    until = None if is_open else read_given_day(turn, given, towards="future")
    await ask_with_reports(turn.context, state.questionnaire, state.begins_on, until)
    return True


def read_given_day(turn: Turn, given: Input, *, towards: Towards) -> date:
    """Returns the day that was chosen or typed; raises BadInput for anything else."""
    offered, text = pressed(given, TermOption), typed(given)
    if offered is None and text is None:
        raise unfit(turn)
    if offered is not None:
        return offered.day
    return read_day(turn, text or "", towards=towards, refusal="survey-term-unread")


def say_asked_days(turn: Turn, asked: Questionnaire, *, chapters: int) -> None:
    """Says of which meetings questions are asked, and of how many chapters."""
    begins = day_words(asked.begins_on or turn.today)
    if asked.closes_on:
        turn.say("asked-days", **{"from": begins, "to": day_words(asked.closes_on)})
    else:
        turn.say("asked-days-open", **{"from": begins})
    turn.say("asked-chapters", count=chapters)
