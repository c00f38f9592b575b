"""The picture of a digest: which places are behind, as bars on a common scale, the worst first.

It is described for Vega-Lite here, as plain values, and drawn by `digests.drawing`. Its units
are those of a phone 360 wide; a picture has three dots to each.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from domain.disclosure import Tables, tables_of
from domain.figures import SMALLEST_CELL, Figures, Summary, total_of
from texts import label
from texts.numbers import percent

Spec = dict[str, Any]

# Told apart without colour as well: dark, light, and an empty bar for what is missing.
ON_TIME, LATE, MISSING, _INK = "#0B5A8A", "#F5B942", "#FFFFFF", "#1B1B1B"
WIDTH, SCALE = 360, 3
# It stands in `typefaces/`: what the library brings along has not every Vietnamese letter.
_FONT = "Noto Sans"
_MOST = 9
_LINE, _BAR, _GAP = 17, 16, 14
_LETTER, _TITLE_LETTER = 13, 16
# So many letters of each size fit beside the numbers, or across the picture.
_NAME_WIDTH, _TEXT_WIDTH, _TITLE_WIDTH = 26, 44, 34
_MARGIN = 14
_INNER = WIDTH - 2 * _MARGIN


@dataclass(frozen=True, slots=True)
class _Bar:
    name: str
    figures: Figures


def describe_picture(summary: Summary, language: str) -> Spec | None:
    """Returns the picture of what may be published, None where there is nothing to show."""
    total = summary.total
    if summary.is_hidden or total.meeting < SMALLEST_CELL or not total.due:
        return None
    cells = {(cell.place, cell.kind): cell.figures for cell in summary.cells}
    bars = _bars(tables_of(cells, with_kinds=summary.with_kinds), summary, language)
    return _Drawing(language).spec(summary, bars)


def _bars(tables: Tables, summary: Summary, language: str) -> list[_Bar]:
    """Returns the places by their shares, the lowest first; of a single one its kinds."""
    by_place = len(tables.places) > 1
    rows, rest = (
        (tables.places, tables.other_places) if by_place else (tables.kinds, tables.other_kinds)
    )
    due = [_Bar(name, figures) for name, figures in rows.items() if figures.due]
    if not due:
        return [_Bar(summary.area, summary.total)]
    due.sort(key=lambda bar: bar.figures.reported / bar.figures.due)
    others = total_of([*(bar.figures for bar in due[_MOST:]), rest])
    if others.due:
        what = "places" if by_place else "kinds"
        due[_MOST:] = [_Bar(label(f"digest-picture-other-{what}", language), others)]
    return due


@dataclass(slots=True)
class _Drawing:
    """Puts marks one below another; `at` is how far down it is."""

    language: str
    at: float = 0

    def spec(self, summary: Summary, bars: Sequence[_Bar]) -> Spec:
        """Returns the picture of some bars."""
        marks = [*self._head(summary)]
        for bar in bars:
            marks += self._row(bar)
        marks += self._legend(summary.total)
        return {
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "width": _INNER,
            "height": self.at,
            "padding": _MARGIN,
            "background": "#FFFFFF",
            "layer": marks,
            "autosize": "none",
            "config": {"view": {"stroke": None}, "font": _FONT},
        }

    def _head(self, summary: Summary) -> Iterator[Spec]:
        finding = self._reported("digest-picture-title", summary.total)
        yield from self._text(finding, _TITLE_WIDTH, size=_TITLE_LETTER, bold=True)
        month = f"{summary.month}/{summary.year}"
        place = label("digest-picture-place", self.language, area=summary.area, month=month)
        yield from self._text(place, _TEXT_WIDTH)
        key = "digest-picture-final" if summary.is_final else "digest-picture-not-final"
        stand = label(key, self.language, day=f"{summary.as_of:%d/%m/%Y}")
        yield from self._text(stand, _TEXT_WIDTH)
        self.at += _GAP / 2

    def _row(self, bar: _Bar) -> Iterator[Spec]:
        numbers = self._reported("digest-picture-row", bar.figures)
        yield self._mark(
            {"type": "text", "align": "right", "fontSize": _LETTER, "fontWeight": "bold"},
            {"x": _INNER, "y": self.at, "text": numbers},
        )
        yield from self._text(bar.name, _NAME_WIDTH)
        yield from self._segments(bar)
        self.at += _BAR + _GAP

    def _reported(self, key: str, figures: Figures) -> str:
        """Returns in words how many of what is due are reported, and their share."""
        number, due = figures.reported, figures.due
        share = percent(number, due, self.language)
        return label(key, self.language, number=number, due=due, share=share)

    def _segments(self, bar: _Bar) -> Iterator[Spec]:
        """Yields what is on time, late and missing of all that is due, from left to right."""
        done, due = 0, bar.figures.due
        for number, colour in (
            (bar.figures.on_time, ON_TIME),
            (bar.figures.late, LATE),
            (bar.figures.missing, MISSING),
        ):
            if number:
                ends = (_INNER * done / due, _INNER * (done + number) / due)
                yield self._box(ends, colour, f"{bar.name}: {number}/{due}")
            done += number

    def _legend(self, total: Figures) -> Iterator[Spec]:
        for place, key, number, colour in (
            (0, "on-time", total.on_time, ON_TIME),
            (0.42, "late", total.late, LATE),
            (0.68, "missing", total.missing, MISSING),
        ):
            left = _INNER * place
            words = label(f"digest-picture-{key}", self.language, number=number)
            yield self._box((left, left + _BAR * 0.8), colour, words)
            yield self._mark(
                {"type": "text", "align": "left", "fontSize": _LETTER},
                {"x": left + _BAR + 2, "y": self.at, "text": words},
            )
        self.at += _LINE

    def _text(
        self, words: str, width: int, *, size: int = _LETTER, bold: bool = False
    ) -> Iterator[Spec]:
        """Yields text broken into lines, none of it cut."""
        for line in wrap(words, width) or [""]:
            yield self._mark(
                {
                    "type": "text",
                    "align": "left",
                    "fontSize": size,
                    "fontWeight": "bold" if bold else "normal",
                },
                {"x": 0, "y": self.at, "text": line},
            )
            self.at += _LINE + size - _LETTER

    def _box(self, ends: tuple[float, float], colour: str, words: str) -> Spec:
        return self._mark(
            {"type": "rect", "fill": colour, "stroke": _INK, "strokeWidth": 1},
            {"x": ends[0], "x2": ends[1], "y": self.at, "y2": self.at + _BAR * 0.8, "text": words},
        )

    def _mark(self, mark: Mapping[str, Any], values: Mapping[str, Any]) -> Spec:
        """Returns a mark at places counted from the upper left corner."""
        encoding: Spec = {
            name: {"value": values[name]} for name in ("x", "x2", "y", "y2") if name in values
        }
        if mark["type"] == "text":
            encoding["text"] = {"value": values["text"]}
            encoding["color"] = {"value": _INK}
            mark = {**mark, "baseline": "top"}
        else:
            encoding["description"] = {"value": values["text"]}
        return {"data": {"values": [{}]}, "mark": mark, "encoding": encoding}
