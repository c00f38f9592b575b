"""Stored files made ready for Telegram: what is a photo, what a document, in which groups."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

from telegram import InputFile, InputMediaDocument, InputMediaPhoto

_PHOTO_LIMIT = 10_000_000
_GROUP_LIMIT = 10
_SIGNATURES = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file read into memory; photos are shown, documents offered."""

    name: str
    content: bytes
    is_photo: bool

    @property
    def method(self) -> str:
        """Names the call that sends it alone."""
        return "sendPhoto" if self.is_photo else "sendDocument"

    def alone(self) -> dict[str, Any]:
        """Gives the parameter that carries it alone."""
        field = "photo" if self.is_photo else "document"
        return {field: InputFile(self.content, filename=self.name)}

    def grouped(self, caption: str = "") -> InputMediaPhoto | InputMediaDocument:
        """Gives it as a member of a media group."""
        media = InputFile(self.content, filename=self.name, attach=True)
        make = InputMediaPhoto if self.is_photo else InputMediaDocument
        return make(media, caption=caption or None, parse_mode="HTML" if caption else None)


async def load_uploads(paths: Sequence[Path], names: Sequence[str] = ()) -> tuple[Upload, ...]:
    """Reads stored files without holding up the loop; a name given goes before the file's own."""
    named = zip_longest(paths, names[: len(paths)], fillvalue="")
    return tuple([await asyncio.to_thread(_load, Path(path), name) for path, name in named])


def grouped(uploads: Sequence[Upload]) -> Iterator[tuple[Upload, ...]]:
    """Gives runs of up to ten photos or documents, as Telegram takes them together."""
    for _, run in groupby(uploads, key=lambda upload: upload.is_photo):
        members = tuple(run)
        for first in range(0, len(members), _GROUP_LIMIT):
            yield members[first : first + _GROUP_LIMIT]


def _load(path: Path, given: str) -> Upload:
    content = path.read_bytes()
    suffix = next((s for start, s in _SIGNATURES.items() if content.startswith(start)), "")
    shown = Path(given or path.name)
    name = "".join(filter(str.isprintable, shown.name)) + ("" if shown.suffix else suffix)
    return Upload(name, content, bool(suffix) and len(content) <= _PHOTO_LIMIT)
