"""Answers by place: numbers added up, choices counted where three chapters stand behind them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from domain.figures import SMALLEST_CELL
from operations.context import ActorContext
from operations.namesakes import name_areas
from storage.directory import areas
from storage.questionnaires import answer_sums
from storage.questionnaires.answer_sums import AnswerScope


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """What the chapters of a place answered to one question; the `name` "" is small places.

    `choices` count by the name of the option.
    """

    name: str
    answered: int
    total: Decimal | None = None
    choices: Mapping[str, int] = field(default_factory=dict)


async def sum_by_place(
    context: ActorContext, scope: AnswerScope
) -> Mapping[str, Sequence[PlaceRow]]:
    """Returns by question, of numbers and choices, a row for each place.

    Choices of places where fewer than three chapters have answered are counted together, with
    another place where these are still too few.
    """
    sums = await answer_sums.sum_by_place(context.unit, scope)
    choices = await answer_sums.count_choices_by_place(context.unit, scope)
    known = await areas.by_ids(context.unit, {place.area_id for place in sums})
    names = await name_areas(context.unit, known.values())
    found: dict[str, list[PlaceRow]] = defaultdict(list)
    for place in sums:
        chosen = choices.get((place.area_id, place.question), {})
        if chosen or place.total is not None:
            row = PlaceRow(
                name=names[place.area_id],
                answered=place.answered,
                total=place.total,
                choices=chosen,
            )
            found[place.question].append(row)
    return {question: _told(rows) for question, rows in found.items()}


def _told(rows: Sequence[PlaceRow]) -> list[PlaceRow]:
    """Returns rows of which none of choices has fewer than three chapters behind it."""
    if not any(row.choices for row in rows):
        return sorted(rows, key=lambda row: row.name)
    by_size = sorted(rows, key=lambda row: row.answered)
    small = [row for row in by_size if row.answered < SMALLEST_CELL]
    large = by_size[len(small) :]
    while small and large and sum(row.answered for row in small) < SMALLEST_CELL:
        small.append(large.pop(0))
    shown = sorted(large, key=lambda row: row.name)
    return [*shown, _joined(small)] if small else shown


def _joined(rows: Sequence[PlaceRow]) -> PlaceRow:
    counted: Counter[str] = Counter()
    for row in rows:
        counted.update(row.choices)
    return PlaceRow(name="", answered=sum(row.answered for row in rows), choices=counted)
