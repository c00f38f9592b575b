"""What happened that others follow: each fact a value, stated by the operation that did it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.calendar import Period
from domain.chapter_changes import What
from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.people import Person, Role
from domain.records import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTaken:
    """A meeting was reported for the first time; `meeting` is as it stood before."""

    report: Report
    meeting: Meeting
    chapter: Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCorrected(ReportTaken):
    """A report has a new version; `before` is the one it replaces."""

    before: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReviewed:
    """A report was accepted, or returned where a `step` is named.

    `lines` are the question to complete with its answer, by language.
    """

    review_id: int
    report: Report
    meeting: Meeting
    chapter: Chapter
    step: str = ""
    lines: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedReportConfirmed:
    """The leader says that what was typed in her name is right."""

    report: Report
    meeting: Meeting
    chapter: Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedReportDisputed:
    """The leader says what is wrong with what `typist` entered in her name."""

    review_id: int
    report: Report
    meeting: Meeting
    chapter: Chapter
    typist: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMoved:
    """A meeting is about to go to another day, None where it will not be at all."""

    meeting: Meeting
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodReopened:
    """A closed period of a chapter takes reports again until the end of a day."""

    chapter: Chapter
    period: Period
    until: date
    meetings: tuple[Meeting, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterChanged:
    """What staff keep on a chapter is another: its members, rule, hour or place, or its end."""

    chapter: Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class PostsChanged:
    """Somebody else answers for a chapter, or for the whole place where it is, from today."""

    chapter: Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPassedOn:
    """A post was given, taken away or lent; `place` names the area where it is for all of it.

    `number` is that of the change. A `newcomer` is named who is not among the people yet.
    """

    number: int
    what: What
    role: Role
    chapter: Chapter
    place: str
    old: Person | None
    new: Person | None
    newcomer: str
    first_day: date | None
    last_day: date | None
