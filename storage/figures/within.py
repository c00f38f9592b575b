"""Of which chapters, and when, facts are counted: what statements are given, written once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, Self

from sqlalchemy import ColumnElement, Date, String, and_, bindparam, or_, true

from domain.calendar import Period
from domain.cases import WORKED_ON
from domain.people import Only
from domain.records import DifficultyState
from domain.reporting_span import Span
from storage.directory.chapters import Scope, of_kinds
from storage.paths import lies_below
from storage.tables.base import Id, Moment
from storage.tables.directory import area, chapter
from storage.tables.meetings import difficulty

# The kinds and associations that count, None for all of them.
Kinds = tuple[Only, ...] | None

_PLACE, _KIND = bindparam("path", type_=String), bindparam("kind", type_=Id)
FIRST_DAY, LAST_DAY = bindparam("first", type_=Date), bindparam("last", type_=Date)
BEGINS, ENDS = bindparam("begins", type_=Moment), bindparam("ends", type_=Moment)
_TODAY = bindparam("as_of", type_=Date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Of which chapters, and when, facts are counted; `first` and `last` are days."""

    path: str
    months: Sequence[Period]
    kinds: Kinds
    kind_id: int | None
    first: date
    last: date
    begins: datetime
    ends: datetime
    as_of: date

    @classmethod
    def of_span(
        cls,
        span: Span,
        path: str,
        scopes: Sequence[Scope],
        *,
        zone: tzinfo,
        today: date,
        kind_id: int | None = None,
    ) -> Self:
        """Returns what counts for a span at or below a place, of one kind if given.

        It is of the kinds that scopes above the place reach.
        """
        after = span.last_day + timedelta(days=1)
        kinds = {only for above, only in scopes if path.startswith(above)}
        return cls(
            path=path,
            months=span.begun(today),
            kinds=None if None in kinds else tuple(sorted(kinds, key=str)),
            kind_id=kind_id,
            first=span.first_day,
            last=span.last_day,
            begins=datetime.combine(span.first_day, time.min, tzinfo=zone),
            ends=datetime.combine(after, time.min, tzinfo=zone),
            as_of=min(today, after),
        )

    def values(self) -> dict[str, Any]:
        """Returns what a statement with the conditions below is given."""
        return {
            "path": self.path,
            "kind": self.kind_id,
            "first": self.first,
            "last": self.last,
            "begins": self.begins,
            "ends": self.ends,
            "as_of": self.as_of,
        }


def chapters_of(kinds: Kinds) -> ColumnElement[bool]:
    """Returns the condition that a chapter counts, wherever it is."""
    wanted = true() if kinds is None else or_(*(of_kinds(chapter.c.kind_id, one) for one in kinds))
    return and_(wanted, or_(_KIND.is_(None), chapter.c.kind_id == _KIND))


def here(kinds: Kinds) -> ColumnElement[bool]:
    """Returns the condition that a chapter counts and lies at or below the place today."""
    return and_(chapters_of(kinds), lies_below(area.c.path, _PLACE))


def raised(kinds: Kinds) -> ColumnElement[bool]:
    """Returns the condition that a difficulty was told then, and not taken back."""
    return and_(
        difficulty.c.state != DifficultyState.WITHDRAWN,
        difficulty.c.raised_at >= BEGINS,
        difficulty.c.raised_at < ENDS,
        here(kinds),
    )


def overdue() -> ColumnElement[bool]:
    """Returns the condition that a difficulty is overdue at the end, or today."""
    return and_(difficulty.c.state.in_(sorted(WORKED_ON)), difficulty.c.due_on < _TODAY)
