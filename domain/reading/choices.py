"""Typed answers that stand for a button."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from domain.message import Choice
from domain.reading.courtesy import without_courtesy
from domain.text import fold, key, marked

_SHORTEST_PREFIX = 2
_LONGEST_NO = 120
_NUMBER = re.compile(
    r"[(#]?(?:(?:toi )?(?:cau|so|chon|muc|y|o) (?:so )?)?(?P<number>\d{1,3}) ?[.)]?"
)

_MARKED_WORDS = {"vâng": "co", "dạ": "co", "dạ vâng": "co", "vâng ạ": "co", "dạ vâng ạ": "co"}
_YES = ("uh", "u", "uhm", "um", "ok", "oke", "okay", "yes", "da co", "phai", "dung", "duoc")
_NO = ("khong", "no", "da khong", "khong co", "khong co gi", "khong phai", "chang", "dau co")
_PHRASES = {
    **dict.fromkeys(
        (*_YES, "co", "co nha", "co nhe", "dung roi", "dung vay", "co chu", "dong y"), "co"
    ),
    **dict.fromkeys((*_NO, "khong dau", "khong ha"), "khong"),
    **dict.fromkeys(("bq", "skip"), "bo qua"),
    **dict.fromkeys(("ql", "tro lai", "lui lai", "back"), "quay lai"),
    **dict.fromkeys(("tiep", "tiep theo", "tiep tuc", "xem tiep"), "trang sau"),
    **dict.fromkeys(("truoc", "xem truoc"), "trang truoc"),
}
# Other words for coming to a meeting.
_COMING = (
    (re.compile(r"\b(?:co mat|tham du|tham gia|den du|den|di du|di hop|di)\b"), "du"),
    (re.compile(r"^vang(?: mat)?$|^ban(?: khong du)?$|^nghi$"), "khong du"),
    (re.compile(r"^khong co (?=du)"), "khong "),
    (re.compile(r"^du$"), "co du"),
)
_NOTHING = (
    r"(?:co|con|thay|gap|phat sinh|y kien|kien nghi|de nghi|de xuat|kho khan|vuong mac|van de"
    r"|tro ngai|thac mac|noi dung|gi|nao|ca|het|nua|khac|them|dau|moi|roi|tron|luon|va|can|a|nhe"
    r"|bao cao|hay|chi|kho|vuong|ha|ai|de|cai|thi|lam"
    r"|(?:trong )?(?:thang|ky|dip|lan|dot|luc) (?:nay|vua roi|vua qua)|hien nay|hien tai"
    r"|(?:o |tai )?(?:don vi|chi hoi|chi doan|chi bo|ap|khom))"
)
_PLACE = (
    r"(?:(?:hien nay|hien tai|thang nay|ky nay|nhin chung|noi chung|chi hoi|chi doan|chi bo|don vi"
    r"|ap|ben em|ben toi|ben nay|o day|cung|thi|chac|ve kho khan)[ ,:]+)*"
)
_DENIAL = re.compile(
    rf"{_PLACE}(?:khong|chua|het|chang|dau)(?:(?: |, ?){_NOTHING})*"
    r"|dau co(?: gi)?|khong sao(?: ca)?"
)
_WELL = re.compile(
    rf"{_PLACE}(?:(?:moi (?:viec|thu|mat|hoat dong)|tat ca|van|cung|thi|deu|hoat dong|tinh hinh"
    r"|sinh hoat|rat|kha|duoc)[ ,]+)*(?:binh thuong|on(?: dinh)?|tot(?: dep)?|yen on|em"
    r"|thuan loi|suon se|tam on|ok la)(?:,? (?:ca|het|roi|luon|thoi|dinh|lam|binh thuong"
    r"|khong co gi|khong co kho khan(?: gi)?|khong kho khan(?: gi)?))*"
)
_NIL = frozenset(("0", "-", "--", "---", "/", "x", "khg"))
# Said for politeness or to round off: "xong rồi", "không có gì hết ạ".
_PARTICLES = frozenset(("roi", "het", "a", "nhe", "luon", "tron", "ca", "thoi", "nha", "dau"))
_WORDS = {
    **dict.fromkeys(
        ("ko", "k", "kg", "khg", "hok", "kh", "hong", "hem", "hk", "hoong"), ("khong",)
    ),
    **dict.fromkeys(("kong", "khog", "khon", "khongg", "kho0ng", "khonh"), ("khong",)),
    "hnay": ("hom", "nay"),
    "hqua": ("hom", "qua"),
    "hkia": ("hom", "kia"),
    "ng": ("nguoi",),
    "dc": ("duoc",),
    "vs": ("voi",),
    "cb": ("can", "bo"),
    "kk": ("kho", "khan"),
    "j": ("gi",),
    "ji": ("gi",),
}
# South of the pass the hook and the tilde sound alike and are written for each other.
_SAME_TONE = {"\u0303": "\u0309"}


def match_choice(
    text: str,
    labels: Mapping[str, str] | Sequence[Choice],
    *,
    numbered: bool = False,
    in_full: bool = False,
) -> str | None:
    """Returns the key of the one choice that is meant, or None if none or several are.

    A label counts with or without marks, shortened or abbreviated; with `in_full` only as a
    whole, or by two of its words. With `numbered` its place in the list counts too ("2", "2.",
    "câu 2").
    """
    choices = _as_pairs(labels)
    spelled = marked(text)
    if spelled in _MARKED_WORDS and not in_full and not _having(choices, marked, spelled):
        return _only(_said_yes(choices))
    by_number = _at_number(text, choices) if numbered else set()
    by_label = _having(choices, marked, spelled) or _named(choices, key(text), text)
    if by_number or by_label:
        return _only(by_number | by_label)
    bare = key(without_courtesy(text))
    if not in_full:
        return _by_shortened(text, bare, choices)
    begun = _beginning_with(choices, bare, text) if " " in bare else set()
    return _only(_named(choices, bare, text) or begun)


def denies(text: str) -> bool:
    """True for "dạ không có khó khăn gì hết" and the like: that there is nothing to tell."""
    if fold(text) in _NIL:
        return True
    if len(text) > _LONGEST_NO:
        return False
    plain = _without_local_words(text)
    return bool(_DENIAL.fullmatch(plain))


def finds_all_well(text: str) -> bool:
    """True for "bình thường", "mọi việc đều ổn": asked for difficulties, there are none."""
    return len(text) <= _LONGEST_NO and bool(_WELL.fullmatch(key(without_courtesy(text))))


def may_deny(text: str) -> bool:
    """True for what begins as a no and goes on otherwise: "không có nước sạch"."""
    begun = ("khong", "chua ", "het ", "chang ", "dau co", "no co")
    as_said = (_without_local_words(text), key(text))
    return any(plain.startswith(begun) for plain in as_said) and not denies(text)


def _without_local_words(text: str) -> str:
    """Only with its marks "nỏ" (no, in the north of the centre) differs from "nợ" and "no"."""
    return _written_out(key(without_courtesy(re.sub(r"\bnỏ\b", "khong", marked(text)))))


def _as_pairs(labels: Mapping[str, str] | Sequence[Choice]) -> list[tuple[str, str]]:
    if isinstance(labels, Mapping):
        return list(labels.items())
    return [(choice.key, choice.label) for choice in labels]


def _having(
    choices: Iterable[tuple[str, str]], form: Callable[[str], str], wanted: str
) -> set[str]:
    return {name for name, label in choices if wanted and form(label) == wanted}


def _at_number(text: str, choices: list[tuple[str, str]]) -> set[str]:
    shape = _NUMBER.fullmatch(fold(text))
    number = int(shape["number"]) if shape else 0
    return {choices[number - 1][0]} if 1 <= number <= len(choices) else set()


def _by_shortened(text: str, plain: str, choices: list[tuple[str, str]]) -> str | None:
    for attempt in dict.fromkeys((plain, _written_out(plain))):
        found = _named(choices, attempt, text) or _beginning_with(choices, attempt, text)
        if found:
            return _only(found)
    written = _written_out(plain)
    if said := _by_alias(_PHRASES.get(written), choices):
        return said
    if coming := _by_coming(written, choices):
        return coming
    begun, _, last = plain.rpartition(" ")
    if begun and last in _PARTICLES:
        return _by_shortened(text, begun, choices)
    return None


def _by_alias(alias: str | None, choices: list[tuple[str, str]]) -> str | None:
    if alias == "co":
        return _only(_said_yes(choices))
    if alias == "khong":
        return _only(_said_no(choices))
    return _only(_beginning_with(choices, alias, alias)) if alias else None


def _by_coming(written: str, choices: list[tuple[str, str]]) -> str | None:
    """Reads "có đi", "vắng mặt" where the labels speak of coming ("Có dự", "Không dự")."""
    if not _having(choices, key, "co du"):
        return None
    for words, usual in _COMING:
        written = words.sub(usual, written)
    return _only(_having(choices, key, written))


def _said_yes(choices: Iterable[tuple[str, str]]) -> set[str]:
    """Finds "Có dự" beside "Không dự"; else the one "Có …" where no "Không …" is on offer."""
    found = {name: key(label) for name, label in choices}
    noes = {label.removeprefix("khong ") for label in found.values() if label.startswith("khong ")}
    yes = {name: label for name, label in found.items() if label == "co" or label[:3] == "co "}
    paired = {name for name, label in yes.items() if label == "co" or label[3:] in noes}
    begun = {name for name, label in yes.items() if any(no.startswith(label[3:]) for no in noes)}
    return paired or begun or (set() if noes else set(yes))


def _said_no(choices: Iterable[tuple[str, str]]) -> set[str]:
    found = ((name, key(label)) for name, label in choices)
    return {name for name, label in found if label == "khong" or label.startswith("khong ")}


def _beginning_with(choices: Iterable[tuple[str, str]], start: str, text: str) -> set[str]:
    """Finds the labels that a text begins; "ấp 1" does not begin "ấp 10", "mưa" not "mùa"."""
    if len(start) < _SHORTEST_PREFIX or start.isdecimal() or start in ("co", "khong"):
        return set()
    begun = start + " " if start[-1].isdecimal() else start
    found = [(name, label) for name, label in choices if key(label).startswith(begun)]
    return {name for name, label in found if _agrees(text, label)}


def _named(choices: Iterable[tuple[str, str]], wanted: str, text: str) -> set[str]:
    found = [(name, label) for name, label in choices if wanted and key(label) == wanted]
    return {name for name, label in found if _agrees(text, label)}


def _agrees(text: str, label: str) -> bool:
    """True unless a word of the label was typed with marks that it lacks."""
    typed = [(fold(word), _marks(word)) for word in _words(text)]
    for word in _words(label):
        like = [marks for plain, marks in typed if fold(word).startswith(plain)]
        if like and not any(marks <= _marks(word) for marks in like):
            return False
    return True


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in marked(text)).split()


def _marks(word: str) -> set[str]:
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "d\u0335"))
    marks = {char for char in decomposed if unicodedata.category(char) == "Mn"}
    return {_SAME_TONE.get(mark, mark) for mark in marks}


def _written_out(plain: str) -> str:
    return " ".join(word for each in plain.split() for word in _WORDS.get(each, (each,)))


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None
