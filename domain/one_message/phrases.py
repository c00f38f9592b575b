"""Turns of phrase that tell something whole: not held, put off, nothing to tell, who came."""

import re
from collections.abc import Mapping

from domain.one_message.labels import Field

_NO = r"(?:khong|ko|k|kg|khg|hok|hong|hem|kh|khum)"
_MEET = r"(?:to chuc )?(?:hop|sinh hoat|to chuc|sh)(?: (?:hop|sinh hoat|chi hoi|chi doan|chi bo))*"
NOT_HELD = re.compile(
    r"(?:(?:chi hoi|chi doan|chi bo|to hoi|don vi) )?"
    r"(?:(?:thang|ky|lan|dot) (?:nay|\d{1,2}) )?"
    rf"(?:{_NO} (?:the |co )?{_MEET}(?: (?:duoc|dc|dk|ky nay|thang nay|dinh ky))*"
    r"|(?:nghi|bo|huy) (?:buoi )?(?:hop|sinh hoat)(?: (?:ky nay|thang nay))*)"
    r"(?= |$)(?! (?:thi|nua|co sao))"
)
NOT_YET = re.compile(
    rf"(?:chua (?:the )?{_MEET}|hoan(?: {_MEET})?|tam hoan)(?: (?:duoc|dc|lai|lan nay))*(?= |$)"
)
# Marked, the verbs of putting off; unmarked they may be others, so a day has to follow.
PUT_OFF = re.compile(
    r"(?:doi|hoan|chuyen|lui|dich|roi)"
    r"(?: (?:lai|sang|qua|den|toi|vao|lich|hop|buoi|sinh|hoat|cuoc|thanh"
    r"|ngay(?= (?:hom|mai|kia))))*(?= )"
)
PUTTING_OFF = {
    "doi": ("dời", "đổi", "dơi", "doi", "đời"),
    "hoan": ("hoãn", "hoản", "hoan"),
    "chuyen": ("chuyển", "chuyen", "chuyễn"),
    "lui": ("lùi", "lui"),
    "dich": ("dịch", "dich"),
    "roi": ("rời",),
}
BECAUSE = re.compile(
    r"(?<!co )(?:boi vi|tai vi|vi|(?<!ly )(?<!li )do|tai|boi|ly do|li do|nguyen nhan)"
    r"(?: (?:la|vi|do))*(?: :)*(?= )"
)
THEREFORE = re.compile(r"(?:cho nen|nen|vi the|vi vay)(?= )")
# The month a report is of; "ngày 5 tháng 11" is a day, and begins before.
OF_MONTH = re.compile(
    r"(?:ky |ky sinh hoat |sinh hoat |bao cao |bc )?"
    r"(?:(?:thang|th|ky) (?:nay|(?P<month>\d{1,2})(?:/20\d\d)?)|t(?P<short>\d{1,2}))(?= |$)"
)
ON_PLAN = re.compile(
    r"(?:(?:da )?(?:hop|sinh hoat|to chuc) )?(?:dung|theo|nhu)"
    r" (?:ngay ke hoach|ke hoach|ngay|lich|hen)"
    r"(?= ,|$| :)"
)

_DIFFICULTIES = r"(?:kho khan,? vuong mac|kho khan|vuong mac|kk|kkvm|tro ngai|van de)"
_PROPOSALS = r"(?:kien nghi|de xuat|y kien|de nghi|kn)"
_NOTHING = r"(?: (?:gi|nao|ca|het|dau|dang ke|khac|lon|moi|phat sinh|a|nhe|them|roi|luon))*"
_DENIES = rf"(?:{_NO}|chua|het)(?: (?:co|con|gap|thay|phat sinh|gi|cai gi))*"
_DENIAL = re.compile(
    rf"{_DENIES} (?:co )?"
    rf"(?:(?P<both>{_DIFFICULTIES}{_NOTHING}"
    rf"(?: va|,| hay|/| ,)? (?:{_NO} )?(?:co )?{_PROPOSALS})"
    rf"|(?P<difficulty>{_DIFFICULTIES})|(?P<proposal>{_PROPOSALS})){_NOTHING}(?= |$)"
)

_COMES = (
    r"(?:du|den|tham du|tham gia|xuong|ve|co mat)"
    r"(?: (?:du|hop|cung|day du|cung hop|sinh hoat|den cuoi))*"
)
_TITLE = r"(?:can bo phu trach|cb phu trach|cb pt|cbpt|can bo|cb)"
_CADRE = rf"(?:dong chi |dc |d/c |anh |chi )?{_TITLE}"
_COMING: Mapping[str, re.Pattern[str]] = {
    "substitute": re.compile(
        r"(?:co )?(?:nguoi|can bo|cb)(?: khac)? (?:du|di|den) thay"
        r"(?: can bo(?: phu trach)?)?(?= |$)"
    ),
    "no": re.compile(
        rf"{_CADRE} (?:(?:{_NO}|chua)(?: co)? {_COMES}|vang(?: mat)?"
        rf"|ban(?: {_NO} {_COMES})?)(?= |$)"
        rf"|{_NO} co {_TITLE}(?: {_COMES})?(?= |$)"
    ),
    "yes": re.compile(rf"(?:co )?{_CADRE}(?: (?:co|cung|van|da|deu))* {_COMES}(?= |$)"),
}
_PARTS = {"thao luan": "discussion", "doi thoai": "dialogue", "bieu duong": "commendation"}
_PART = rf"(?:{'|'.join(_PARTS)})"
_ACTIVITIES = re.compile(
    rf"(?:co )?(?:phan )?{_PART}(?: (?:soi noi|tot|nhieu))?"
    rf"(?: (?:,|va|voi|,? co) (?:co |phan )?{_PART}| {_PART})*(?= ,|$| \))"
)
# A place is told where a word of places follows.
AT_PLACE = re.compile(
    r"(?:tai|o) (?=(?:nha|nvh|tru so|hoi truong|van phong|diem|dinh|chua|truong|san|ubnd|uy ban"
    r"|phong|khu|hoi quan|trung tam|tram)\b)"
)
CHAIRED = re.compile(
    r"(?P<by>do )?(?P<who>(?:dong chi|d/c|dc|chi|anh|co|chu|bac|ong|ba|thim)"
    r"(?: (?!chu|lam|dung|da|hoi|bo|doan)[a-z]+){1,4}) (?:chu tri|chu toa|dieu hanh)(?= |$)"
)


def find_denial(plain: str, at: int) -> tuple[tuple[Field, ...], int] | None:
    """Returns what is said not to be there, difficulties or proposals, and where that ends."""
    found = _DENIAL.match(plain, at)
    if found is None:
        return None
    if found["both"]:
        return (Field.DIFFICULTY, Field.PROPOSAL), found.end()
    return ((Field.DIFFICULTY if found["difficulty"] else Field.PROPOSAL),), found.end()


def find_coming(plain: str, at: int) -> tuple[str, int] | None:
    """Returns whether the cadre came, as a key of the form, and where that ends."""
    matches = ((key, words.match(plain, at)) for key, words in _COMING.items())
    return next(((key, found.end()) for key, found in matches if found), None)


def find_activities(plain: str, at: int) -> tuple[str, int] | None:
    """Returns which parts the meeting had, as keys of the form, and where that ends."""
    found = _ACTIVITIES.match(plain, at)
    if found is None:
        return None
    return " ".join(key for words, key in _PARTS.items() if words in found[0]), found.end()
