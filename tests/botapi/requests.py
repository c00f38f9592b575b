"""Reading calls as the real server does: query, JSON, form or multipart."""

from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import web

from tests.botapi.errors import ApiError, malformed
from tests.botapi.schema import Upload


async def read_call(request: web.BaseRequest) -> tuple[dict[str, Any], bool]:
    """The raw parameters and whether they came as a form (all values texts)."""
    query: dict[str, Any] = dict(request.query) if request.query_string else {}
    if not request.can_read_body:
        return query, True
    kind = request.content_type
    if kind == "application/json":
        return query | _json(await request.read()), bool(query)
    if kind == "multipart/form-data":
        return query | await _multipart(request), True
    if kind == "application/x-www-form-urlencoded":
        return query | _form(await request.read()), True
    if await request.read():
        raise malformed(f"content type {kind} is not understood")
    return query, True


def _json(body: bytes) -> dict[str, Any]:
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError as wrong:
        raise malformed("can't parse JSON object") from wrong
    if not isinstance(found, dict):
        raise malformed("object expected as JSON body")
    return found


def _form(body: bytes) -> dict[str, Any]:
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError as wrong:
        raise malformed("strings must be encoded in UTF-8") from wrong


async def _multipart(request: web.BaseRequest) -> dict[str, Any]:
    try:
        parts = await request.post()
    except web.HTTPRequestEntityTooLarge as large:
        raise ApiError(413, "Request Entity Too Large", fault=True) from large
    return {
        name: Upload(part.filename, part.content_type, part.file.read())
        if isinstance(part, web.FileField)
        else part
        for name, part in parts.items()
    }
