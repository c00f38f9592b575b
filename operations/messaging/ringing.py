"""What was shown on somebody's page rings on their phones, once, without saying what it is."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.message import Message
from domain.outbox import OutboxRow
from operations.replies import Delivery, enqueue_notices, notice
from storage import UnitOfWork
from storage.messages import addresses, devices
from storage.people import people
from texts import render

# What nobody has looked at by then rings no more.
_LASTS = timedelta(hours=12)


async def ring(unit: UnitOfWork, shown: Sequence[OutboxRow], *, now: datetime) -> None:
    """Queues the rings for messages that have just been put on pages.

    The message is the one that counts: a ring is no message of its own. Answers never ring.
    """
    wanted = [row for row in shown if rings(row)]
    found = await devices.list_of_pages(unit, {row.address_id for row in wanted}, now=now)
    if not found:
        return
    pages = await addresses.by_ids(unit, sorted({page_id for page_id, _ in found}))
    known = await people.persons(unit, {page.person_id or 0 for page in pages.values()})
    rows = [
        notice(
            unit,
            device,
            Message(text=render("ring-words", known[pages[page_id].person_id or 0].language)),
            Delivery(
                priority=row.priority,
                subject=row.subject,
                expires_at=min(row.expires_at or now + _LASTS, now + _LASTS),
            ),
            dedupe_key=f"{ring_key(row.id)}{device.id}",
        )
        for row in wanted
        for page_id, device in found
        if page_id == row.address_id
    ]
    await enqueue_notices(unit, rows, now=now)


def ring_key(row_id: int) -> str:
    """Returns how the keys of the rings for a message begin."""
    return f"ring:{row_id}:"


def rings(row: OutboxRow) -> bool:
    """True for what a page rings for: answers and changes never do."""
    return row.started_by_bot and row.edits is None and not row.message.silent
