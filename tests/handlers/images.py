"""An office as it stood after the same first steps in another test: copied, not lived again."""

import sqlite3
import tempfile
from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from storage import Database
from tests.talks import Bubble, Chat, Talks

_numbers = count()


@dataclass(frozen=True)
class Image:
    """A copy of a database, with what the phones show and what a step gave."""

    file: Path
    given: Any
    now: datetime
    count: int
    screens: dict[Chat, list[Bubble]]
    accounts: frozenset[tuple[str, str]]


IMAGES: dict[Hashable, Image] = {}


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="sinhhoat-images-")


def look_at(database: Database) -> object:
    """Gives something that is another after each commit to SQLite."""
    wal = Path(f"{database.url.database}-wal")
    if not wal.exists():
        return None
    found = wal.stat()
    return found.st_size, found.st_mtime_ns


def keep(key: Hashable, town: Talks, given: Any) -> None:
    """Keeps the town as it stands now for whoever comes to the same key, if it has one."""
    if key is None:
        return
    file = Path(_folder().name) / f"{next(_numbers)}.db"
    _copy(str(town.database.url.database), str(file))
    IMAGES[key] = Image(
        file, given, town.now, town.count, _shown(town.screens), frozenset(town.accounts)
    )


def restore(image: Image, town: Talks) -> Any:
    """Makes a town stand as it did; gives what was given then."""
    _copy(str(image.file), str(town.database.url.database))
    town.now, town.count = image.now, image.count
    town.screens.update(_shown(image.screens))
    town.accounts.update(image.accounts)
    return image.given


def _shown(screens: dict[Chat, list[Bubble]]) -> dict[Chat, list[Bubble]]:
    return {chat: [replace(bubble) for bubble in shown] for chat, shown in screens.items()}


def _copy(source: str, target: str) -> None:
    there, here = sqlite3.connect(source), sqlite3.connect(target)
    try:
        there.backup(here)
    finally:
        there.close()
        here.close()
