"""Where the chapter and the cadre say different things of a meeting: both may be mistaken."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.attendance_statistics import WENT
from domain.records import Presence
from domain.report import CadrePresence

_CAME = frozenset({CadrePresence.YES, CadrePresence.SUBSTITUTE})
_NOT = frozenset({Presence.EXCUSED, Presence.ABSENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceClaim:
    """A meeting held: the chapter's word on its cadre, sent when, beside one cadre's own."""

    meeting_id: int
    report_id: int
    report_number: str
    chapter_name: str
    kind_id: int
    area_path: str
    area_name: str
    day: date
    leader_word: CadrePresence
    sent_at: datetime
    person_id: int
    person_name: str
    state: Presence
    confirmed_at: datetime | None


def find_contrasts(said: Iterable[AttendanceClaim], *, today: date) -> list[AttendanceClaim]:
    """Returns the words of cadres that differ from the chapter's, in the order given.

    The chapter speaks of whoever was assigned: that one cadre was not there contradicts it
    only if none of them was. One who let the day pass without a word does not bear it out.
    """
    meetings: dict[int, list[AttendanceClaim]] = defaultdict(list)
    for statement in said:
        meetings[statement.meeting_id].append(statement)
    return [statement for here in meetings.values() for statement in _of_meeting(here, today)]


def _of_meeting(here: Sequence[AttendanceClaim], today: date) -> list[AttendanceClaim]:
    word = here[0].leader_word
    went = [statement for statement in here if statement.state in WENT]
    if word is CadrePresence.NO:
        return went
    if word in _CAME and not went:
        return [
            statement
            for statement in here
            if statement.state in _NOT or _is_silent(statement, today)
        ]
    return []


def _is_silent(statement: AttendanceClaim, today: date) -> bool:
    return statement.state is Presence.UNCONFIRMED and statement.day < today
