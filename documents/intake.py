"""Looks at one file that somebody sent, as a process of its own with limits of time and memory.

`python -m documents.intake FILE KIND` writes one line of JSON: what the file is, or why it is
refused. A picture is written anew beside it, as FILE.made.
"""

import json
import os
import re
import resource
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from documents.pictures import BadPicture, make_displayable
from documents.secrecy import Unreadable, find_marked
from domain.files import HEAD, MADE, OLD_OFFICE, TABLE, sniff
from domain.refusals import BadInput

_SECONDS = 8
_MEMORY = 1536 * 1024 * 1024
_LARGEST_MADE = 64 * 1024 * 1024
_OTHERWISE = {
    "photo": "file-not-a-photo",
    "voice": "file-not-a-voice",
    "document": "file-unreadable",
    "workbook": "workbook-bad-not-workbook",
    "table": "workbook-bad-not-workbook",
}
# Their reader judges what only calls itself a table; older workbooks are no zip files.
_ZIP = "application/zip"
_SHEETS = {"workbook": {_ZIP}, "table": {TABLE, OLD_OFFICE, _ZIP}}
_FILM_TRACK = re.compile(rb"hdlr.{8}vide|V_(?:VP|AV1|MPEG|THEORA)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file is: its kind by its content, its type, and when a picture was taken."""

    kind: str
    mime: str
    taken: str = ""


def look(path: Path, kind: str) -> Looked:
    """Returns what a file sent as a `kind` is; raises BadInput when it is not taken."""
    with path.open("rb") as file:
        mime = sniff(file.read(HEAD))
    if kind in _SHEETS:
        return _look_at_sheet(kind, mime)
    family = (mime or "").partition("/")[0]
    if family == "video" or mime == "audio/webm":
        family, mime = _film_or_sound(path, mime)
    if mime == OLD_OFFICE:
        raise BadInput("file-old-office")
    if family == "video":
        raise BadInput("file-film")
    found = {"image": "photo", "audio": "voice", "application": "document"}.get(family)
    if found is None or kind not in (found, "document"):
        raise BadInput(_OTHERWISE[kind])
    return _look_inside(path, found, str(mime))


def _look_at_sheet(kind: str, mime: str | None) -> Looked:
    mime = mime or (TABLE if kind == "table" else None)
    if mime is None or mime not in _SHEETS[kind]:
        raise BadInput(_OTHERWISE[kind])
    return Looked(kind, mime)


def _film_or_sound(path: Path, mime: str | None) -> tuple[str, str | None]:
    """Returns the family and type of a file that may hold either, by the tracks inside."""
    if _FILM_TRACK.search(path.read_bytes()):
        return "video", mime
    return "audio", "audio/mp4" if mime == "video/mp4" else mime


def _look_inside(path: Path, kind: str, mime: str) -> Looked:
    if kind == "photo":
        try:
            picture = make_displayable(path, path.with_name(path.name + MADE))
        except BadPicture as bad:
            raise BadInput(f"file-photo-{bad}") from bad
        return Looked(kind, picture.mime, picture.taken)
    if kind == "document":
        _refuse_secret(path.read_bytes())
    return Looked(kind, mime)


def _refuse_secret(content: bytes) -> None:
    """Raises BadInput for a document that bears a secrecy mark, or that cannot be looked at."""
    try:
        marked = find_marked(content)
    except Unreadable:
        raise BadInput("file-unreadable") from None
    if marked:
        mark = marked.mark.replace(" ", "_")
        raise BadInput("file-secret", mark=mark, place=marked.place, number=marked.number)


def main() -> None:
    """Looks at the file named on the command line, slowly where others want the processor."""
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_MADE, _LARGEST_MADE))
    os.nice(5)
    path, kind = sys.argv[1:]
    answer: dict[str, Any]
    try:
        answer = asdict(look(Path(path), kind))
    except BadInput as refusal:
        answer = {"refused": refusal.code, "facts": dict(refusal.facts)}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
