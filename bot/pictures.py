"""Draws the pictures of digests in a process of its own, which ends when it is idle."""

import asyncio
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import structlog

from bot.apart import open_process
from bot.downloads import store_made
from domain.files import StoredFile

log = structlog.get_logger()

MIME = "image/png"
_LONGEST, _IDLE = 30, 60


@dataclass(slots=True)
class PictureMaker:
    """Draws pictures one after another and keeps each as a file."""

    folder: Path
    _workers: ProcessPoolExecutor | None = field(default=None, init=False)
    _ending: asyncio.TimerHandle | None = field(default=None, init=False)

    async def draw(self, spec: dict[str, Any]) -> StoredFile | None:
        """Returns a picture on disk, None where it could not be drawn."""
        loop = asyncio.get_running_loop()
        if self._ending is not None:
            self._ending.cancel()
        if self._workers is None:
            self._workers = open_process()
        try:
            drawing = loop.run_in_executor(self._workers, _draw, spec)
            async with asyncio.timeout(_LONGEST):
                content = await drawing
        except (BrokenProcessPool, TimeoutError, ValueError, OSError) as error:
            log.warning("picture not drawn", reason=str(error) or type(error).__name__)
            self.end()
            return None
        self._ending = loop.call_later(_IDLE, self.end)
        return await store_made(content, mime=MIME, folder=self.folder)

    def end(self) -> None:
        """Ends the process, whatever it does."""
        workers, self._workers = self._workers, None
        if workers is not None:
            for process in workers._processes.values():
                process.kill()
            workers.shutdown(wait=False)


def _draw(spec: dict[str, Any]) -> bytes:
    from digests.drawing import draw_png  # noqa: PLC0415 - in the process that draws alone

    return draw_png(spec)
