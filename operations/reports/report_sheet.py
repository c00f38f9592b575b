"""One report on a sheet: every answer with what it was before, photos, words of all sides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.message import Choice
from domain.records import Attendance, Revision
from domain.refusals import NotFound
from operations.cadres.grading import Grading, get_grading
from operations.context import ActorContext
from operations.reports.archive import ArchivedReport, get_archived
from operations.reports.review_states import ReviewProgress, list_steps, look_at_report
from operations.reports.words import ReportWords, list_changes
from storage.cadres import attendance
from storage.messages import attachments
from storage.messages.attachments import Attachment
from storage.people import people
from storage.reports import reports


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """An answer by its name; `before` are the versions that said otherwise, with what they did."""

    name: str
    value: str
    before: Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetVersion:
    """A version: who sent it when, who typed it, and what it changed, as before and after."""

    version: int
    at: datetime
    who: str
    typist: str
    changes: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPhoto:
    """A photo that a report names, and from whose account it came; it may not have arrived."""

    file: Attachment
    sender: str

    @property
    def is_here(self) -> bool:
        """True for one that can be looked at."""
        return self.file.state == "ready" and self.file.sha256 is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class CadreWord:
    """What a cadre who was assigned says of having been there."""

    name: str
    word: Attendance


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSheet:
    """A report with all that can be said of it; `before` and `after` are numbers of others.

    `steps` are the questions that can be named in a return; those are of the same chapter.
    """

    found: ArchivedReport
    lines: Sequence[SheetLine]
    versions: Sequence[SheetVersion]
    photos: Sequence[SheetPhoto]
    cadres: Sequence[CadreWord]
    reviewed: ReviewProgress
    steps: Sequence[Choice]
    grading: Grading
    before: str
    after: str


async def find_report(context: ActorContext, number: str) -> ArchivedReport:
    """Returns the report of a number that is in sight; raises NotFound."""
    report = await reports.find_number(context.unit, number)
    if report is None:
        raise NotFound("not-in-sight")
    return await get_archived(context.unit, context.posts, report.meeting_id, today=context.today)


async def open_sheet(context: ActorContext, number: str) -> ReportSheet:
    """Returns a report in sight; whoever may review it has read it by that. Raises NotFound."""
    unit, today = context.unit, context.today
    found = await find_report(context, number)
    view, language = found.view, context.actor.language
    reviewed = await look_at_report(context, view.report, view.chapter)
    steps = await list_steps(
        unit, view.report, view.meeting, view.chapter, today=today, language=language
    )
    numbers = await reports.list_numbers(unit, view.meeting.chapter_id)
    at = numbers.index(number)
    words = ReportWords(language, view.chapter, found.topics, found.levels, found.asked)
    return ReportSheet(
        found=found,
        lines=_lines(words, view.revisions),
        versions=_versions(words, found),
        photos=await _photos(context, found),
        cadres=await _cadres(context, view.meeting.id),
        reviewed=reviewed,
        steps=steps,
        grading=await get_grading(unit, context.posts, view.meeting.id, today=today),
        before=numbers[at - 1] if at else "",
        after=numbers[at + 1] if at + 1 < len(numbers) else "",
    )


def _lines(words: ReportWords, revisions: Sequence[Revision]) -> list[SheetLine]:
    """Returns the answers of the newest version, and those that it no longer has."""
    told = [(one.version, words.lines(one.answers)) for one in revisions]
    last = told[-1][1]
    names = dict.fromkeys([*last, *(name for _, lines in told for name in lines)])
    return [
        SheetLine(
            name=name,
            value=last.get(name, ""),
            before=[
                (version, lines.get(name, ""))
                for version, lines in told[:-1]
                if lines.get(name, "") != last.get(name, "")
            ],
        )
        for name in names
    ]


def _versions(words: ReportWords, found: ArchivedReport) -> list[SheetVersion]:
    view = found.view
    told = [words.lines(one.answers) for one in view.revisions]
    return [
        SheetVersion(
            version=one.version,
            at=one.at,
            who=view.names.get(one.person_id or 0, ""),
            typist=view.names.get(one.typed_by or 0, ""),
            changes=list_changes(told[place - 1], told[place]) if place else [],
        )
        for place, one in enumerate(view.revisions)
    ]


async def list_photos(context: ActorContext, number: str) -> Sequence[SheetPhoto]:
    """Returns the photos of a report in sight; raises NotFound."""
    return await _photos(context, await find_report(context, number))


async def _photos(context: ActorContext, found: ArchivedReport) -> list[SheetPhoto]:
    unit, report = context.unit, found.view.report
    named = await attachments.find_many(unit, report.answers.photos)
    kept = {one.id: one for one in await attachments.of_report(unit, report.id)}
    files = [one for one in {**named, **kept}.values() if one.kind == "photo"]
    known = await attachments.senders(unit, [one.id for one in files])
    return [
        SheetPhoto(file=one, sender=known.get(one.id, ""))
        for one in sorted(files, key=lambda one: one.id)
    ]


async def _cadres(context: ActorContext, meeting_id: int) -> list[CadreWord]:
    rows = await attendance.list_of(context.unit, [meeting_id])
    known = await people.persons(context.unit, {row.person_id for row in rows})
    return [CadreWord(name=known[row.person_id].name, word=row) for row in rows]
