"""Files that a task needs now: taken from the disk, or from the messenger where they wait."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.channels import Channels
from bot.downloads import FileStore, path_of
from domain.inbound import FileRef
from domain.refusals import BadInput
from operations.maintenance import files
from storage import Database
from storage.messages import addresses

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
