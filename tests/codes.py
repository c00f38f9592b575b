"""Codes for tests: drawn from a counter, so that each is another and every run is the same."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from itertools import count

from domain.policy import Policy
from operations.people.invitations import invite_channel, invite_person
from storage import Database

WRONG = "2222-3333-4444"


def counting_bytes(start: int = 0) -> Callable[[int], bytes]:
    numbers = count(start)

    def draw(length: int) -> bytes:
        return hashlib.shake_256(str(next(numbers)).encode()).digest(length)

    return draw


_draw = counting_bytes()


async def code_for(database: Database, person_id: int, *, now: datetime) -> str:
    """An invitation from the command line for a person."""
    async with database.write() as unit:
        return await invite_person(
            unit, by=None, person_id=person_id, random_bytes=_draw, now=now, policy=Policy()
        )


async def code_for_area(database: Database, area_id: int, *, now: datetime) -> str:
    """An invitation from the command line for a group."""
    async with database.write() as unit:
        return await invite_channel(
            unit, by=None, area_id=area_id, random_bytes=_draw, now=now, policy=Policy()
        )
