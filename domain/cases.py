"""A difficulty as a case: what may become of it, how alike two are, and how long each has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import median

from domain.reading import key
from domain.records import DifficultyState
from domain.refusals import Conflict

# Without objection from its chapter an answered case counts as solved.
SILENCE = timedelta(days=14)
# From so much likeness on, two difficulties are offered to be answered together.
ALIKE = 0.5
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
    JOINED = "joined"
    SEPARATED = "separated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A difficulty with the desk it lies on; `voices` counts the chapters it speaks for.

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCount:
    """What became of the difficulties of a category: counts, and days from telling to solving."""

    category: str
    raised: int
    solved: int
    passed_up: int
    overdue: int
    median_days: float | None
    oldest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What of a case is counted."""

    category: str
    state: DifficultyState
    raised_on: date
    due_on: date | None
    solved_on: date | None


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
    Action.JOINED: WORKED_ON,
    Action.SEPARATED: LIVING,
}
_TO = {
    Action.PASSED_UP: DifficultyState.PASSED_UP,
    Action.OVERDUE: DifficultyState.PASSED_UP,
    Action.ANSWERED: DifficultyState.ANSWERED,
    Action.SOLVED: DifficultyState.SOLVED,
    Action.SILENT: DifficultyState.SOLVED,
}


def is_possible(state: DifficultyState, action: Action) -> bool:
    """True when something can be done with a case in this state."""
    return state in _FROM[action]


def state_after(
    state: DifficultyState, action: Action, *, at_home: bool = True
) -> DifficultyState:
    """Returns the state that an action leads to; raises Conflict where it cannot be done.

    What is worked on again is open `at_home`, on its own chapter's desk, passed up elsewhere.
    """
    if not is_possible(state, action):
        raise Conflict("case-not-now")
    if action in (Action.REOPENED, Action.SENT_DOWN):
        return DifficultyState.OPEN if at_home else DifficultyState.PASSED_UP
    return _TO.get(action, state)


def likeness(one: str, other: str) -> float:
    """Returns how alike two texts are by their words without marks, from 0 to 1."""
    here, there = set(key(one).split()), set(key(other).split())
    if not here or not there:
        return 0.0
    return 2 * len(here & there) / (len(here) + len(there))


def list_alike(case: Case, others: Iterable[Case]) -> list[Case]:
    """Returns the cases of other chapters that seem to be the same difficulty, likest first."""
    found = [
        (likeness(case.text, one.text), one)
        for one in others
        if one.chapter_id != case.chapter_id
        and one.category == case.category
        and one.state in WORKED_ON
        and one.joined_to is None
    ]
    alike = [pair for pair in found if pair[0] >= ALIKE]
    return [one for _, one in sorted(alike, key=lambda pair: (-pair[0], pair[1].id))]


# Good news first: what a chapter hears of its cases when it reports again.
_NEWS = (
    Action.SOLVED,
    Action.SILENT,
    Action.ANSWERED,
    Action.SENT_DOWN,
    Action.PASSED_UP,
    Action.OVERDUE,
    Action.ADVISED,
)


def rank_news(action: str) -> int | None:
    """Returns how good a piece of news is, 0 for the best; None if it is none to the chapter."""
    return _NEWS.index(Action(action)) if action in list(_NEWS) else None


def list_themes(found: Iterable[Case]) -> list[tuple[Case, ...]]:
    """Returns the cases that tell the same in several hamlets, by theme, most voices first."""
    themes: list[list[Case]] = []
    for one in found:
        theme = next((theme for theme in themes if _belongs(one, theme[0])), None)
        if theme is None:
            themes.append([one])
        else:
            theme.append(one)
    several = [tuple(theme) for theme in themes if count_voices(theme) > 1]
    return sorted(several, key=lambda theme: (-count_voices(theme), theme[0].id))


def count_voices(theme: Iterable[Case]) -> int:
    """Returns how many chapters speak through some cases."""
    return sum(one.voices for one in theme)


def _belongs(one: Case, first: Case) -> bool:
    return one.category == first.category and likeness(one.text, first.text) >= ALIKE


def count_cases(
    found: Iterable[CaseFacts], *, first: date, last: date, today: date
) -> list[CaseCount]:
    """Returns the figures of each category: what was told from `first` to `last`, what stands now.

    Solved are those solved in these days, with the median of the days that took; passed up,
    overdue and the oldest are of what is open today.
    """
    by_category: dict[str, list[CaseFacts]] = {}
    for one in found:
        by_category.setdefault(one.category, []).append(one)
    return [
        _count(category, facts, first=first, last=last, today=today)
        for category, facts in sorted(by_category.items())
    ]


def _count(
    category: str, facts: Iterable[CaseFacts], *, first: date, last: date, today: date
) -> CaseCount:
    rows = list(facts)
    solved = [one for one in rows if one.solved_on and first <= one.solved_on <= last]
    living = [one for one in rows if one.state in LIVING]
    days = [(one.solved_on - one.raised_on).days for one in solved if one.solved_on]
    return CaseCount(
        category=category,
        raised=sum(first <= one.raised_on <= last for one in rows),
        solved=len(solved),
        passed_up=sum(one.state is DifficultyState.PASSED_UP for one in living),
        overdue=sum(
            one.state in WORKED_ON and one.due_on is not None and one.due_on < today
            for one in living
        ),
        median_days=median(days) if days else None,
        oldest=min((one.raised_on for one in living), default=None),
    )
