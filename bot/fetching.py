"""Files that a task needs now, taken from the disk or from the messenger; why one is no use."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from bot.channels import Channels
from bot.downloads import FileStore, path_of
from channels.delivery import Rejected
from documents.book import BadFile
from domain.inbound import FileRef
from domain.refusals import BadInput, Refusal
from operations.maintenance import files
from operations.workbook.wording import bad_file_line
from storage import Database
from storage.messages import addresses
from texts import label

# Of a workbook that says that it is secret.
MARKED = "marked"
Fetch = Callable[[int], Awaitable[tuple[Path, str]]]


def open_fetching(database: Database, channels: Channels, *, folder: Path) -> Fetch:
    """Returns what tells where an attachment lies, fetched unless it is here, and its name."""
    store = FileStore(folder)

    async def fetch(attachment_id: int) -> tuple[Path, str]:
        async with database.read() as unit:
            found = await files.get(unit, attachment_id)
            here = (await addresses.by_ids(unit, [found.address_id]))[found.address_id]
        if found.sha256:
            return folder / path_of(found.sha256), found.name
        channel = channels.of(here.address)
        if channel is None or found.source is None:
            raise BadInput("file-missing")
        stored = await store.take(channel.fetch(FileRef(**found.source)), kind=found.kind)
        async with database.write() as unit:
            await files.file_ready(unit, attachment_id, stored)
        return folder / path_of(stored.sha256), found.name

    return fetch


async def refuse_file(
    database: Database,
    attachment_id: int,
    why: BadFile | Refusal | Rejected,
    language: str,
    *,
    now: datetime,
) -> list[str]:
    """Returns why a file is not taken; nothing is kept of one that must not have been sent."""
    if isinstance(why, Rejected):
        return [label("file-missing", language)]
    if isinstance(why, Refusal):
        return [label(why.code, language, **why.facts)]
    if why.code == MARKED:
        async with database.write() as unit:
            await files.forget(unit, attachment_id, reason="file-secret", now=now)
    return [bad_file_line(why, language)]
