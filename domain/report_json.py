"""The answers of a report as stored: JSON and back."""

from typing import Any

from pydantic import TypeAdapter

from domain.report import ReportAnswers

_ADAPTER = TypeAdapter(ReportAnswers)


def report_to_json(answers: ReportAnswers) -> dict[str, Any]:
    """Returns the answers as plain JSON values."""
    values: dict[str, Any] = _ADAPTER.dump_python(answers, mode="json")
    return values


def report_from_json(stored: dict[str, Any]) -> ReportAnswers:
    """Returns the answers that `report_to_json` wrote; unknown fields are left out."""
    return _ADAPTER.validate_python(stored)
