"""Whatever digests are published, no sum or difference of them is of one or two chapters."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.disclosure import Held, Path, is_open, tables_of, tells_kinds
from domain.figures import SMALLEST_CELL, Figures, total_of

# Every number of a row is the sum of the same number over some cells of (place, kind).
Cell = tuple[Path, str]
Row = frozenset[Cell]

KINDS = ("nữ", "nông dân", "công đoàn")
_PRIME = 2**61 - 1

chapters = st.fixed_dictionaries({kind: st.integers(0, 4) for kind in KINDS})
hamlets = st.lists(chapters, max_size=4)
communes = st.tuples(chapters, hamlets)
districts = st.tuples(chapters, st.lists(communes, min_size=1, max_size=3))


Chapters = dict[str, int]
District = tuple[Chapters, list[tuple[Chapters, list[Chapters]]]]


def cells_of(district: District) -> dict[Cell, int]:
    own, inside = district
    found: dict[Cell, int] = {((1,), kind): number for kind, number in own.items()}
    for n, (of_commune, places) in enumerate(inside):
        found |= {((1, 10 + n), kind): number for kind, number in of_commune.items()}
        for m, of_hamlet in enumerate(places):
            path = (1, 10 + n, 100 * (n + 1) + m)
            found |= {(path, kind): number for kind, number in of_hamlet.items()}
    return {cell: number for cell, number in found.items() if number}


def figures(number: int) -> Figures:
    return Figures(chapters=number, meeting=number, expected=number)


def published(cells: Mapping[Cell, int], place: Path, bound: Collection[Path]) -> list[Row]:
    """The sets of cells that the digest of a place tells the sums of."""
    here = {cell: number for cell, number in cells.items() if cell[0][: len(place)] == place}
    everything = [Held(path, kind, figures(number)) for (path, kind), number in cells.items()]
    held = [Held(path, kind, figures(number)) for (path, kind), number in here.items()]
    if sum(here.values()) < SMALLEST_CELL or not is_open(everything, place, bound):
        return []
    parts = {cell: str(cell[0][: len(place) + 1]) for cell in here}
    by_cell: dict[tuple[str, str], Figures] = {}
    for cell, number in here.items():
        key = (parts[cell], cell[1])
        by_cell[key] = by_cell.get(key, Figures()) + figures(number)
    tables = tables_of(by_cell, with_kinds=tells_kinds(held, place, bound))
    shown, kinds = set(tables.places), set(tables.kinds)
    rows = [frozenset(here)]
    rows += [frozenset(cell for cell in here if parts[cell] == name) for name in shown]
    rows += [frozenset(cell for cell in here if cell[1] == kind) for kind in kinds]
    for rest, names in ((tables.other_places, shown), (tables.other_kinds, kinds)):
        if names and rest.meeting:
            rows.append(frozenset(c for c in here if parts[c] not in names and c[1] not in names))
    return rows


def given_away(cells: Mapping[Cell, int], rows: Sequence[Row]) -> list[tuple[Cell, ...]]:
    """The sets of one or two chapters that some combination of rows is the sum of.

    A combination of rows lies in some cells alone exactly if what no row sees does not tell
    these cells apart from nothing, or from each other.
    """
    order = sorted(cells)
    unseen = _null_space([[int(cell in row) for cell in order] for row in rows], len(order))
    seen_by = {cell: [vector[n] for vector in unseen] for n, cell in enumerate(order)}
    few = [cell for cell in order if cells[cell] < SMALLEST_CELL]
    alone = [(cell,) for cell in few if not any(seen_by[cell])]
    pairs = [
        (entry, other)
        for entry, other in combinations([cell for cell in few if cells[cell] == 1], 2)
        if _is_parallel(seen_by[entry], seen_by[other])
    ]
    return [*alone, *pairs]


def _is_parallel(item: Sequence[int], other: Sequence[int]) -> bool:
    pairs = list(zip(item, other, strict=True))
    return all(
        (a * d - b * c) % _PRIME == 0 for (a, b), (c, d) in combinations([*pairs, (0, 0)], 2)
    )


def _null_space(rows: list[list[int]], width: int) -> list[list[int]]:
    """The vectors that every row multiplies to nought, modulo a large prime."""
    pivots: dict[int, list[int]] = {}
    for row in rows:
        left = row
        for column, pivot in pivots.items():
            factor = left[column]
            left = [(a - factor * b) % _PRIME for a, b in zip(left, pivot, strict=True)]
        first = next((n for n, value in enumerate(left) if value), None)
        if first is None:
            continue
        inverse = pow(left[first], -1, _PRIME)
        left = [value * inverse % _PRIME for value in left]
        for other, pivot in pivots.items():
            factor = pivot[first]
            pivots[other] = [(a - factor * b) % _PRIME for a, b in zip(pivot, left, strict=True)]
        pivots[first] = left
    free = [n for n in range(width) if n not in pivots]
    return [
        [
            int(n == number) if n not in pivots else -pivots[n][number] % _PRIME
            for n in range(width)
        ]
        for number in free
    ]


@given(districts, st.data())
@settings(max_examples=150, deadline=None)
def test_no_combination_of_digests_is_of_one_or_two_chapters(
    district: District, data: st.DataObject
) -> None:
    cells = cells_of(district)
    if not cells:
        return
    places = sorted({path[:depth] for path, _ in cells for depth in range(1, len(path) + 1)})
    bound = data.draw(st.lists(st.sampled_from(places), unique=True, min_size=1))
    rows = [row for place in bound for row in published(cells, place, bound)]
    assert given_away(cells, rows) == []


def test_the_attack_finds_what_a_naive_digest_gives_away() -> None:
    """A commune with one trade union of its own, beside the digests of its hamlets."""
    cells = {((1, 10), "nữ"): 6, ((1, 11), "nữ"): 5, ((1,), "công đoàn"): 1}
    rows = [
        frozenset(cells),
        frozenset({((1, 10), "nữ")}),
        frozenset({((1, 11), "nữ")}),
    ]
    assert given_away(cells, rows) == [(((1,), "công đoàn"),)]
    assert given_away(cells, rows[:2]) == []


def test_a_commune_with_one_unit_of_its_own_hides_its_smallest_hamlet() -> None:
    cells = {((1, 10), "nữ"): 6, ((1, 11), "nữ"): 5, ((1,), "công đoàn"): 1}
    bound = [(1,), (1, 10), (1, 11)]
    told = {place: published(cells, place, bound) for place in bound}
    assert len(told[1, 10]) > 0
    assert told[1, 11] == []
    # Without the channel above, nothing can be taken from anything.
    assert published(cells, (1, 11), [(1, 11)]) != []


def test_rows_by_place_and_by_kind_do_not_cross_over_one_chapter() -> None:
    """Women of two hamlets and one farmers' chapter: a row less a row is that chapter."""
    by_cell = {
        ("A", "nữ"): figures(3),
        ("A", "nông dân"): figures(1),
        ("B", "nông dân"): figures(3),
    }
    tables = tables_of(by_cell)
    assert set(tables.places) == {"A", "B"}
    assert tables.kinds == {}


def test_where_many_chapters_tie_rows_together_both_tables_are_shown() -> None:
    by_cell = {(place, kind): figures(1) for place in "ABCD" for kind in KINDS}
    tables = tables_of(by_cell)
    assert (len(tables.places), len(tables.kinds)) == (4, 3)
    sums: dict[str, Figures] = defaultdict(Figures)
    for (_, kind), counted in by_cell.items():
        sums[kind] += counted
    assert total_of(tables.kinds.values()) == total_of(sums.values())
