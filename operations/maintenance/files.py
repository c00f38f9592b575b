"""Photos, voice messages and documents that people send: noted at once, fetched by a task."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import PurePath

from domain.files import LARGEST_FILE, StoredFile, too_large
from domain.inbound import Address, InboundKind
from domain.message import Message
from domain.policy import Policy
from domain.refusals import BadInput, NotFound
from domain.talks import KnownAddress
from operations.maintenance.retention import enqueue_removal
from operations.replies import enqueue_reply
from operations.turn import Turn
from storage import UnitOfWork
from storage.maintenance import tasks
from storage.messages import addresses, attachments, bubbles
from storage.messages.attachments import Attachment
from storage.people import people
from texts import render

FETCH, READ = "fetch_file", "read_file"
_OLD_OFFICE = ("application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint")
LONGEST_VOICE = 300
_A_DAY = timedelta(days=1)
# What the table has room for; a name is kept for show alone.
_LONGEST_NAME, _LONGEST_TYPE = 200, 100
# Nobody looked for secrecy marks in these: they are for the directory alone.
_TABLES = frozenset({"workbook", "table"})
_KINDS = {InboundKind.PHOTO: "photo", InboundKind.VOICE: "voice"}


async def keep_file(turn: Turn) -> int:
    """Notes the file of this turn and queues its download; returns the attachment's id.

    Raises BadInput when it is larger than is taken, or was sent from elsewhere.
    """
    file = turn.inbound.file
    if file is None:
        raise BadInput("file-missing")
    if file.size > LARGEST_FILE:
        raise too_large(file.size)
    _refuse_by_type(file.mime)
    if turn.inbound.kind is InboundKind.VOICE and file.seconds is not None:
        _refuse_by_length(file.seconds)
    if turn.abilities.in_house:
        uploaded = await get_uploaded(turn, file.file_id)
        if uploaded.kind in _TABLES:
            raise BadInput("file-unreadable")
        await have_read(turn.unit, uploaded, policy=turn.policy, now=turn.now)
        return uploaded.id
    await _check_quota(turn.unit, turn.here, policy=turn.policy, now=turn.now)
    kind = _KINDS.get(turn.inbound.kind, "document")
    attachment_id = await attachments.add(
        turn.unit,
        attachments.NewFile(
            kind=kind,
            source=asdict(file),
            name=file.name[:_LONGEST_NAME],
            mime=file.mime[:_LONGEST_TYPE],
            size=file.size,
        ),
        address_id=turn.here.id,
        now=turn.now,
    )
    payload = {"attachment_id": attachment_id}
    await tasks.add(turn.unit, kind=FETCH, payload=payload, now=turn.now)
    return attachment_id


def _refuse_by_type(mime: str) -> None:
    """Raises BadInput for what need not be fetched to know that it is not taken."""
    if mime.startswith("video/"):
        raise BadInput("file-film")
    if mime in _OLD_OFFICE:
        raise BadInput("file-old-office")


def _refuse_by_length(seconds: int) -> None:
    """Raises BadInput for a recording that says nothing, or that nobody will listen to."""
    if seconds < 1:
        raise BadInput("voice-empty")
    if seconds > LONGEST_VOICE:
        raise BadInput("voice-too-long", minutes=LONGEST_VOICE // 60)


async def check_upload(
    unit: UnitOfWork, address: Address, *, policy: Policy, now: datetime
) -> None:
    """Raises BadInput where an address of the web page has sent as much as a day allows."""
    here = (await addresses.find_many(unit, [address]))[address]
    await _check_quota(unit, here, policy=policy, now=now)


async def _check_quota(
    unit: UnitOfWork, here: KnownAddress, *, policy: Policy, now: datetime
) -> None:
    """Raises BadInput where a person has sent as many files, or as large ones, as a day allows."""
    own = await addresses.of_person(unit, here.person_id) if here.person_id else [here]
    sent = await attachments.count_sent(unit, [address.id for address in own], since=now - _A_DAY)
    if sent.files >= policy.files_per_day or sent.size >= policy.file_bytes_per_day:
        raise BadInput("file-quota")


async def get_uploaded(turn: Turn, file_id: str) -> Attachment:
    """Returns a file from the web page, which lies here already; only its sender may name it."""
    found = await attachments.find(turn.unit, int(file_id)) if file_id.isdigit() else None
    if found is None or found.address_id != turn.here.id:
        raise BadInput("file-missing")
    return found


async def add_uploaded(
    unit: UnitOfWork, address: Address, *, kind: str, name: str, stored: StoredFile, now: datetime
) -> int:
    """Notes a file that came through the web page and is on disk; returns its id."""
    here = (await addresses.find_many(unit, [address]))[address]
    attachment_id = await attachments.add(
        unit,
        attachments.NewFile(
            kind=stored.kind or kind,
            source=None,
            name=_name_of(name, stored.mime)[:_LONGEST_NAME],
            mime=stored.mime,
            size=stored.size,
        ),
        address_id=here.id,
        now=now,
    )
    await file_ready(unit, attachment_id, stored)
    return attachment_id


def _name_of(name: str, mime: str) -> str:
    """Returns what a file is called; a picture that was made anew is a JPEG."""
    return str(PurePath(name).with_suffix(".jpg")) if name and mime == "image/jpeg" else name


async def get(unit: UnitOfWork, attachment_id: int) -> Attachment:
    """Returns a file's row; raises NotFound if there is none."""
    found = await attachments.find(unit, attachment_id)
    if found is None:
        raise NotFound("file-missing")
    return found


