"""One clear answer to "Am I up to date?"."""

from domain.message import Choice
from handlers.screen import ScreenHandler, shorten, show
from handlers.tasks import offer_tasks
from operations.access import own_chapters
from operations.reports.buttons import AskToReopen, CompleteReport, WriteReport
from operations.reports.history import UpToDate, up_to_date
from operations.reports.opening import Reportable
from operations.reports.review_states import ReturnedReport, list_returned
from operations.reports.unsent import Unsent, list_locked
from operations.turn import Turn
from operations.wording import clock_words, day_words, period_words, weekday_words

_LISTED = 8


class StatusHandler(ScreenHandler):
    """Says what a leader still owes, or that it is nothing."""

    name = "status"
    command = "tinhhinh|status"
    words = "command-status-words"

    async def begin(self, turn: Turn, argument: str) -> None:  # noqa: ARG002 - needs none
        """Answers, with a button for each missing report."""
        if not own_chapters(turn.posts, turn.today):
            turn.say("status-no-chapter")
            show(turn, *offer_tasks(turn, "overview", "board"))
            return
        found = await up_to_date(turn.unit, turn.posts, today=turn.today)
        owed = (*found.missing, *found.due)
        if found.is_complete:
            turn.say("status-complete")
        else:
            turn.say("status-owed", count=len(owed))
            turn.say_rich("\n".join(_line(turn, reportable) for reportable in owed[:_LISTED]))
        returned = await list_returned(turn.unit, turn.posts, today=turn.today)
        _say_returned(turn, returned)
        locked = await list_locked(
            turn.unit, turn.require_person().id, turn.posts, today=turn.today
        )
        _say_locked(turn, locked[:_LISTED])
        _say_next(turn, found)
        show(
            turn,
            *(_button_to_complete(turn, report) for report in returned[:_LISTED]),
            *(_button(turn, reportable) for reportable in owed[:_LISTED]),
            *(_button_to_ask(turn, unsent) for unsent in locked[:_LISTED]),
        )


def _line(turn: Turn, reportable: Reportable) -> str:
    late = reportable.meeting.days_late(turn.today)
    return turn.text(
        "status-line-late" if late else "status-line",
        chapter=reportable.chapter.name,
        period=period_words(reportable.meeting.period, turn.language),
        due=day_words(reportable.meeting.due_on),
        days=late,
    )


def _button(turn: Turn, reportable: Reportable) -> Choice:
    words = turn.label(
        "status-button",
        chapter=reportable.chapter.name,
        period=period_words(reportable.meeting.period, turn.language),
    )
    return Choice(WriteReport(reportable.meeting.id).key, shorten(words))


def _say_locked(turn: Turn, locked: list[Unsent]) -> None:
    """Says which reports were begun and not sent before their period closed."""
    if locked:
        turn.say("status-locked")
        turn.say_rich(
            "\n".join(
                turn.text("status-line-locked", **_locked(turn, unsent)) for unsent in locked
            )
        )


def _button_to_ask(turn: Turn, unsent: Unsent) -> Choice:
    words = turn.label("status-button-locked", **_locked(turn, unsent))
    return Choice(AskToReopen(unsent.meeting.id).key, shorten(words))


def _locked(turn: Turn, unsent: Unsent) -> dict[str, str]:
    return {
        "chapter": unsent.chapter.name,
        "period": period_words(unsent.meeting.period, turn.language),
        "day": day_words(unsent.meeting.closes_on),
    }


def _say_returned(turn: Turn, returned: list[ReturnedReport]) -> None:
    """Says which reports are to be completed, and why."""
    if returned:
        turn.say("status-returned", count=len(returned))
        lines = (
            turn.text(
                "status-line-returned",
                chapter=report.chapter.name,
                period=period_words(report.meeting.period, turn.language),
                reason=report.review.reason,
            )
            for report in returned[:_LISTED]
        )
        turn.say_rich("\n".join(lines))


def _button_to_complete(turn: Turn, returned: ReturnedReport) -> Choice:
    words = turn.label(
        "status-button-returned",
        chapter=returned.chapter.name,
        period=period_words(returned.meeting.period, turn.language),
    )
    return Choice(CompleteReport(returned.meeting.id, returned.review.step).key, shorten(words))


def _say_next(turn: Turn, found: UpToDate) -> None:
    following = found.next_meeting
    if following and following.meeting.day:
        turn.say(
            "status-next",
            chapter=following.chapter.name,
            day=weekday_words(following.meeting.day, turn.language),
            time=clock_words(following.meeting.start_time),
        )
