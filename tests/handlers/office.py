"""A commune at work: its people enrolled, its November planned, every handler there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.meetings import Meeting
from handlers.registry import build_handlers
from storage import Database
from tests.codes import code_for, counting_bytes
from tests.directory import Commune, at, settle_commune
from tests.operations.planned import november
from tests.talks import Phone, Talks


@dataclass(frozen=True)
class Office:
    """The town's talks, its people, and the meeting of 5 November."""

    town: Talks
    commune: Commune
    meeting: Meeting

    @property
    def database(self) -> Database:
        return self.town.database

    async def enrol(self, person_id: int, *, channel: str = "telegram") -> Phone:
        """A phone whose owner has come in and stands before the menu."""
        phone = self.town.phone(str(1000 + person_id), channel=channel)
        code = await code_for(self.database, person_id, now=self.town.now)
        await phone.say(f"/start {code}")
        await phone.press("Đồng ý")
        return phone


async def open_office(
    database: Database, *, now: datetime | None = None, public_url: str = "", **of_kind: Any
) -> Office:
    commune = await settle_commune(database, **of_kind)
    meeting = await november(database, commune)
    registry = build_handlers(public_url=public_url, random_bytes=counting_bytes(500))
    town = Talks(database, registry, now=now or at(5, 20), plain_channels={"zalo"})
    return Office(town, commune, meeting)
