"""What is kept of a meeting: the report with its revisions, difficulties, attendance."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.people import Role
from domain.report import ReportAnswers, ReportState


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The live report of one meeting; `first_sent_at` and `on_time` outlive corrections.

    `person_id` is in whose name it stands, `typed_by` who entered it if that is another.
    """

    id: int
    meeting_id: int
    number: str
    person_id: int | None
    role: Role
    first_sent_at: datetime
    sent_at: datetime
    on_time: bool
    version: int
    state: ReportState
    total: int
    exempt: int
    answers: ReportAnswers
    played: bool = False
    typed_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A report as it stood at one version, in whose name, and who entered it for them."""

    version: int
    person_id: int | None
    at: datetime
    answers: ReportAnswers
    typed_by: int | None = None


class DifficultyState(StrEnum):
    """How far a difficulty is."""

    OPEN = "open"
    PASSED_UP = "passed_up"
    ANSWERED = "answered"
    SOLVED = "solved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difficulty:
    """A difficulty that a chapter told of in a report; `ordinal` is its place there, from 1."""

    id: int
    report_id: int
    chapter_id: int
    ordinal: int
    category: str
    text: str
    level: str
    state: DifficultyState
    raised_at: datetime


class Presence(StrEnum):
    """What the cadre says of a meeting; UNCONFIRMED is no absence."""

    UNCONFIRMED = "unconfirmed"
    ATTENDED = "attended"
    SUBSTITUTE = "substitute"
    EXCUSED = "excused"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One cadre at one meeting; `leader_word` is the chapter's claim, kept apart."""

    meeting_id: int
    person_id: int
    state: Presence
    confirmed_at: datetime | None = None
    leader_word: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningMeeting:
    """A meeting of one day as its assigned cadre ticks it; `is_held` once it is reported so."""

    meeting_id: int
    chapter_name: str
    area_name: str
    start_time: str
    duration_min: int
    day: date
    closes_on: date
    state: Presence
    leader_word: str | None
    is_held: bool
    place: str = ""
    travel_min: int = 0
