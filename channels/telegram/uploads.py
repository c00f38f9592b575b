"""Stored files made ready for Telegram: what is a photo, what a document, in which groups."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

import structlog
from telegram import InputFile, InputMediaDocument, InputMediaPhoto

from domain.files import HEAD, sniff

_log = structlog.get_logger(__name__)
_PHOTO_LIMIT = 10_000_000
_GROUP_LIMIT = 10
# What a file is called by where its own name says nothing.
_SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
    "audio/ogg": ".ogg",
    "audio/mpeg": ".mp3",
    "audio/aac": ".aac",
    "audio/amr": ".amr",
    "audio/wav": ".wav",
    "audio/webm": ".webm",
    "audio/mp4": ".m4a",
    "video/mp4": ".m4a",
}
_SORTS = {"image/jpeg": "photo", "image/png": "photo", "audio/ogg": "voice"}
_METHODS = {"photo": "sendPhoto", "voice": "sendVoice", "document": "sendDocument"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file read into memory: a "photo" to be shown, a "voice" to be heard, or a "document"."""

    name: str
    content: bytes
    sort: str

    @property
    def method(self) -> str:
        """Names the call that sends it alone."""
        return _METHODS[self.sort]

    def alone(self) -> dict[str, Any]:
        """Gives the parameter that carries it alone."""
        return {self.sort: InputFile(self.content, filename=self.name)}

    def grouped(self, caption: str = "") -> InputMediaPhoto | InputMediaDocument:
        """Gives it as a member of a media group."""
        media = InputFile(self.content, filename=self.name, attach=True)
        make = InputMediaPhoto if self.sort == "photo" else InputMediaDocument
        return make(media, caption=caption or None, parse_mode="HTML" if caption else None)


async def load_uploads(paths: Sequence[Path], names: Sequence[str] = ()) -> tuple[Upload, ...]:
    """Reads stored files without holding up the loop; a name given goes before the file's own.

    A file that is gone from the disk is left out.
    """
    named = zip_longest(paths, names[: len(paths)], fillvalue="")
    loaded = [await asyncio.to_thread(_load, Path(path), name) for path, name in named]
    return tuple(upload for upload in loaded if upload is not None)


def grouped(uploads: Sequence[Upload]) -> Iterator[tuple[Upload, ...]]:
    """Gives runs of up to ten photos or documents, as Telegram takes them; a voice goes alone."""
    for sort, run in groupby(uploads, key=lambda upload: upload.sort):
        members = tuple(run)
        most = 1 if sort == "voice" else _GROUP_LIMIT
        for first in range(0, len(members), most):
            yield members[first : first + most]


def _load(path: Path, given: str) -> Upload | None:
    try:
        content = path.read_bytes()
    except OSError as error:
        _log.warning("a stored file cannot be read", reason=str(error))
        return None
    mime = sniff(content[:HEAD]) or ""
    suffix = _SUFFIXES.get(mime, "")
    shown = Path(given or path.name)
    name = "".join(filter(str.isprintable, shown.name)) + ("" if shown.suffix else suffix)
    sort = _SORTS.get(mime, "document")
    is_heavy = sort == "photo" and len(content) > _PHOTO_LIMIT
    return Upload(name, content, "document" if is_heavy else sort)
