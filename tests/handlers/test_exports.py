"""Staff ask for a sheet in the chat and get the file, made in another process."""

import asyncio
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import bot.exports
from bot.downloads import path_of
from bot.exports import ExportMaker
from domain.people import Role
from operations.exports.sending import EXPORT_SHEET
from operations.people.access_revocation import cut_off_by
from storage import Database
from storage.maintenance import tasks
from storage.maintenance.tasks import Task
from storage.messages import attachments
from storage.tables.directory import audit
from tests.directory import POLICY, Directory, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.operations.planned import send
from tests.talks import Phone

pytestmark = [
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
    pytest.mark.filterwarnings("ignore:.*extension is not supported"),
]
TO_THE_CARD = ("=/bang", "Báo cáo", "Tháng 11 năm 2026")


@pytest.fixture
async def office(database: Database) -> Office:
    office = await open_office(database, now=at(20))
    await send(database, office.commune.leader, office.meeting, held(present=27))
    return office


def maker(office: Office, folder: Path) -> ExportMaker:
    return ExportMaker(
        database=office.database,
        url=office.database.url.render_as_string(hide_password=False),
        folder=folder,
        policy=POLICY,
        clock=lambda: office.town.now,
    )


async def waiting(office: Office) -> Task:
    async with office.database.write() as unit:
        now = office.town.now
        (task,) = [
            task
            for task in await tasks.claim(unit, now=now, until=now, limit=9)
            if task.kind == EXPORT_SHEET
        ]
    return task


async def make(office: Office, folder: Path) -> None:
    """Does what waits for the task pump."""
    task = await waiting(office)
    await maker(office, folder).make(task)
    async with office.database.write() as unit:
        await tasks.finish(unit, task.id, now=office.town.now)
    await office.town.run()


async def last_file(office: Office, phone: Phone, folder: Path) -> tuple[str, bytes]:
    (file_id,) = phone.from_bot[-1].message.attachments
    async with office.database.read() as unit:
        found = await attachments.find(unit, file_id)
    assert found is not None
    assert found.sha256 is not None
    return found.name, (folder / path_of(found.sha256)).read_bytes()


