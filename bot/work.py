"""Runs the work of a command, once all that it needs is loaded."""

import asyncio
import gc
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


def load_undisturbed() -> None:
    """Stops the garbage collector until `wait`.

    What is loaded stays: it would walk through all of it again and again and find nothing.
    """
    gc.disable()


def wait(work: Coroutine[Any, Any, T]) -> T:
    """Returns what the work of a command gives."""
    gc.freeze()
    gc.enable()
    return asyncio.run(work)
