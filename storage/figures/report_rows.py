"""The meetings of some months one by one, as the figures count them, a page at a time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    Subquery,
    and_,
    case,
    cast,
    func,
    literal,
    select,
    true,
    union_all,
)

from domain.calendar import Period, parse_period
from domain.meetings import MeetingState, MeetingType
from domain.people import Only
from storage.directory.chapters import Scope, in_scopes, of_kinds
from storage.directory.directory_search import has_words
from storage.directory.pasts import areas_on
from storage.figures.conditions import COUNTS_FOR
from storage.keyset import Page, PageAsked, take_page
from storage.meetings.expectations import owed
from storage.meetings.meetings import in_month
from storage.paths import lies_at
from storage.tables.base import Moment
from storage.tables.directory import chapter, chapter_kind, person
from storage.tables.history import expectation
from storage.tables.meetings import meeting, report
from storage.unit import UnitOfWork

_NEVER = datetime(9999, 12, 31, tzinfo=UTC)
_DUE = ("on_time", "late", "missing")
# Which rows each state is, by how the meeting stands or by what its report says.
_STANDINGS: Mapping[str, Sequence[str]] = {
    "due": _DUE,
    "reported": ("on_time", "late"),
    **{name: (name,) for name in (*_DUE, "awaited")},
}
_SAYING = ("held", "moved", "not_held", "topic", "cadre", "cadre_told")
STATES = ("due", "reported", *_DUE, "awaited", *_SAYING, "after", "beyond")
COLUMNS = ("place", "name", "day", "state", "present", "sender", "sent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A month of a place, with the moment from which on reports no longer count."""

    month: Period
    path: str
    as_of: date
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which meetings are listed, of the chapters in sight.

    `state` is one of `STATES`, "" for all that are owed; `here` a place whose own chapters
    are listed alone; `words` begin words of the sender's name.
    """

    chapter_ids: Collection[int]
    scopes: Sequence[Scope]
    months: Sequence[Counted]
    only: Only = None
    here: int | None = None
    state: str = ""
    words: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A meeting with its report, if there is one; `standing` is how the figures count it."""

    meeting_id: int
    chapter_id: int
    chapter_name: str
    area_id: int
    area_name: str
    month: Period
    type: MeetingType
    state: MeetingState
    planned_on: date | None
    held_on: date | None
    due_on: date
    standing: str
    report_id: int | None
    number: str | None
    version: int | None
    first_sent_at: datetime | None
    present: int | None
    room: int | None
    sender_id: int | None
    sender: str | None


async def list_page(unit: UnitOfWork, sought: Sought, asked: PageAsked) -> Page[ReportRow]:
    """Returns the rows asked for, by the ids of their meetings."""
    rows = _rows(sought)
    page = await take_page(unit, rows, _wanted(rows, sought), rows.c.meeting_id, asked)
    return page.map(_row)


def _wanted(rows: Subquery, sought: Sought) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [true()]
    if sought.state in _STANDINGS:
        conditions.append(rows.c.standing.in_(_STANDINGS[sought.state]))
    elif sought.state in _SAYING:
        conditions.append(
            and_(rows.c.standing.in_(("on_time", "late")), rows.c[sought.state] == 1)
        )
    elif sought.state == "after":
        conditions += [rows.c.report_id.is_not(None), rows.c.standing.in_(("missing", "awaited"))]
    if sought.words:
        conditions.append(has_words(rows.c.by_sender, sought.words))
    return and_(*conditions)


def _rows(sought: Sought) -> Subquery:
    make = _beyond if sought.state == "beyond" else _owed
    return union_all(*(make(month, sought) for month in sought.months)).subquery("rows")


def _owed(counted: Counted, sought: Sought) -> Select[Any]:
    """Returns the meetings that the figures of a month are about."""
    then = areas_on(counted.month.last_day)
    return (
        _select(counted, then)
        .select_from(chapter)
        .join(expectation, expectation.c.chapter_id == chapter.c.id)
        .join(meeting, meeting.c.chapter_id == chapter.c.id)
        .join(then, then.c.id == expectation.c.area_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .outerjoin(person, person.c.id == report.c.person_id)
        .where(owed(counted.path, counted.month), *_in_sight(then, sought))
    )


def _beyond(counted: Counted, sought: Sought) -> Select[Any]:
    """Returns the meetings beside the plan that were reported."""
    then = areas_on(counted.month.last_day)
    return (
        _select(counted, then)
        .select_from(chapter)
        .join(meeting, meeting.c.chapter_id == chapter.c.id)
        .join(then, then.c.id == chapter.c.area_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .join(report, report.c.meeting_id == meeting.c.id)
        .outerjoin(person, person.c.id == report.c.person_id)
        .where(
            meeting.c.type != MeetingType.REGULAR,
            in_month(counted.month),
            lies_at(then.c.path, counted.path),
            *_in_sight(then, sought),
        )
    )


def _in_sight(then: Subquery, sought: Sought) -> tuple[ColumnElement[bool], ...]:
    here = then.c.id == sought.here if sought.here is not None else true()
    return (
        in_scopes(sought.chapter_ids, sought.scopes),
        of_kinds(chapter.c.kind_id, sought.only),
        here,
    )


def _select(counted: Counted, then: Subquery) -> Select[Any]:
    counts = and_(
        report.c.id.is_not(None),
        report.c.first_sent_at < literal(counted.until or _NEVER, Moment()),
    )
    standing = case(
        (and_(counts, report.c.on_time), "on_time"),
        (counts, "late"),
        (meeting.c.due_on < counted.as_of, "missing"),
        else_="awaited",
    )
    room = report.c.total - report.c.exempt
    share = cast(report.c.present * 1000 / func.nullif(room, 0), Integer)
    day = func.coalesce(report.c.held_on, meeting.c.planned_on, meeting.c.due_on)
    return select(
        meeting.c.id.label("meeting_id"),
        chapter.c.id.label("chapter_id"),
        chapter.c.name.label("chapter_name"),
        then.c.id.label("area_id"),
        then.c.name.label("area_name"),
        literal(str(counted.month)).label("month"),
        meeting.c.type,
        meeting.c.state,
        meeting.c.planned_on,
        report.c.held_on,
        meeting.c.due_on,
        standing.label("standing"),
        report.c.id.label("report_id"),
        report.c.number,
        report.c.version,
        report.c.first_sent_at,
        report.c.present,
        room.label("room"),
        person.c.id.label("sender_id"),
        person.c.name.label("sender"),
        then.c.path.concat(chapter.c.search_key).label("by_place"),
        chapter.c.search_key.label("by_name"),
        day.label("by_day"),
        standing.label("by_state"),
        func.coalesce(share, -1).label("by_present"),
        func.coalesce(person.c.search_key, "").label("by_sender"),
        func.coalesce(report.c.first_sent_at, literal(_NEVER, Moment())).label("by_sent"),
        *(case((COUNTS_FOR[name], 1), else_=0).label(name) for name in _SAYING),
    )


def _row(row: Row[Any]) -> ReportRow:
    values = {name: row._mapping[name] for name in ReportRow.__slots__}
    return ReportRow(
        **{
            **values,
            "month": parse_period(row.month),
            "type": MeetingType(row.type),
            "state": MeetingState(row.state),
        }
    )
