"""Links to stored files for messengers that show none: signed, for one file, for some days."""

import asyncio
import hashlib
import hmac
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.downloads import path_of
from bot.key_files import load_key
from domain.files import HEAD, sniff
from texts import label

# As long as documents are kept that the bot made for one person.
LASTS = timedelta(days=7)
_KEY_BYTES = 32
_HEX_SHA256 = 64
# The address is the key: it is to be kept nowhere on the way, and passed on to nobody.
_PRIVATE = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Content-Security-Policy": "sandbox; default-src 'none'",
}


def load_link_key(file: Path) -> bytes:
    """Returns the key that links are signed with, made when first asked for."""
    return load_key(file, lambda: os.urandom(_KEY_BYTES))


class FileLinks:
    """Makes links below `public_url` to files of a folder, and answers them until they end."""

    def __init__(
        self, key: bytes, *, public_url: str, folder: Path, clock: Callable[[], datetime]
    ) -> None:
        self._key = key
        self._public_url = public_url
        self._folder = folder
        self._clock = clock

    def link_to(self, file: Path, name: str) -> str:
        """Returns a link to a stored file under a name of its own."""
        # A name is one part of the address.
        name = name.replace("/", "-")
        ends = int((self._clock() + LASTS).timestamp())
        sign = self._sign(ends, file.name, name)
        return f"{self._public_url}/file/{ends}/{sign}/{file.name}/{quote(name, safe='')}"

    def routes(self) -> list[BaseRoute]:
        """Returns the path that the links lead to."""
        return [Route("/file/{ends:int}/{sign}/{sha256}/{name}", self._answer)]

    async def _answer(self, request: Request) -> Response:
        ends, sign, sha256, name = (
            request.path_params[part] for part in ("ends", "sign", "sha256", "name")
        )
        if not hmac.compare_digest(sign.encode(), self._sign(ends, sha256, name).encode()):
            return PlainTextResponse("", HTTPStatus.NOT_FOUND)
        if self._clock() >= datetime.fromtimestamp(ends, UTC):
            return _said("file-link-ended", HTTPStatus.GONE)
        file = self._folder / path_of(sha256)
        mime = await asyncio.to_thread(_look, file)
        if mime is None:
            return _said("file-link-gone", HTTPStatus.NOT_FOUND)
        shown = "inline" if mime.startswith("image/") else "attachment"
        return FileResponse(
            file,
            headers=_PRIVATE,
            media_type=mime,
            filename=name,
            content_disposition_type=shown,
        )

    def _sign(self, ends: int, sha256: str, name: str) -> str:
        signed = f"{ends}/{sha256}/{name}".encode("utf-8", "replace")
        return hmac.new(self._key, signed, hashlib.sha256).hexdigest()[: _HEX_SHA256 // 2]


def _look(file: Path) -> str | None:
    """Returns what a stored file is, None where it is no longer there."""
    try:
        with file.open("rb") as opened:
            return sniff(opened.read(HEAD)) or "application/octet-stream"
    except OSError:
        return None


def _said(key: str, status: HTTPStatus) -> Response:
    return PlainTextResponse(label(key, "vi"), status, headers=_PRIVATE)
