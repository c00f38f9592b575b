"""The groups and repeats of an XLSForm in which its questions stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from domain.questionnaires.definition import Labels
from domain.questionnaires.sheets import Fault, Line


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands: below which headings, in which repeat, and when it is asked."""

    headings: tuple[Labels, ...] = ()
    repeat: str = ""
    relevant: tuple[str, ...] = ()

    def within(self, line: Line) -> Line:
        """Returns a row that is asked only where its groups are."""
        if not self.relevant:
            return line
        own = line.text("relevant")
        parts = " and ".join(f"({text})" for text in (*self.relevant, own) if text)
        return Line(line.sheet, line.row, {**line.cells, "relevant": parts}, line.columns)


@dataclass(frozen=True, slots=True)
class _Open:
    line: Line
    labels: Labels
    is_repeat: bool


@dataclass(slots=True)
class OpenGroups:
    """What is begun and not yet ended, from the outside in."""

    _open: list[_Open] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where the next row stands."""
        return Place(
            headings=tuple(
                group.labels for group in self._open if group.labels and not group.is_repeat
            ),
            repeat=next((group.line.text("name") for group in self._open if group.is_repeat), ""),
            relevant=tuple(text for group in self._open if (text := group.line.text("relevant"))),
        )

    def begin(self, line: Line, labels: Labels, *, is_repeat: bool) -> Iterator[Fault]:
        """Opens a group; yields that a repeat stands within another."""
        if is_repeat and self.place.repeat:
            yield line.fault("type", "repeat-nested", line.text("name"))
        self._open.append(_Open(line, labels, is_repeat))

    def end(self, line: Line, *, is_repeat: bool) -> Iterator[Fault]:
        """Closes the innermost; yields that there is none of this sort."""
        if not self._open or self._open[-1].is_repeat is not is_repeat:
            yield line.fault("type", "group-unbegun")
        del self._open[-1:]

    def unended(self) -> Iterator[Fault]:
        """Yields what was never closed."""
        for group in self._open:
            yield group.line.fault("type", "group-unended", group.line.text("name"))
