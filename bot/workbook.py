"""The directory in and out of files: what the command line and the tasks both do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from documents.agreement import NOTHING_SAID, Agreement
from documents.reading import read_directory
from documents.writing import write_workbook
from domain.policy import Policy
from operations.workbook import (
    Applied,
    Plan,
    apply_import,
    export_rows,
    make_plan,
    stage_import,
    try_reforms,
)
from storage import Database
from storage.directory import directory_rows


def _ignore(_rows: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file would do to the directory that has this fingerprint."""

    plan: Plan
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What whoever brings a file in has agreed to beforehand."""

    accepts_doubtful: bool = False
    agreement: Agreement = NOTHING_SAID


STRICT = ReadingOptions()


async def look_at(
    database: Database,
    file: Path,
    *,
    policy: Policy,
    now: datetime,
    options: ReadingOptions = STRICT,
    on_rows: Callable[[int], None] = _ignore,
) -> Looked:
    """Compares a file with the directory and changes nothing; raises BadFile or Unagreed."""
    book = read_directory(file, agreement=options.agreement, on_rows=on_rows)
    async with database.read() as unit:
        known = await directory_rows.load(unit)
    today = policy.day_of(now)
    plan = make_plan(book, known, today=today, accepts_doubtful=options.accepts_doubtful)
    if not plan.faults.count and plan.adds.get("reforms"):
        async with database.write() as unit:
            await try_reforms(unit, plan, posts=None, policy=policy, now=now)
    return Looked(plan, directory_rows.fingerprint(known))


async def bring_in(
    database: Database,
    looked: Looked,
    *,
    policy: Policy,
    now: datetime,
    on_rows: Callable[[int], None],
) -> Applied:
    """Writes what a file would do, all of it."""
    import_id = await stage_import(
        database.write,
        looked.plan,
        fingerprint=looked.fingerprint,
        person_id=None,
        now=now,
    )
    return await apply_import(
        database.read, database.write, import_id, policy=policy, now=now, on_rows=on_rows
    )


async def write_out(database: Database, file: Path, *, language: str, today: date) -> None:
    """Writes the directory as a workbook."""
    async with database.read() as unit:
        known = await directory_rows.load(unit)
    write_workbook(file, export_rows(known, today=today), language=language)
