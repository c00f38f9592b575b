from storage import Database
from storage.maintenance import settings


async def test_a_setting_that_was_never_put_is_none(database: Database) -> None:
    async with database.read() as unit:
        assert await settings.find(unit, "nothing") is None


async def test_a_setting_put_twice_has_its_last_value(database: Database) -> None:
    async with database.write() as unit:
        await settings.put(unit, "planned", {"at": "2026-11-01"})
        await settings.put(unit, "planned", {"at": "2026-12-01"})
    async with database.read() as unit:
        assert await settings.find(unit, "planned") == {"at": "2026-12-01"}
