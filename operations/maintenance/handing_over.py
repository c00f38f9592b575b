"""Files that the bot made: sent to the account that asked for them."""

from datetime import datetime

from domain.files import StoredFile
from domain.message import Message
from domain.outbox import Priority
from domain.talks import KnownAddress
from operations.replies import enqueue_notices, notice
from storage import UnitOfWork
from storage.messages import attachments
from texts import Rich


async def hand_over(
    unit: UnitOfWork,
    here: KnownAddress,
    stored: StoredFile,
    *,
    name: str,
    text: Rich,
    key: str,
    now: datetime,
) -> None:
    """Sends a file that is on disk, with what is said about it; once for each `key`."""
    file_id = await attachments.add(
        unit,
        attachments.NewFile(
            kind="document", source=None, name=name, mime=stored.mime, size=stored.size
        ),
        address_id=here.id,
        now=now,
    )
    await attachments.mark_ready(
        unit, file_id, StoredFile(sha256=stored.sha256, mime=stored.mime, size=stored.size)
    )
    row = notice(
        unit,
        here,
        Message(text=text, attachments=(file_id,)),
        dedupe_key=key,
        priority=Priority.REPLY,
        started_by_bot=False,
    )
    await enqueue_notices(unit, [row], now=now)
