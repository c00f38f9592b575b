"""The table of facts and reactions as the reference shows it; run as a module it prints it."""

import inspect
from collections.abc import Iterator
from pathlib import Path

from operations import facts
from operations.reactions import REACTIONS

PAGE = Path(__file__).parent.parent.parent / "docs" / "reference" / "reactions.md"


def list_facts() -> set[type]:
    """Every fact there is, whether anything follows from it or not."""
    return {
        fact
        for _, fact in inspect.getmembers(facts, inspect.isclass)
        if fact.__module__ == facts.__name__
    }


def render_reactions() -> str:
    return "\n".join(["| fact | what follows, in this order |", "| --- | --- |", *_lines()])


def _lines() -> Iterator[str]:
    for fact, reactions in REACTIONS.items():
        followed = ", ".join(
            f"`{react.__module__.removeprefix('operations.')}.{react.__name__}`"
            for react in reactions
        )
        yield f"| `{fact.__name__}` | {followed} |"


if __name__ == "__main__":
    print(render_reactions())  # noqa: T201 - what it is for
