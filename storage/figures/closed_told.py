"""What stored months tell beside figures, summed up out of their JSON by the database."""

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Integer,
    Select,
    String,
    TableValuedAlias,
    column,
    func,
    true,
)

from domain.case_figures import CaseCount
from domain.figures import DifficultyCount, Told, TopicCount
from storage.figures.cells import Asked, stored_of, sum_of
from storage.figures.parts import Grouping, parts
from storage.tables.figures import closed_figures as table
from storage.unit import UnitOfWork


async def sum_told(unit: UnitOfWork, asked: Asked) -> Told:
    """Returns what is stored of a month at a place and below, taken together."""
    values = asked.values()
    topics = await unit.all(_topics(on_postgresql=unit.on_postgresql), values)
    told = await unit.all(_difficulties(on_postgresql=unit.on_postgresql), values)
    counts = dict((await unit.all(_CASES, values))[0]._mapping)
    oldest = counts.pop("oldest")
    took = await unit.all(_days(on_postgresql=unit.on_postgresql), values)
    return Told(
        topics=tuple(TopicCount(**row._mapping) for row in topics),
        difficulties=tuple(DifficultyCount(**row._mapping) for row in told),
        cases=CaseCount(
            **counts,
            days=tuple(row.took for row in took),
            oldest=date.fromisoformat(oldest) if oldest else None,
        ),
    )


@cache
def _topics(*, on_postgresql: bool) -> Select[Any]:
    told = _elements("topics", on_postgresql=on_postgresql)
    name = told.c.value["title"].as_string().label("title")
    sums = (_sum(told.c.value[what], what) for what in ("meetings", "chapters"))
    return _stored(name, *sums).join(told, true()).group_by(name.name)


@cache
def _difficulties(*, on_postgresql: bool) -> Select[Any]:
    told = _elements("difficulties", on_postgresql=on_postgresql)
    name = told.c.value["category"].as_string().label("category")
    sums = (_sum(told.c.value[what], what) for what in ("raised", "open"))
    return _stored(name, *sums).join(told, true()).group_by(name.name)


@cache
def _days(*, on_postgresql: bool) -> Select[Any]:
    days = _elements("cases", "days", on_postgresql=on_postgresql)
    took = days.c.value.cast(String).cast(Integer).label("took")
    return _stored(took).join(days, true()).order_by(took.name)


def _stored(*columns: ColumnElement[Any]) -> Select[Any]:
    return stored_of(parts(Grouping.BY_AREA), *columns)


def _sum(value: Any, name: str) -> ColumnElement[int]:  # noqa: ANN401 - an element of JSON
    return sum_of(value.as_integer()).label(name)


def _elements(*keys: str, on_postgresql: bool) -> TableValuedAlias:
    """Returns the elements of a list inside the stored JSON as rows with a `value`."""
    value = column("value", JSON)
    if on_postgresql:
        return func.json_array_elements(table.c.told[keys]).table_valued(value, name="element")
    path = ".".join(("$", *keys))
    return func.json_each(table.c.told, path).table_valued(value, name="element")


_CASES = _stored(
    *(
        _sum(table.c.told["cases", what], what)
        for what in ("raised", "solved", "solved_chapters", "waiting", "passed_up", "overdue")
    ),
    func.min(table.c.told["cases", "oldest"].as_string()).label("oldest"),
)