async def get_many(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Attachment]:
    """Returns files' rows by id."""
    return await attachments.find_many(unit, ids) if ids else {}


async def list_kept(unit: UnitOfWork, ids: Collection[int]) -> tuple[int, ...]:
    """Returns those of the files that are here or still on their way, in the order given."""
    known = await get_many(unit, ids)
    return tuple(number for number in ids if number in known and known[number].state != "failed")


async def find_visible(
    unit: UnitOfWork, address: Address, attachment_id: int
) -> Attachment | None:
    """Returns a file that may be seen at an address: sent from it, or shown on it."""
    found = await attachments.find(unit, attachment_id)
    page = (await addresses.find_many(unit, [address])).get(address)
    if found is None or page is None:
        return None
    is_own = found.address_id == page.id
    return found if is_own or await bubbles.shows(unit, page.id, attachment_id) else None


async def file_ready(unit: UnitOfWork, attachment_id: int, stored: StoredFile) -> None:
    """Notes that a file is on disk."""
    await attachments.mark_ready(unit, attachment_id, stored)


async def have_read(unit: UnitOfWork, file: Attachment, *, policy: Policy, now: datetime) -> None:
    """Queues a file on disk for the program that reads its words, where there is one."""
    if file.kind in policy.reads:
        await tasks.add(unit, kind=READ, payload={"attachment_id": file.id}, now=now)


async def forget(unit: UnitOfWork, attachment_id: int, *, reason: str, now: datetime) -> None:
    """Keeps a file's row as failed, and has the file itself removed from the disk."""
    found = await attachments.mark_failed(unit, attachment_id, reason=reason)
    await attachments.forget_content(unit, attachment_id)
    if found.sha256:
        await enqueue_removal(unit, [found.sha256], now=now)


async def file_failed(
    unit: UnitOfWork, attachment_id: int, *, refusal: BadInput, now: datetime
) -> None:
    """Notes that a file cannot be had, and tells its sender why."""
    found = await attachments.mark_failed(unit, attachment_id, reason=refusal.code)
    here = (await addresses.by_ids(unit, [found.address_id]))[found.address_id]
    person = await people.persons(unit, [here.person_id] if here.person_id else [])
    language = next((sender.language for sender in person.values()), "vi")
    message = Message(text=render(refusal.code, language, **refusal.facts))
    await enqueue_reply(unit, here, message, dedupe_key=f"file:{attachment_id}", now=now)
