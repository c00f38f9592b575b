"""What a benchmark needs of the machine: processes, their cost, and a place for results."""

import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson
from rich.console import Console
from rich.table import Table

BUILD = Path("build") / "benchmarks"
_TICKS = os.sysconf("SC_CLK_TCK")

_LARGE = 100

Row = Mapping[str, object]


@dataclass(frozen=True)
class Cost:
    """What a process has used so far: seconds of CPU, megabytes of memory now and at most."""

    cpu: float
    memory: float
    peak: float


def cost_of(pid: int) -> Cost:
    """Returns what a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    status = Path(f"/proc/{pid}/status").read_text()
    sizes = dict(line.split(":", 1) for line in status.splitlines())
    now, peak = (int(sizes[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
    return Cost((int(fields[11]) + int(fields[12])) / _TICKS, now, peak)


def cost_of_self() -> Cost:
    """Returns what this process has used."""
    return cost_of(os.getpid())


def forget_peak() -> None:
    """Lets the most memory that this process had be counted from now on."""
    Path("/proc/self/clear_refs").write_text("5")


def load() -> str:
    """Returns how many programs wanted a core over the last minute, and the cores there are."""
    return f"{os.getloadavg()[0]:.1f} of {os.cpu_count()}"


def describe_machine() -> str:
    """Returns processor, cores, memory, system and Python in one line."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((s.partition(":")[2].strip() for s in lines if s.startswith("model name")), "?")
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{model}, {os.cpu_count()} cores, {gigabytes:.0f} GB, {platform.system()},"
        f" Python {platform.python_version()}"
    )


def show(name: str, rows: Sequence[Row]) -> None:
    """Prints results as a table and keeps them as JSON under build/."""
    table = Table(title=name)
    for column in rows[0]:
        table.add_column(column)
    for row in rows:
        table.add_row(*(_shown(value) for value in row.values()))
    Console(width=200).print(table, describe_machine())
    BUILD.mkdir(parents=True, exist_ok=True)
    found = {"machine": describe_machine(), "at": datetime.now(UTC), "rows": rows}
    (BUILD / f"{name}.json").write_bytes(orjson.dumps(found, option=orjson.OPT_INDENT_2))


def percentile(values: Sequence[float], share: float) -> float:
    """Returns the value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else float("nan")


def fresh_folder(name: str) -> Path:
    """Returns a new folder under build/ for a bot's data."""
    folder = BUILD.absolute() / f"{name}-{datetime.now(UTC):%H%M%S%f}"
    (folder / "data").mkdir(parents=True)
    return folder


def progress(text: str) -> None:
    """Says on stderr what is going on."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201


def _shown(value: object) -> str:
    if not isinstance(value, float):
        return str(value)
    return f"{value:.3g}" if value < _LARGE else f"{value:.0f}"
