"""The buttons of pauses and free days."""

from dataclasses import dataclass
from datetime import date

from domain.buttons import Button


@dataclass(frozen=True)
class OpenFreeDays(Button, task="freedays"):
    """The free days of a place."""

    area: int


@dataclass(frozen=True)
class RemoveFreeDay(Button, letter="x"):
    """Takes a free day out."""

    day: date


class PauseButton(Button, task="pause"):
    """Leads to pauses and leave."""


@dataclass(frozen=True)
class ListPauses(PauseButton, letter="l"):
    """A page of the pauses that are not over."""

    page: int


class PauseMe(PauseButton, letter="me"):
    """One's own leave."""


class PauseEverybody(PauseButton, letter="all"):
    """A pause of everybody."""


@dataclass(frozen=True)
class PausePerson(PauseButton, letter="p"):
    """Somebody's leave."""

    person: int


@dataclass(frozen=True)
class PauseChapter(PauseButton, letter="c"):
    """A pause of one chapter."""

    chapter: int


@dataclass(frozen=True)
class PauseArea(PauseButton, letter="a"):
    """A pause of a place."""

    area: int


@dataclass(frozen=True)
class EndPause(PauseButton, letter="x"):
    """Ends a pause early."""

    pause: int


PAUSE_BUTTONS = (
    PauseMe,
    PauseEverybody,
    PausePerson,
    PauseChapter,
    PauseArea,
    EndPause,
    ListPauses,
)
