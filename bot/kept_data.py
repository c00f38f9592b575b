"""What the office does about kept data from the command line."""

from dataclasses import dataclass
from pathlib import Path

from bot.clock import utc_now
from bot.erasures import repeat_after_restore, write_list
from bot.office import opened
from bot.policy import build_policy
from bot.settings import Settings
from domain.people import Person
from operations.maintenance.backups import note_rehearsal
from operations.maintenance.retention import (
    KeptKind,
    RetentionRun,
    apply_retention,
    count_due,
    find_applied,
)
from operations.people.erasing import ErasedPerson, erase_person


@dataclass(frozen=True, slots=True)
class KeptOverview:
    """What would go now, and what went last time."""

    due: list[KeptKind]
    applied: RetentionRun | None


async def erase(settings: Settings, person: Person) -> ErasedPerson:
    """Erases a person for good."""
    async with opened(settings) as database:
        async with database.write() as unit:
            erased = await erase_person(
                unit, person.id, by=None, policy=build_policy(settings), now=utc_now()
            )
        await write_list(database, settings.data_dir)
    return erased


async def repeat_erasures(settings: Settings, source: Path) -> int:
    """Erases again whom a restored backup brought back; returns how many."""
    async with opened(settings) as database:
        return await repeat_after_restore(
            database, settings, source, policy=build_policy(settings), clock=utc_now
        )


async def look_at_retention(settings: Settings) -> KeptOverview:
    """Returns what is over its time, without touching it."""
    async with opened(settings) as database, database.read() as unit:
        return KeptOverview(
            await count_due(unit, policy=build_policy(settings), now=utc_now()),
            await find_applied(unit),
        )


async def apply_now(settings: Settings) -> dict[str, int]:
    """Deletes what is over its time; files leave the disk when the bot runs."""
    async with opened(settings) as database, database.write() as unit:
        return await apply_retention(unit, policy=build_policy(settings), now=utc_now())


def read_key(settings: Settings, file: Path | None) -> str:
    """Returns the key that opens a backup: a file's, else the setting's."""
    if file is None:
        return settings.backup_key.get_secret_value()
    lines = file.read_text("utf-8").splitlines()
    return next((line.strip() for line in lines if line.strip() and line[:1] != "#"), "")


async def note_rehearsed(settings: Settings) -> None:
    """Notes in the live database that a backup came back whole."""
    async with opened(settings) as database, database.write() as unit:
        await note_rehearsal(unit, now=utc_now())
