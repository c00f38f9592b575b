"""Fetches what people sent: streamed to disk, checked by its content, named by its SHA-256."""

import asyncio
import hashlib
import os
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import BinaryIO, cast

from documents.secrecy import Unreadable, find_marked
from domain.files import LARGEST_FILE, TABLE, StoredFile, is_taken, sniff, too_large
from domain.refusals import BadInput

_HEAD = 16
_OTHERWISE = {
    "photo": "file-not-a-photo",
    "voice": "file-not-a-voice",
    "document": "file-unreadable",
    "workbook": "workbook-bad-not-workbook",
    "table": "workbook-bad-not-workbook",
}


def path_of(sha256: str) -> Path:
    """Returns where a file lies below the folder of files."""
    return Path(sha256[:2]) / sha256


async def store_stream(chunks: AsyncIterator[bytes], *, kind: str, folder: Path) -> StoredFile:
    """Writes a stream to disk; raises BadInput when it is too large or not a `kind`.

    A crash leaves at most a temporary file; the same content is kept once.
    """
    file = await asyncio.to_thread(_open_temporary, folder)
    try:
        with file:
            size = await _copy(chunks, file)
            return await asyncio.to_thread(_keep, file, kind=kind, size=size, folder=folder)
    except BaseException:
        Path(file.name).unlink(missing_ok=True)  # noqa: ASYNC240 - one quick call, even when cancelled
        raise


async def store_made(content: bytes, *, mime: str, folder: Path) -> StoredFile:
    """Writes a file that the bot made itself."""
    return await asyncio.to_thread(_store_made, content, mime, folder)


def _store_made(content: bytes, mime: str, folder: Path) -> StoredFile:
    file = _open_temporary(folder)
    with file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    sha256 = hashlib.sha256(content).hexdigest()
    target = folder / path_of(sha256)
    target.parent.mkdir(exist_ok=True)
    Path(file.name).rename(target)
    return StoredFile(sha256, mime, len(content))


async def _copy(chunks: AsyncIterator[bytes], file: BinaryIO) -> int:
    size = 0
    async for chunk in chunks:
        size += len(chunk)
        if size > LARGEST_FILE:
            raise too_large()
        await asyncio.to_thread(file.write, chunk)
    return size


def _open_temporary(folder: Path) -> BinaryIO:
    folder.mkdir(parents=True, exist_ok=True)
    return cast(
        "BinaryIO", tempfile.NamedTemporaryFile(dir=folder, prefix=".coming-", delete=False)
    )


def _keep(file: BinaryIO, *, kind: str, size: int, folder: Path) -> StoredFile:
    file.flush()
    temporary = Path(file.name)
    with temporary.open("rb") as written:
        mime = sniff(written.read(_HEAD)) or (TABLE if kind == "table" else None)
        written.seek(0)
        sha256 = hashlib.file_digest(written, "sha256").hexdigest()
    if mime is None or not is_taken(kind, mime):
        raise BadInput(_OTHERWISE[kind])
    if kind == "document":
        _refuse_secret(temporary.read_bytes())
    os.fsync(file.fileno())
    target = folder / path_of(sha256)
    target.parent.mkdir(exist_ok=True)
    temporary.rename(target)
    return StoredFile(sha256, mime, size)


def _refuse_secret(content: bytes) -> None:
    """Raises BadInput for a document that bears a secrecy mark, or that cannot be looked at."""
    try:
        marked = find_marked(content)
    except Unreadable:
        raise BadInput("file-unreadable") from None
    if marked:
        mark = marked.mark.replace(" ", "_")
        raise BadInput("file-secret", mark=mark, place=marked.place, number=marked.number)
