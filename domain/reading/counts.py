"""How many took part, as people type it."""

import re
from dataclasses import dataclass
from enum import Enum

from domain.reading.courtesy import without_courtesy
from domain.reading.numerals import replace_numerals
from domain.text import fold, marked

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class ReadCount:
    """Figures read with certainty; whether they fit together is for the rules to say."""

    present: int
    total: int | None = None
    excused: int | None = None


@dataclass(frozen=True, slots=True)
class DoubtfulCount:
    """Figures to be asked about: those that may be meant, the likeliest first."""

    candidates: tuple[ReadCount, ...] = ()


class Everyone(Enum):
    """The answer "all of them", given without a figure."""

    EVERYONE = "everyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardFigures:
    """The figures of one answer by what they are said to count; `is_vague` for "khoảng 30"."""

    present: int | None = None
    total: int | None = None
    excused: int | None = None
    unexcused: int | None = None
    absent: int | None = None
    is_vague: bool = False


_ALL = (
    r"(?:day du|dong du|du(?: (?:ca|het|mat|quan so|so luong|thanh phan|100 ?%|so))*|100 ?%"
    r"|tat ca|toan bo|toan the|ca chi hoi|ca chi doan|ca chi bo|het)"
)
_PRESENT_WORDS = r"(?:co mat|tham du|tham gia|du hop|di hop|di du|den du|hop|du|di|den)"
_EVERYONE = re.compile(
    rf"(?:{_PRESENT_WORDS} |deu )*{_ALL}(?: (?:deu|co mat|du|di|di hop|tham gia|tham du|ca"
    r"|hoi vien|dang vien|doan vien|moi nguoi|mat|het|tron|luon|tron luon))*"
    r"(?:,? (?:khong|ko|k) (?:co )?(?:ai )?vang(?: ai| mat)?)?"
    r"(?: (?:roi|a|nhe)){0,2}"
    r"|(?:khong|ko|k|hong|chang) (?:co )?(?:ai )?(?:vang|thieu|nghi)"
    r"(?: (?:ai|mat|nguoi nao|mot ai))*(?: (?:ca|het|roi))?"
    r"|vang (?:0|khong)|everyone|all"
)
_PEOPLE = re.compile(
    r"(?<=[\d ]) ?(?:nguoi|ng|n|dong chi|d/c|dc|cong doan vien|dang vien|doan vien|hoi vien"
    r"|thanh vien|to vien|hv|dv|cdv|tv|chi em|anh em|ba con|vi|em|anh|chi|bac|cu|ong|nguoi dan"
    r"|co(?! (?:mat|phep|ly|xin|vang)))\b"
)
_COUNTED = re.compile(
    r"\b(?:so luong|si so|so)(?: (?:nguoi|hoi vien|dang vien|doan vien|thanh vien))? "
    r"(?=(?:co mat|du|tham|vang|di hop|hop|di)\b)|^so luong (?=\d)"
    r"|\b(?:nguoi|hoi vien|dang vien|doan vien|thanh vien) (?=(?:co mat|du|tham du|vang|di hop)\b)"
)
_VAGUE = re.compile(
    r"\b(?:khoang|chung|co khoang|do chung|ngot|xap xi|uoc|uoc chung|gan|hon|tren duoi"
    r"|hinh nhu|chac(?: la| co)?|co le|it nhat|toi thieu|tam khoang|co chung)\b"
    r"(?: (?:khoang|la|co|duoc))?|\b(?:may|hon|tro len|gi do|do lai)$"
)
# Without its marks "tầm" (about) is "tám" (eight).
_ABOUT = re.compile(r"\btam (?=\d)")
_LIKE_BEFORE = re.compile(
    r"(?:van |cung |y |cung van )?(?:giong|nhu|y nhu|y chang|bang)(?: y)?(?: voi)? "
    r"(?:thang|ky|lan|buoi|dot|hom) (?:truoc|roi|vua roi|qua)|nhu (?:cu|moi khi|thuong le)"
)
_SLIP_OF_ZERO = re.compile(r"(?<=\d)o\b")
_TENS = re.compile(r"\b(?P<tens>[1-9]) chuc(?: (?P<rest>[1-9])\b)?|\bchuc\b")
_N = r"(?:\d\.\d{3}|\d{1,4})"
_PERCENT = r"(?P<percent>\d{1,3}(?:[.,]\d{1,2})?) ?%"
_REASON = r"(?:co |xin )?(?:phep|p)\b"
_NO_REASON = r"(?:(?:khong|ko|k) (?:co |xin )?(?:phep|ly do)|kp)"
_ABSENT = r"(?:vang mat|vang|thieu|nghi|v)\b"
_TOTAL = r"(?:tong so|tong cong|tong quan so|tong|ts|quan so|si so)"
_OVER = r"(?: ?[/\\] ?| (?:tren|trong|of|out of) )(?:tong so |tong cong |tong )?"
_ITEM = re.compile(
    rf"{_PERCENT}"
    rf"|(?:dat |duoc )?(?:{_PRESENT_WORDS} |co )?(?P<present>{_N})(?: {_PRESENT_WORDS})?"
    rf"{_OVER}(?P<total>{_N})(?: {_PRESENT_WORDS})?"
    rf"|(?:{_ABSENT} )?{_NO_REASON}:? (?P<unexcused>{_N})"
    rf"|(?:{_ABSENT} )?(?P<unexcused_>{_N}) ?(?:{_ABSENT} )?{_NO_REASON}"
    rf"|{_ABSENT} (?P<leave>{_N}) (?:deu )?(?:{_REASON}|co ly do)(?!:? \d)"
    rf"|(?:{_ABSENT} )?{_REASON}:? (?P<excused>{_N})(?! ?{_NO_REASON})"
    rf"|(?:{_ABSENT} )?(?P<excused_>{_N}) ?(?:{_ABSENT} )?(?:{_REASON}|co ly do)"
    rf"(?!:? \d+(?! ?{_NO_REASON}))"
    rf"|(?P<unexcused__>{_N}) khong(?=$|[ ,;)])"
    rf"|{_ABSENT}(?: co)?:? ?(?P<absent>{_N})"
    rf"|(?:co )?(?P<absent_>{_N}) {_ABSENT}(?: mat)?(?!:? ?\d+\b(?! {_PRESENT_WORDS}))"
    rf"|{_TOTAL}(?: co| la)?:? ?(?P<total_>{_N})"
    rf"|(?:{_PRESENT_WORDS}|cm|co|dat|duoc)(?: co| duoc| la| ca| so)?:? ?(?P<present_>{_N})"
    rf"(?: {_PRESENT_WORDS})?"
    rf"|(?P<present__>{_N})(?: (?:{_PRESENT_WORDS}|cm))?"
)
_BETWEEN = re.compile(
    r"(?:[ ,;:()\[\]=+]|- "
    r"|\b(?:va|trong do|gom|la|chi|voi|con|con lai|ty le|dat|chiem|nhung|thi)\b)*"
)


