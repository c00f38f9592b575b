"""Runs the bot as a service: one lock, one schema, pumps and web server until told to stop."""

import asyncio
import gc
import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager, suppress

import structlog

from bot.app import App
from bot.calendars import read_calendar
from bot.clock import utc_now
from bot.connections import Connections, LoopWarnings, count_room, raise_file_limit, trusting
from bot.disks import mark_installed, require_sqlite_file
from bot.email import stop_routes
from bot.lock import only_one
from bot.settings import Settings
from bot.web_server import (
    WebServer,
    api_routes,
    build_site,
    calendar_routes,
    desk_routes,
    open_port,
    watch_routes,
)
from channels.web import PageSettings, WebChat
from operations.maintenance.health import list_reached_administrators
from operations.people.enrolling import find_body
from storage.migrate import migrate
from web.hosts import list_hosts

log = structlog.get_logger()

_COLLECTED_AFTER = 20_000


async def run_service(settings: Settings) -> None:
    """Runs until SIGTERM or SIGINT.

    Raises AlreadyRunning, DatabaseLost, AccountRejected, OSError (port) or a StorageError at the
    start.
    """
    handles = raise_file_limit()
    with ExitStack() as stack:
        if settings.database.startswith("sqlite"):
            stack.enter_context(only_one(settings.data_dir, settings.database_file))
        require_sqlite_file(settings)
        await migrate(settings.database, now=utc_now())
        mark_installed(settings)
        app = App(settings)
        await warn_of_nobody(app)
        async with app.database.read() as unit:
            today = app.policy.day_of(app.clock())
            body = await find_body(unit, body=app.policy.controller, day=today)
        hosts = list_hosts(public_url=settings.public_url, web_host=settings.web_host)
        chat = WebChat(
            app.web,
            PageSettings(
                hosts=hosts,
                public_url=settings.public_url,
                language=settings.language,
                now=app.clock,
                zone=app.policy.timezone,
                ways=app.telegram.list_ways,
                body=body,
                rings=app.page_rings(),
            ),
        )
        listening = open_port(settings.web_host, settings.web_port, move_on=True)
        routes = [
            *calendar_routes(
                read_calendar(
                    app.database,
                    policy=app.policy,
                    public_url=settings.public_url,
                    clock=app.clock,
                )
            ),
            *stop_routes(app.database, language=settings.language, clock=app.clock),
            *watch_routes(app.health, token=settings.metrics_token.get_secret_value()),
            *desk_routes(app.build_desk(hosts)),
            *api_routes(app.build_api(hosts)),
        ]
        server = WebServer(
            build_site([*app.messenger_routes(), *routes], chat),
            Connections(most=count_room(handles), trusted=trusting(settings.trusted_proxy)),
            trusted_proxy=settings.trusted_proxy,
        )
        host, port = listening.getsockname()[:2]
        log.info("started", page=f"http://{host}:{port}/", messengers=app.channels.names)
        # What is loaded by now stays: the collector need not walk through it again and again.
        gc.collect()
        gc.freeze()
        # Most of what an answer makes is gone with it, without the collector.
        gc.set_threshold(_COLLECTED_AFTER, 20, 20)
        async with until_stopped():
            await run_together(app, server, listening, close=chat.close)


async def warn_of_nobody(app: App) -> None:
    """Says in the log that faults would be told to nobody, where no administrator is reached."""
    async with app.database.read() as unit:
        if not await list_reached_administrators(unit, policy=app.policy, now=app.clock()):
            log.warning(
                "no administrator can be reached: nobody would be told of faults",
                mend="appoint one and hand out a code with `sinhhoat invite`",
            )


async def run_together(
    app: App, server: WebServer, listening: socket.socket, *, close: Callable[[], None]
) -> None:
    """Runs pumps and web server; both end together, `close` ends the open pages first."""
    asyncio.get_running_loop().set_exception_handler(LoopWarnings().handle)
    try:
        async with asyncio.TaskGroup() as group:
            pumps = group.create_task(app.run())
            serving = group.create_task(server.serve(sockets=[listening]))
            try:
                await asyncio.wait([pumps, serving], return_when=asyncio.FIRST_COMPLETED)
            finally:
                close()
                server.should_exit = True
                pumps.cancel()
    finally:
        await app.close()


@asynccontextmanager
async def until_stopped() -> AsyncIterator[None]:
    """Cancels the body at the first SIGTERM or SIGINT."""
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    stopped = False

    def on_signal() -> None:
        nonlocal stopped
        stopped = True
        if task is not None:
            task.cancel()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, on_signal)
    try:
        with suppress(asyncio.CancelledError):
            yield
        if not stopped and task is not None and task.cancelling():
            raise asyncio.CancelledError
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
