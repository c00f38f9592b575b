"""What was reported, how it was corrected, and whether anything is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.people import Post
from domain.records import Difficulty, Report, Revision
from domain.refusals import NotFound
from domain.report_json import report_to_json
from operations.access import own_chapters, require_sight
from operations.reports.opening import Reportable, list_reportable
from operations.reports.previous_report import as_then
from storage import UnitOfWork
from storage.cases import difficulties
from storage.directory import chapters
from storage.meetings import meetings
from storage.people import people
from storage.reports import reports


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One report in a list."""

    report: Report
    meeting: Meeting
    chapter: Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A correction: who, when, and each field's value before and after, as stored."""

    version: int
    person_id: int | None
    at: datetime
    fields: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report with all that happened to it; `names` are those of its senders."""

    report: Report
    meeting: Meeting
    chapter: Chapter
    revisions: tuple[Revision, ...]
    changes: tuple[Change, ...]
    difficulties: tuple[Difficulty, ...]
    names: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpToDate:
    """One clear answer: overdue, due now, and the next meeting there will be."""

    missing: tuple[Reportable, ...]
    due: tuple[Reportable, ...]
    next_meeting: Reportable | None

    @property
    def is_complete(self) -> bool:
        """True when there is nothing to report just now."""
        return not (self.missing or self.due)


async def list_reports(
    unit: UnitOfWork, posts: Sequence[Post], *, today: date, limit: int = 12
) -> list[ReportLine]:
    """Returns the newest reports of one's own chapters, newest first."""
    own = await chapters.by_ids(unit, own_chapters(posts, today))
    newest = await reports.list_newest(unit, own, limit=limit)
    of = await meetings.by_ids(unit, [report.meeting_id for report in newest])
    met = [(own[of[report.meeting_id].chapter_id], of[report.meeting_id]) for report in newest]
    then = await as_then(unit, met)
    return [
        ReportLine(report=report, meeting=of[report.meeting_id], chapter=chapter)
        for report, chapter in zip(newest, then, strict=True)
    ]


async def get_report(
    unit: UnitOfWork, posts: Sequence[Post], report_id: int, *, today: date
) -> ReportView:
    """Returns a report in one's sight with its history; raises NotFound."""
    report = await reports.find(unit, report_id)
    meeting = await meetings.find(unit, report.meeting_id) if report else None
    if report is None or meeting is None:
        raise NotFound("not-in-sight")
    chapter = require_sight(posts, await chapters.find(unit, meeting.chapter_id), today)
    (then,) = await as_then(unit, [(chapter, meeting)])
    versions = await reports.revisions(unit, report_id)
    named = (number for revision in versions for number in (revision.person_id, revision.typed_by))
    senders = {number for number in named if number is not None}
    known = await people.persons(unit, senders)
    return ReportView(
        report=report,
        meeting=meeting,
        chapter=then,
        revisions=tuple(versions),
        changes=tuple(change(old, new) for old, new in pairwise(versions)),
        difficulties=tuple(await difficulties.of_report(unit, report_id)),
        names={person.id: person.name for person in known.values()},
    )


def change(old: Revision, new: Revision) -> Change:
    """Returns what a version says otherwise than the one before."""
    before, after = report_to_json(old.answers), report_to_json(new.answers)
    return Change(
        version=new.version,
        person_id=new.person_id,
        at=new.at,
        fields={
            name: (before[name], value) for name, value in after.items() if before[name] != value
        },
    )


async def up_to_date(unit: UnitOfWork, posts: Sequence[Post], *, today: date) -> UpToDate:
    """Returns what one's own chapters still owe, and when they meet next."""
    own = await chapters.by_ids(unit, own_chapters(posts, today))
    listed = await list_reportable(unit, posts, today=today)
    owed = [reportable for reportable in listed if reportable.is_due(today)]
    coming = await meetings.list_open(unit, own, today=today)
    ahead = [meeting for meeting in coming if meeting.day is not None and meeting.day > today]
    following = min(ahead, key=lambda value: value.day or today, default=None)
    return UpToDate(
        missing=tuple(reportable for reportable in owed if reportable.meeting.days_late(today)),
        due=tuple(reportable for reportable in owed if not reportable.meeting.days_late(today)),
        next_meeting=Reportable(meeting=following, chapter=own[following.chapter_id], report=None)
        if following
        else None,
    )
