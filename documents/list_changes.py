"""What somebody types to put a recognised list right: "H = điện thoại", "xã = Xã Long Vĩnh"."""

import re
from collections.abc import Iterable, Sequence

from documents.list_fields import Field, field_called
from documents.lists import OfficeList
from documents.markup import column_number
from documents.usual_words import kind_in
from domain.reading import clean_text, key

_SHAPE = re.compile(
    r"(?:cột )?(?P<what>[^=:]{1,40}?)(?: (?P<which>\d{1,2}))? ?[=:] ?(?P<is>.{1,200})"
)
_LETTERS = re.compile(r"[a-z]{1,2}", re.IGNORECASE)
_COMMUNE = frozenset(("xa", "phuong", "dia ban cap xa", "thi tran", "dac khu"))
_SHARED = frozenset(
    {Field.KIND, Field.RULE, Field.TIME, Field.PLACE, Field.ROLE, Field.MEMBERS, Field.EXEMPT}
)


def change_lists(lists: Sequence[OfficeList], said: Iterable[str]) -> list[str]:
    """Applies what was typed, in order; returns what of it could not be understood."""
    lines = [line for each in said for line in re.split(r"[\n;]", each) if line.strip()]
    return [line.strip() for line in lines if not _change(lists, clean_text(line))]


def _change(lists: Sequence[OfficeList], line: str) -> bool:
    shape = _SHAPE.fullmatch(line)
    if shape is None:
        return False
    number, what, value = int(shape["which"] or 0), shape["what"].strip(), shape["is"].strip()
    meant = lists if not number else lists[number - 1 : number]
    changed = [_change_one(each, what, value) for each in meant]
    return any(changed)


def _change_one(there: OfficeList, what: str, value: str) -> bool:
    if _LETTERS.fullmatch(what) and key(what) not in _COMMUNE:
        return _hold(there, what.upper(), value)
    if key(what) in ("bang", "danh sach"):
        there.is_dropped = field_called(value) is Field.SKIP
        return there.is_dropped
    if key(what) in _COMMUNE:
        there.commune = value
        return True
    wanted = field_called(what)
    if wanted not in _SHARED or wanted is None:
        return False
    if wanted is Field.KIND:
        there.kind = kind_in(value)
    there.shared[wanted] = value
    return True


def _hold(there: OfficeList, letters: str, value: str) -> bool:
    column = next(
        (column for column in there.columns if column.place + 1 == column_number(letters)),
        None,
    )
    wanted = field_called(value)
    if column is None or wanted is None:
        return False
    column.holds = wanted
    return True
