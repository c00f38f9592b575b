"""The answers of a questionnaire as a table: a row a chapter, a column a question by its name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from documents.answer_sheet import AnswerColumn, AnswerTable
from documents.tables.columns import Value
from domain.chapters import Chapter
from domain.questionnaires.answers import GivenAnswer
from domain.questionnaires.definition import (
    WORDED,
    AskedQuestion,
    Definition,
)
from domain.questionnaires.questionnaire import Purpose, Questionnaire
from domain.refusals import NotFound
from operations.access import may_see
from operations.context import ActorContext
from operations.questionnaires.answer_words import answer_words
from operations.questionnaires.definitions import load_version
from operations.questionnaires.reaching import get_followed, has_right, list_by_place
from operations.rights import Right
from storage.maintenance import audit
from storage.questionnaires import questionnaires, responses
from storage.questionnaires.responses import Response
from texts import label

# Before the answers; no question's name begins like this.
_FIXED = ("@chapter", "@place", "@kind", "@answered_at", "@version")


async def table_answers(context: ActorContext, questionnaire_id: int) -> AnswerTable:
    """Returns the answers of all chapters, also of those that have not answered.

    Words are there for chapters whose reports somebody may read. That the table was taken out is
    noted. Raises NotFound.
    """
    asked = await get_followed(context, questionnaire_id)
    if not await has_right(context, Right.EXPORT, asked):
        raise NotFound("survey-not-there")
    definition = (await load_version(context.unit, asked)).definition
    found = await responses.list_of(context.unit, asked.id)
    given = await responses.list_given(context.unit, [response.id for response in found])
    rows: list[Sequence[Value]] = []
    for chapter, response in await _list_rows(context, asked, found):
        row: list[Value] = [chapter.name, chapter.area_name, chapter.kind.name]
        row += (
            [context.policy.local(response.at).replace(tzinfo=None), response.version]
            if response
            else [None, None]
        )
        answers = {answer.question: answer for answer in given[response.id]} if response else {}
        is_read = may_see(context.posts, chapter, context.today)
        row += [
            _value(definition, question, answers.get(question.name), context.actor.language)
            if is_read or question.type not in WORDED
            else None
            for question in definition.answered()
        ]
        rows.append(row)
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="questionnaire.exported",
            subject=f"questionnaire:{asked.id}",
            after={"title": asked.title, "rows": len(rows)},
        ),
        now=context.now,
    )
    columns = (*_fixed(context.actor.language), *_asked(definition, context.actor.language))
    return AnswerTable(title=asked.title, columns=columns, rows=rows)


async def _list_rows(
    context: ActorContext, asked: Questionnaire, found: Sequence[Response]
) -> list[tuple[Chapter, Response | None]]:
    """Returns the chapters by place, each with its answers: with reports each time they came."""
    of: dict[int, list[Response]] = defaultdict(list)
    for response in found:
        of[response.chapter_id].append(response)
    is_aside = asked.purpose is Purpose.REPORT
    listed = of if is_aside else await questionnaires.list_asked(context.unit, asked.id)
    return [
        (chapter, response)
        for chapter in await list_by_place(context.unit, listed)
        for response in (*of[chapter.id],) or (None,)
    ]


def _fixed(language: str) -> Iterator[AnswerColumn]:
    for name in _FIXED:
        words = label(f"answers-{name.removeprefix('@')}", language)
        yield AnswerColumn(id=name, heading=words, holds="")


def _asked(definition: Definition, language: str) -> Iterator[AnswerColumn]:
    for question in definition.answered():
        options = "; ".join(
            f"{option.name}: {definition.words(option.labels, language)}"
            for option in question.options
        )
        yield AnswerColumn(
            id=question.name,
            heading=definition.words(question.labels, language),
            holds=options or label(f"survey-type-{question.type}", language),
        )


def _value(
    definition: Definition, asked: AskedQuestion, given: GivenAnswer | None, language: str
) -> Value:
    if given is None:
        return None
    if given.number is not None:
        return float(given.number)
    return given.day or answer_words(definition, asked, given, language)
