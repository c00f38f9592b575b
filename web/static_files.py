"""A page's own files, under an address that changes with their contents, and its frames."""

import os
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

# Phones on bad networks fetch each file once; a new version has a new address.
_FOREVER = "public, max-age=31536000, immutable"


class _Files(StaticFiles):
    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = _FOREVER
        return response


def compute_version(folder: Path) -> str:
    """Returns a short name for the present contents of a folder of files."""
    digest = sha256()
    for file in sorted(folder.iterdir()):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def mount_static(folder: Path, version: str) -> Mount:
    """Returns the route that serves a page's files under this version."""
    return Mount(f"/static/{version}", _Files(directory=folder), name="static")


def open_frames(folder: Path) -> Environment:
    """Returns the HTML frames of a folder; what is put into them is escaped."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
