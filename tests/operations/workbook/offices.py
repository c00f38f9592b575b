"""A directory that workbooks are brought into, and the words for doing so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from documents.reading import read_directory
from documents.writing import write_workbook
from operations.workbook import (
    Applied,
    Limits,
    Plan,
    apply_import,
    export_rows,
    make_plan,
    stage_import,
    try_reforms,
)
from storage import Database
from storage.directory import directory_rows
from tests.directory import POLICY, at

TODAY = date(2026, 11, 5)
Rows = dict[str, Sequence[dict[str, Any]]]

AREAS = [
    {"name": "Xã Long Vĩnh", "level": "xã"},
    {"name": "Ấp Cái Cối", "level": "ấp", "parent": "Xã Long Vĩnh"},
]
KINDS = [
    {
        "code": "phu_nu",
        "name": "Chi hội phụ nữ",
        "association": "Hội Liên hiệp Phụ nữ",
        "unit": "chi hội",
        "members": "hội viên",
        "regular": "định kỳ",
        "leader": "chi hội trưởng",
        "deputy": "chi hội phó",
        "frequency": 1,
        "rule": "ngày 5",
    }
]
CHAPTER = {
    "name": "Chi hội phụ nữ ấp Cái Cối",
    "kind": "Chi hội phụ nữ",
    "area": "Ấp Cái Cối",
    "member_count": 32,
    "start_time": "19:00",
    "place": "Nhà văn hóa ấp",
}
LAN = {"name": "Thạch Thị Lan", "phone": "0900000123"}
LEADS = {
    "person": "Thạch Thị Lan",
    "phone": "0900000123",
    "role": "leader",
    "chapter": "Chi hội phụ nữ ấp Cái Cối",
}
WHOLE: Rows = {
    "areas": AREAS,
    "kinds": KINDS,
    "chapters": [CHAPTER],
    "people": [LAN],
    "posts": [LEADS],
    "holidays": [{"day": date(2026, 4, 14), "name": "Chôl Chnăm Thmây", "area": "Xã Long Vĩnh"}],
    "channels": [{"channel": "telegram", "chat": "-100", "title": "Xã", "area": "Xã Long Vĩnh"}],
}


@dataclass(frozen=True)
class Office:
    """Brings workbooks into a database by way of real files."""

    database: Database
    file: Path

    async def plan(
        self, rows: Rows, *, limits: Limits | None = None, accept: bool = False
    ) -> Plan:
        write_workbook(self.file, rows)
        return await self.plan_file(limits=limits, accept=accept)

    async def plan_file(self, *, limits: Limits | None = None, accept: bool = False) -> Plan:
        async with self.database.read() as unit:
            known = await directory_rows.load(unit)
        book = read_directory(self.file)
        plan = make_plan(book, known, today=TODAY, limits=limits, accepts_doubtful=accept)
        async with self.database.write() as unit:
            await try_reforms(unit, plan, posts=None, policy=POLICY, now=at(5))
        return plan

    async def stage(self, plan: Plan, *, by: int | None = None) -> int:
        async with self.database.read() as unit:
            fingerprint = directory_rows.fingerprint(await directory_rows.load(unit))
        return await stage_import(
            self.database.write, plan, fingerprint=fingerprint, person_id=by, now=at(5)
        )

    async def apply(self, import_id: int, *, now: datetime | None = None) -> Applied:
        return await apply_import(
            self.database.read, self.database.write, import_id, policy=POLICY, now=now or at(5)
        )

    async def bring_in(self, rows: Rows, *, accept: bool = False) -> Plan:
        plan = await self.plan(rows, accept=accept)
        assert plan.can_be_applied, (plan.faults.listed, plan.doubts)
        await self.apply(await self.stage(plan))
        return plan

    async def export(self, language: str = "vi") -> None:
        async with self.database.read() as unit:
            known = await directory_rows.load(unit)
        write_workbook(self.file, export_rows(known, today=TODAY), language=language)

    async def rows(self, sheet: str) -> list[Any]:
        async with self.database.read() as unit:
            return list((await directory_rows.load(unit))[sheet])


def wrong(plan: Plan) -> list[tuple[str, str]]:
    return [(f"{fault.sheet}!{fault.cell}", fault.code) for fault in plan.faults.listed]
