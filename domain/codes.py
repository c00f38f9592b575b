"""Invitation codes: made, shown in groups, and read back however they are typed.

No vowels, no D and no W: a Vietnamese keyboard (Telex, VNI) then leaves the letters alone,
and no ordinary word can look like a code. Of look-alikes only one is used, the other is
read as it: B as 8, G as 6, S as 5, Z as 2.
"""

import re
from collections.abc import Callable

from domain.text import fold

_DIGITS, _LETTERS = "23456789", "CFHJKLMNPQRTVX"
ALPHABET = _DIGITS + _LETTERS
LENGTH = 12
# Of a code that is shown for two minutes; its first is a letter: no figure can look like it.
SHORT_LENGTH = 6
_GROUP = 4
_RANDOM_BYTES = 16
_LOOK_ALIKES = str.maketrans("BGSZ", "8652")
_SEPARATORS = re.compile(r"[\s-]")


def make_code(random_bytes: Callable[[int], bytes]) -> str:
    """Draws a code of 53 bits, without dashes, from a source such as `os.urandom`."""
    number = int.from_bytes(random_bytes(_RANDOM_BYTES))
    characters = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        characters.append(ALPHABET[place])
    return "".join(characters)


def make_short_code(random_bytes: Callable[[int], bytes]) -> str:
    """Draws a code of six characters that is good for two minutes."""
    code = make_code(random_bytes)
    return _LETTERS[ALPHABET.index(code[-1]) % len(_LETTERS)] + code[: SHORT_LENGTH - 1]


def format_code(characters: str, *, group: int = _GROUP) -> str:
    """Writes a code in groups, of four if nothing else is said, with dashes."""
    return "-".join(
        characters[start : start + group] for start in range(0, len(characters), group)
    )


def normalise_code(text: str) -> str | None:
    """Returns the characters of a typed code, or None if the text is no code."""
    return _normalise(text, LENGTH)


def normalise_short_code(text: str) -> str | None:
    """Returns the characters of a typed code of six, or None if the text is none."""
    typed = _normalise(text, SHORT_LENGTH)
    return typed if typed and typed[0] in _LETTERS else None


def _normalise(text: str, length: int) -> str | None:
    typed = _SEPARATORS.sub("", fold(text)).upper().translate(_LOOK_ALIKES)
    return typed if len(typed) == length and set(typed) <= set(ALPHABET) else None
