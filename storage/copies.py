"""The copies that a migration leaves beside a SQLite file: kept for a while, then deleted."""

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.connecting import async_url

KEPT = timedelta(days=30)
_MADE = "%Y%m%d%H%M%S"
_NAME = re.compile(r"\.before-.+-(\d{14})$")


def copy_aside(file: Path, revision: str, now: datetime) -> None:
    """Copies a database file beside itself before it is migrated from a revision."""
    copy = file.with_name(f"{file.name}.before-{revision}-{now.astimezone(UTC):{_MADE}}")
    shutil.copy2(file, copy)


def remove_old_copies(url: str, *, now: datetime) -> list[str]:
    """Deletes the copies of a SQLite file that are over their time; returns their names."""
    address = async_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        return []
    gone = []
    for copy, made in _copies(Path(address.database)):
        if made <= now - KEPT:
            copy.unlink(missing_ok=True)
            gone.append(copy.name)
    return gone


def _copies(file: Path) -> Iterator[tuple[Path, datetime]]:
    for copy in sorted(file.parent.glob(f"{file.name}.before-*")):
        if found := _NAME.search(copy.name):
            yield copy, datetime.strptime(found[1], _MADE).replace(tzinfo=UTC)
