"""What the commands of the office share: the database beside a running bot, and who is meant."""

import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.settings import Settings
from domain.chapters import Area
from domain.names import name_key, named_so
from domain.people import Person
from operations.directory.finding import find_people
from operations.namesakes import name_areas
from storage import Database
from storage.directory import areas
from storage.ids import IdSource
from storage.revisions import current_revision, newest_revision


class OfficeError(Exception):
    """What was asked cannot be done as asked; the message is one line."""


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """Opens the database beside a running bot; raises OfficeError if it is not migrated."""
    revision = await current_revision(settings.database)
    if revision is None:
        raise OfficeError("there is no database here yet: run `sinhhoat migrate` first")
    if revision != newest_revision():
        raise OfficeError("the database is not up to date: run `sinhhoat migrate` first")
    ids = IdSource(lambda: time.time_ns() // 1_000_000, node=secrets.randbelow(256))
    database = Database(settings.database, new_id=ids)
    try:
        yield database
    finally:
        await database.close()


async def find_one_person(settings: Settings, wanted: str) -> Person:
    """Returns the one person meant by a number, phone or name, or says who could be."""
    async with opened(settings) as database, database.read() as unit:
        found = await find_people(unit, wanted)
    if len(found) != 1:
        listed = "; ".join(
            f"{person.id} {person.name} {person.phone or ''}".strip() for person in found
        )
        raise OfficeError(
            f"several people match {wanted!r}, name one by number: {listed}"
            if found
            else f"nobody matches {wanted!r}"
        )
    return found[0]


async def find_one_area(settings: Settings, wanted: str) -> Area:
    """Returns the one area meant by a number, code or name, or says which could be."""
    async with opened(settings) as database, database.read() as unit:
        known = await areas.list_below(unit, "/")
        names = await name_areas(unit, known)
    exact = [place for place in known if wanted in (str(place.id), place.code)]
    named = named_so(wanted, known, lambda area: area.name)
    words = f" {name_key(wanted)} "
    found = exact or named or [place for place in known if words in f" {name_key(place.name)} "]
    if len(found) != 1:
        listed = "; ".join(f"{place.id} {names[place.id]}" for place in found or known[:20])
        raise OfficeError(f"name one area by number, not {wanted!r}: {listed}")
    return found[0]
