"""Where somebody is in the register of exemplars, as the key of a button."""

from dataclasses import dataclass

from domain.exemplars import Field, State
from handlers.screen import parse_number

LIST, FIELDS, STATES, PLACES = "l", "y", "z", "w"
_VIEWS = (LIST, FIELDS, STATES, PLACES)
_FIELDS = (None, *Field)
_STATES = (None, *State)


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at; `area` 0 stands for every place in sight."""

    view: str = LIST
    field: Field | None = None
    state: State | None = None
    area: int = 0
    page: int = 1

    @property
    def key(self) -> str:
        """The button that leads here."""
        return f"{self.key_of_pages}{self.page}"

    @property
    def key_of_pages(self) -> str:
        """The button that leads here without the number of the page."""
        filters = f"{_FIELDS.index(self.field)}{_STATES.index(self.state)}"
        return f"exemplar.{self.view}{filters}-{self.area}-"


def parse_look(argument: str) -> Look | None:
    """Reads the argument of a button; None for anything else."""
    view, field, state = argument[:1], parse_number(argument[1:2]), parse_number(argument[2:3])
    rest = argument[3:]
    if view not in _VIEWS or not rest.startswith("-"):
        return None
    if field >= len(_FIELDS) or state >= len(_STATES):
        return None
    area, _, page = rest[1:].partition("-")
    return Look(
        view, _FIELDS[field], _STATES[state], parse_number(area), max(parse_number(page), 1)
    )
