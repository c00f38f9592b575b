"""What belongs to one person: the report they have begun, the language they are spoken to in."""

from dataclasses import dataclass, replace

from dialogue.report_form import REPORT
from domain.chapters import Chapter
from domain.meetings import Meeting
from operations.access import reporting_role
from operations.turn import Turn
from storage.directory import chapters
from storage.keeping import audit
from storage.meetings import meetings
from storage.messages import talks
from storage.people import people


@dataclass(frozen=True, slots=True)
class BegunReport:
    """A report that was begun and not sent, and can still be."""

    meeting: Meeting
    chapter: Chapter


async def find_begun_report(turn: Turn) -> BegunReport | None:
    """Returns the report the person worked on last, if its period still takes it."""
    found = await talks.list_drafts(turn.unit, turn.require_person().id)
    begun = [one.meeting_id for one in found if one.form == REPORT.name]
    by_id = await meetings.by_ids(turn.unit, begun)
    open_ones = [
        by_id[meeting_id]
        for meeting_id in begun
        if meeting_id in by_id and not by_id[meeting_id].is_closed(turn.today)
    ]
    of = await chapters.by_ids(turn.unit, {one.chapter_id for one in open_ones})
    mine = (
        BegunReport(one, of[one.chapter_id])
        for one in open_ones
        if reporting_role(turn.posts, of[one.chapter_id], turn.today)
    )
    return next(mine, None)


async def change_language(turn: Turn, language: str) -> None:
    """Speaks to the person in another language from here on."""
    person = turn.require_person()
    if person.language == language:
        return
    await people.set_language(turn.unit, person.id, language)
    audit.add_later(
        turn.unit,
        person_id=person.id,
        action="person.language",
        subject=f"person:{person.id}",
        now=turn.now,
        before={"language": person.language},
        after={"language": language},
    )
    turn.person = replace(person, language=language)
