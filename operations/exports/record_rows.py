"""Reports, attendance and difficulties as rows of sheets."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from documents.tables.columns import Value
from documents.usual_names import table_words
from domain.grading import ScoreTable
from operations.exports.asking import SheetOrder
from operations.exports.meeting_rows import meeting_before
from operations.exports.places import PlaceNames
from storage import UnitOfWork
from storage.cadres import score_tables
from storage.exports import attendance, difficulties, reports

Rows = list[dict[str, Value]]
REPORTS_KEY = ("period", "chapter_id", "meeting_id")
_ACTIVITIES = ("discussion", "dialogue", "commendation")


@dataclass(slots=True)
class _Grades:
    """What the score tables call their grades, for a reader of a language."""

    language: str
    _known: dict[int, ScoreTable] = field(default_factory=dict)

    async def learn(self, unit: UnitOfWork, rows: Iterable[Any]) -> None:
        wanted = {row.score_table_id for row in rows} - {None} - self._known.keys()
        if wanted:
            self._known |= await score_tables.by_ids(unit, wanted)

    def name(self, row: Any) -> Value:  # noqa: ANN401 - a row
        table = self._known.get(row.score_table_id)
        grade = table.find_grade(row.grade) if table else None
        return table_words(grade.name, self.language) if grade else row.grade


async def read_reports(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields the reports of the span, month by month and chapter by chapter."""
    grades, local = _Grades(order.language), order.policy.local
    for month in order.months():
        names, after = PlaceNames(month.last_day), meeting_before(order, month)
        while rows := await reports.list_page(unit, order.extent, month, after=after):
            await names.learn(unit, {row.area_id for row in rows})
            await grades.learn(unit, rows)
            yield [
                {
                    **row._asdict(),
                    **_answered(row.answers),
                    "hamlet": names.hamlet(row.area_id),
                    "commune": names.commune(row.area_id),
                    "period": str(month),
                    "first_sent_at": local(row.first_sent_at),
                    "sent_at": local(row.sent_at),
                    "grade": grades.name(row),
                }
                for row in rows
            ]
            after = (rows[-1].chapter_id, rows[-1].meeting_id)


def _answered(answers: Any) -> dict[str, Value]:  # noqa: ANN401 - as stored
    done = answers.get("activities") or ()
    return {
        "excused": answers.get("excused"),
        **{name: name in done for name in _ACTIVITIES},
        "difficulties": len(answers.get("difficulties") or ()),
        "proposals": int(bool(answers.get("proposal"))),
        "photos": len(answers.get("photos") or ()),
    }


async def count_reports(unit: UnitOfWork, order: SheetOrder) -> int:
    """Returns how many reports the span has."""
    months = order.asked.span.begun(_today(order))
    return sum([await reports.count(unit, order.extent, month) for month in months])


def _today(order: SheetOrder) -> date:
    return order.policy.day_of(order.now)


async def read_attendance(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields who was assigned to the meetings of the span."""
    grades, local, after = _Grades(order.language), order.policy.local, order.after_id
    span = order.asked.span
    while rows := await attendance.list_page(unit, order.extent, span, after=after):
        await grades.learn(unit, rows)
        yield [
            {
                **row._asdict(),
                "confirmed_at": local(row.confirmed_at) if row.confirmed_at else None,
                "grade": grades.name(row),
            }
            for row in rows
        ]
        after = rows[-1].id


async def count_attendance(unit: UnitOfWork, order: SheetOrder) -> int:
    """Returns how many there are."""
    return await attendance.count(unit, order.extent, order.asked.span)


async def read_difficulties(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields what was told in the span, and what waits from before."""
    names, moments, after = PlaceNames(_today(order)), _moments(order), order.after_id
    while rows := await difficulties.list_page(unit, order.extent, **moments, after=after):
        await names.learn(unit, {row.area_id for row in rows})
        yield [_difficulty(row, names, order) for row in rows]
        after = rows[-1].id


def _moments(order: SheetOrder) -> dict[str, datetime]:
    span = order.asked.span
    begins, ends = order.policy.bounds(span.first_day, span.last_day)
    return {"begins": begins, "ends": ends}


def _difficulty(row: Any, names: PlaceNames, order: SheetOrder) -> dict[str, Value]:  # noqa: ANN401
    def day(moment: datetime | None) -> date | None:
        return order.policy.day_of(moment) if moment else None

    raised, solved = day(row.raised_at), day(row.solved_at)
    return {
        **row._asdict(),
        "commune": names.commune(row.area_id),
        "raised_on": raised,
        "answered_on": day(row.answered_at),
        "solved_on": solved,
        "days": (solved - raised).days if solved and raised else None,
        "passed_up": bool(row.passed_up),
    }


async def count_difficulties(unit: UnitOfWork, order: SheetOrder) -> int:
    """Returns how many there are."""
    return await difficulties.count(unit, order.extent, **_moments(order))
