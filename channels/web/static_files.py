"""The chat page's own files and frames."""

from pathlib import Path

from jinja2 import Template

from texts import label
from web.static_files import open_frames

STATIC = Path(__file__).parent / "static"
TEMPLATES = Path(__file__).parent / "templates"
_FRAMES = open_frames(TEMPLATES)


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
    apart = ("demo.js", "worker.js")
    return sorted(file.name for file in STATIC.glob("*.js") if file.name not in apart)
