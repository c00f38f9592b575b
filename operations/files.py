"""Photos and voice messages that people send: noted at once, fetched by a task."""

from dataclasses import asdict
from datetime import datetime

from domain.files import LARGEST_FILE
from domain.inbound import InboundKind
from domain.message import Message
from domain.outbox import Priority
from domain.refusals import BadInput
from operations.speech import enqueue_notices, notice
from operations.turn import Turn
from storage import Unit, addresses, attachments, people, tasks
from texts import render

FETCH = "fetch_file"


async def keep_file(turn: Turn) -> int:
    """Notes the file of this turn and queues its download; returns the attachment's id.

    Raises BadInput when it is larger than is taken, or was sent from elsewhere.
    """
    file = turn.inbound.file
    if file is None:
        raise BadInput("file-missing")
    if file.size > LARGEST_FILE:
        raise BadInput("file-too-large", megabytes=LARGEST_FILE // 1024 // 1024)
    if turn.here.address.channel == "web":
        return await _uploaded(turn, file.file_id)
    kind = "photo" if turn.inbound.kind is InboundKind.PHOTO else "voice"
    attachment_id = await attachments.add(
        turn.unit,
        address_id=turn.here.id,
        kind=kind,
        source=asdict(file),
        name=file.name,
        mime=file.mime,
        size=file.size,
        now=turn.now,
    )
    payload = {"attachment_id": attachment_id}
    await tasks.add(turn.unit, kind=FETCH, payload=payload, now=turn.now)
    return attachment_id


async def _uploaded(turn: Turn, file_id: str) -> int:
    """A file from the web page lies here already; only its sender may name it."""
    found = await attachments.find(turn.unit, int(file_id)) if file_id.isdigit() else None
    if found is None or found.address_id != turn.here.id:
        raise BadInput("file-missing")
    return found.id


async def file_ready(unit: Unit, attachment_id: int, *, sha256: str, mime: str, size: int) -> None:
    """Notes that a file is on disk."""
    await attachments.mark_ready(unit, attachment_id, sha256=sha256, mime=mime, size=size)


async def file_failed(unit: Unit, attachment_id: int, *, reason: str, now: datetime) -> None:
    """Notes that a file cannot be had, and tells its sender why."""
    found = await attachments.mark_failed(unit, attachment_id, reason=reason)
    here = (await addresses.by_ids(unit, [found.address_id]))[found.address_id]
    person = await people.persons(unit, [here.person_id] if here.person_id else [])
    language = next((one.language for one in person.values()), "vi")
    row = notice(
        unit,
        here,
        Message(text=render(reason, language, megabytes=LARGEST_FILE // 1024 // 1024)),
        dedupe_key=f"file:{attachment_id}",
        priority=Priority.REPLY,
        started_by_bot=False,
    )
    await enqueue_notices(unit, [row], now=now)
