"""How the report talk ends: sent, refused, or with somebody else who reports now."""

from dataclasses import replace

from dialogue import (
    Talk,
)
from dialogue.report_answers import to_answers
from domain.meetings import MeetingState
from domain.message import Choice
from domain.refusals import Closed, Conflict, Refusal
from domain.report import ReportAnswers
from domain.talks import Draft
from handlers.reports.told_cases import to_judge
from handlers.screen import shorten, show
from operations.access import own_chapters
from operations.cadres.buttons import LOOKS
from operations.maintenance import files
from operations.meetings.joint import find_joint
from operations.reports import reporting
from operations.reports.buttons import (
    AskToReopen,
    SeeReport,
    WriteJointReport,
)
from operations.reports.reporting import Receipt
from operations.turn import Turn
from operations.wording import day_words, period_words
from storage.cadres.meeting_grades import Source


async def send_draft(turn: Turn, draft: Draft, talk: Talk) -> None:
    """Sends a report, and says what it is called and what can follow.

    Raises Conflict where another was sent meanwhile, Closed, NotAllowed and NotFound.
    """
    answers = to_answers(talk, today=turn.today)
    photos = await files.list_kept(turn.unit, answers.photos)
    receipt = await reporting.submit_report(
        turn.context,
        draft.meeting_id,
        replace(answers, photos=photos),
        corrects=draft.state.get("corrects", 0),
    )
    turn.draft = None
    turn.leave()
    turn.say(
        "report-corrected" if receipt.version > 1 else "report-received",
        number=receipt.number,
        chapter=receipt.chapter.name,
        period=period_words(receipt.meeting.period, turn.language),
        until=day_words(receipt.meeting.closes_on),
    )
    if not receipt.on_time and receipt.version == 1:
        turn.say("report-received-late")
    turn.ask(
        (
            *(await _offer_joint(turn, receipt, answers) if receipt.version == 1 else ()),
            *_offer_grade(turn, receipt),
            *(await to_judge(turn)),
            Choice("menu", turn.label("button-menu")),
            see_button(turn, receipt.meeting.id),
        ),
        commands=True,
    )


async def _offer_joint(turn: Turn, receipt: Receipt, answers: ReportAnswers) -> tuple[Choice, ...]:
    """Offers the report of another chapter that met in the same evening."""
    other = await find_joint(turn.unit, turn.posts, receipt.meeting, answers, today=turn.today)
    if other is None:
        return ()
    turn.say("report-joint", chapter=other.chapter.name)
    words = shorten(turn.label("report-joint-button", chapter=other.chapter.name))
    return (Choice(WriteJointReport(other.meeting.id, receipt.meeting.id).key, words),)


def _offer_grade(turn: Turn, receipt: Receipt) -> tuple[Choice, ...]:
    """Offers to grade a meeting held, to whoever typed the report as the cadre does."""
    if receipt.meeting.state is not MeetingState.HELD:
        return ()
    is_own = receipt.chapter.id in own_chapters(turn.posts, turn.today)
    source = Source.SELF if is_own else Source.CADRE
    words = turn.label("grade-button-self" if is_own else "grade-button-cadre")
    return (Choice(LOOKS[source](receipt.meeting.id).key, words),)


def say_refused(turn: Turn, meeting_id: int, refusal: Refusal) -> None:
    """Says why a report is not taken, and shows the ways on from there."""
    turn.say(refusal.code, **refusal.facts)
    ways: tuple[Choice, ...] = ()
    if isinstance(refusal, Conflict):
        ways = (see_button(turn, meeting_id),)
    elif isinstance(refusal, Closed):
        ways = (Choice(AskToReopen(meeting_id).key, turn.label("unsent-button-after")),)
    show(turn, *ways)


def say_no_longer_theirs(turn: Turn) -> None:
    """Says that somebody else answers for the meeting now, and has what was written."""
    turn.leave()
    turn.say("report-no-longer-yours")
    show(turn)


def see_button(turn: Turn, meeting_id: int) -> Choice:
    """Returns the button that shows what was sent for a meeting."""
    return Choice(SeeReport(meeting_id).key, turn.label("button-view-report"))
