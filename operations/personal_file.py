"""The file with a person's own data: written outside the transactions, sent to who asked."""

from datetime import datetime

from domain.files import StoredFile
from domain.message import Message
from domain.outbox import Priority
from domain.talks import KnownAddress
from operations.speech import enqueue_notices, notice
from storage import Unit, addresses, attachments, people
from texts import label, render

MIME = "application/json"


async def find_asker(unit: Unit, *, person_id: int, address_id: int) -> KnownAddress | None:
    """Returns where the file goes, None if the account is no longer the person's."""
    here = (await addresses.by_ids(unit, [address_id])).get(address_id)
    return here if here is not None and here.person_id == person_id else None


async def hand_over(
    unit: Unit, here: KnownAddress, stored: StoredFile, *, key: str, now: datetime
) -> None:
    """Sends the finished file to the account that asked for it."""
    person = (await people.persons(unit, [here.person_id or 0]))[here.person_id or 0]
    file_id = await attachments.add(
        unit,
        address_id=here.id,
        kind="document",
        source=None,
        name=label("privacy-file-name", person.language),
        mime=MIME,
        size=stored.size,
        now=now,
    )
    await attachments.mark_ready(unit, file_id, sha256=stored.sha256, mime=MIME, size=stored.size)
    row = notice(
        unit,
        here,
        Message(text=render("privacy-file-here", person.language), attachments=(file_id,)),
        dedupe_key=key,
        priority=Priority.REPLY,
        started_by_bot=False,
    )
    await enqueue_notices(unit, [row], now=now)
