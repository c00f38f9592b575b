"""`sinhhoat` that counts its statements and commits, and writes them down on SIGUSR1."""

import os
import signal
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Engine, event

from bot.cli import main

_counted = {"statements": 0, "commits": 0, "asked": 0}


@event.listens_for(Engine, "before_cursor_execute")
def _statement(*_given: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own
    _counted["statements"] += 1


@event.listens_for(Engine, "commit")
def _commit(*_given: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own
    _counted["commits"] += 1


def _write(*_given: object) -> None:
    file = Path(os.environ["COUNTED"])
    _counted["asked"] += 1
    file.with_suffix(".new").write_bytes(orjson.dumps(_counted))
    file.with_suffix(".new").replace(file)


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, _write)
    main()
