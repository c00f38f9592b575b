"""When people were last asked for a report by a message of the bot, and whether it arrived."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from storage.tables.directory import address
from storage.tables.mail import outbox
from storage.unit import UnitOfWork

# The keys under which reminders and nudges wait, see `storage.notifications.reminders`.
_KEYS = ("remind:%", "nudge:%")


@dataclass(frozen=True, slots=True)
class SentReminder:
    """A message that asked for a report: since when, and what became of it in the outbox."""

    person_id: int
    at: datetime
    state: str


async def list_last(
    unit: UnitOfWork, person_ids: Collection[int], *, since: datetime
) -> dict[int, SentReminder]:
    """Returns the last reminder or nudge of each person that has had one since a moment."""
    rows = await unit.all(
        select(address.c.person_id, outbox.c.created_at, outbox.c.sent_at, outbox.c.state)
        .join(address, address.c.id == outbox.c.address_id)
        .where(
            address.c.person_id.in_(sorted(person_ids)),
            outbox.c.edits.is_(None),
            outbox.c.created_at >= since,
            or_(*(outbox.c.dedupe_key.like(key) for key in _KEYS)),
        )
        .order_by(outbox.c.id)
    )
    return {
        row.person_id: SentReminder(row.person_id, row.sent_at or row.created_at, row.state)
        for row in rows
    }
