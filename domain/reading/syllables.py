"""Which written words can be Vietnamese syllables."""

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSET = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]"
# Every rime there is, without its tone, by its vowels and what may follow these.
_RIMES = (
    *("a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?", "ă(?:c|m|n|ng|p|t)", "â(?:c|m|n|ng|p|t|u|y)"),
    *("e(?:c|m|n|ng|o|p|t)?", "ê(?:ch|m|n|nh|p|t|u)?", "i(?:ch|m|n|nh|p|t|u|a)?"),
    *("iê(?:c|m|n|ng|p|t|u)", "yê(?:m|n|ng|t|u)", "y(?:ch|nh|t|p|u|a)?"),
    *("o(?:c|i|m|n|ng|p|t)?", "oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?", "oă(?:c|m|n|ng|t)"),
    *("oe(?:n|o|t)?", "oo(?:c|ng)", "ô(?:c|i|m|n|ng|p|t)?", "ơ(?:i|m|n|p|t)?"),
    *("u(?:c|i|m|n|ng|p|t|a)?", "uâ(?:n|ng|t|y)", "uê(?:ch|n|nh|t)?", "uơ", "uyê(?:n|t|u)"),
    *("uy(?:a|ch|n|nh|p|t|u)?", "uô(?:c|i|m|n|ng|t)", "ư(?:c|i|m|n|ng|t|u|a)?"),
    "ươ(?:c|i|m|n|ng|p|t|u)",
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{'|'.join(_RIMES)})")


def is_syllable(word: str) -> bool:
    """True for a word that is spelled as a Vietnamese syllable is, with or without its tone."""
    parts = unicodedata.normalize("NFD", word.lower())
    toneless = "".join(part for part in parts if part not in _TONES)
    has_one = len(parts) - len(toneless) <= 1
    return has_one and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)))
