"""Writes rows as JSON or CSV, and says when they are those that the reader has already."""

import csv
import hashlib
import io
from collections.abc import Mapping

import orjson
from starlette.requests import Request
from starlette.responses import Response

from documents.tables.text import machine_row
from operations.api.reading import Part

_HEADERS = {
    "Cache-Control": "private, no-cache",
    "Vary": "Accept, Accept-Encoding, Authorization",
}


def write_part(request: Request, part: Part, *, as_csv: bool, next_url: str | None) -> Response:
    """Returns the answer with some rows, empty (304) where the reader has the same."""
    body = _as_csv(part) if as_csv else _as_json(part, next_url)
    headers = dict(_HEADERS)
    if next_url is not None:
        headers["Link"] = f'<{next_url}>; rel="next"'
    mime = "text/csv; charset=utf-8; header=present" if as_csv else "application/json"
    return give(request, body, mime, headers)


def give(request: Request, body: bytes, mime: str, headers: Mapping[str, str]) -> Response:
    """Returns an answer that the reader may keep and ask after."""
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {**headers, "ETag": tag}
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=mime, headers=headers)


def _has(given: str, tag: str) -> bool:
    names = {name.strip().removeprefix("W/") for name in given.split(",")}
    return "*" in names or tag.removeprefix("W/") in names


def _as_json(part: Part, next_url: str | None) -> bytes:
    ids = [column.id for column in part.columns]
    content = {
        "data": [{name: row[name] for name in ids} for row in part.rows],
        "next": next_url,
        "as_of": part.as_of,
        "version": part.version,
    }
    return orjson.dumps(content)


def _as_csv(part: Part) -> bytes:
    """RFC 4180 in UTF-8, as the sheets for machines."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(column.id for column in part.columns)
    write = machine_row(part.columns)
    writer.writerows(write(row) for row in part.rows)
    return file.getvalue().encode()
