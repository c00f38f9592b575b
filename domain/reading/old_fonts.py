"""Text typed for fonts from before Unicode: TCVN3 (.VnTime) and VNI (VNI-Times).

Such text must be looked at before it is cleaned: the letter ư of TCVN3 is an invisible hyphen.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from domain.reading.syllables import is_syllable


class OldFont(StrEnum):
    """A font family whose letters have codes of their own."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


# TCVN 5712:1993, VN3: a code for each letter with its mark.
_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ®¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂĐÊÔƠƯ",
        strict=True,
    )
)
# VNI: a mark is a letter of its own behind the vowel; a few letters have one code.
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_TONES = dict(zip("øùõûï", (_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT), strict=True))
_ROOFS = dict(zip("âàáãåä", ("", _GRAVE, _ACUTE, _TILDE, _HOOK, _DOT), strict=True))
_BREVES = dict(zip("êèéüúë", ("", _GRAVE, _ACUTE, _TILDE, _HOOK, _DOT), strict=True))
_MARKS = (
    _TONES
    | {mark: f"\u0302{tone}" for mark, tone in _ROOFS.items()}
    | {mark: f"\u0306{tone}" for mark, tone in _BREVES.items()}
)
_SINGLE = dict(zip("ôöñæóòîÔÖÑÆÓÒÎ", "ơưđỉĩịỵƠƯĐỈĨỊỴ", strict=True))
_VNI = re.compile(
    "[aA][øùõûïâàáãåäêèéüúë]|[eoEO][øùõûïâàáãåä]|[uyôöUYÔÖ][øùõûï]|[ôöñæóòî]", re.IGNORECASE
)
_WORDS = re.compile(r"[^\s!-/:-@\[-`{-~\d]+")
_UNICODE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9\u0300-\u0323]")


def convert(text: str, font: OldFont) -> str:
    """Returns what a reader saw of a text in its font."""
    return _WORDS.sub(lambda word: _converted(word[0], font), text)


@lru_cache(maxsize=20_000)
def find_old_font(text: str) -> OldFont | None:
    """Returns the font for which a text was surely typed, None for text as it is today."""
    odd = [word for word in _WORDS.findall(text) if not word.isascii() and not is_syllable(word)]
    for font in OldFont:
        if any(is_syllable(_converted(word, font)) for word in odd if not _UNICODE.search(word)):
            return font
    return None


def is_unicode(text: str) -> bool:
    """True for a text with letters that no old font has."""
    return bool(_UNICODE.search(text))


def _converted(word: str, font: OldFont) -> str:
    if font is OldFont.TCVN3:
        letters = "".join(_TCVN3.get(letter, letter) for letter in word)
        # Capitals with marks had a font of their own, with the codes of the small letters.
        bare = [letter for letter in word if letter.isascii() and letter.isalpha()]
        is_capital = len(bare) > 1 and all(letter.isupper() for letter in bare)
        return letters.upper() if is_capital else letters
    return unicodedata.normalize("NFC", _VNI.sub(lambda found: _vni_letter(found[0]), word))


def _vni_letter(found: str) -> str:
    base = _SINGLE.get(found[0], found[0])
    return base + _MARKS[found[1].lower()] if found[1:] else base
