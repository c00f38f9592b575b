"""The chart of a place over its last periods: a line of shares, each point with its number.

It is drawn into the page as SVG, without script or style of its own, from the figures of the
table below it. A period of which nothing is due yet is a gap, not nought.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.figures import Figures, share
from domain.reporting_span import Span

# In a frame of 264 by 170, which a phone shows as large as it is.
_LEFT, _RIGHT = 40, 244
# Where nought and the whole are; above the line there is room for a number.
_FLOOR, _TOP = 130, 30
_STEPS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A period in the chart: where it stands, and its figures; `y` is None for a gap."""

    span: Span
    figures: Figures
    x: int
    y: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A chart: its points from the oldest on, and the lines between those without a gap."""

    points: Sequence[Point]
    lines: Sequence[str]

    @property
    def told(self) -> list[Point]:
        """The points that are no gaps."""
        return [point for point in self.points if point.y is not None]


def plot_trend(trend: Sequence[tuple[Span, Figures]]) -> Trend | None:
    """Returns the chart of what was reported of what was due, None below two periods of it."""
    step = (_RIGHT - _LEFT) / max(len(trend) - 1, 1)
    points = [
        Point(span=span, figures=figures, x=round(_LEFT + place * step), y=_height(figures))
        for place, (span, figures) in enumerate(trend)
    ]
    found = Trend(points=points, lines=_lines(points))
    return found if len(found.told) > 1 else None


def _height(figures: Figures) -> float | None:
    part = share(figures.reported, figures.due, steps=_STEPS)
    return None if part is None else round(_FLOOR - (_FLOOR - _TOP) * part / _STEPS, 1)


def _lines(points: Sequence[Point]) -> list[str]:
    runs: list[list[Point]] = [[]]
    for point in points:
        if point.y is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [" ".join(f"{point.x},{point.y}" for point in run) for run in runs if len(run) > 1]
