"""What must be agreed to before a file is read as a directory, and the word that agrees."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.fonts import OldFonts
from documents.lists import OfficeList


@dataclass(frozen=True, slots=True)
class Survey:
    """What must be agreed to before a file is read as a directory.

    `changes` are the lines that put it right, `unread` those of them that mean nothing.
    """

    fonts: OldFonts
    lists: Sequence[OfficeList]
    changes: tuple[str, ...] = ()
    unread: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """What whoever sent a file says of its survey: changes of it, and that it is right so."""

    changes: tuple[str, ...] = ()
    is_given: bool = False


NOTHING_SAID = Agreement()


class Unagreed(Exception):
    """The file cannot be read before somebody agrees to how."""

    def __init__(self, survey: Survey) -> None:
        super().__init__(survey)
        self.survey = survey
