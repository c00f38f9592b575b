"""Answers by the names of questions, over whatever asked them: each chapter's newest in a span."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import func, select

from domain.questionnaires.answers import PARTS
from domain.reporting_span import Span
from storage.directory.areas import ids_below
from storage.meetings.meetings import counted_day
from storage.tables.directory import chapter, chapter_kind
from storage.tables.meetings import meeting
from storage.tables.questionnaires import questionnaire
from storage.tables.questionnaires import questionnaire_answer as table
from storage.tables.questionnaires import questionnaire_response as response
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSum:
    """What chapters answered to a question: how many did, and of numbers their sum."""

    question: str
    choice: str | None
    chapters: int
    total: Decimal | None


async def sum_named(
    unit: UnitOfWork, path: str, association: str, span: Span, names: Collection[str]
) -> list[NamedSum]:
    """Returns the sums below a place, of one association or all (""), by question and choice.

    With a report an answer is of the day of its meeting, else of the questionnaire's last day.
    """
    day = func.coalesce(counted_day, questionnaire.c.closes_on)
    newest = func.dense_rank().over(
        partition_by=(table.c.chapter_id, table.c.question),
        order_by=(day.desc(), response.c.id.desc()),
    )
    wanted = (
        table.c.question.in_(sorted(names)),
        chapter.c.area_id.in_(ids_below(path)),
        day.between(span.first_day, span.last_day),
        *((chapter_kind.c.association == association,) if association else ()),
    )
    ranked = (
        select(
            *(table.c[name] for name in ("question", "choice", "amount", "chapter_id")),
            newest.label("place"),
        )
        .join(response, response.c.id == table.c.response_id)
        .join(questionnaire, questionnaire.c.id == table.c.questionnaire_id)
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .outerjoin(meeting, meeting.c.id == response.c.meeting_id)
        .where(*wanted)
        .subquery()
    )
    rows = await unit.all(
        select(
            ranked.c.question,
            ranked.c.choice,
            func.count(ranked.c.chapter_id.distinct()).label("chapters"),
            func.sum(ranked.c.amount).label("total"),
        )
        .where(ranked.c.place == 1)
        .group_by(ranked.c.question, ranked.c.choice)
    )
    return [
        NamedSum(
            question=row.question,
            choice=row.choice,
            chapters=row.chapters,
            total=None if row.total is None else Decimal(int(row.total)) / PARTS,
        )
        for row in rows
    ]
