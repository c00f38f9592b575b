"""Which files belong to which topic."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import delete, select

from storage.messages import attachments
from storage.messages.attachments import Attachment
from storage.tables.meetings import topic_file as table
from storage.unit import UnitOfWork


async def add(unit: UnitOfWork, topic_id: int, attachment_ids: Collection[int]) -> None:
    """Gives files to a topic; what it has already stays."""
    if attachment_ids:
        rows = [
            {"topic_id": topic_id, "attachment_id": number} for number in sorted(attachment_ids)
        ]
        await unit.run(unit.insert(table).on_conflict_do_nothing(), rows)


async def remove(unit: UnitOfWork, topic_id: int, attachment_ids: Collection[int]) -> None:
    """Takes files from a topic."""
    wanted = table.c.attachment_id.in_(sorted(attachment_ids))
    await unit.run(delete(table).where(table.c.topic_id == topic_id, wanted))


async def of_topics(unit: UnitOfWork, topic_ids: Collection[int]) -> dict[int, list[Attachment]]:
    """Returns the files of topics, in the order in which they were sent."""
    rows = await unit.all(
        select(table)
        .where(table.c.topic_id.in_(sorted(topic_ids)))
        .order_by(table.c.attachment_id)
    )
    known = await attachments.find_many(unit, {row.attachment_id for row in rows})
    found: dict[int, list[Attachment]] = defaultdict(list)
    for row in rows:
        found[row.topic_id].append(known[row.attachment_id])
    return dict(found)
