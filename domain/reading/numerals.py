"""Numbers written in Vietnamese words, with or without marks."""

import re

_UNITS = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "lam": 5,
    "nham": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
}
_ONLY_AFTER_TENS = frozenset({"tu", "lam", "nham"})
_NEVER_ALONE = frozenset({"lam", "nham"})
_INNER = ("khong", "muoi", "ham", "linh", "le", "tram", "nghin", "ngan")
_FIRST = "|".join((*_UNITS, "muoi", "ham", "tram"))
_ANY = "|".join((*_UNITS, *_INNER))

NUMERAL = rf"(?:{_FIRST})(?: (?:{_ANY}))*?"
_RUN = re.compile(rf"\b(?:{_FIRST})(?: (?:{_ANY})(?! phep))*\b")

_UNIT = "|".join(_UNITS)
_SHAPE = re.compile(
    rf"(?:(?P<thousands>{_UNIT}) (?:nghin|ngan)(?: |$))?"
    rf"(?:(?:(?P<hundreds>{_UNIT}|khong) )?(?P<hundred>tram)(?: |$))?"
    rf"(?:(?P<zero>linh|le) (?P<rest>{_UNIT})"
    rf"|(?:(?P<tens>{_UNIT}) )?(?P<ten>muoi|ham)(?: (?P<after>{_UNIT}))?"
    rf"|(?P<first>{_UNIT}) (?P<second>{_UNIT})"
    rf"|(?P<single>{_UNIT}))?"
)


def parse_numeral(words: str) -> int | None:
    """Reads folded number words from 1 to 9999; vague ones ("hai ba") give None."""
    shape = _SHAPE.fullmatch(words) if words else None
    if shape is None:
        return None
    upper, lower = _upper(shape), _lower(shape, alone=not _has_upper(shape))
    return None if upper is None or lower is None else upper + lower


def replace_numerals(folded: str) -> str:
    """Writes the number words of a folded text in digits, unreadable ones as "?"."""
    return _RUN.sub(lambda run: str(parse_numeral(run[0]) or "?"), folded)


def _has_upper(shape: re.Match[str]) -> bool:
    return bool(shape["thousands"] or shape["hundred"])


def _upper(shape: re.Match[str]) -> int | None:
    thousands, hundreds = shape["thousands"], shape["hundreds"]
    if hundreds == "khong" and not thousands:
        return None
    if shape["hundred"] and thousands and not hundreds:
        return None
    hundred = _UNITS.get(hundreds or "mot", 0) if shape["hundred"] else 0
    return 1000 * _UNITS.get(thousands or "", 0) + 100 * hundred


def _lower(shape: re.Match[str], *, alone: bool) -> int | None:
    if shape["ten"]:
        return _tens(shape)
    if shape["zero"]:
        return None if alone else _UNITS[shape["rest"]]
    if shape["first"]:
        return _two_digits(shape["first"], shape["second"])
    if shape["single"]:
        return _UNITS[shape["single"]] if alone and shape["single"] not in _NEVER_ALONE else None
    return 0


def _tens(shape: re.Match[str]) -> int | None:
    tens, after = shape["tens"], _UNITS.get(shape["after"] or "", 0)
    if shape["ten"] == "ham":
        return None if tens or not after else 20 + after
    if tens == "mot":
        return None
    return 10 * _UNITS.get(tens or "mot", 1) + after


def _two_digits(first: str, second: str) -> int | None:
    """Reads "hai tám" as 28, but leaves "hai ba" (two or three) and "một hai" unread."""
    tens, unit = _UNITS[first], _UNITS[second]
    if tens == 1 or first in _ONLY_AFTER_TENS:
        return None
    if unit == tens + 1 and second not in _ONLY_AFTER_TENS:
        return None
    return 10 * tens + unit
