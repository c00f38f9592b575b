"""Work that would hold up the talks, done in a process of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def open_process(prepare: Callable[[], None] | None = None) -> ProcessPoolExecutor:
    """Returns what works in one other process, which calls `prepare` first.

    It is a fresh interpreter: a copy of this one would take its locks and connections along.
    """
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=prepare)


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
