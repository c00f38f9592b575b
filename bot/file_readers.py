"""Programs of the operator's that read recordings and photos: a file in, its words out."""

import asyncio
import shlex
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

import structlog

from bot.apart import CommandFailed, run_command
from bot.downloads import path_of
from bot.task_worker import Work
from domain.policy import Policy
from operations.maintenance import files
from operations.reports.read_files import offer_words
from storage import Database
from storage.maintenance.tasks import Task

log = structlog.get_logger()

# What the name stands for: one block of text, in Vietnamese (package tesseract-ocr-vie).
TESSERACT = "tesseract {file} stdout -l vie --psm 6"
_NAMES = {"tesseract": TESSERACT}
_FILE = "{file}"
_SECONDS = 120.0
_LONGEST = 20_000


class FileReader(Protocol):
    """The port: whatever reads the words in a file."""

    async def read(self, file: Path) -> str:
        """Returns the words, "" where there are none; raises CommandFailed where it cannot."""
        ...


@dataclass(frozen=True)
class CommandReader:
    """Reads by a command, one file at a time, in a process apart with a time limit."""

    command: Sequence[str]
    seconds: float = _SECONDS
    _place: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))

    async def read(self, file: Path) -> str:
        """Returns what the command prints."""
        named = [part.replace(_FILE, str(file)) for part in self.command]
        given = named if any(_FILE in part for part in self.command) else [*named, str(file)]
        async with self._place:
            return await run_command(given, seconds=self.seconds, longest=_LONGEST)


def build_readers(commands: Mapping[str, str]) -> dict[str, FileReader]:
    """Returns the reader of each kind of file, by the commands of the settings."""
    return {
        kind: CommandReader(shlex.split(_NAMES.get(command.strip(), command)))
        for kind, command in commands.items()
    }


@dataclass(frozen=True, kw_only=True)
class ReadingWork:
    """Has what people sent read, and offers them the words."""

    database: Database
    readers: Mapping[str, FileReader]
    folder: Path
    policy: Policy
    clock: Callable[[], datetime]

    def work(self) -> Mapping[str, Work]:
        """Returns the work of the task pump."""
        return {files.READ: self.read}

    async def read(self, task: Task) -> None:
        """Reads one file; a reader that fails leaves it as it is."""
        attachment_id = task.payload["attachment_id"]
        async with self.database.read() as unit:
            file = await files.get(unit, attachment_id)
        reader = self.readers.get(file.kind)
        if reader is None or file.sha256 is None:
            return
        try:
            text = await reader.read(self.folder / path_of(file.sha256))
        except CommandFailed as failure:
            # The recording or photo itself is kept as ever; nobody waits for its words.
            log.warning("file not read", attachment_id=attachment_id, reason=str(failure))
            return
        async with self.database.write() as unit:
            await offer_words(unit, file, text, policy=self.policy, now=self.clock())


def missing_programs(commands: Mapping[str, str]) -> list[str]:
    """Returns the programs of reading commands that are not there."""
    programs = {shlex.split(_NAMES.get(each.strip(), each))[0] for each in commands.values()}
    return sorted(program for program in programs if shutil.which(program) is None)
