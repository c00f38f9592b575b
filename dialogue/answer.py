"""One answer of whatever kind, and its JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person answered to one question; only the fields of its kind are filled.

    `total` and `excused` hold what came along with a count ("28/32, phép 3"), `starts` and
    `ends` the times that were read from a text.
    `text` beside a key keeps the label of a choice that facts gave, should it vanish later.
    """

    keys: tuple[str, ...] = ()
    text: str = ""
    day: date | None = None
    number: int | None = None
    total: int | None = None
    excused: int | None = None
    starts: time | None = None
    ends: time | None = None
    attachments: tuple[int, ...] = ()
    skipped: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Returns the answer as plain JSON values, empty fields left out."""
        stored: dict[str, Any] = _ADAPTER.dump_python(self, mode="json", exclude_defaults=True)
        return stored

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "Answer":
        """Returns the answer that `to_dict` wrote."""
        return _ADAPTER.validate_python(stored)


_ADAPTER = TypeAdapter(Answer)

Answers = Mapping[str, Answer]
