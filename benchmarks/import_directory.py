"""How long a province's workbook takes: `python -m benchmarks.import_directory`.

Writes an invented province as a workbook, brings it in, and brings it in again.
"""

import argparse
import asyncio
import time
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.machine import Row, cost_of_self, fresh_folder, progress, show
from benchmarks.postgresql import postgresql
from benchmarks.taken import watched
from bot.sample.names import invent_names
from bot.workbook import bring_in, look_at
from documents.writing import write_workbook
from domain.policy import Policy
from storage import Database
from storage.ids import IdSource
from storage.migrate import migrate

SINCE = date(2025, 7, 1)
HAMLETS, CHAPTERS = 15, 6
# Rows that each commune brings: itself, hamlets, chapters, and for each a person and a post.
EACH = 1 + HAMLETS + HAMLETS * CHAPTERS * 3
KINDS = ("Chi bộ", "Chi đoàn", "Phụ nữ", "Nông dân", "Cựu chiến binh", "Mặt trận")
RULES = (
    "ngày 3",
    "thứ Bảy cuối tháng",
    "mùng 1 âm lịch",
    "ngày 5",
    "Chủ nhật đầu tháng",
    "ngày 25",
)


def province(communes: int) -> dict[str, Iterator[dict[str, Any]]]:
    """Returns the rows of a province with so many communes."""
    hamlets = [
        (f"Xã {number:03}", f"Ấp {place}")
        for number in range(communes)
        for place in range(HAMLETS)
    ]
    seats = [(commune, hamlet, kind) for commune, hamlet in hamlets for kind in range(CHAPTERS)]
    people = [
        (name, f"09{number:08}")
        for number, (name, _) in enumerate(zip(_names(), seats, strict=False))
    ]
    return {
        "areas": _areas(communes, hamlets),
        "kinds": (_kind(number) for number in range(CHAPTERS)),
        "chapters": (_chapter(*seat) for seat in seats),
        "people": ({"name": name, "phone": phone} for name, phone in people),
        "posts": (_post(seat, person) for seat, person in zip(seats, people, strict=True)),
    }


def _names() -> Iterator[str]:
    random = Random(784)  # noqa: S311 - invented names
    pool = invent_names(random, women=True)
    known = [next(pool) for _ in range(400)]
    while True:
        yield random.choice(known)


def _areas(communes: int, hamlets: list[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    yield {"name": "Tỉnh Mẫu", "level": "tỉnh", "valid_from": SINCE}
    for number in range(communes):
        yield {
            "name": f"Xã {number:03}",
            "level": "xã",
            "parent": "Tỉnh Mẫu",
            "valid_from": SINCE,
        }
    for commune, hamlet in hamlets:
        yield {"name": hamlet, "level": "ấp", "parent": commune, "valid_from": SINCE}


def _kind(number: int) -> dict[str, Any]:
    words = ("unit", "members", "regular", "leader", "deputy", "association")
    return {
        "code": f"kind_{number}",
        "name": KINDS[number],
        "frequency": 1,
        "rule": RULES[number],
        **dict.fromkeys(words, "chi hội"),
    }


def _chapter(commune: str, hamlet: str, kind: int) -> dict[str, Any]:
    return {
        "name": f"{KINDS[kind]} {hamlet}",
        "kind": KINDS[kind],
        "area": f"{commune} / {hamlet}",
        "member_count": 30,
        "rule": RULES[-1 - kind],
        "start_time": "19:00",
        "place": f"Nhà văn hóa {hamlet}",
        "valid_from": SINCE,
    }


def _post(seat: tuple[str, str, int], person: tuple[str, str]) -> dict[str, Any]:
    commune, hamlet, kind = seat
    return {
        "person": person[0],
        "phone": person[1],
        "role": "leader",
        "chapter": f"{KINDS[kind]} {hamlet}",
        "area": f"{commune} / {hamlet}",
        "kind": KINDS[kind],
        "valid_from": SINCE,
    }


async def measure(file: Path, url: str, rows: int, what: str) -> Row:
    """Brings a workbook in and returns what it took."""
    database = Database(url, new_id=IdSource(lambda: time.time_ns() // 1_000_000, node=1))
    now = datetime(2026, 11, 5, tzinfo=UTC)
    start = time.perf_counter()
    looked = await look_at(database, file, policy=Policy(), now=now)
    read = time.perf_counter()
    if not looked.plan.can_be_applied:
        raise SystemExit(f"the workbook has faults: {looked.plan.faults.listed[:5]}")
    with watched(database) as held:
        if not looked.plan.is_empty:
            await bring_in(database, looked, policy=Policy(), now=now, on_rows=lambda _rows: None)
    end = time.perf_counter()
    await database.close()
    return {
        "what": what,
        "rows": rows,
        "read and compare, s": read - start,
        "write, s": end - read,
        "in all, s": end - start,
        "longest transaction, ms": held.percentile(1),
        "memory at most, MB": cost_of_self().peak,
    }


async def main(rows: int, url: str) -> None:
    """Runs the benchmark."""
    communes = max(rows // EACH, 1)
    folder = fresh_folder("import")
    file = folder / "danh-ba.xlsx"
    progress(f"writing {communes * EACH} rows")
    write_workbook(file, province(communes))
    url = url or f"sqlite:///{folder / 'data' / 'sinhhoat.db'}"
    await migrate(url, now=datetime.now(UTC))
    progress(f"bringing in {file.stat().st_size / 1e6:.1f} MB")
    found = [await measure(file, url, communes * EACH, "first time")]
    found.append(await measure(file, url, communes * EACH, "again, nothing to do"))
    show("import_directory", found)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--postgresql", action="store_true", help="a server of its own")
    given = parser.parse_args()
    with postgresql() if given.postgresql else nullcontext("") as url:
        asyncio.run(main(given.rows, url))