def hear_figures(text: str) -> HeardFigures | Everyone | None:
    """Returns the figures of an answer, or that all came; None if any of it stays unread."""
    folded = fold(text)
    if len(folded) > _LONGEST:
        return None
    bare = without_courtesy(text)
    plain = _SLIP_OF_ZERO.sub("0", " ".join(_PEOPLE.sub("", bare).split()))
    if _EVERYONE.fullmatch(plain) or _EVERYONE.fullmatch(bare):
        return None if marked(text).startswith(("dự", "dù")) else Everyone.EVERYONE
    plain = _ABOUT.sub("khoang ", _COUNTED.sub("", plain))
    figures = _TENS.sub(_in_tens, replace_numerals(plain))
    certain = _VAGUE.sub("", figures)
    found = _items(" ".join(_PEOPLE.sub("", certain).split()))
    if found is None:
        return None
    is_vague = certain != figures or folded.endswith("?")
    leave = found.pop("leave", None)
    if leave:
        found["excused"] = leave
    if leave and not found.keys() & {"present", "absent", "unexcused"}:
        found["absent"] = leave
    percent = found.pop("percent", None)
    if percent is not None and not _fits(float(percent.replace(",", ".")), found):
        return None
    whole = {name: int(figure.replace(".", "")) for name, figure in found.items()}
    return HeardFigures(**whole, is_vague=is_vague) if whole else None


