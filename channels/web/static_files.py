"""The page's own files, under an address that changes with their contents."""

import os
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from texts import label

STATIC = Path(__file__).parent / "static"
TEMPLATES = Path(__file__).parent / "templates"
_FRAMES = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
)
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


def compute_version() -> str:
    """Returns a short name for the present contents of the page's files."""
    digest = sha256()
    for file in sorted(STATIC.iterdir()):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def mount_static(version: str) -> Mount:
    """Returns the route that serves the page's files under this version."""
    return Mount(f"/static/{version}", _Files(directory=STATIC), name="static")


def load_template(name: str) -> Template:
    """Returns one of the page's HTML frames; what is put into it is escaped."""
    return _FRAMES.get_template(name)


def frame_fields(language: str, version: str, *, root: str = ".") -> dict[str, object]:
    """Returns what every frame is drawn with."""

    def word(key: str, /, **args: str) -> str:
        return label(f"web-{key}", language, **args)

    return {"language": language, "static": f"{root}/static/{version}", "word": word}


def list_modules() -> list[str]:
    """Returns the names of the chat's script files, so that a page can ask for them at once."""
    return sorted(file.name for file in STATIC.glob("*.js") if not file.name.startswith("demo"))
