"""Stored files as Zalo can show them: pictures by their address, everything else as a link."""

import asyncio
import mimetypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from domain.files import HEAD, sniff

# Gives a stored file an address under a name.
LinkTo = Callable[[Path, str], str]

_PICTURES = ("image/jpeg", "image/png")


@dataclass(frozen=True, slots=True)
class Linked:
    """A file with its name and address; a picture is shown by Zalo itself."""

    name: str
    url: str
    is_picture: bool

    @property
    def line(self) -> str:
        """The file as a line of text."""
        return f"{self.name}:\n{self.url}"


async def link_files(
    paths: Sequence[Path], names: Sequence[str], link_to: LinkTo
) -> tuple[Linked, ...]:
    """Returns stored files with addresses; one that is gone from the disk is left out."""
    named = zip_longest(paths, names[: len(paths)], fillvalue="")
    found = [await asyncio.to_thread(_link, Path(path), name, link_to) for path, name in named]
    return tuple(linked for linked in found if linked is not None)


def _link(path: Path, given: str, link_to: LinkTo) -> Linked | None:
    try:
        with path.open("rb") as file:
            mime = sniff(file.read(HEAD)) or ""
    except OSError:
        return None
    ending = "" if Path(given).suffix else mimetypes.guess_extension(mime) or ""
    name = f"{given or path.name[:8]}{ending}"
    return Linked(name, link_to(path, name), mime in _PICTURES)
