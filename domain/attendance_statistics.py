"""How often a cadre was where they were assigned: "attended of assigned", clashes apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from domain.calendar import Period
from domain.duties import Duty, Per, find_duty
from domain.records import Presence
from domain.visits import ends_at, find_clashes

WENT = frozenset({Presence.ATTENDED, Presence.SUBSTITUTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedMeeting:
    """A cadre and a meeting to which they were assigned, with their own word on it."""

    meeting_id: int
    chapter_id: int
    area_path: str
    kind_id: int
    person_id: int
    day: date
    start_time: str
    duration_min: int
    state: Presence
    place: str = ""
    travel_min: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """The figures of one cadre in a period.

    Of the `assigned` meetings `attended` were attended by the cadre, `sent` by somebody sent;
    `clashing` others were at the same time as one attended, `excused` the cadre gave a reason,
    `open` wait for a word. Of the `owed` visits of the duties `done` are done.
    """

    assigned: int = 0
    attended: int = 0
    sent: int = 0
    excused: int = 0
    clashing: int = 0
    open: int = 0
    owed: int = 0
    done: int = 0

    def __add__(self, other: "Turnout") -> "Turnout":
        names = (field.name for field in fields(self))
        return Turnout(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def went(self) -> int:
        """Meetings at which the cadre or somebody sent was."""
        return self.attended + self.sent


def counts_as_assigned(assigned: AssignedMeeting, clock: datetime) -> bool:
    """True for a meeting that is over by the local `clock`, or that the cadre was at."""
    return ends_at(assigned) <= clock or assigned.state in WENT


def turnout_of(
    rows: Sequence[AssignedMeeting], duties: Sequence[Duty], *, period: Period, clock: datetime
) -> Turnout:
    """Returns the figures of one cadre from the rows of a period and the duties in force.

    Meetings that are over by the local `clock` count as assigned; of the duties the whole
    period does.
    """
    over = [assigned for assigned in rows if counts_as_assigned(assigned, clock)]
    clashing = clashing_with_attended(over)
    states = Counter(assigned.state for assigned in over if assigned.meeting_id not in clashing)
    owed, done = _duty_figures(rows, duties, period)
    return Turnout(
        assigned=len(over),
        attended=states[Presence.ATTENDED],
        sent=states[Presence.SUBSTITUTE],
        excused=states[Presence.EXCUSED],
        clashing=len(clashing),
        open=states[Presence.UNCONFIRMED],
        owed=owed,
        done=done,
    )


def clashing_with_attended(rows: Iterable[AssignedMeeting]) -> frozenset[int]:
    """Returns the meetings somebody could not attend, being at another at the same time."""
    known = {assigned.meeting_id: assigned for assigned in rows}
    return frozenset(
        number
        for number, others in find_clashes(known.values()).items()
        if known[number].state not in WENT
        and any(known[other].state is Presence.ATTENDED for other in others)
    )


def _duty_figures(
    rows: Iterable[AssignedMeeting], duties: Sequence[Duty], period: Period
) -> tuple[int, int]:
    """Returns how many visits the chapters were owed in a period, and how many were made.

    Nobody owes a chapter more visits than it has had meetings, and what is done beyond the
    duty makes up for nothing elsewhere. A duty per month is counted month by month; one per
    quarter counts where the whole quarter is looked at.
    """
    grouped: dict[tuple[int, Period], list[AssignedMeeting]] = defaultdict(list)
    wanted: dict[tuple[int, Period], int] = {}
    for row in rows:
        found = find_duty(
            duties,
            area_path=row.area_path,
            kind_id=row.kind_id,
            person_id=row.person_id,
            day=row.day,
        )
        if found is None or (found.per is Per.QUARTER and period.months < Per.QUARTER.months):
            continue
        key = row.chapter_id, found.per.around(row.day)
        grouped[key].append(row)
        wanted[key] = max(wanted.get(key, 0), found.visits)
    owed = {key: min(wanted[key], len(met)) for key, met in grouped.items()}
    done = {key: sum(assigned.state in WENT for assigned in met) for key, met in grouped.items()}
    return sum(owed.values()), sum(min(owed[key], done[key]) for key in grouped)
