"""What offices ask with the report of a meeting, and what is kept of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dialogue.asked_form import default_fact
from dialogue.asked_values import default_of
from dialogue.facts import Facts, FactValue
from dialogue.report_asked import AskedPart, choose_part, write_parts
from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.records import Report
from domain.report import ReportAnswers
from operations.context import ActorContext
from operations.facts import ReportTaken
from operations.questionnaires.last_saved import find_last_saved
from storage import UnitOfWork
from storage.questionnaires import report_questions
from storage.questionnaires.report_questions import AskedSheets, Given
from storage.questionnaires.responses import AnswerKey

AskedParts = Mapping[tuple[int, int], AskedPart]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfMeeting:
    """What is asked with a report as the fact of a talk, and the answers offered to it."""

    written: str = ""
    offered: Facts


async def ask_of_meeting(
    unit: UnitOfWork, meeting: Meeting, chapter: Chapter, sent: Report | None, *, today: date
) -> AskedOfMeeting:
    """Returns what is asked with the report of a meeting; of one that was sent, what was."""
    if sent is None:
        day = meeting.day or meeting.period.last_day
        parts = [_part(asked) for asked in await report_questions.list_asked(unit, chapter, day)]
    else:
        parts = await _ask_again(unit, sent)
    offered: dict[str, FactValue] = {}
    for part in parts:
        offered |= await _offer(
            unit, part, AnswerKey(part.questionnaire, chapter.id, meeting.id), today
        )
    return AskedOfMeeting(written=write_parts(_without_namesakes(parts)), offered=offered)


def _part(asked: AskedSheets) -> AskedPart:
    return AskedPart(asked.questionnaire_id, asked.version, asked.place, asked.sheets)


def _without_namesakes(parts: Iterable[AskedPart]) -> list[AskedPart]:
    """A chapter that came under another place may be asked two things of one name."""
    found: list[AskedPart] = []
    for part in parts:
        if not any(part.names & known.names for known in found):
            found.append(part)
    return found


async def _ask_again(unit: UnitOfWork, sent: Report) -> list[AskedPart]:
    asked = sent.answers.asked
    before = await load_parts(unit, [sent.answers])
    newest = await report_questions.list_newest(unit, [each.questionnaire for each in asked])
    return [
        choose_part(
            before[each.questionnaire, each.version], _part(newest[each.questionnaire]), each
        )
        for each in asked
    ]


async def _offer(
    unit: UnitOfWork, part: AskedPart, key: AnswerKey, today: date
) -> dict[str, FactValue]:
    """Returns the answers offered: what was answered before, or what the form says."""
    before = await find_last_saved(unit, key, part.sheets, part.definition)
    offered = {
        default_fact(asked.name): default_of(asked, before.get(asked.name), today)
        for asked in part.definition.answered()
    }
    return {name: value for name, value in offered.items() if value is not None}


async def load_parts(unit: UnitOfWork, answers: Iterable[ReportAnswers]) -> AskedParts:
    """Returns the versions to which reports give answers."""
    wanted = {(asked.questionnaire, asked.version) for told in answers for asked in told.asked}
    found = await report_questions.list_versions(unit, wanted)
    return {key: _part(asked) for key, asked in found.items()}


async def keep_asked(context: ActorContext, fact: ReportTaken) -> None:
    """Keeps the answers that a report gives to offices where they are added up."""
    report = fact.report
    if report.version == 1 and not report.answers.asked:
        return
    await report_questions.keep_given(
        context.unit,
        Given(
            chapter_id=fact.chapter.id,
            meeting_id=fact.meeting.id,
            asked=report.answers.asked,
            by=report.typed_by or report.person_id,
            now=context.now,
        ),
    )
