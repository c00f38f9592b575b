"""The buttons of the register of exemplars, of the model of the month and of trials."""

from dataclasses import dataclass
from enum import StrEnum

from domain.buttons import Button, PlaceView
from domain.exemplars import Field, Part, State


class ExemplarButton(Button, task="exemplar"):
    """Leads to exemplars."""


@dataclass(frozen=True)
class OpenExemplar(ExemplarButton):
    """An exemplar in full."""

    exemplar: int


@dataclass(frozen=True)
class NewExemplar(ExemplarButton, letter="n"):
    """Opens an exemplar of a chapter."""

    chapter: int


@dataclass(frozen=True)
class FillExemplar(ExemplarButton, letter="f"):
    """Asks for all that is missing of an exemplar."""

    exemplar: int


@dataclass(frozen=True)
class WritePart(ExemplarButton, letter="e", separator="-"):
    """Writes one part of an exemplar."""

    exemplar: int
    part: Part


@dataclass(frozen=True)
class AddProgress(ExemplarButton, letter="p"):
    """Writes how an exemplar goes on."""

    exemplar: int


@dataclass(frozen=True)
class MoveExemplar(ExemplarButton, letter="s", separator="-"):
    """Takes an exemplar to another state."""

    exemplar: int
    state: State


_FIELDS: tuple[Field | None, ...] = (None, *Field)
_STATES: tuple[State | None, ...] = (None, *State)
_FILTERS = frozenset(
    f"{field}{state}" for field in range(len(_FIELDS)) for state in range(len(_STATES))
)


def filters_of(field: Field | None = None, state: State | None = None) -> str:
    """Returns what narrows the register, as it stands in its buttons."""
    return f"{_FIELDS.index(field)}{_STATES.index(state)}"


@dataclass(frozen=True, kw_only=True)
class RegisterView(PlaceView, task="exemplar", written=("filters", "place", "page")):
    """The register narrowed by field and state, and by place."""

    filters: str

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.filters not in _FILTERS:
            raise ValueError(self.filters)

    @property
    def field(self) -> Field | None:
        """The field, None for all."""
        return _FIELDS[int(self.filters[0])]

    @property
    def state(self) -> State | None:
        """The state, None for all."""
        return _STATES[int(self.filters[1])]


class OpenRegister(RegisterView, letter="l"):
    """The exemplars themselves."""


class NarrowByField(RegisterView, letter="y"):
    """The choice of a field."""


class NarrowByState(RegisterView, letter="z"):
    """The choice of a state."""


class NarrowByPlace(RegisterView, letter="w"):
    """The choice of a place."""


EVERY_EXEMPLAR = OpenRegister(filters=filters_of())
EXEMPLAR_BUTTONS = (
    OpenRegister,
    NarrowByField,
    NarrowByState,
    NarrowByPlace,
    OpenExemplar,
    NewExemplar,
    FillExemplar,
    WritePart,
    AddProgress,
    MoveExemplar,
)


@dataclass(frozen=True)
class OpenPicks(Button, task="introduce", letter="a"):
    """What a place introduced, and what it could."""

    area: int


@dataclass(frozen=True)
class OpenPicksPage(OpenPicks, separator="-p"):
    """A page of what a place could introduce."""

    page: int


@dataclass(frozen=True)
class LookAtPick(OpenPicks, separator="-"):
    """A model that a place could introduce."""

    exemplar: int


class Sure(StrEnum):
    """That something is to be done."""

    YES = "y"


@dataclass(frozen=True)
class IntroducePick(LookAtPick):
    """Introduces a model."""

    sure: Sure


INTRODUCE_BUTTONS = (OpenPicks, OpenPicksPage, LookAtPick, IntroducePick)


class TrialButton(Button, task="trial"):
    """Leads to trials of models from elsewhere."""


@dataclass(frozen=True)
class ListTrials(TrialButton, letter="p"):
    """A page of what is tried and offered."""

    page: int


@dataclass(frozen=True)
class OpenOffer(TrialButton, letter="s"):
    """A model that is offered."""

    exemplar: int


@dataclass(frozen=True)
class TryExemplar(TrialButton, letter="t", separator="-"):
    """Tries a model in a chapter."""

    exemplar: int
    chapter: int


@dataclass(frozen=True)
class TakeBackTrial(TrialButton, letter="u"):
    """Takes a trial back."""

    copy: int


@dataclass(frozen=True)
class OpenTrial(TrialButton, letter="c"):
    """How a trial goes."""

    copy: int


class Outcome(StrEnum):
    """What a leader says of a trial."""

    GO_ON = "go"
    STOP = "stop"
    DONE = "done"


@dataclass(frozen=True)
class SettleTrial(TrialButton, letter="c", separator="-"):
    """Says how a trial goes."""

    copy: int
    outcome: Outcome


TRIAL_BUTTONS = (ListTrials, OpenOffer, TryExemplar, TakeBackTrial, OpenTrial, SettleTrial)
