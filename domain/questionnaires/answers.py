"""The answer to one question of a questionnaire, as it is kept: typed, by stable names."""

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

# A number is kept as so many parts of one, in whole.
PARTS = 10_000
MOST = 999_999_999
LONGEST_WORDS = 2000

_WRITTEN = re.compile(r"-?\d{1,9}(?:[.,]\d{1,4})?", re.ASCII)
_GROUPED = re.compile(r"-?\d{1,3}(?:[. ]\d{3})+(?:,\d{1,4})?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """What was answered; only the fields of the question's type are filled.

    Of a repeat `number` says how often it was gone through, and `round` of its questions in
    which round, from 1 on.
    """

    question: str
    number: Decimal | None = None
    day: date | None = None
    clock: time | None = None
    choices: tuple[str, ...] = ()
    words: str = ""
    files: tuple[int, ...] = ()
    round: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAnswers:
    """What was answered beside the common questions of a report: to which version of what."""

    questionnaire: int
    version: int
    given: tuple[GivenAnswer, ...] = ()

    @property
    def files(self) -> tuple[int, ...]:
        """The pictures and recordings among the answers."""
        return tuple(file for answer in self.given for file in answer.files)


def read_decimal(text: str) -> Decimal | None:
    """Reads "12", "1.250", "12,5" or "-3"; None for anything else, or too much.

    A point before three figures groups them, as is usual in Vietnam.
    """
    plain = text.strip().replace("\u00a0", " ")
    if _GROUPED.fullmatch(plain):
        plain = re.sub(r"[. ]", "", plain)
    elif not _WRITTEN.fullmatch(plain):
        return None
    number = Decimal(plain.replace(",", "."))
    return number if abs(number) <= MOST else None


def write_decimal(number: Decimal) -> str:
    """Writes a number as it is read in Vietnam, without grouping."""
    return f"{number.normalize():f}".replace(".", ",")
