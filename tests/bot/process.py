"""The bot as its own process, started and killed as an operator and a power cut would."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

COMMAND = (sys.executable, "-c", "from bot.cli import main; main()")
ROOT = Path(__file__).parents[2]


@dataclass
class BotProcess:
    """`sinhhoat run` with settings of its own; what it logs lies in `log`."""

    folder: Path
    settings: Mapping[str, str]
    command: tuple[str, ...] = (*COMMAND, "run")
    name: str = "bot"
    _process: asyncio.subprocess.Process | None = field(default=None, init=False)

    @property
    def log(self) -> str:
        return (self.folder / f"{self.name}.log").read_text()

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        # Without byte code kept, every start would compile everything anew.
        kept = {
            name: value
            for name, value in os.environ.items()
            if "SINHHOAT" not in name and name != "PYTHONDONTWRITEBYTECODE"
        }
        # The way to the module that sets the played clock.
        inherited = filter(None, [os.environ.get("PYTHONPATH", "")])
        own = {f"SINHHOAT_{name}": value for name, value in self.settings.items()}
        with (self.folder / f"{self.name}.log").open("a") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self.command,
                cwd=self.folder,
                env={**kept, **own, "PYTHONPATH": os.pathsep.join((str(ROOT), *inherited))},
                stdout=log,
                stderr=log,
            )

    async def kill(self) -> None:
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(how)
            await self._process.wait()

    async def wait(self) -> int:
        assert self._process is not None
        return await self._process.wait()


def settings_for(
    folder: Path, *, database_url: str, api_url: str, token: str, web_port: int = 0
) -> dict[str, str]:
    """Production defaults, with this database and this Bot API server."""
    return {
        "DATA_DIR": str(folder / "data"),
        "DATABASE_URL": database_url,
        "TELEGRAM_TOKEN": token,
        "TELEGRAM_API_URL": api_url,
        "WEB_PORT": str(web_port),
    }
