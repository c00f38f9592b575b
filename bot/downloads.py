"""Fetches what people sent: streamed to disk, checked by its content, named by its SHA-256."""

import asyncio
import hashlib
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from domain.files import LARGEST_FILE, is_taken, sniff
from domain.refusals import BadInput

_HEAD = 16


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on disk, found under `path_of(sha256)`."""

    sha256: str
    mime: str
    size: int


def path_of(sha256: str) -> Path:
    """Returns where a file lies below the folder of files."""
    return Path(sha256[:2]) / sha256


async def store_stream(chunks: AsyncIterator[bytes], *, kind: str, folder: Path) -> StoredFile:
    """Writes a stream to disk; raises BadInput when it is too large or not a `kind`.

    A crash leaves at most a temporary file; the same content is kept once.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".coming-", delete=False) as file:
        temporary = Path(file.name)
        try:
            digest, head, size = hashlib.sha256(), b"", 0
            async for chunk in chunks:
                size += len(chunk)
                if size > LARGEST_FILE:
                    raise BadInput("file-too-large", megabytes=LARGEST_FILE // 1024 // 1024)
                head = (head + chunk)[:_HEAD] if len(head) < _HEAD else head
                digest.update(chunk)
                await asyncio.to_thread(file.write, chunk)
            mime = sniff(head)
            if mime is None or not is_taken(kind, mime):
                raise BadInput("file-not-a-photo" if kind == "photo" else "file-not-a-voice")
            file.flush()
            target = folder / path_of(digest.hexdigest())
            target.parent.mkdir(exist_ok=True)
            temporary.rename(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    return StoredFile(digest.hexdigest(), mime, size)
