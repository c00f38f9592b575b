"""Invitation codes: made, shown in groups, and read back however they are typed.

No vowels, no D and no W: a Vietnamese keyboard (Telex, VNI) then leaves the letters alone,
and no ordinary word can look like a code. Of look-alikes only one is used, the other is
read as it: B as 8, G as 6, S as 5, Z as 2.
"""

import re
from collections.abc import Callable

from domain.text import fold

ALPHABET = "23456789CFHJKLMNPQRTVX"
LENGTH = 12
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


def format_code(characters: str) -> str:
    """Writes a code in groups of four with dashes."""
    return "-".join(
        characters[start : start + _GROUP] for start in range(0, len(characters), _GROUP)
    )


def normalise_code(text: str) -> str | None:
    """Returns the characters of a typed code, or None if the text is no code."""
    typed = _SEPARATORS.sub("", fold(text)).upper().translate(_LOOK_ALIKES)
    return typed if len(typed) == LENGTH and set(typed) <= set(ALPHABET) else None
