"""How a desk is mounted, and with what it works."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from documents.official.paper import Paper
from domain.files import StoredFile
from domain.policy import Policy
from operations.codes import RandomBytes
from storage import Database

# Draws a paper as a file of a kind, such as ".docx", as of a moment.
Draw = Callable[[Paper, str, datetime], Awaitable[bytes]]


class Keep(Protocol):
    """Writes a stream to disk; raises BadInput where the content is not of the kind."""

    async def __call__(self, chunks: AsyncIterator[bytes], *, kind: str) -> StoredFile:
        """Returns the file that was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings:
    """What a desk works with: the database, the house rules, the clock, the folder of files.

    `draw` makes documents, `keep` takes files that are sent; `hosts` are the names under which
    the desk answers. Pages are explained to onlookers in the language of `captions`, if any. Each
    place may have `sms_messages` in a month.
    """

    database: Database
    policy: Policy
    clock: Callable[[], datetime]
    random_bytes: RandomBytes
    files: Path
    draw: Draw
    keep: Keep
    hosts: Sequence[str]
    public_url: str = ""
    captions: str = ""
    sms_messages: int = 0

    @property
    def is_secure(self) -> bool:
        """True where the desk is reached by https."""
        return self.public_url.startswith("https://")
