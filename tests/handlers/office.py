"""A commune at work: its people enrolled, its November planned, every handler there."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.meetings import Meeting
from handlers.registry import build_handlers
from storage import Database
from tests.codes import code_for, counting_bytes
from tests.directory import Commune, at, settle_commune
from tests.handlers.images import IMAGES, keep, look_at, restore
from tests.operations.planned import november
from tests.talks import Phone, Talks

# Never begun anew: an image holds what was drawn before.
_draw = counting_bytes(500)


@dataclass
class Office:
    """The town's talks, its people, and the meeting of 5 November."""

    town: Talks
    commune: Commune
    meeting: Meeting
    steps: Hashable = None
    _seen: object = None

    @property
    def database(self) -> Database:
        return self.town.database

    async def enrol(self, person_id: int, *, channel: str = "telegram") -> Phone:
        """A phone whose owner has come in and stands before the menu."""
        steps = self._steps_to(person_id, channel)
        phone = self.town.phone(str(1000 + person_id), channel=channel)
        if steps in IMAGES:
            restore(IMAGES[steps], self.town)
        else:
            code = await code_for(self.database, person_id, now=self.town.now)
            await phone.say(f"/start {code}")
            await phone.press("Đồng ý")
            keep(steps, self.town, None)
        self.stands_at(steps)
        return phone

    def stands_at(self, steps: Hashable) -> None:
        """Notes by which steps the town came to be as it is."""
        self.steps, self._seen = steps, self._look()

    def _steps_to(self, *step: Hashable) -> Hashable:
        """Names the steps that lead to the next, None where a test has done something else."""
        if self.steps is None or self._seen != self._look():
            return None
        return (self.steps, self.town.now, *step)

    def _look(self) -> object:
        town = self.town
        return look_at(town.database), town.count, town.policy, town.registry, len(town.blocked)


async def open_office(
    database: Database, *, now: datetime | None = None, public_url: str = "", **of_kind: Any
) -> Office:
    registry = build_handlers(public_url=public_url, random_bytes=_draw)
    town = Talks(database, registry, now=now or at(5, 20), plain_channels={"zalo"})
    steps = (str(now), public_url, str(sorted(of_kind.items()))) if database.is_sqlite else None
    if steps in IMAGES:
        commune, meeting = restore(IMAGES[steps], town)
    else:
        commune = await settle_commune(database, **of_kind)
        meeting = await november(database, commune)
        keep(steps, town, (commune, meeting))
    office = Office(town, commune, meeting)
    office.stands_at(steps)
    return office
