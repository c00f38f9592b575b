"""Which meeting is to be reported, of several."""

from dataclasses import dataclass

from dialogue.report_form import REPORT
from domain.buttons import Button
from domain.meetings import MeetingType
from domain.message import Choice
from handlers.reports.report_states import TASK, BeforeForm, Question
from handlers.screen import show
from operations.reports import drafts
from operations.reports.buttons import (
    WriteReport,
)
from operations.reports.opening import Reportable
from operations.turn import Turn
from operations.wording import day_words, period_words
from texts import label


@dataclass(frozen=True)
class MeetingOfReport(Button, letter="m"):
    """The meeting to report, of several that wait."""

    meeting: int


def offer_sent_and_ahead(turn: Turn, others: list[Reportable]) -> None:
    """Offers what was sent, and what is ahead, which may be put off or called off."""
    ahead = any(meeting.awaits(turn.today) for meeting in others)
    sent = any(meeting.report for meeting in others)
    told = {(True, True): "report-none-waits-yet", (True, False): "report-only-ahead"}
    rest = "report-none-waits" if others else "report-nothing-open"
    turn.say(told.get((ahead, sent), rest))
    extra = Choice("extra", turn.label("menu-extra"))
    show(
        turn,
        *(
            Choice(WriteReport(reportable.meeting.id).key, name_meeting(turn, reportable))
            for reportable in others
        ),
        extra,
    )


async def ask_which_meeting(turn: Turn, meetings: list[Reportable]) -> None:
    """Asks which of several meetings is to be reported."""
    begun = await drafts.list_meetings(turn, form=REPORT.name)
    turn.start(TASK, BeforeForm(phase=Question.WHICH_MEETING))
    turn.say("report-choose")
    turn.ask(
        tuple(
            Choice(
                MeetingOfReport(each.meeting.id).key,
                name_meeting(turn, each, begun=each.meeting.id in begun),
            )
            for each in meetings
        ),
        navigation=(word_button(turn, "cancel"),),
    )


def name_meeting(turn: Turn, reportable: Reportable, *, begun: bool = False) -> str:
    """Returns a meeting as it is named to choose among several."""
    meeting, period = reportable.meeting, period_words(reportable.meeting.period, turn.language)
    if meeting.type is not MeetingType.REGULAR:
        sort = label(f"meeting-{meeting.type}", turn.language)
        day = day_words(meeting.day) if meeting.day else period
        period = label("report-choice-extra", turn.language, sort=sort, day=day)
    ahead = reportable.awaits(turn.today) and not reportable.is_due(turn.today)
    key = "report-choice-sent" if reportable.report else "report-choice"
    key = "report-choice-draft" if begun else key
    return label(
        "report-choice-ahead" if ahead else key,
        turn.language,
        chapter=reportable.chapter.name,
        period=period,
    )


def word_button(turn: Turn, name: str) -> Choice:
    """Returns the button of a word that answers a question before the form."""
    return Choice(name, turn.label(f"button-{name}"))