def list_left(folder: Path) -> list[str]:
    """What is no file yet, or never became one."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


async def test_a_sheet_comes_into_the_chat_and_is_noted_in_the_journal(
    office: Office, tmp_path: Path
) -> None:
    staff = await office.enrol(office.commune.staff)
    await go(staff, *TO_THE_CARD)
    assert "Báo cáo, Xã Long Vĩnh, tháng 11 năm 2026." in staff.last
    await go(staff, "Tệp Excel", "Bảng đã yêu cầu")
    assert "Báo cáo, tháng 11 năm 2026: đang lập" in staff.last
    await make(office, tmp_path)
    assert "Bảng “Báo cáo”, 1 dòng. Tệp được giữ 7 ngày." in staff.last
    name, content = await last_file(office, staff, tmp_path)
    assert name == "bao-cao-2026-11.xlsx"
    rows = load_workbook(BytesIO(content))["Báo cáo"]
    assert rows.cell(3, 3).value == "Chi hội phụ nữ ấp Cái Cối"
    await go(staff, "=/bang", "Bảng đã yêu cầu")
    assert "Báo cáo, tháng 11 năm 2026: đã gửi, 1 dòng" in staff.last
    async with office.database.read() as unit:
        (entry,) = await unit.all(audit.select().where(audit.c.action == "sheet.taken"))
    assert entry.person_id == office.commune.staff
    assert entry.area_id == office.commune.commune.id
    assert entry.after == {"sheet": "reports", "span": "2026-11", "file": "xlsx", "rows": 1}
    await go(staff, "=/nhatky")
    assert "nhận bảng số liệu" in staff.last
    assert list_left(tmp_path) == []


async def test_text_is_for_people_or_for_machines(office: Office, tmp_path: Path) -> None:
    staff = await office.enrol(office.commune.staff)
    for button, head in (
        ("Tệp CSV", "\ufeffSố báo cáo;Mã đơn vị;"),
        ("CSV cho phần mềm khác", "number,chapter_id,"),
    ):
        await go(staff, *TO_THE_CARD, button)
        await make(office, tmp_path)
        name, content = await last_file(office, staff, tmp_path)
        assert name.endswith(".csv")
        assert content.decode("utf-8").startswith(head)


async def test_only_staff_readers_and_administrators_take_sheets(office: Office) -> None:
    async with office.database.write() as unit:
        make_one = Directory(unit)
        reader, neighbour = await make_one.person("Lý Đọc"), await make_one.person("Lý Xóm")
        await make_one.post(reader, Role.READER, area=office.commune.commune)
        await make_one.post(neighbour, Role.STAFF, area=await make_one.area("Xã Đông Hải"))
    place = office.commune.commune.id
    for person in (office.commune.leader, office.commune.cadre):
        phone = await office.enrol(person)
        for words in ("/bang", f"/bang xreports.2026-11.{place}"):
            await phone.say(words)
            assert "không được phân công phụ trách địa bàn" in phone.last
    phone = await office.enrol(neighbour)
    await phone.say(f"/bang xreports.2026-11.{place}")
    assert "Không tìm thấy" in phone.last
    phone = await office.enrol(reader)
    await phone.say("/bang")
    assert "Người và nhiệm vụ" not in phone.buttons
    await phone.say(f"/bang xposts.2026-11.{place}")
    assert "không được phân công phụ trách địa bàn" in phone.last


async def test_odd_input_gets_a_sentence_and_queues_nothing(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    for words in ("/bang x", "/bang sreports.7", "/bang preports.2026-Q9", "bảng số liệu"):
        await staff.say(words)
        assert staff.last
    await staff.say(f"/bang xreports.2027-01.{office.commune.commune.id}")
    assert "chưa bắt đầu" in staff.last
    async with office.database.write() as unit:
        now = office.town.now
        found = await tasks.claim(unit, now=now, until=now, limit=9)
    assert not [task for task in found if task.kind == EXPORT_SHEET]


async def test_a_right_that_is_gone_meanwhile_gets_no_file(office: Office, tmp_path: Path) -> None:
    staff = await office.enrol(office.commune.staff)
    await go(staff, *TO_THE_CARD, "Tệp Excel")
    async with office.database.write() as unit:
        await cut_off_by(unit, office.commune.staff, by=None, now=office.town.now)
    before = len(staff.from_bot)
    await make(office, tmp_path)
    assert len(staff.from_bot) == before


async def test_a_process_that_dies_is_tried_again_and_then_told(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dies(*_: Any, **__: Any) -> int:
        raise BrokenProcessPool

    monkeypatch.setattr(bot.exports, "run_apart", dies)
    staff = await office.enrol(office.commune.staff)
    await go(staff, *TO_THE_CARD, "Tệp Excel")
    task = await waiting(office)
    with pytest.raises(BrokenProcessPool):
        await maker(office, tmp_path).make(task)
    await maker(office, tmp_path).make(replace(task, tries=2))
    await office.town.run()
    assert "Chưa lập được bảng “Báo cáo”" in staff.last
    assert "Không có gì thay đổi" in staff.last
    async with office.database.read() as unit:
        assert not await unit.all(audit.select().where(audit.c.action == "sheet.taken"))


async def test_a_long_sheet_says_how_far_it_is(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = asyncio.Event()

    async def slow(_: Callable[..., int], order: Any, **__: Any) -> int:
        order.progress.write_text("40 100")
        await asyncio.wait_for(seen.wait(), 60)
        order.file.write_text("x")
        return 100

    monkeypatch.setattr(bot.exports, "run_apart", slow)
    monkeypatch.setattr(bot.exports, "_LOOK", 0.01)
    staff = await office.enrol(office.commune.staff)
    await go(staff, *TO_THE_CARD, "Tệp Excel")
    task = await waiting(office)
    making = asyncio.create_task(maker(office, tmp_path).make(task))
    async with asyncio.timeout(60):
        while True:
            async with office.database.read() as unit:
                found = await tasks.find(unit, task.id)
            if found and found.payload.get("rows") == 40:
                break
            await asyncio.sleep(0.01)
    await go(staff, "Bảng đã yêu cầu")
    assert "đang lập, 40/100 dòng" in staff.last
    seen.set()
    await making
    await office.town.run()
    assert "100 dòng" in staff.last
