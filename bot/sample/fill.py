"""Fills an empty database with the invented region, and names people to try it with."""

from bot.clock import utc_now
from bot.office import OfficeError, opened
from bot.policy import build_policy
from bot.sample.load import Sample, load_sample
from bot.settings import Settings
from domain.people import Person, Role
from storage.directory import areas, chapters
from storage.people import people


async def fill_with_sample(settings: Settings) -> Sample:
    """Writes the invented region into an empty database."""
    async with opened(settings) as database:
        async with database.read() as unit:
            if await areas.list_below(unit, "/"):
                raise OfficeError("the database has areas already; the sample wants an empty one")
        return await load_sample(database, now=utc_now(), policy=build_policy(settings))


async def list_people_to_try(settings: Settings) -> list[Person]:
    """Returns a leader, the cadre of the same chapter, and an officer above both."""
    day = build_policy(settings).day_of(utc_now())
    async with opened(settings) as database, database.read() as unit:
        known = await chapters.list_in_scopes(unit, chapter_ids=(), scopes=[("/", None)], day=day)
        ids = [chapter.id for chapter in known]
        led = await people.holders(unit, ids, roles=[Role.LEADER], day=day)
        followed = await people.holders(unit, ids, roles=[Role.CADRE], day=day)
        officers = await people.holders(unit, ids, roles=[Role.STAFF], day=day)
    both = next(
        number for number in ids if number in led and number in followed and number in officers
    )
    return [held[both][0].person for held in (led, followed, officers)]
