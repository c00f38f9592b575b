"""The bot as a copy of a process that has loaded it once: to start one anew takes seconds."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from bot.apart import LOADED

_LOADED = get_context("forkserver")
_LOADED.set_forkserver_preload([*LOADED, "api", "bot.cli", "bot.service", "bot.workbook", "desk"])


@dataclass
class BotCopy:
    """A command of `sinhhoat` with settings of its own; what it logs lies in `log`."""

    folder: Path
    settings: Mapping[str, str]
    arguments: tuple[str, ...] = ("run",)
    name: str = "bot"
    _process: BaseProcess | None = field(default=None, init=False)

    @property
    def log(self) -> str:
        return (self.folder / f"{self.name}.log").read_text()

    @property
    def pid(self) -> int:
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.is_alive()

    async def start(self) -> None:
        others = {name: value for name, value in os.environ.items() if "SINHHOAT" not in name}
        own = {f"SINHHOAT_{name}": value for name, value in self.settings.items()}
        self._process = _LOADED.Process(
            target=_become, args=(self.folder, self.name, self.arguments, {**others, **own})
        )
        self._process.start()

    async def kill(self) -> None:
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> None:
        if self.is_running:
            os.kill(self.pid, how)
            await self.wait()

    async def wait(self) -> int:
        """Waits for its end and gives its exit code."""
        assert self._process is not None
        ended, loop = asyncio.Event(), asyncio.get_running_loop()
        loop.add_reader(self._process.sentinel, ended.set)
        try:
            await ended.wait()
        finally:
            loop.remove_reader(self._process.sentinel)
        self._process.join()
        assert self._process.exitcode is not None
        return self._process.exitcode


def _become(
    folder: Path, name: str, arguments: tuple[str, ...], environment: Mapping[str, str]
) -> None:
    """Turns the copy into the command: its folder, settings and log, then its `main`."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    log = os.open(folder / f"{name}.log", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for stream in (1, 2):
        os.dup2(log, stream)
    sys.argv = ["sinhhoat", *arguments]
    from bot.cli import main  # noqa: PLC0415 - loaded before, in the process that was copied

    main()