def is_like_before(text: str) -> bool:
    """True for "như tháng trước": the figures of the last report."""
    return bool(_LIKE_BEFORE.fullmatch(without_courtesy(text)))


def parse_count(text: str) -> ReadCount | Everyone | None:
    """Reads "28", "28/32, phép 3", "hai mươi tám" or "đủ"; anything less certain is None."""
    heard = hear_figures(text)
    if not isinstance(heard, HeardFigures):
        return heard
    settled = settle_figures(heard)
    return settled if isinstance(settled, ReadCount) else None


def settle_figures(
    heard: HeardFigures, *, total: int | None = None, exempt: int = 0
) -> ReadCount | DoubtfulCount | None:
    """Returns what figures come to where the chapter has `total` members, `exempt` excused."""
    if heard.is_vague:
        return DoubtfulCount((ReadCount(heard.present),)) if heard.present else DoubtfulCount()
    base = heard.total if heard.total is not None else total
    absent = heard.absent
    if absent is None and heard.excused is not None and heard.unexcused is not None:
        absent = heard.excused + heard.unexcused
    if heard.present is None:
        return _from_the_absent(heard, absent, base, exempt)
    if absent is not None:
        return _with_absent(heard, heard.present, absent, base, exempt)
    if heard.unexcused is None:
        return ReadCount(heard.present, heard.total, heard.excused)
    excused = (base or 0) - exempt - heard.present - heard.unexcused
    return ReadCount(heard.present, heard.total, excused) if excused >= 0 else None


def _with_absent(
    heard: HeardFigures, present: int, absent: int, base: int | None, exempt: int
) -> ReadCount | DoubtfulCount | None:
    """Joins who came and who did not; "32 vắng 4" of 32 may mean 28 of 32."""
    excused = _excused(heard, absent)
    if base in (present + absent, present + absent + exempt):
        return ReadCount(present, heard.total, excused)
    if base is None:
        return ReadCount(present, present + absent, excused)
    if heard.total is not None:
        return None
    if present in (base, base - exempt) and absent < present:
        return DoubtfulCount((ReadCount(present - absent, None, excused),))
    told = ReadCount(present, present + absent + exempt, excused)
    return DoubtfulCount((told, ReadCount(present, None, excused)))


def _from_the_absent(
    heard: HeardFigures, absent: int | None, base: int | None, exempt: int
) -> ReadCount | DoubtfulCount | None:
    if base is None or (heard.total is not None and absent is None):
        return None
    if absent is None:
        told = heard.excused if heard.excused is not None else heard.unexcused
        rest = base - exempt - (told or 0)
        return DoubtfulCount((ReadCount(rest),)) if told is not None and rest > 0 else None
    present = base - exempt - absent
    return ReadCount(present, heard.total, _excused(heard, absent)) if present > 0 else None


def _excused(heard: HeardFigures, absent: int | None) -> int | None:
    if heard.excused is None and heard.unexcused is not None and absent is not None:
        return max(absent - heard.unexcused, 0)
    return heard.excused


def _items(plain: str) -> dict[str, str] | None:
    """Reads figure by figure; None if any of it stays unread or comes twice."""
    found: dict[str, str] = {}
    at = _end_of_gap(plain, 0)
    while at < len(plain):
        item = _ITEM.match(plain, at)
        if item is None or plain[item.end() : item.end() + 1].isalnum():
            return None
        for name, figure in item.groupdict().items():
            if figure is None:
                continue
            if name.rstrip("_") in found:
                return None
            found[name.rstrip("_")] = figure
        if item.end() < len(plain) and _end_of_gap(plain, item.end()) == item.end():
            return None
        at = _end_of_gap(plain, item.end())
    return found


def _end_of_gap(plain: str, at: int) -> int:
    gap = _BETWEEN.match(plain, at)
    return gap.end() if gap else at


def _fits(percent: float, found: dict[str, str]) -> bool:
    """True where a share told beside the figures is theirs."""
    if not {"present", "total"} <= found.keys() or not int(found["total"].replace(".", "")):
        return False
    present, total = (int(found[name].replace(".", "")) for name in ("present", "total"))
    return abs(100 * present / total - percent) < 1


def _in_tens(found: re.Match[str]) -> str:
    tens = found["tens"]
    return str(10 * int(tens) + int(found["rest"] or 0)) if tens else "10"
