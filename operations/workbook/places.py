"""Areas by what people write of them: a name, a way down to it, or a number."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from domain.names import spelling
from operations.workbook.desk import key_of, nearest

STEP = " / "


@dataclass(slots=True)
class Several:
    """More than one area is meant; `example` is a number that would be clear."""

    count: int
    example: str

    @property
    def facts(self) -> dict[str, str | int]:
        """What the sentence about it names."""
        return {"count": self.count, "example": self.example}


@dataclass(slots=True)
class Places:
    """Every area there is or will be, by reference: a positive id, or -n for the nth new one."""

    names: dict[int, str] = field(default_factory=dict)
    parents: dict[int, int | None] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    by_key: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    found: dict[str, int | Several | None] = field(default_factory=dict)

    def put(self, ref: int, name: str, parent: int | None, *, gone: bool = False) -> None:
        """Adds an area."""
        self.names[ref] = name
        self.parents[ref] = parent
        self.by_key[key_of(name)].append(ref)
        if gone:
            self.gone.add(ref)
        self.found.clear()

    def last_step(self, text: str) -> str:
        """Returns the name of the area itself out of a way down to it."""
        return text.rpartition(STEP)[2]

    def lack(self, name: str) -> bool:
        """True when no area has this name, wherever it is."""
        return key_of(name) not in self.by_key

    def near(self, name: str) -> str:
        """Returns the way to an area that is spelled almost like this, "" without one."""
        found = self.by_key.get(nearest(name, self.by_key))
        return self.way(found[0]) if found else ""

    def find(self, text: str) -> int | Several | None:
        """Returns the area that a text means, None for none of them."""
        if text not in self.found:
            self.found[text] = self._find(text)
        return self.found[text]

    def _find(self, text: str) -> int | Several | None:
        if text.startswith("#") and text[1:].isdecimal():
            return int(text[1:]) if int(text[1:]) in self.names else None
        *above, last = [key_of(step) for step in text.split(STEP)]
        fitting = [ref for ref in self.by_key.get(last, ()) if self._lies_below(ref, above)]
        spelled = [spelling(step) for step in text.split(STEP)]
        exact = [ref for ref in fitting if self._is_spelled_so(ref, spelled)] or fitting
        live = [ref for ref in exact if ref not in self.gone] or exact
        # Where the text is the whole way from the root, it means that one.
        whole = [ref for ref in live if self.depth(ref) == len(above) + 1]
        best = whole if len(whole) == 1 else live
        if len(best) > 1:
            return Several(len(best), f"#{max(best)}" if max(best) > 0 else self.way(best[0]))
        return best[0] if best else None

    def _is_spelled_so(self, ref: int, steps: list[str]) -> bool:
        """True when an area, and those above it that are written, have just these marks."""
        own, *above = [spelling(self.names[number]) for number in self.above(ref)]
        wanted = steps[:-1]
        for name in above:
            if wanted and name == wanted[-1]:
                wanted.pop()
        return own == steps[-1] and not wanted

    def _lies_below(self, ref: int, above: list[str]) -> bool:
        wanted = list(above)
        at = self.parents[ref]
        while wanted and at is not None:
            if key_of(self.names[at]) == wanted[-1]:
                wanted.pop()
            at = self.parents[at]
        return not wanted

    def depth(self, ref: int) -> int:
        """How many areas there are from the root to this one."""
        return len(self.above(ref))

    def above(self, ref: int) -> list[int]:
        """The area and those above it, itself first."""
        found = []
        at: int | None = ref
        while at is not None:
            found.append(at)
            at = self.parents[at]
        return found

    def way(self, ref: int) -> str:
        """Returns the way down to an area, as it is written in a cell."""
        return STEP.join(self.names[number] for number in reversed(self.above(ref)))

    def cell(self, ref: int) -> str:
        """Returns what to write in a cell so that this area alone is meant."""
        way = self.way(ref)
        return way if self.find(way) == ref else f"#{ref}"


def places_of(rows: Any, today: Any) -> Places:  # noqa: ANN401 - rows of areas, a day
    """Returns the stored areas."""
    places = Places()
    for row in rows:
        is_gone = row.valid_to is not None and row.valid_to < today
        places.put(row.id, row.name, row.parent_id, gone=is_gone)
    return places
