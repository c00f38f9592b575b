"""What was answered, question by question: sums of numbers, counts of choices, words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.questionnaires.definition import (
    NUMBERS,
    SELECTS,
    AskedQuestion,
    Definition,
)
from operations.context import ActorContext
from storage.questionnaires import answer_sums
from storage.questionnaires.answer_sums import AnswerScope, NumberSum


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceCount:
    """How many chapters chose an option."""

    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionResult:
    """What came of one question: `answered` chapters, and by its type numbers or choices."""

    asked: AskedQuestion
    label: str
    answered: int
    numbers: NumberSum | None
    choices: Sequence[ChoiceCount]

    @property
    def average(self) -> Decimal | None:
        """The average of numbers, to two places."""
        if self.numbers is None:
            return None
        return (self.numbers.total / self.numbers.count).quantize(Decimal("0.01"))


async def sum_up(
    context: ActorContext, scope: AnswerScope, definition: Definition
) -> list[QuestionResult]:
    """Returns what was answered to each question."""
    counts = await answer_sums.count_answers(context.unit, scope)
    numbers = await answer_sums.sum_numbers(context.unit, scope)
    choices = await answer_sums.count_choices(context.unit, scope)
    language = context.actor.language
    return [
        QuestionResult(
            asked=question,
            label=definition.words(question.labels, language),
            answered=counts.get(question.name, 0),
            numbers=numbers.get(question.name) if question.type in NUMBERS else None,
            choices=[
                ChoiceCount(
                    name=option.name,
                    label=definition.words(option.labels, language),
                    count=choices.get((question.name, option.name), 0),
                )
                for option in (question.options if question.type in SELECTS else ())
            ],
        )
        for question in definition.answered()
    ]
