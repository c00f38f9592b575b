"""Answers summed up: numbers added, choices counted, question by question."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import ColumnElement, func, select

from domain.questionnaires.answers import PARTS
from domain.reporting_span import Span
from storage.meetings.meetings import counted_day
from storage.tables.directory import chapter
from storage.tables.meetings import meeting
from storage.tables.questionnaires import questionnaire_answer as table
from storage.tables.questionnaires import questionnaire_response as response
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerScope:
    """Which answers count: to a questionnaire, of what is asked with reports in a span.

    Of each chapter its newest meeting in the span counts: how many households there are is no
    more for having been told three times.
    """

    questionnaire_id: int
    span: Span | None = None


def list_counted(scope: AnswerScope) -> list[ColumnElement[bool]]:
    """Returns the conditions of the answers that count."""
    conditions = [table.c.questionnaire_id == scope.questionnaire_id]
    if scope.span:
        ranked = (
            select(
                response.c.id,
                func.row_number()
                .over(
                    partition_by=response.c.chapter_id,
                    order_by=(counted_day.desc(), response.c.id.desc()),
                )
                .label("place"),
            )
            .join(meeting, meeting.c.id == response.c.meeting_id)
            .where(
                response.c.questionnaire_id == scope.questionnaire_id,
                counted_day.between(scope.span.first_day, scope.span.last_day),
            )
            .subquery()
        )
        newest = select(ranked.c.id).where(ranked.c.place == 1)
        conditions.append(table.c.response_id.in_(newest))
    return conditions


async def count_chapters(unit: UnitOfWork, scope: AnswerScope) -> int:
    """Returns how many chapters have answered anything."""
    counted = select(func.count(table.c.chapter_id.distinct())).where(*list_counted(scope))
    return int(await unit.scalar(counted) or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSum:
    """How many numbers there are, their sum, the least and the greatest."""

    count: int
    total: Decimal
    least: Decimal
    most: Decimal


async def count_answers(unit: UnitOfWork, scope: AnswerScope) -> dict[str, int]:
    """Returns how many responses have an answer, by question."""
    rows = await unit.all(
        select(table.c.question, func.count(table.c.response_id.distinct()).label("number"))
        .where(*list_counted(scope))
        .group_by(table.c.question)
    )
    return {row.question: row.number for row in rows}


async def sum_numbers(unit: UnitOfWork, scope: AnswerScope) -> dict[str, NumberSum]:
    """Returns the sums of numbers, by question."""
    amount = table.c.amount
    rows = await unit.all(
        select(
            table.c.question,
            func.count(amount).label("count"),
            func.sum(amount).label("total"),
            func.min(amount).label("least"),
            func.max(amount).label("most"),
        )
        .where(*list_counted(scope), amount.is_not(None))
        .group_by(table.c.question)
    )
    return {
        row.question: NumberSum(
            count=row._mapping["count"],
            total=Decimal(int(row.total)) / PARTS,
            least=Decimal(int(row.least)) / PARTS,
            most=Decimal(int(row.most)) / PARTS,
        )
        for row in rows
    }


async def count_choices(unit: UnitOfWork, scope: AnswerScope) -> dict[tuple[str, str], int]:
    """Returns how many responses chose an option, by question and option."""
    rows = await unit.all(
        select(table.c.question, table.c.choice, func.count().label("number"))
        .where(*list_counted(scope), table.c.choice.is_not(None))
        .group_by(table.c.question, table.c.choice)
    )
    return {(row.question, row.choice): row.number for row in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSum:
    """What chapters of one place answered to a question: how many did, and their numbers' sum."""

    area_id: int
    question: str
    answered: int
    total: Decimal | None


async def sum_by_place(unit: UnitOfWork, scope: AnswerScope) -> list[PlaceSum]:
    """Returns how many chapters have answered what, by the places that they lie in."""
    rows = await unit.all(
        select(
            chapter.c.area_id,
            table.c.question,
            func.count(table.c.response_id.distinct()).label("answered"),
            func.sum(table.c.amount).label("total"),
        )
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .where(*list_counted(scope))
        .group_by(chapter.c.area_id, table.c.question)
        .order_by(chapter.c.area_id)
    )
    return [
        PlaceSum(
            area_id=row.area_id,
            question=row.question,
            answered=row.answered,
            total=None if row.total is None else Decimal(int(row.total)) / PARTS,
        )
        for row in rows
    ]


async def count_choices_by_place(
    unit: UnitOfWork, scope: AnswerScope
) -> dict[tuple[int, str], dict[str, int]]:
    """Returns how many responses chose each option, by place and question."""
    rows = await unit.all(
        select(chapter.c.area_id, table.c.question, table.c.choice, func.count().label("number"))
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .where(*list_counted(scope), table.c.choice.is_not(None))
        .group_by(chapter.c.area_id, table.c.question, table.c.choice)
    )
    found: dict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    for row in rows:
        found[row.area_id, row.question][row.choice] = row.number
    return found
