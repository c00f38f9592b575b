"""Names of the places in a sheet, looked up once each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from domain.chapters import Area, ids_of
from domain.levels import is_commune
from storage import UnitOfWork
from storage.directory import pasts


@dataclass(slots=True)
class PlaceNames:
    """Places as they were on a day; `learn` reads those of a page."""

    day: date
    _known: dict[int, Area] = field(default_factory=dict)

    async def learn(self, unit: UnitOfWork, area_ids: Iterable[int]) -> None:
        """Reads those of some places, and of what is above them, that are not known yet."""
        new = set(area_ids) - self._known.keys()
        while new:
            found = await pasts.list_on(unit, new, self.day)
            self._known |= found
            above = {number for area in found.values() for number in ids_of(area.path)}
            new = above - self._known.keys()

    def commune(self, area_id: int) -> str:
        """Returns the commune in which a place lies, else what is right above it."""
        chain = self._chain(area_id)
        nearest = next((area for area in reversed(chain) if is_commune(area.level)), None)
        return (nearest or chain[-2 if len(chain) > 1 else -1]).name

    def hamlet(self, area_id: int) -> str:
        """Returns the place itself where it lies below a commune."""
        own = self._known[area_id]
        return own.name if own.parent_id is not None and not is_commune(own.level) else ""

    def way(self, area_id: int) -> str:
        """Returns the places from the topmost down to this one: "Xã Long Vĩnh / Ấp Cái Cối"."""
        return " / ".join(area.name for area in self._chain(area_id))

    def _chain(self, area_id: int) -> list[Area]:
        return [self._known[number] for number in ids_of(self._known[area_id].path)]
