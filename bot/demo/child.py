"""The bot of the demo as a process of its own, so that it can be killed and started again."""

import asyncio
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

from bot.app import App
from bot.clock import utc_now
from bot.connections import Connections, count_room, raise_file_limit, trusting
from bot.demo.clock import DemoClock, note_moment, resume_clock
from bot.demo.director import Director
from bot.demo.prepare import open_database
from bot.demo.settings import demo_settings
from bot.demo.site import build_demo_site, page_address
from bot.demo.zalo import ZaloPhone
from bot.logs import set_up_logs
from bot.service import run_together, until_stopped
from bot.web_server import WebServer
from storage import Database, Unavailable

_NOTED_EVERY = 15.0


def main(folder: str, listening: str, watched: str) -> None:
    """Runs until stopped, or until the parent's end of the watched pipe is gone."""
    set_up_logs("console", level=30)
    asyncio.run(_run(Path(folder), socket.socket(fileno=int(listening)), int(watched)))


async def _run(folder: Path, listening: socket.socket, watched: int) -> None:
    settings = demo_settings(folder, public_url=page_address(listening))
    connections = Connections(
        most=count_room(raise_file_limit()), trusted=trusting(settings.trusted_proxy)
    )
    clock = await _resume(settings.database)
    app = App(settings, clock=clock, phones=[ZaloPhone])
    site, close = build_demo_site(app, await Director.take_over(app, clock))
    asyncio.get_running_loop().add_reader(watched, _stop)
    async with until_stopped(), asyncio.TaskGroup() as group:
        noting = group.create_task(_note_now_and_then(app.database, clock))
        await run_together(app, WebServer(site, connections), listening, close=close)
        noting.cancel()


async def _resume(url: str) -> DemoClock:
    database = open_database(url, real=utc_now)
    try:
        async with database.write() as unit:
            return await resume_clock(unit, real=utc_now)
    finally:
        await database.close()


async def _note_now_and_then(database: Database, clock: DemoClock) -> None:
    while True:
        await asyncio.sleep(_NOTED_EVERY)
        with suppress(Unavailable):
            async with database.write() as unit:
                await note_moment(unit, clock(), real=clock.real())


def _stop() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main(*sys.argv[1:])
