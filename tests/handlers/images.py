"""An office as it stood after the same first steps in another test: copied, not lived again."""

import sqlite3
from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from storage import Database
from tests.talks import Bubble, Chat, Talks


@dataclass(frozen=True)
class Image:
    """A copy of a database, with what the phones show and what a step gave."""

    copy: sqlite3.Connection
    given: Any
    now: datetime
    count: int
    screens: dict[Chat, list[Bubble]]
    accounts: frozenset[tuple[str, str]]


IMAGES: dict[Hashable, Image] = {}


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
    copy, file = sqlite3.connect(":memory:"), sqlite3.connect(str(town.database.url.database))
    file.backup(copy)
    file.close()
    IMAGES[key] = Image(
        copy, given, town.now, town.count, _shown(town.screens), frozenset(town.accounts)
    )


def restore(image: Image, town: Talks) -> Any:
    """Makes a town stand as it did; gives what was given then."""
    file = sqlite3.connect(str(town.database.url.database))
    image.copy.backup(file)
    file.close()
    town.now, town.count = image.now, image.count
    town.screens.update(_shown(image.screens))
    town.accounts.update(image.accounts)
    return image.given


def _shown(screens: dict[Chat, list[Bubble]]) -> dict[Chat, list[Bubble]]:
    return {chat: [replace(bubble) for bubble in shown] for chat, shown in screens.items()}
