"""Progress on stderr for commands that take longer than a second."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


@contextmanager
def counting(what: str, *, unit: str = "rows") -> Iterator[Callable[[int], None]]:
    """Shows how much is done; gives the function to call with each further amount."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        done = 0
        shown = progress.add_task(what)

        def more(amount: int) -> None:
            nonlocal done
            done += amount
            progress.update(shown, description=f"{what}: {done} {unit}")

        yield more
