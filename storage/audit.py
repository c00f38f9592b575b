"""Who did what to which row, when, before and after."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage.tables.directory import audit as table
from storage.unit import Unit

_INSERT = table.insert()


def add_later(
    unit: Unit,
    *,
    person_id: int | None,
    action: str,
    subject: str,
    now: datetime,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Notes an action by the end of the transaction; None stands for the bot itself."""
    unit.later(
        _INSERT,
        {
            "at": now,
            "person_id": person_id,
            "action": action,
            "subject": subject,
            "before": before,
            "after": after,
        },
    )
