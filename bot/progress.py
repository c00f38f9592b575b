"""Progress on stderr for commands that take longer than a second."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


@contextmanager
def counting(
    what: str, *, unit: str = "rows", total: int | None = None
) -> Iterator[Callable[[int], None]]:
    """Shows how much is done, as a bar where the `total` is known.

    Gives the function to call with each further amount.
    """
    bar = (BarColumn(),) if total is not None else (SpinnerColumn(),)
    columns = (*bar, TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        done = 0
        shown = progress.add_task(what, total=total)

        def more(amount: int) -> None:
            nonlocal done
            done += amount
            of = f"/{total}" if total is not None else ""
            progress.update(shown, completed=done, description=f"{what}: {done}{of} {unit}")

        yield more
