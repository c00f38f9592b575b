"""Sentences for others: what one person's doing means for somebody else."""

from collections.abc import Sequence
from datetime import datetime

from domain.message import Message
from operations.reports.reporting import Notice
from operations.speech import enqueue_notices, notice
from storage import Unit
from storage.messages import addresses
from storage.people import people
from texts import render


async def tell(unit: Unit, notices: Sequence[Notice], *, now: datetime) -> None:
    """Queues the notices for those who can be reached, each in the person's language."""
    if not notices:
        return
    wanted = {one.person_id for one in notices}
    known = await people.persons(unit, wanted)
    reached = await addresses.preferred(unit, wanted)
    rows = [
        notice(
            unit,
            reached[one.person_id],
            Message(text=render(one.key, known[one.person_id].language, **one.args)),
            dedupe_key=one.dedupe_key,
            subject=one.subject,
        )
        for one in notices
        if one.person_id in reached
    ]
    await enqueue_notices(unit, rows, now=now)
