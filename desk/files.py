"""Photos and files behind the guard of a page."""

import asyncio
from functools import partial

from desk.page import Given, Visit
from domain.refusals import NotFound
from storage.messages import attachments


async def give_file(visit: Visit, file_id: int) -> Given:
    """Gives a file that is in sight, a picture to look at; NotFound for one not on the disk."""
    unit = visit.context.unit
    file = (await attachments.find_many(unit, [file_id])).get(file_id)
    if file is None or file.state != "ready" or file.sha256 is None:
        raise NotFound("not-in-sight")
    path = visit.settings.files / (await attachments.paths(unit, [file_id]))[file_id]
    if not await asyncio.to_thread(path.is_file):
        raise NotFound("not-in-sight")
    is_picture = file.mime.startswith("image/")
    return Given(
        name=file.name,
        mime=file.mime if is_picture else "application/octet-stream",
        make=partial(asyncio.to_thread, path.read_bytes),
        is_shown=is_picture,
    )
