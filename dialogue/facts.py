"""What is known before a talk begins: the values a form fills in, and their JSON."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.message import Choice

FactValue = str | int | bool | date | None | tuple[str, ...] | tuple[Choice, ...]
Facts = Mapping[str, FactValue]


def facts_to_dict(facts: Facts) -> dict[str, Any]:
    """Returns the facts as plain JSON values."""
    return {name: _to_json(value) for name, value in facts.items()}


def facts_from_dict(stored: Mapping[str, Any]) -> dict[str, FactValue]:
    """Returns the facts that `facts_to_dict` wrote."""
    return {name: _from_json(value) for name, value in stored.items()}


def _to_json(value: FactValue) -> object:
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, tuple):
        return [[v.key, v.label] if isinstance(v, Choice) else v for v in value]
    return value


def _from_json(value: object) -> FactValue:
    if isinstance(value, dict):
        return date.fromisoformat(value["date"])
    if isinstance(value, list):
        return tuple(Choice(*v) if isinstance(v, list) else v for v in value)
    return value if isinstance(value, str | int) else None
