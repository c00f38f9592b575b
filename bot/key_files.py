"""Keys of the installation that lie in files, made when first asked for."""

import os
from collections.abc import Callable
from pathlib import Path


def load_key(file: Path, make: Callable[[], bytes]) -> bytes:
    """Returns the key in a file that only its owner reads; made by `make` if there is none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_bytes()
    with os.fdopen(handle, "wb") as new:
        new.write(make())
    return file.read_bytes()
