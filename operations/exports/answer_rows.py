"""Answers to offices' questions as rows of sheets: one a row, by stable names."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from typing import Any

from documents.tables.columns import Value
from domain.questionnaires.answers import PARTS
from domain.questionnaires.definition import Definition
from domain.questionnaires.reading import read_form
from operations.exports.asking import SheetOrder
from storage import UnitOfWork
from storage.exports import answers
from storage.questionnaires import report_questions

Rows = list[dict[str, Value]]


@dataclass(slots=True)
class _Definitions:
    """What the questions and options of the answers read so far are called."""

    language: str
    _known: dict[tuple[int, int], Definition] = field(default_factory=dict)

    async def learn(self, unit: UnitOfWork, rows: Iterable[Any]) -> None:
        wanted = {(row.questionnaire_id, row.version) for row in rows} - self._known.keys()
        found = await report_questions.list_versions(unit, wanted)
        self._known |= {key: read_form(asked.sheets).definition for key, asked in found.items()}

    def name(self, row: Any) -> dict[str, Value]:  # noqa: ANN401 - a row
        definition = self._known[row.questionnaire_id, row.version]
        asked = definition.find(row.question)
        if asked is None:
            return {"label": None, "choice_label": None}
        chosen = (option for option in asked.options if option.name == row.choice)
        labels = (definition.words(option.labels, self.language) for option in chosen)
        return {
            "label": definition.words(asked.labels, self.language),
            "choice_label": next(labels, None),
        }


def _bounds(order: SheetOrder) -> dict[str, Any]:
    days = order.asked.span.first_day, order.asked.span.last_day
    return {"days": days, "moments": order.policy.bounds(*days)}


async def read_answers(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields the answers of the span."""
    named, bounds, after = _Definitions(order.language), _bounds(order), order.after_id
    while rows := await answers.list_page(unit, order.extent, **bounds, after=after):
        await named.learn(unit, rows)
        yield [
            {
                **row._asdict(),
                **named.name(row),
                "amount": None if row.amount is None else row.amount / PARTS,
                "has_file": row.attachment_id is not None,
                "answered_at": order.policy.local(row.at),
            }
            for row in rows
        ]
        after = rows[-1].id


async def count_answers(unit: UnitOfWork, order: SheetOrder) -> int:
    """Returns how many there are."""
    return await answers.count(unit, order.extent, **_bounds(order))
