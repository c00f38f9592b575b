"""Work that would hold up the talks, done in a process of its own."""

import asyncio
import os
import signal
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

# What the process loads of which all others are copies: it does nothing else, and so holds no
# locks and no connections. To load it anew takes longer than most of the work.
LOADED = (
    "bot.exports",
    "bot.questionnaire_tasks",
    "bot.workbook_tasks",
    "digests.drawing",
    "documents.opening",
    "documents.reading",
    "documents.slips",
    "documents.tables.workbook",
    "documents.writing",
    "documents.answer_sheet",
    "documents.xlsform",
)
_COPIES = get_context("forkserver")
_COPIES.set_forkserver_preload(list(LOADED))


def open_process(prepare: Callable[[], None] | None = None) -> ProcessPoolExecutor:
    """Returns what works in one other process, which calls `prepare` first."""
    return ProcessPoolExecutor(1, mp_context=_COPIES, initializer=prepare)


async def run_apart(
    work: Callable[[*Ts], T],
    *arguments: *Ts,
    prepare: Callable[[], None] | None = None,
) -> T:
    """Returns what `work` returns in a process that ends with it.

    Raises what it raises, and BrokenProcessPool where it took the process with it.
    """
    workers = open_process(prepare)
    try:
        return await asyncio.get_running_loop().run_in_executor(workers, work, *arguments)
    finally:
        workers.shutdown(wait=False)


class CommandFailed(Exception):
    """A command ended badly, took too long, or is not there."""


async def run_command(command: Sequence[str], *, seconds: float, longest: int) -> str:
    """Returns the first characters that a command prints; raises CommandFailed where it fails.

    It runs in a session of its own with nothing of the bot's environment, and is ended with all
    that it started when its time is over.
    """
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=DEVNULL,
            env={"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"},
            start_new_session=True,
        )
    except OSError as missing:
        raise CommandFailed(f"{command[0]}: {missing.strerror}") from missing
    try:
        async with asyncio.timeout(seconds):
            printed, _ = await process.communicate()
    except TimeoutError:
        raise CommandFailed(f"{command[0]} took over {seconds:.0f} seconds") from None
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
    if process.returncode:
        raise CommandFailed(f"{command[0]} ended with {process.returncode}")
    return printed.decode("utf-8", errors="replace")[:longest]
