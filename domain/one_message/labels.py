"""The words by which people name what they tell of a meeting, folded."""

import re
from enum import StrEnum


class Field(StrEnum):
    """What a piece of a message can tell of a meeting."""

    MONTH = "month"
    DAY = "day"
    NEW_DAY = "new_day"
    COUNT = "count"
    TIMES = "times"
    STATE = "state"
    REASON = "reason"
    TOPIC = "topic"
    DIFFICULTY = "difficulty"
    PROPOSAL = "proposal"
    BEST_PRACTICE = "best_practice"
    PLACE = "place"
    CHAIR = "chair"
    ACTIVITIES = "activities"
    CADRE = "cadre"


# Unmarked, "về" is the beginning of "vệ sinh" too.
_ABOUT = r"ve(?! sinh(?! hoat))"
_IS = (
    r"(?: (?:la|gom|nhu sau|chinh|hien nay|thang nay|hien tai"
    rf"|cua (?:chi hoi|chi doan|don vi)|{_ABOUT})\b)*"
)
_MEETING = r"(?:(?:hop|sinh hoat) )?"
# Of each the longer first: the first that fits at a place is taken. Short ones need a colon.
_TOPIC = (
    rf"{_MEETING}(?:theo |voi |ve )?(?:chu de|chuyen de)"
    rf"(?: (?:sinh hoat|thang (?:\d{{1,2}}|nay)|{_ABOUT}))*"
    rf"|{_MEETING}(?:ban |trao doi |noi )?{_ABOUT} (?:noi dung|viec|van de|chu de)"
    rf"|(?:hop|sinh hoat) (?:ban )?{_ABOUT}"
    r"|noi dung(?: (?:hop|sinh hoat|buoi hop|cuoc hop|buoi sinh hoat|chinh))*"
    rf"(?: (?:la|{_ABOUT}))?"
    rf"|(?:ban|noi|trao doi|thao luan) {_ABOUT}|(?:cd|nd|topic)(?= :)"
)
_DIFFICULTY = (
    r"(?:(?:nhung |cac |con |co |gap |dang gap |ve )*(?:mot so |nhieu )?)"
    r"(?:kho khan,? vuong mac|kho khan|vuong mac|tro ngai|kkvm)(?: (?:nhat|lon nhat))?"
    r"|(?:kho|vm|ton tai|han che)(?= :)|kk"
)
_PROPOSAL = (
    r"(?:(?:co |xin |va |y kien )*)(?:kien nghi|de xuat)(?: voi)?"
    r"|(?:kn|dx|de nghi|nguyen vong)(?= :)"
)
_NAMES: tuple[tuple[Field, str], ...] = (
    (Field.TOPIC, _TOPIC),
    (Field.DIFFICULTY, _DIFFICULTY),
    (Field.PROPOSAL, _PROPOSAL),
    (
        Field.BEST_PRACTICE,
        r"(?:co |cac )*(?:cach lam hay|mo hinh hay|mo hinh tot|viec lam hay|dien hinh tot)",
    ),
    (Field.PLACE, r"(?:dia diem|noi hop|noi sinh hoat|noi to chuc)|(?:dd|dia chi)(?= :)"),
    (Field.CHAIR, r"(?:nguoi )?(?:chu tri|chu toa)|(?:ct|dieu hanh)(?= :)"),
    (Field.REASON, r"(?<!co )(?:ly do|nguyen nhan)"),
)
_COMPILED = [(field, re.compile(rf"(?:{name}){_IS}(?: :)*")) for field, name in _NAMES]
# Words that keep a proposal's verb: "đề nghị xã …", "xin cống", "mong trên …".
_ASKING = re.compile(
    r"(?:(?:rat |cung )?mong(?: muon)?|de nghi|xin|yeu cau)"
    r"(?! (?:chao|phep|loi|bao cao|bc|cam on|gui|hoi|nghi|thong bao|y kien|duoc bao|loi khuyen"
    r"|moi|dong chi|thua|cac|anh|chi|em|may|luu y|hop|gia han|doi|hoan|chuyen|lui)\b)(?= \w)"
)
# "hộ khó khăn", "hoàn cảnh khó khăn" are no label in the middle of other words.
_NO_LABEL_AFTER = frozenset(
    (
        *("ho", "nguoi", "canh", "giup", "song", "vien", "dan", "vuot", "go", "em", "chi"),
        *(
            "tro",
            "do",
            "cac",
            "nhung",
            "quyet",
            "loi",
            "thu",
            "hop",
            "tiep",
            "y",
            "ba",
            "hien",
            "se",
        ),
    )
)
_MID_SENTENCE = (Field.DIFFICULTY, Field.PROPOSAL, Field.BEST_PRACTICE)


def find_label(plain: str, at: int, *, inside: bool = False) -> tuple[Field, int] | None:
    """Returns what is named at a place of a folded clause, and where the name ends.

    `inside` other words only names that nothing before them could mean otherwise count.
    """
    for field, name in _COMPILED:
        found = name.match(plain, at)
        if found and found.end() > at and plain[found.end() : found.end() + 1] in ("", " "):
            is_named = found[0].endswith(":") or not inside
            if is_named or _may_stand_inside(field, plain, at):
                return field, found.end()
    return None


def asks_for(plain: str, at: int) -> bool:
    """Says whether words begin to ask for something; their verb belongs to what is asked."""
    return bool(_ASKING.match(plain, at))


def _may_stand_inside(field: Field, plain: str, at: int) -> bool:
    before = plain[:at].split()
    return field in _MID_SENTENCE and not (before and before[-1] in _NO_LABEL_AFTER)
