"""The answers of a questionnaire as a table: a row a chapter, a column a question by its name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from documents.answer_sheet import AnswerColumn, AnswerTable
from documents.tables.columns import Value
from domain.chapters import Chapter
from domain.questionnaires.answers import GivenAnswer
from domain.questionnaires.definition import (
    WORDED,
    AskedQuestion,
    Definition,
    QuestionType,
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
_ROUND = "@round"


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
    told = [
        _Told(context, definition, chapter, response, given[response.id] if response else ())
        for chapter, response in await _list_rows(context, asked, found)
    ]
    table = _table(context, definition, told, title=asked.title)
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="questionnaire.exported",
            subject=f"questionnaire:{asked.id}",
            after={"title": asked.title, "rows": len(table.rows)},
        ),
        now=context.now,
    )
    return table


@dataclass(frozen=True, slots=True)
class _Told:
    """What a chapter has answered, if it has, as cells of rows."""

    context: ActorContext
    definition: Definition
    chapter: Chapter
    response: Response | None
    given: Sequence[GivenAnswer]

    def row(self, questions: Iterable[AskedQuestion], number: int = 0) -> list[Value]:
        """Returns a row: whose it is, when it was answered, and the answers of one round."""
        chapter, at, version = self.chapter, None, None
        if self.response:
            at = self.context.policy.local(self.response.at).replace(tzinfo=None)
            version = self.response.version
        fixed = [chapter.name, chapter.area_name, chapter.kind.name, at, version]
        answers = {given.question: given for given in self.given if given.round == number}
        is_read = may_see(self.context.posts, chapter, self.context.today)
        values = (
            _value(self.definition, asked, answers.get(asked.name), self.context.actor.language)
            if is_read or asked.type not in WORDED
            else None
            for asked in questions
        )
        return [*fixed, *((number,) if number else ()), *values]

    def rounds(self, repeat: str) -> range:
        """Returns the rounds of a repeat that it went through."""
        counts = (given.number for given in self.given if given.question == repeat)
        return range(1, int(next(counts, None) or 0) + 1)


def _table(
    context: ActorContext, definition: Definition, told: Sequence[_Told], *, title: str
) -> AnswerTable:
    """Returns a row for each answer of a chapter, and below each repeat one for each round."""
    language = context.actor.language
    common = [asked for asked in definition.answered() if _is_common(asked)]
    return AnswerTable(
        title=title,
        columns=(*_fixed(_FIXED, language), *_asked(definition, common, language)),
        rows=[answers.row(common) for answers in told],
        repeats=[
            AnswerTable(
                title=head.name,
                columns=(
                    *_fixed((*_FIXED, _ROUND), language),
                    *_asked(definition, within, language),
                ),
                rows=[
                    answers.row(within, number)
                    for answers in told
                    for number in answers.rounds(head.name)
                ],
            )
            for head in definition.repeats()
            for within in [[*definition.within(head)]]
        ],
    )


def _is_common(asked: AskedQuestion) -> bool:
    return not asked.repeat or asked.type is QuestionType.REPEAT


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


def _fixed(names: Iterable[str], language: str) -> Iterator[AnswerColumn]:
    for name in names:
        words = label(f"answers-{name.removeprefix('@')}", language)
        yield AnswerColumn(id=name, heading=words, holds="")


def _asked(
    definition: Definition, questions: Iterable[AskedQuestion], language: str
) -> Iterator[AnswerColumn]:
    for question in questions:
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
