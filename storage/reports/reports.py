"""Reports: one live per meeting, every revision kept."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, exists, func, select, update

from domain.people import Role
from domain.records import Report, Revision
from domain.report import ReportAnswers, ReportState
from domain.report_json import report_from_json, report_to_json
from storage.meetings.meetings import expected_day
from storage.tables.meetings import meeting, report_revision
from storage.tables.meetings import report as table
from storage.unit import UnitOfWork

_OF_MEETINGS = select(table).where(table.c.meeting_id.in_(bindparam("meetings", expanding=True)))
_OF_CHAPTERS = (
    select(table)
    .join(meeting, meeting.c.id == table.c.meeting_id)
    .where(meeting.c.chapter_id.in_(bindparam("chapters", expanding=True)))
    .order_by(expected_day.desc(), table.c.first_sent_at.desc())
    .limit(bindparam("limit"))
)


def report_of(row: Row[Any]) -> Report:
    """Returns a report row as its value."""
    return Report(
        id=row.id,
        meeting_id=row.meeting_id,
        number=row.number,
        person_id=row.person_id,
        role=Role(row.role),
        first_sent_at=row.first_sent_at,
        sent_at=row.sent_at,
        on_time=row.on_time,
        version=row.version,
        state=ReportState(row.state),
        total=row.total,
        exempt=row.exempt,
        answers=report_from_json(row.answers),
        played=row.played,
        typed_by=row.typed_by,
    )


def _facts(answers: ReportAnswers, *, total: int) -> dict[str, Any]:
    """Returns the columns that summaries read, drawn from the answers."""
    return {
        "state": answers.state,
        "held_on": answers.held_date,
        "present": answers.present,
        "total": total,
        "exempt": answers.exempt,
        "topic_id": answers.topic_id,
        "topic_text": answers.topic_text or None,
        "cadre_present": answers.cadre_present,
        "answers": report_to_json(answers),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReport:
    """What stays of a report whatever is corrected later."""

    meeting_id: int
    number: str
    on_time: bool
    played: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What was reported, in whose name, and by whom if somebody else typed it."""

    person_id: int | None
    role: Role
    total: int
    answers: ReportAnswers
    typed_by: int | None


async def add(unit: UnitOfWork, new: NewReport, sent: Version, *, now: datetime) -> int | None:
    """Adds the first version and returns the report's id, None if the meeting has one."""
    insert = unit.insert(table).values(
        meeting_id=new.meeting_id,
        number=new.number,
        on_time=new.on_time,
        played=new.played,
        first_sent_at=now,
        version=1,
        **_values(sent, now),
    )
    found = await unit.scalar(insert.on_conflict_do_nothing().returning(table.c.id))
    return int(found) if found is not None else None


async def revise(
    unit: UnitOfWork, report_id: int, sent: Version, *, version: int, now: datetime
) -> bool:
    """Puts version + 1 in place of `version`; False if that is no longer the live one."""
    stands = (table.c.id == report_id, table.c.version == version)
    values = {"version": version + 1, **_values(sent, now)}
    return await unit.run(update(table).where(*stands).values(values)) > 0


def _values(sent: Version, now: datetime) -> dict[str, Any]:
    return {
        "person_id": sent.person_id,
        "role": sent.role,
        "typed_by": sent.typed_by,
        "sent_at": now,
        **_facts(sent.answers, total=sent.total),
    }


async def keep_revision(unit: UnitOfWork, report: Report) -> None:
    """Keeps the live version of a report for good."""
    await unit.add(
        report_revision,
        report_id=report.id,
        version=report.version,
        person_id=report.person_id,
        at=report.sent_at,
        answers=report_to_json(report.answers),
        typed_by=report.typed_by,
    )


async def find(unit: UnitOfWork, report_id: int) -> Report | None:
    """Returns one report."""
    row = await unit.first(select(table).where(table.c.id == report_id))
    return report_of(row) if row else None


async def find_number(unit: UnitOfWork, number: str) -> Report | None:
    """Returns the report that bears a number."""
    row = await unit.first(select(table).where(table.c.number == number))
    return report_of(row) if row else None


async def list_numbers(unit: UnitOfWork, chapter_id: int) -> list[str]:
    """Returns the numbers of all reports of a chapter, by the day of the meeting."""
    rows = await unit.all(
        select(table.c.number)
        .join(meeting, meeting.c.id == table.c.meeting_id)
        .where(meeting.c.chapter_id == chapter_id)
        .order_by(func.coalesce(table.c.held_on, expected_day, meeting.c.due_on), table.c.id)
    )
    return [row.number for row in rows]


async def of_meetings(unit: UnitOfWork, meeting_ids: Collection[int]) -> dict[int, Report]:
    """Returns reports by the id of their meeting."""
    wanted = {"meetings": sorted(meeting_ids)}
    rows = await unit.all(_OF_MEETINGS, wanted) if meeting_ids else []
    return {row.meeting_id: report_of(row) for row in rows}


async def list_newest(
    unit: UnitOfWork, chapter_ids: Collection[int], *, limit: int, held: bool = False
) -> list[Report]:
    """Returns the newest reports of some chapters, only of meetings held if asked."""
    statement = _OF_CHAPTERS.where(table.c.state == ReportState.HELD) if held else _OF_CHAPTERS
    values = {"chapters": sorted(chapter_ids), "limit": limit}
    return [report_of(row) for row in await unit.all(statement, values)] if chapter_ids else []


async def has_sent(unit: UnitOfWork, person_id: int) -> bool:
    """True for who has sent a report at any time."""
    return bool(await unit.scalar(select(exists().where(table.c.person_id == person_id))))


async def revisions(unit: UnitOfWork, report_id: int) -> list[Revision]:
    """Returns every version of a report, the first one first."""
    rows = await unit.all(
        select(report_revision)
        .where(report_revision.c.report_id == report_id)
        .order_by(report_revision.c.version)
    )
    return [
        Revision(
            version=row.version,
            person_id=row.person_id,
            at=row.at,
            answers=report_from_json(row.answers),
            typed_by=row.typed_by,
        )
        for row in rows
    ]
