"""Which rows of a list say nothing themselves, and which cells say "as above"."""

import re

from documents.raw_sheet import Cells
from domain.reading import fold

_TOTAL = re.compile(r"(?:tong(?: cong| so| hop)?|cong|cong don)(?: ?[:.(].*| \d.*)?")
_SIGNED = re.compile(
    r"(?:nguoi|can bo) lap(?: bieu| bang| danh sach)?|(?:tm|kt|tl|tuq|q)[./] ?.*"
    r"|(?:pho )?chu tich|bi thu|truong ban|xac nhan(?: cua .*)?|thu truong.*|noi nhan.*"
    r"|nguoi bao cao|\(?ky,? .*"
    r"|(?:.*, ?)?ngay ?[\d.…]* ?thang ?[\d.…]* ?nam ?[\d.…]*"
)
_AS_ABOVE = frozenset(("nt", "-nt-", '"', "''", '-"-', "“", "”", "″", "//", "như trên", "n/t"))


def words_of(cells: Cells) -> list[str]:
    """Returns the texts in a row's cells, without numbers and what is empty."""
    said = (" ".join(cell.split()) for cell in cells if isinstance(cell, str))
    return [
        text for text in said if text and not text.replace(".", "").replace(",", "").isdecimal()
    ]


def is_empty(cells: Cells) -> bool:
    """True for a row in which nothing stands."""
    return not any(cell is not None and str(cell).strip() for cell in cells)


def is_total(cells: Cells) -> bool:
    """True for a row that sums up: its only words say so."""
    said = words_of(cells)
    return len(said) == 1 and bool(_TOTAL.fullmatch(fold(said[0])))


def is_signature(cells: Cells) -> bool:
    """True for a row of those who sign, with nothing else in it."""
    said = words_of(cells)
    return bool(said) and len(said) <= 3 and all(_SIGNED.fullmatch(fold(text)) for text in said)  # noqa: PLR2004 - who may sign side by side


def is_numbering(cells: Cells) -> bool:
    """True for the row below a heading that numbers the columns: 1, 2, 3 or (1), (2), (3)."""
    shown = (str(cell).strip("() ").removesuffix(".0") for cell in cells if cell is not None)
    said = [text for text in shown if text]
    counted = [str(number) for number in range(1, len(said) + 1)]
    return len(said) > 2 and (said == counted or said[1:] == counted[:-1])  # noqa: PLR2004 - two may be data


def says_as_above(cell: object) -> bool:
    """True for "nt" and the like."""
    return isinstance(cell, str) and cell.strip().lower() in _AS_ABOVE
