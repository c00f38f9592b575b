"""What changed in the figures of a month after they were published as final."""

from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter

from domain.calendar import Period
from domain.figures import SMALLEST_CELL, Figures

# What is told; the other figures only explain these.
_TOLD = (
    "expected",
    "on_time",
    "late",
    "missing",
    "not_held",
    "moved",
    "present",
    "room",
    "cadre",
    "cadre_told",
)
# What a report tells of its meeting: of fewer than three chapters it is never told.
_SUMS = ("present", "room", "cadre", "cadre_told", "cadre_asked", "held")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The figures of an area and month as told last, and as they are told from now on."""

    area: str
    year: int
    month: int
    before: Figures
    after: Figures
    with_sums: bool

    @property
    def period(self) -> Period:
        """The month."""
        return Period(self.year, self.month)

    def changes(self) -> dict[str, tuple[int, int]]:
        """Returns the figures that differ, as told last and as told now."""
        return differences(self.before, self.after)


def differences(before: Figures, after: Figures) -> dict[str, tuple[int, int]]:
    """Returns which of the figures that are told differ, as they were and as they are."""
    pairs = {name: (getattr(before, name), getattr(after, name)) for name in _TOLD}
    return {name: (old, new) for name, (old, new) in pairs.items() if old != new}


def correct(area: str, month: Period, *, told: Figures, now: Figures, chapters: int) -> Correction:
    """Returns what is to be told of figures that changed in the reports of so many chapters.

    Of fewer than three, sums that would give away a chapter stay as they were told.
    """
    with_sums = chapters >= SMALLEST_CELL
    kept = {} if with_sums else {name: getattr(told, name) for name in _SUMS}
    return Correction(
        area=area,
        year=month.year,
        month=month.month,
        before=told,
        after=replace(now, **kept),
        with_sums=with_sums,
    )


_CORRECTION = TypeAdapter(Correction)


def correction_to_json(correction: Correction) -> dict[str, Any]:
    """Returns the correction as plain JSON values."""
    values: dict[str, Any] = _CORRECTION.dump_python(correction, mode="json")
    return values


def correction_from_json(values: Any) -> Correction:  # noqa: ANN401 - whatever is stored
    """Returns a correction as it was stored."""
    return _CORRECTION.validate_python(values)
