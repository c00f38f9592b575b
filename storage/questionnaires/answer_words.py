"""What was answered in words or by files, chapter by chapter."""

from dataclasses import dataclass

from sqlalchemy import func, or_, select

from storage.questionnaires.answer_sums import AnswerScope, list_counted
from storage.tables.questionnaires import questionnaire_answer as answers
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsOfChapter:
    """What a chapter answered to a question in words, and how many files came with it."""

    chapter_id: int
    question: str
    words: str
    files: int


async def list_in_words(unit: UnitOfWork, scope: AnswerScope) -> list[WordsOfChapter]:
    """Returns what was answered in words or by files, in the order of the answers."""
    is_told = or_(answers.c.words.is_not(None), answers.c.attachment_id.is_not(None))
    rows = await unit.all(
        select(
            answers.c.chapter_id,
            answers.c.question,
            func.max(answers.c.words).label("words"),
            func.count(answers.c.attachment_id).label("files"),
        )
        .where(*list_counted(scope), is_told)
        .group_by(
            *(answers.c[name] for name in ("response_id", "chapter_id", "question", "round"))
        )
        .order_by(func.min(answers.c.id))
    )
    return [
        WordsOfChapter(
            chapter_id=row.chapter_id,
            question=row.question,
            words=row.words or "",
            files=row.files,
        )
        for row in rows
    ]
