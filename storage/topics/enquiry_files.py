"""Photos and recordings that came with leaders' messages."""

from collections.abc import Collection

from sqlalchemy import select

from storage.tables.cadres import enquiry_file as table
from storage.tables.meetings import attachment
from storage.unit import UnitOfWork


async def add(unit: UnitOfWork, enquiry_id: int, attachment_ids: Collection[int]) -> None:
    """Keeps files with a message."""
    rows = [
        {"enquiry_id": enquiry_id, "attachment_id": attachment_id}
        for attachment_id in attachment_ids
    ]
    if rows:
        await unit.run(unit.insert(table).on_conflict_do_nothing(), rows)


async def list_of(unit: UnitOfWork, enquiry_id: int, *, spoken: bool) -> tuple[int, ...]:
    """Returns the recordings, or all else, that came with a message and are on disk."""
    is_voice = attachment.c.kind == "voice"
    rows = await unit.all(
        select(attachment.c.id)
        .join(table, table.c.attachment_id == attachment.c.id)
        .where(
            table.c.enquiry_id == enquiry_id,
            is_voice if spoken else ~is_voice,
            attachment.c.state == "ready",
        )
        .order_by(attachment.c.id)
    )
    return tuple(row.id for row in rows)
