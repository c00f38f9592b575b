"""What digests may show so that nobody works out a chapter by subtracting what is published.

Published are sums over sets of chapters: of a place, of its parts, of its kinds. Whoever
subtracts them must never be left with one or two chapters (decision 14). Three rules see to it:

- A place that lies in another one with a channel is told of only where it could stand as a
  row of its own there, so that what is left beside it is three chapters or nobody; the sums
  of present members and cadres likewise, by the chapters that held a meeting.
- Rows by part and by kind of one place cross: they are shown together only where no one or
  two chapters tie a part to a kind, since a difference of rows would lead to just them.
- Kinds are told at one level only: not where a channel inside tells of parts or kinds itself.

What grows while a month runs, sums of present members and the like, is told once, at closing.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from domain.figures import SMALLEST_CELL, Figures, chapters_meeting, showable, total_of

K = TypeVar("K")

# A place as the ids from the top down to it.
Path = tuple[int, ...]
Node = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Held:
    """The figures of one kind in one place itself."""

    path: Path
    kind: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows that may stand side by side in one digest, and the sums of the rest."""

    places: Mapping[str, Figures]
    other_places: Figures
    kinds: Mapping[str, Figures]
    other_kinds: Figures


def tables_of(by_cell: Mapping[tuple[str, str], Figures], *, with_kinds: bool = True) -> Tables:
    """Returns the rows by part and by kind that may be shown of cells named (part, kind)."""
    places, other_places = showable(
        _sums((place, figures) for (place, _), figures in by_cell.items())
    )
    by_kind = (
        _sums((kind, figures) for (_, kind), figures in by_cell.items()) if with_kinds else {}
    )
    kinds, other_kinds = showable(by_kind)
    while kinds and _weakest_tie(_ties(by_cell, places, kinds)) < SMALLEST_CELL:
        smallest = min(kinds, key=lambda name: kinds[name].meeting)
        other_kinds += kinds.pop(smallest)
    return Tables(places, other_places, kinds, other_kinds)


def is_open(
    held: Collection[Held],
    place: Path,
    bound: Collection[Path],
    size: Callable[[Figures], int] = chapters_meeting,
) -> bool:
    """True where a place may be told of beside the places above it that have a channel.

    `held` is all that lies in the topmost of those; `size` counts the chapters behind a sum.
    """
    above = [len(pair) for pair in bound if pair != place and place[: len(pair)] == pair]
    return all(
        place[: depth + 1] in showable(_parts(held, place[:depth]), size)[0]
        for depth in range(min(above, default=len(place)), len(place))
    )


def tells_kinds(held: Collection[Held], place: Path, bound: Collection[Path]) -> bool:
    """True where a place may be told of by kind beside the places in it that have a channel.

    `held` is all that lies in the place.
    """
    rows = showable(_parts(held, place))[0]
    inside = [pair for pair in bound if len(pair) > len(place) and pair[: len(place)] == place]
    return all(pair in rows and not _has_rows(held, pair) for pair in inside)


def _has_rows(held: Collection[Held], place: Path) -> bool:
    within = [cell for cell in held if cell.path[: len(place)] == place]
    parts, kinds = _parts(within, place), _sums((cell.kind, cell.figures) for cell in within)
    return len(parts) > 1 or bool(showable(kinds)[0])


def _parts(held: Iterable[Held], place: Path) -> dict[Path, Figures]:
    """Returns the sums of each part right in a place; its own chapters are a part too."""
    depth = len(place)
    return _sums(
        (cell.path[: depth + 1], cell.figures) for cell in held if cell.path[:depth] == place
    )


def _sums(pairs: Iterable[tuple[K, Figures]]) -> dict[K, Figures]:
    found: dict[K, list[Figures]] = defaultdict(list)
    for key, figures in pairs:
        found[key].append(figures)
    return {key: total_of(some) for key, some in found.items()}


def _ties(
    by_cell: Mapping[tuple[str, str], Figures],
    places: Collection[str],
    kinds: Collection[str],
) -> dict[Node, dict[Node, int]]:
    """Returns by how many chapters each row of a part is tied to each row of a kind."""
    found: dict[Node, dict[Node, int]] = defaultdict(dict)
    for (place, kind), figures in by_cell.items():
        if figures.meeting:
            part = ("place", place if place in places else "")
            sort = ("kind", kind if kind in kinds else "")
            for pair, other in ((part, sort), (sort, part)):
                found[pair][other] = found[pair].get(other, 0) + figures.meeting
    return found


def _weakest_tie(ties: Mapping[Node, Mapping[Node, int]]) -> int:
    """Returns the fewest chapters that hold connected rows together (Stoer and Wagner)."""
    weakest = SMALLEST_CELL
    for group in _connected(ties):
        left = {pair: dict(ties[pair]) for pair in group}
        while len(left) > 1:
            last, before, weight = _last_two(left)
            weakest = min(weakest, weight)
            for other, more in left.pop(last).items():
                del left[other][last]
                if other != before:
                    left[before][other] = left[before].get(other, 0) + more
                    left[other][before] = left[before][other]
    return weakest


def _last_two(ties: Mapping[Node, Mapping[Node, int]]) -> tuple[Node, Node, int]:
    """Returns the two rows reached last by strength, and how strongly the last is tied."""
    pull = dict.fromkeys(ties, 0)
    order: list[Node] = []
    weight = 0
    while pull:
        strongest = max(pull, key=lambda value: (pull[value], value))
        weight = pull.pop(strongest)
        order.append(strongest)
        for other, more in ties[strongest].items():
            if other in pull:
                pull[other] += more
    return order[-1], order[-2], weight


def _connected(ties: Mapping[Node, Mapping[Node, int]]) -> Sequence[set[Node]]:
    groups: list[set[Node]] = []
    left = set(ties)
    while left:
        reached, border = set[Node](), {min(left)}
        while border:
            reached |= border
            border = {other for pair in border for other in ties[pair]} - reached
        groups.append(reached)
        left -= reached
    return groups
