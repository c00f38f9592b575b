"""A difficulty as a case: where it stands, what happened to it, and what may become of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.records import DifficultyState
from domain.refusals import Conflict

# Without objection from its chapter an answered case counts as solved.
SILENCE = timedelta(days=14)
LONGEST_NOTE = 1000


class Action(StrEnum):
    """What happens to a case; the first three come with the report that tells of it."""

    RAISED = "raised"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    ADVISED = "advised"
    DUE_SET = "due_set"
    PASSED_UP = "passed_up"
    OVERDUE = "passed_up_overdue"
    SENT_DOWN = "sent_down"
    ANSWERED = "answered"
    SOLVED = "solved"
    SILENT = "solved_in_silence"
    REOPENED = "reopened"
    REMARKED = "remarked"
    SHOWN = "photos_added"
    JOINED = "joined"
    SEPARATED = "separated"


class ActorKind(StrEnum):
    """Whose hand is on a case: the desk's where it lies, its chapter's, or the clock's."""

    DESK = "desk"
    CHAPTER = "chapter"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A difficulty with the desk it lies on; `voices` counts it and those answered with it.

    `joined_to` is the case with which it is answered, None for one that stands by itself.
    `report_id` is the report that told of it first.
    """

    id: int
    report_id: int
    meeting_id: int
    chapter_id: int
    chapter_name: str
    area_name: str
    area_path: str
    category: str
    text: str
    level: str
    state: DifficultyState
    raised_at: datetime
    due_on: date | None
    desk_id: int
    owner_id: int | None
    joined_to: int | None
    answered_at: datetime | None
    solved_at: datetime | None
    version: int
    voices: int = 1

    @property
    def is_living(self) -> bool:
        """True until it is solved or taken back."""
        return self.state in LIVING

    def is_overdue(self, today: date) -> bool:
        """True when somebody should have answered by now."""
        return self.state in WORKED_ON and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEvent:
    """Something that happened to a case; `desk` is the place it went to, if it went."""

    at: datetime
    action: str
    who: str | None
    desk: str | None
    note: str | None


WORKED_ON = frozenset({DifficultyState.OPEN, DifficultyState.PASSED_UP})
LIVING = WORKED_ON | {DifficultyState.ANSWERED}

_FROM = {
    Action.ADVISED: WORKED_ON,
    Action.DUE_SET: WORKED_ON,
    Action.PASSED_UP: WORKED_ON,
    Action.OVERDUE: WORKED_ON,
    Action.SENT_DOWN: frozenset({DifficultyState.PASSED_UP}),
    Action.ANSWERED: WORKED_ON,
    Action.SOLVED: LIVING,
    Action.SILENT: frozenset({DifficultyState.ANSWERED}),
    Action.REOPENED: frozenset({DifficultyState.ANSWERED, DifficultyState.SOLVED}),
    Action.REMARKED: LIVING,
    Action.SHOWN: LIVING,
    Action.JOINED: WORKED_ON,
    Action.SEPARATED: LIVING,
}
_BY = {
    ActorKind.DESK: (
        Action.ANSWERED,
        Action.ADVISED,
        Action.PASSED_UP,
        Action.SENT_DOWN,
        Action.DUE_SET,
        Action.JOINED,
        Action.SEPARATED,
        Action.SHOWN,
    ),
    ActorKind.CHAPTER: (Action.SOLVED, Action.REOPENED, Action.REMARKED, Action.SHOWN),
    ActorKind.CLOCK: (Action.OVERDUE, Action.SILENT),
}
_TO = {
    Action.PASSED_UP: DifficultyState.PASSED_UP,
    Action.OVERDUE: DifficultyState.PASSED_UP,
    Action.ANSWERED: DifficultyState.ANSWERED,
    Action.SOLVED: DifficultyState.SOLVED,
    Action.SILENT: DifficultyState.SOLVED,
}


def list_possible(by: ActorKind, state: DifficultyState, *, at_home: bool) -> tuple[Action, ...]:
    """Returns what somebody can do with a case in this state, the most usual first.

    A case `at_home`, on its own chapter's desk, cannot be sent down any further.
    """
    return tuple(
        action
        for action in _BY[by]
        if state in _FROM[action] and not (at_home and action is Action.SENT_DOWN)
    )


def state_after(
    state: DifficultyState, action: Action, *, by: ActorKind, at_home: bool = True
) -> DifficultyState:
    """Returns the state that an action leads to; raises Conflict where it cannot be done.

    `at_home` says where the case lies before. What is worked on again is open at home and
    passed up elsewhere.
    """
    if action not in list_possible(by, state, at_home=at_home):
        raise Conflict("case-not-now")
    if action is Action.SENT_DOWN:
        return DifficultyState.OPEN
    if action is Action.REOPENED:
        return DifficultyState.OPEN if at_home else DifficultyState.PASSED_UP
    return _TO.get(action, state)


# Good news first: what a chapter hears of its cases when it reports again.
_NEWS = (
    Action.SOLVED,
    Action.SILENT,
    Action.ANSWERED,
    Action.SENT_DOWN,
    Action.PASSED_UP,
    Action.OVERDUE,
    Action.JOINED,
    Action.ADVISED,
)


def rank_news(action: str) -> int | None:
    """Returns how good a piece of news is, 0 for the best; None if it is none to the chapter."""
    return _NEWS.index(Action(action)) if action in list(_NEWS) else None


def newest_news(events: Iterable[CaseEvent]) -> CaseEvent | None:
    """Returns the newest of some events that is news to the chapter.

    What came before its own "not yet" is told no more.
    """
    found: CaseEvent | None = None
    for event in events:
        if event.action == Action.REOPENED:
            found = None
        elif rank_news(event.action) is not None:
            found = event
    return found
