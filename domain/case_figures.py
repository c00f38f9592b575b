"""The figures of difficulties: how many were told and solved, how long that took, what stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TypeVar

from domain.cases import LIVING, WORKED_ON
from domain.records import DifficultyState

K = TypeVar("K", int, str, tuple[int, int])


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What of a case is counted."""

    chapter_id: int
    kind_id: int
    area_path: str
    category: str
    state: DifficultyState
    raised_on: date
    due_on: date | None
    solved_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCount:
    """What became of some difficulties; counts of different chapters add up.

    `raised` and `solved` happened in the period; `days` is how long each of those solved took,
    told by `solved_chapters` chapters; `waiting`, `passed_up`, `overdue` and `oldest` are of
    what is not settled on the day.
    """

    raised: int = 0
    solved: int = 0
    solved_chapters: int = 0
    days: tuple[int, ...] = ()
    waiting: int = 0
    passed_up: int = 0
    overdue: int = 0
    oldest: date | None = None

    @property
    def median_days(self) -> float | None:
        """How long solving took, None where nothing was solved."""
        return median(self.days) if self.days else None

    def __add__(self, other: "CaseCount") -> "CaseCount":
        return CaseCount(
            raised=self.raised + other.raised,
            solved=self.solved + other.solved,
            solved_chapters=self.solved_chapters + other.solved_chapters,
            days=tuple(sorted(self.days + other.days)),
            waiting=self.waiting + other.waiting,
            passed_up=self.passed_up + other.passed_up,
            overdue=self.overdue + other.overdue,
            oldest=min(filter(None, (self.oldest, other.oldest)), default=None),
        )


def count_cases(found: Iterable[CaseFacts], *, first: date, last: date, today: date) -> CaseCount:
    """Returns the figures of some difficulties for the days from `first` to `last`."""
    rows = list(found)
    solved = [facts for facts in rows if facts.solved_on and first <= facts.solved_on <= last]
    living = [facts for facts in rows if facts.state in LIVING]
    days = [(facts.solved_on - facts.raised_on).days for facts in solved if facts.solved_on]
    return CaseCount(
        raised=sum(first <= facts.raised_on <= last for facts in rows),
        solved=len(solved),
        solved_chapters=len({facts.chapter_id for facts in solved}),
        days=tuple(sorted(days)),
        waiting=len(living),
        passed_up=sum(facts.state is DifficultyState.PASSED_UP for facts in living),
        overdue=sum(
            facts.state in WORKED_ON and facts.due_on is not None and facts.due_on < today
            for facts in living
        ),
        oldest=min((facts.raised_on for facts in living), default=None),
    )


def count_by(
    found: Iterable[CaseFacts],
    by: Callable[[CaseFacts], K],
    *,
    first: date,
    last: date,
    today: date,
) -> dict[K, CaseCount]:
    """Returns the figures of each group, in the order of its name or number."""
    groups: dict[K, list[CaseFacts]] = {}
    for facts in found:
        groups.setdefault(by(facts), []).append(facts)
    return {
        key: count_cases(groups[key], first=first, last=last, today=today)
        for key in sorted(groups)
    }
