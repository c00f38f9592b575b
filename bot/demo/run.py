"""Runs the demo: prepares its folder, then keeps one bot alive behind one open port."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from bot.clock import utc_now
from bot.demo.prepare import prepare
from bot.demo.settings import HOST, demo_settings
from bot.lock import only_one
from bot.web_server import open_port

_ROOT = Path(__file__).resolve().parents[2]
_TOO_SHORT = 5.0
_TRIES = 3


def run_demo(
    folder: Path, *, port: int | None, fresh: bool = False, say: Callable[[str], None]
) -> None:
    """Serves the demo on this machine until SIGTERM or Ctrl-C; `say` is told where.

    Without a port it is that of the settings. A busy port is answered by the next free one.
    Raises AlreadyRunning if the folder is in use, OSError without a free port or if the bot
    does not stay alive.
    """
    folder = folder.resolve()
    port = demo_settings(folder).web_port if port is None else port
    with (
        only_one(folder),
        open_port(HOST, port, move_on=True) as listening,
        _stopping() as stopped,
    ):
        prepare(folder, fresh=fresh, real=utc_now)
        taken = listening.getsockname()[1]
        if port not in (0, taken):
            say(f"Port {port} is in use, so the demo listens on {taken}.")
        say(f"Open http://{HOST}:{taken}/demo/ (Ctrl-C stops)")
        _keep_alive(folder, listening, stopped)


def _keep_alive(folder: Path, listening: socket.socket, stopped: Callable[[], bool]) -> None:
    """Starts the bot again whenever it dies; the port stays open meanwhile."""
    failures = 0
    with _pipe() as watched:
        while not stopped():
            begun = time.monotonic()
            code = _run_once(folder, listening.fileno(), watched, stopped)
            if stopped():
                return
            quick = time.monotonic() - begun < _TOO_SHORT and code != -signal.SIGKILL
            failures = failures + 1 if quick else 0
            if failures >= _TRIES:
                raise ChildProcessError(f"the demo's bot does not start (exit code {code})")


def _run_once(folder: Path, port: int, watched: int, stopped: Callable[[], bool]) -> int:
    command = [sys.executable, "-m", "bot.demo.child", str(folder), str(port), str(watched)]
    with subprocess.Popen(command, cwd=_ROOT, pass_fds=(port, watched)) as bot:  # noqa: S603 - ourselves
        while True:
            try:
                return bot.wait(timeout=0.2)
            except subprocess.TimeoutExpired:
                if stopped():
                    bot.terminate()
                    return bot.wait()


@contextmanager
def _stopping() -> Iterator[Callable[[], bool]]:
    """Gives a function that is true after the first SIGTERM or SIGINT."""
    told: list[int] = []

    def on_signal(number: int, _frame: FrameType | None) -> None:
        told.append(number)

    before = {
        literal: signal.signal(literal, on_signal) for literal in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield lambda: bool(told)
    finally:
        for signals, handler in before.items():
            signal.signal(signals, handler)


@contextmanager
def _pipe() -> Iterator[int]:
    """Gives the end of a pipe that closes when this process is gone, however it went."""
    watched, kept = os.pipe()
    try:
        yield watched
    finally:
        os.close(kept)
        os.close(watched)
