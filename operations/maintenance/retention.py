"""Applies the periods for which data is kept, and tells what went."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from domain.policy import Policy
from storage import UnitOfWork
from storage.maintenance import retention, settings, tasks, terms

REMOVE_FILES = "remove_files"
_APPLIED = "retention_applied"
_FILES = ("photos", "documents", "unattached")
_IN_ONE_TASK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptKind:
    """A kind of data: kept for how many days, and how many rows are (or were) over it."""

    kind: str
    days: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRun:
    """When the periods were applied last, and how many rows went then by kind."""

    at: datetime
    rows: dict[str, int]


async def count_due(unit: UnitOfWork, *, policy: Policy, now: datetime) -> list[KeptKind]:
    """Returns for each kind how many rows would go now."""
    return [
        KeptKind(
            kind=kind,
            days=lasts.days,
            rows=await retention.count_old(unit, kind, before=now - lasts),
        )
        for kind, lasts in policy.retention.items()
    ]


async def apply_retention(unit: UnitOfWork, *, policy: Policy, now: datetime) -> dict[str, int]:
    """Deletes what was kept long enough, files on disk by a task; returns rows by kind."""
    periods = dict(policy.retention.items())
    files = await retention.list_files(unit, kinds={kind: now - periods[kind] for kind in _FILES})
    gone = {
        kind: await retention.delete_old(unit, kind, before=now - lasts)
        for kind, lasts in periods.items()
    }
    await enqueue_removal(unit, files, now=now)
    await settings.put(unit, _APPLIED, {"at": now.isoformat(), "rows": gone})
    return gone


async def enqueue_removal(unit: UnitOfWork, files: Collection[str], *, now: datetime) -> None:
    """Has files removed from the disk unless a row still names them then."""
    names = sorted(files)
    for first in range(0, len(names), _IN_ONE_TASK):
        payload = {"sha256": names[first : first + _IN_ONE_TASK]}
        await tasks.add(unit, kind=REMOVE_FILES, payload=payload, now=now)


async def find_applied(unit: UnitOfWork) -> RetentionRun | None:
    """Returns when the periods were applied last, None if never."""
    found = await settings.find(unit, _APPLIED)
    return (
        RetentionRun(at=datetime.fromisoformat(found["at"]), rows=found["rows"]) if found else None
    )


def list_staying() -> dict[str, list[str]]:
    """Returns which tables are kept without a number of days, by the reason."""
    return terms.list_staying()


async def list_spare_files(unit: UnitOfWork, sha256: Collection[str]) -> list[str]:
    """Returns those of the files that no row names."""
    return await retention.list_spare(unit, sha256)
