"""Fetches what people sent: streamed to disk, looked at by a worker, named by its SHA-256."""

import asyncio
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from bot.disks import free_bytes
from domain.files import LARGEST_FILE, MADE, StoredFile, too_large
from domain.refusals import BadInput

# A worker gives up by itself long before; this is for one that cannot.
_LONGEST_LOOK = 120
_AT_ONCE = 2
# Below this much free disk no file is taken, so that reports still are.
LEAST_FREE = 500_000_000


def path_of(sha256: str) -> Path:
    """Returns where a file lies below the folder of files."""
    return Path(sha256[:2]) / sha256


@dataclass(frozen=True, slots=True)
class _WrittenFile:
    path: Path
    sha256: str
    size: int


class FileStore:
    """The folder of files; a few are looked at at once, each in a process of its own."""

    def __init__(self, folder: Path, *, free: Callable[[Path], int] = free_bytes) -> None:
        self.folder = folder
        self._free = free
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def take(self, chunks: AsyncIterator[bytes], *, kind: str) -> StoredFile:
        """Writes a stream to disk; raises BadInput when what was sent as a `kind` is not taken.

        A crash leaves at most temporary files; the same content is kept once.
        """
        if self._free(self.folder) < LEAST_FREE:
            raise BadInput("file-no-room")
        file = await asyncio.to_thread(_open_temporary, self.folder)
        coming = Path(file.name)
        made = coming.with_name(coming.name + MADE)
        try:
            with file:
                await _copy(chunks, file)
                await asyncio.to_thread(file.flush)
            async with self._places:
                looked = await _look(coming, kind)
            return await asyncio.to_thread(self._keep, coming, made, looked)
        finally:
            for left in (coming, made):
                left.unlink(missing_ok=True)

    def _keep(self, coming: Path, made: Path, looked: dict[str, Any]) -> StoredFile:
        original = _hash(coming)
        kept = made if made.exists() else coming
        sha256 = _hash(kept) if kept is made else original
        size = kept.stat().st_size
        _put(kept, sha256, self.folder)
        return StoredFile(
            sha256,
            looked["mime"],
            size,
            kind=looked["kind"],
            original=original,
            taken=looked["taken"],
        )


async def store_made(content: bytes, *, mime: str, folder: Path) -> StoredFile:
    """Writes a file that the bot made itself."""
    return await asyncio.to_thread(_store_made, content, mime, folder)


def _store_made(content: bytes, mime: str, folder: Path) -> StoredFile:
    with _open_temporary(folder) as file:
        file.write(content)
    sha256 = hashlib.sha256(content).hexdigest()
    _put(Path(file.name), sha256, folder)
    return StoredFile(sha256, mime, len(content))


async def store_file(file: Path, *, mime: str, folder: Path) -> StoredFile:
    """Takes a file that the bot made itself, however large, into the folder of files."""
    return await asyncio.to_thread(_store_file, file, mime, folder)


def _store_file(file: Path, mime: str, folder: Path) -> StoredFile:
    sha256, size = _hash(file), file.stat().st_size
    _put(file, sha256, folder)
    return StoredFile(sha256, mime, size)


def _put(file: Path, sha256: str, folder: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())
    target = folder / path_of(sha256)
    target.parent.mkdir(exist_ok=True)
    file.rename(target)


async def _look(path: Path, kind: str) -> dict[str, Any]:
    """Has a worker look at a file; raises BadInput with its reason, or when it was stopped."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-P", "-m", "documents.intake", str(path), kind),
        # Nothing of the bot's own environment: what is looked at may be hostile.
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(_LONGEST_LOOK):
            answer, _ = await process.communicate()
    except TimeoutError:
        raise BadInput("file-too-slow") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise BadInput("file-too-slow")
    found: dict[str, Any] = json.loads(answer)
    if "refused" in found:
        raise BadInput(found["refused"], **found["facts"])
    return found


async def _copy(chunks: AsyncIterator[bytes], file: BinaryIO) -> None:
    size = 0
    async for chunk in chunks:
        size += len(chunk)
        if size > LARGEST_FILE:
            raise too_large()
        await asyncio.to_thread(file.write, chunk)


def _open_temporary(folder: Path) -> BinaryIO:
    folder.mkdir(parents=True, exist_ok=True)
    return cast(
        "BinaryIO", tempfile.NamedTemporaryFile(dir=folder, prefix=".coming-", delete=False)
    )


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
