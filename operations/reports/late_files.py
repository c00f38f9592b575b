"""Photos, documents and recordings that come when their report is already sent or laid aside."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.chapters import Chapter, Recording
from domain.meetings import Meeting
from domain.records import Report
from domain.refusals import Conflict
from operations.reports.drafts import find_begun_report
from operations.reports.opening import list_reportable, open_report
from operations.reports.reporting import Receipt, submit_report
from operations.turn import Turn


@dataclass(frozen=True, slots=True)
class Target:
    """The report that takes what comes late; `sent` is None while it is being written."""

    meeting: Meeting
    chapter: Chapter
    sent: Report | None


async def find_target(turn: Turn) -> Target | None:
    """Returns the report somebody writes on, else the one they sent last that is still open."""
    begun = await find_begun_report(turn)
    if begun is not None:
        found = [Target(begun.meeting, begun.chapter, None)]
    else:
        listed = await list_reportable(turn.unit, turn.posts, today=turn.today)
        found = [
            Target(reportable.meeting, reportable.chapter, reportable.report)
            for reportable in listed
            if reportable.report
        ]
        found.sort(
            key=lambda target: target.sent.sent_at if target.sent else turn.now, reverse=True
        )
    taking = (target for target in found if target.chapter.kind.recording is Recording.FULL)
    return next(taking, None)


async def add_to_sent(
    turn: Turn, meeting_id: int, *, photos: Sequence[int], voices: Sequence[int]
) -> Receipt:
    """Adds files to a report that was sent, as a correction; raises what a correction raises."""
    opened = await open_report(
        turn.unit, turn.posts, meeting_id, today=turn.today, language=turn.language
    )
    if opened.report is None:
        raise Conflict("late-file-no-report")
    answers = opened.report.answers
    added = replace(
        answers,
        photos=tuple(dict.fromkeys((*answers.photos, *photos))),
        voice_notes=(*answers.voice_notes, *(("", note) for note in voices)),
    )
    return await submit_report(turn.context, meeting_id, added, corrects=opened.report.version)
