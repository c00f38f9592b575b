"""A list in parts: so many rows at a time, the next ones after the last key shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desk.page import Visit
from desk.view import read_number
from storage.keyset import Page, PageAsked

T = TypeVar("T")

ROWS = 200
# As many are printed at once.
MOST_ROWS = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Generic[T]):
    """Some rows of a list of `total`, the first of them being number `first` of it.

    `more` leads to the next ones, `start` to the first ones, `every` to all that can be printed;
    each is "" where it leads nowhere else.
    """

    rows: Sequence[T]
    total: int
    first: int
    more: str
    start: str
    every: str


def take_rows(visit: Visit, lines: Sequence[T], *, key: Callable[[T], str]) -> Rows[T]:
    """Returns the rows after the key that the address names, from the first if it names none.

    A page that takes "rows=all" shows as many as can be printed.
    """
    view = visit.view
    at = next((place + 1 for place, one in enumerate(lines) if key(one) == view.after), 0)
    many = _count_rows(visit)
    shown = lines[at : at + many]
    is_last = at + many >= len(lines)
    return Rows(
        rows=shown,
        total=len(lines),
        first=at + 1 if shown else 0,
        more="" if is_last else visit.link(after=key(shown[-1])),
        start=visit.link() if at else "",
        every=visit.link(rows="all") if len(lines) > len(shown) and many == ROWS else "",
    )


def ask_rows(visit: Visit) -> PageAsked:
    """Returns which rows of a list in the database the address asks for."""
    view = visit.view
    return PageAsked(
        column=view.column,
        is_falling=view.is_falling,
        after=read_key(visit),
        limit=_count_rows(visit),
    )


def read_key(visit: Visit) -> int:
    """Returns the number after which a list goes on, 0 for its beginning."""
    after = visit.view.after
    try:
        return read_number(after) if after else 0
    except ValueError:
        return 0


def _count_rows(visit: Visit) -> int:
    """Returns how many rows are shown at once: a part, or all that can be printed."""
    return MOST_ROWS if visit.view.chosen.get("rows") == "all" else ROWS


def lead_on(visit: Visit, page: Page[T], *, key: Callable[[T], int]) -> Rows[T]:
    """Returns a page of the database with the ways to the rows before and after it."""
    rows = page.rows
    is_last = not rows or page.first + len(rows) > page.total
    is_whole = page.total <= len(rows) or visit.view.chosen.get("rows") == "all"
    return Rows(
        rows=rows,
        total=page.total,
        first=page.first,
        more="" if is_last else visit.link(after=key(rows[-1])),
        start=visit.link() if page.first > 1 else "",
        every="" if is_whole else visit.link(rows="all"),
    )
