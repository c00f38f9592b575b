"""Who entered a report for whom, and what its leader says of it."""

from domain.message import Choice
from domain.reviews import ReviewAction
from handlers.screen import shorten
from operations.reports.archive import ArchivedReport
from operations.reports.buttons import ConfirmTyped, DisputeTyped
from operations.reports.typed_reports import find_typed
from operations.turn import Turn
from operations.wording import moment_words

_LONGEST_REASON = 300


async def say_typed(turn: Turn, found: ArchivedReport) -> list[Choice]:
    """Says who typed the live version and what its leader says of it; returns her answers."""
    meeting = found.view.meeting
    typed_report = await find_typed(
        turn.unit, turn.posts, meeting.id, by=turn.require_person().id, today=turn.today
    )
    if typed_report is None:
        return []
    turn.say("typed-by", who=typed_report.typist)
    word = typed_report.word
    if word is None:
        turn.say("typed-unconfirmed")
    else:
        turn.say(
            f"typed-{word.action}",
            at=moment_words(turn.policy.local(word.at), turn.language),
            reason=shorten(word.reason, _LONGEST_REASON) or "–",
        )
    if not typed_report.is_mine:
        return []
    what = (meeting.id, typed_report.report.version)
    ways = []
    if word is None or word.action is not ReviewAction.CONFIRMED:
        ways.append(Choice(ConfirmTyped(*what).key, turn.label("typed-button-right")))
    if word is None or word.action is not ReviewAction.OBJECTED:
        ways.append(Choice(DisputeTyped(*what).key, turn.label("typed-button-wrong")))
    return ways
