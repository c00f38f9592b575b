"""Telephone numbers as people write them in Việt Nam, in the one form they are stored in."""

import re

from domain.text import fold

_REGION = "VN"
_COUNTRY_CODE = 84
_LONGEST = 60
_LABEL = re.compile(
    r"^(?:(?:so )?(?:dien thoai|di dong|dt ?dd|s?dt|zalo|tel|phone|mobile)\b ?[.:]? ?)+"
)
_POLITE = re.compile(r"(?:[ ,.]*(?:a|nhe|nha)\b)?[ .]*$")
_WRITTEN = re.compile(r"\(?\+?[\do][\do .()+-]*")
# A mobile number: 0 and nine digits by the numbering plan of 2018 (Bộ TT&TT, QĐ 798/QĐ-BTTTT).
# Operators open prefixes sooner than a library learns of them.
_MOBILE = re.compile(r"[35789]\d{8}")
_TRUNK_PREFIX = re.compile(r"^(?:0084|0)")


def parse_phone(text: str) -> str | None:
    """Returns the form a number is stored in, or None for anything that is no certain number.

    That is "0912345678" for Việt Nam, however it was spelt, and "+85620…" for abroad.
    """
    written = _written(text)
    if written is None:
        return None
    import phonenumbers  # noqa: PLC0415 - large, and most of what people type is no number

    try:
        number = phonenumbers.parse(written, _REGION)
    except phonenumbers.NumberParseException:
        return None
    if number.country_code != _COUNTRY_CODE:
        form = phonenumbers.PhoneNumberFormat.E164
        is_valid = phonenumbers.is_valid_number(number)
        return phonenumbers.format_number(number, form) if is_valid else None
    national = str(number.national_number)
    if not _MOBILE.fullmatch(national) and not phonenumbers.is_valid_number(number):
        return None
    return f"0{national}"


def phone_digits(text: str) -> str:
    """Returns the digits by which spellings of a number, or of its end, compare.

    They lack what stands before every number at home: "0", "84", "+84", "0084".
    """
    known = parse_phone(text)
    digits = "".join(char for char in fold(known or text) if char.isdecimal())
    if fold(text).lstrip(" (").startswith("+84"):
        digits = digits.removeprefix("84")
    return _TRUNK_PREFIX.sub("", digits)


def _written(text: str) -> str | None:
    """Returns digits and "+" alone; a bare national number has to begin with its 0."""
    if len(text) > _LONGEST:
        return None
    bare = _POLITE.sub("", _LABEL.sub("", fold(text)))
    if not _WRITTEN.fullmatch(bare):
        return None
    # The letter is a slip of the finger for the digit.
    digits = re.sub(r"[^\d+]", "", bare.replace("o", "0"))
    if "+" in digits[1:]:
        return None
    return digits if digits.startswith(("0", "+", str(_COUNTRY_CODE))) else None
