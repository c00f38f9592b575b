"""Work that would hold up the talks, done in a process of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

# What the process loads of which all others are copies: it does nothing else, and so holds no
# locks and no connections. To load it anew takes longer than most of the work.
LOADED = (
    "bot.exports",
    "bot.workbook_tasks",
    "digests.drawing",
    "documents.opening",
    "documents.reading",
    "documents.slips",
    "documents.tables.workbook",
    "documents.writing",
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
