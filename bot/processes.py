"""The name of this process, and whether a named one of this machine still runs."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

_PROC = Path("/proc")


def name_process(random_bytes: Callable[[int], bytes]) -> str:
    """Returns a name that no other process has: machine, chance, start and number."""
    number = os.getpid()
    return f"{_machine()}:{random_bytes(6).hex()}:{_started(number)}:{number}"


def is_gone(name: str) -> bool:
    """True when the named process ran on this machine and is no more; False in doubt."""
    machine, _, rest = name.partition(":")
    _, _, rest = rest.partition(":")
    started, _, number = rest.partition(":")
    known = machine and machine == _machine() and number.isdigit()
    return bool(known) and _started(int(number)) != started


def _machine() -> str:
    """Returns what all processes share that see each other's numbers; "" where unknown.

    Containers of one machine have a name space of numbers each.
    """
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text().strip()
        space = (_PROC / "self/ns/pid").stat().st_ino
        return hashlib.sha256(f"{boot}.{space}".encode()).hexdigest()[:12]
    except OSError:
        return ""


def _started(number: int) -> str:
    """Returns when a process began, in ticks since the start of the machine; "" if none runs."""
    try:
        about = (_PROC / str(number) / "stat").read_text()
    except OSError:
        return ""
    # The name of the program, in brackets, may hold blanks; a dead one that nobody has waited
    # for has the state Z.
    state, *rest = about.rpartition(")")[2].split()
    return "" if state == "Z" else rest[18]
