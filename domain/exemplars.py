"""Exemplars ("mô hình Dân vận khéo", cách làm hay): what is kept of one, and how it goes on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

# The columns hold so much; a name has to fit on a line or two.
LONGEST_NAME = 200
LONGEST_TEXT = 2000
LONGEST_PROGRESS = 8000
# After so long a chapter that tries a model is asked how it went.
ASK_AGAIN_AFTER = timedelta(days=91)


class Field(StrEnum):
    """The four fields of "Dân vận khéo"."""

    ECONOMY = "economy"
    SOCIETY = "society"
    SECURITY = "security"
    SYSTEM = "system"


class State(StrEnum):
    """How far an exemplar is."""

    DRAFT = "draft"
    REGISTERED = "registered"
    RECOGNISED = "recognised"
    ENDED = "ended"


class Part(StrEnum):
    """What is written of an exemplar, in the order in which it is asked."""

    NAME = "name"
    FIELD = "field"
    AIM = "aim"
    CONTENT = "content"
    LEAD = "lead"
    RESULT = "result"


class CopyState(StrEnum):
    """What became of an exemplar where it is tried."""

    TRYING = "trying"
    DONE = "done"
    STOPPED = "stopped"


NEEDED = (Part.NAME, Part.FIELD, Part.AIM, Part.CONTENT)
STEPS: Mapping[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.REGISTERED, State.ENDED}),
    State.REGISTERED: frozenset({State.RECOGNISED, State.ENDED}),
    State.RECOGNISED: frozenset({State.ENDED}),
    State.ENDED: frozenset({State.DRAFT, State.REGISTERED, State.RECOGNISED}),
}
_LONGEST = {Part.NAME: LONGEST_NAME, Part.LEAD: 200}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemplar:
    """One exemplar of a chapter; `report_id` is the report that told of it first.

    `lead` is who is in charge, by role; `progress` grows by a dated line for each note.
    """

    id: int
    chapter_id: int
    report_id: int | None
    name: str
    field: Field | None
    aim: str
    content: str
    progress: str
    lead: str
    result: str
    state: State
    registered_on: date | None
    recognised_on: date | None
    recognised_by: str
    version: int

    def value_of(self, part: Part) -> str:
        """Returns what is written of a part, "" for nothing yet."""
        return str(getattr(self, part) or "")

    def list_missing(self) -> tuple[Part, ...]:
        """Returns the parts without which it cannot be registered, in their order."""
        return tuple(part for part in NEEDED if not self.value_of(part))

    def before_end(self) -> State:
        """Returns the state in which it was ended."""
        if self.recognised_on is not None:
            return State.RECOGNISED
        return State.REGISTERED if self.registered_on is not None else State.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An exemplar tried by another chapter."""

    id: int
    exemplar_id: int
    chapter_id: int
    state: CopyState
    person_id: int | None
    at: datetime
    ask_again_on: date | None
    result: str


def longest_of(part: Part) -> int:
    """Returns how long the words of a part may be."""
    return _LONGEST.get(part, LONGEST_TEXT)


def name_from(words: str) -> str:
    """Returns the name under which a told way of working begins: its first sentence."""
    first = words.strip().split("\n")[0].split(". ")[0].rstrip(".")
    if len(first) <= LONGEST_NAME:
        return first
    return f"{first[: LONGEST_NAME - 1].rstrip()}…"


def with_note(progress: str, day: date, note: str) -> str:
    """Returns the progress with one more dated line."""
    line = f"{day:%d/%m/%Y}: {note}"
    return f"{progress}\n{line}" if progress else line
