"""The server as its own process: `python -m tests.botapi --port 8081 --control`."""

import argparse
import asyncio
import contextlib
import signal

from tests.botapi.server import BotApi


async def serve(arguments: argparse.Namespace) -> None:
    """Serves until told to stop; the first line printed is the address and the token."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with BotApi(
        port=arguments.port,
        control=arguments.control,
        latency=arguments.latency,
        limits=arguments.limits,
    ) as api:
        print(api.url, api.token, flush=True)  # noqa: T201
        await stop.wait()


def main() -> None:
    """Reads the options and serves."""
    options = argparse.ArgumentParser(prog="python -m tests.botapi", description=__doc__)
    options.add_argument("--port", type=int, default=0, help="0 takes a free one")
    options.add_argument("--control", action="store_true", help="serve /control/ for the driver")
    options.add_argument("--latency", type=float, default=0.0, help="seconds per call")
    options.add_argument("--limits", action="store_true", help="enforce Telegram's limits")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(options.parse_args()))


if __name__ == "__main__":
    main()
