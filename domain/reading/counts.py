"""How many took part, as people type it."""

import re
from dataclasses import dataclass
from enum import Enum

from domain.reading.numerals import replace_numerals
from domain.reading.text import fold, marked

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class ReadCount:
    """Figures read with certainty; whether they fit together is for the rules to say."""

    present: int
    total: int | None = None
    excused: int | None = None


class Everyone(Enum):
    """The answer "all of them", given without a figure."""

    EVERYONE = "everyone"


_EVERYONE = re.compile(
    r"(?:co mat |deu )?"
    r"(?:day du|dong du|du(?: (?:ca|het|mat|quan so|100 ?%))?|100 ?%|tat ca|toan bo)"
    r"(?: deu)?(?: (?:co mat|du|du het|du ca))?(?: (?:roi|a|nhe)){0,2}"
    r"|(?:khong|ko|k) (?:co )?(?:ai )?vang(?: (?:ai|mat))?|vang 0|everyone|all"
)
_PEOPLE = re.compile(
    r"(?<= )(?:nguoi|dong chi|d/c|dc|dang vien|doan vien|hoi vien|thanh vien|cong doan vien)\b"
)
_FIGURE = r"(?:\d\.\d{3}|\d{1,4})"
_MAIN = re.compile(
    rf"(?:(?:co mat|co|du|tong cong) )?(?P<present>{_FIGURE})(?: (?:co mat|du|tham du))?"
    rf"(?:(?: ?/ ?| (?:tren|trong|of|out of) (?:tong so |tong )?)(?P<total>{_FIGURE}))?"
)
_REASON = r"(?:co |xin )?phep"
_CLAUSE = re.compile(
    rf"[ ,;]+(?:va |trong do )?(?:"
    rf"(?:vang )?khong phep:? (?P<unexcused>{_FIGURE})"
    rf"|(?:vang )?(?P<unexcused_>{_FIGURE}) (?:vang )?khong phep"
    rf"|(?:vang )?{_REASON}:? (?P<excused>{_FIGURE})"
    rf"|(?:vang )?(?P<excused_>{_FIGURE}) (?:vang )?{_REASON}(?! \d)"
    rf"|vang:? (?P<absent>{_FIGURE})"
    rf"|(?P<absent_>{_FIGURE}) vang)"
)


def parse_count(text: str) -> ReadCount | Everyone | None:
    """Reads "28", "28/32, phép 3", "hai mươi tám" or "đủ"; anything less certain is None."""
    folded = fold(text).rstrip(" .!")
    if len(folded) > _LONGEST:
        return None
    plain = " ".join(_PEOPLE.sub("", folded).split())
    if _EVERYONE.fullmatch(plain):
        return None if marked(text).startswith(("dự", "dù")) else Everyone.EVERYONE
    return _parse_figures(_without_space_before_comma(replace_numerals(plain)))


def _parse_figures(plain: str) -> ReadCount | None:
    main = _MAIN.match(plain)
    clauses = _parse_clauses(plain[main.end() :]) if main else None
    if main is None or clauses is None:
        return None
    total = _figure(main["total"]) if main["total"] else None
    return _joined(_figure(main["present"]), total, clauses)


def _parse_clauses(rest: str) -> dict[str, int] | None:
    """Reads what follows the main figure; None if any of it stays unread or comes twice."""
    found: dict[str, int] = {}
    while rest:
        clause = _CLAUSE.match(rest)
        if clause is None:
            return None
        name, figure = next((n, f) for n, f in clause.groupdict().items() if f)
        if name.rstrip("_") in found:
            return None
        found[name.rstrip("_")] = _figure(figure)
        rest = rest[clause.end() :]
    return found


def _joined(present: int, total: int | None, clauses: dict[str, int]) -> ReadCount | None:
    """Joins the figures; None where one that is not kept does not follow from the others."""
    excused = clauses.get("excused")
    if not clauses.keys() & {"absent", "unexcused"}:
        return ReadCount(present, total, excused)
    if total is None or clauses.get("absent", total - present) != total - present:
        return None
    if "unexcused" not in clauses:
        return ReadCount(present, total, excused)
    implied = total - present - clauses["unexcused"]
    fits = implied >= 0 and excused in (None, implied)
    return ReadCount(present, total, implied) if fits else None


def _figure(written: str) -> int:
    return int(written.replace(".", ""))


def _without_space_before_comma(text: str) -> str:
    return re.sub(r" (?=[,;])", "", text)
