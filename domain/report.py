"""The record of one meeting as its leader reports it, and the checks it must pass."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from domain.meeting_times import render_times
from domain.questionnaires.answers import AskedAnswers
from domain.refusals import BadInput

# Further away than a quarter, a date is a slip of the finger rather than a postponement.
LONGEST_POSTPONEMENT = timedelta(days=92)
OLDEST_MEETING = timedelta(days=366)


class ReportState(StrEnum):
    """What became of the meeting; each of them counts as reported."""

    HELD = "held"
    MOVED = "moved"
    NOT_HELD = "not_held"


class CadrePresence(StrEnum):
    """Whether the assigned cadre came, as the leader saw it; NONE where nobody is assigned."""

    YES = "yes"
    SUBSTITUTE = "substitute"
    NO = "no"
    NONE = "none"


# The category of a case that a chapter's proposal is.
PROPOSAL = "proposal"
# Questions that the review offers, answered in the leader's own words or by a recording.
OWN_WORDS = (PROPOSAL, "best_practice")


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedDifficulty:
    """A difficulty told in a meeting: category, words, and who is asked to solve it."""

    category: str
    text: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAnswers:
    """All that a leader said about one meeting.

    `reason` is why the meeting was not held or not on its day. `voice_notes` pairs the
    question (`proposal`, `words.0` …; empty if it answered none) with the stored recording.
    `told` are the messages, as typed, that answered several questions. `asked` is what offices
    asked beside the common questions.
    """

    state: ReportState
    held_date: date | None = None
    postponed_to: date | None = None
    reason: str = ""
    reason_text: str = ""
    place: str = ""
    chair: str = ""
    total: int | None = None
    exempt: int = 0
    present: int | None = None
    excused: int | None = None
    unexcused: int | None = None
    topic_id: int | None = None
    topic_text: str = ""
    activities: tuple[str, ...] = ()
    cadre_present: CadrePresence = CadrePresence.NONE
    difficulties: tuple[RaisedDifficulty, ...] = ()
    proposal: str = ""
    best_practice: str = ""
    photos: tuple[int, ...] = ()
    voice_notes: tuple[tuple[str, int], ...] = ()
    starts: time | None = None
    ends: time | None = None
    told: tuple[str, ...] = ()
    asked: tuple[AskedAnswers, ...] = ()

    @property
    def files(self) -> frozenset[int]:
        """The pictures and recordings that belong to the report."""
        recordings = (recording for _, recording in self.voice_notes)
        answers = (file for asked in self.asked for file in asked.files)
        return frozenset((*self.photos, *recordings, *answers))

    @property
    def cases(self) -> tuple[RaisedDifficulty, ...]:
        """What somebody has to answer: the difficulties, and the proposal like one."""
        is_spoken = any(question == PROPOSAL for question, _ in self.voice_notes)
        if not self.proposal and not is_spoken:
            return self.difficulties
        asked = RaisedDifficulty(category=PROPOSAL, text=self.proposal, level="commune")
        return (*self.difficulties, asked)


def check_report(
    report: ReportAnswers,
    *,
    planned_date: date | None,
    today: date,
    planned_time: time | None = None,
    clock: time | None = None,
) -> None:
    """Raises BadInput unless the record is complete and agrees with itself.

    Where `clock`, the time of day, is known, no meeting of today lies ahead.
    """
    if report.state is ReportState.HELD:
        _check_held(report, planned_date=planned_date, today=today)
        if report.held_date == today and clock is not None:
            check_hour(report.starts, planned=planned_time, clock=clock)
    elif report.state is ReportState.MOVED:
        _require(report.postponed_to is not None and report.postponed_to > today, "date")
        _require(bool(report.reason), "reason")
        check_meeting_date(report.postponed_to or today, today=today, may_be_ahead=True)
    else:
        _require(bool(report.reason), "reason")


def _check_held(report: ReportAnswers, *, planned_date: date | None, today: date) -> None:
    _require(report.held_date is not None, "date")
    _require(report.present is not None, "present")
    check_somebody_came(report.present)
    if planned_date and report.held_date != planned_date:
        _require(bool(report.reason), "reason")
    check_meeting_date(report.held_date or today, today=today)
    check_attendance(
        present=report.present or 0,
        total=report.total,
        exempt=report.exempt,
        excused=report.excused or 0,
        unexcused=report.unexcused or 0,
    )
    check_times(report.starts, report.ends)


def check_meeting_date(day: date, *, today: date, may_be_ahead: bool = False) -> None:
    """Raises BadInput if no meeting of this report can have been, or be put off to, that day."""
    shown = f"{day:%d/%m/%Y}"
    if day > today and not may_be_ahead:
        raise BadInput("report-date-ahead", day=shown)
    if not -OLDEST_MEETING <= day - today <= LONGEST_POSTPONEMENT:
        raise BadInput("report-date-too-far", day=shown)


def check_attendance(
    *, present: int, total: int | None, exempt: int = 0, excused: int = 0, unexcused: int = 0
) -> None:
    """Raises BadInput if more people are counted than the chapter has; unknown totals pass."""
    if min(present, exempt, excused, unexcused) < 0:
        raise BadInput("report-count-negative")
    if total is None or present + excused + unexcused <= total - exempt:
        return
    if excused or unexcused:
        raise BadInput(
            "report-too-many-counted",
            present=present,
            absent=excused + unexcused,
            room=max(total - exempt, 0),
            total=total,
            exempt=exempt,
        )
    raise BadInput(
        "report-too-many-present",
        present=present,
        room=max(total - exempt, 0),
        total=total,
        exempt=exempt,
        needed=present + exempt,
    )


def check_somebody_came(present: int | None) -> None:
    """Raises BadInput for a meeting that was held by nobody."""
    if present == 0:
        raise BadInput("report-nobody-present")


def check_times(starts: time | None, ends: time | None) -> None:
    """Raises BadInput if a meeting ends before it starts."""
    if starts and ends and ends <= starts:
        raise BadInput("report-times-reversed")


def check_hour(starts: time | None, *, planned: time | None, clock: time) -> None:
    """Raises BadInput for a meeting of today that has not begun.

    It begins at its planned hour; one that came earlier says when.
    """
    if starts and starts > clock:
        raise BadInput("report-times-ahead", hour=render_times(starts, None))
    if starts is None and planned and planned > clock:
        raise BadInput("report-times-needed", hour=render_times(planned, None))


def _require(given: bool, what: str) -> None:
    if not given:
        raise BadInput("report-incomplete", what=what)
