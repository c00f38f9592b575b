from io import BytesIO
from pathlib import Path

from docx import Document
from sqlalchemy import text

from bot.downloads import path_of
from bot.slip_sheets import sheet_work
from operations.cutting_off import cut_off
from operations.slip_sheets import MAKE_SHEET
from storage import Database, attachments, outbox, tasks
from storage.tasks import Task
from tests.codes import counting_bytes
from tests.directory import POLICY
from tests.handlers.office import Office, open_office


async def ask(office: Office) -> Task:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/donvi")
    await staff.press("In phiếu mời")
    await staff.press("Xã Long Vĩnh")
    async with office.database.write() as unit:
        now = office.town.now
        (task,) = await tasks.claim(unit, now=now, until=now, limit=5)
    assert task.kind == MAKE_SHEET
    return task


async def make(office: Office, task: Task, folder: Path) -> None:
    work = sheet_work(
        office.database,
        folder=folder,
        public_url="https://sinhhoat.example.vn",
        random_bytes=counting_bytes(7000),
        policy=POLICY,
        clock=lambda: office.town.now,
    )
    await work(task)


async def test_a_sheet_comes_into_the_chat_and_its_codes_work(
    database: Database, tmp_path: Path
) -> None:
    office = await open_office(database)
    task = await ask(office)
    await make(office, task, tmp_path)
    await office.town.run()
    staff = office.town.phone(str(1000 + office.commune.staff))
    (file_id,) = staff.from_bot[-1].message.attachments
    async with database.read() as unit:
        found = await attachments.find(unit, file_id)
        names = await attachments.names_of_documents(unit, [file_id])
    assert found is not None
    assert found.sha256 is not None
    assert names == {file_id: "Phiếu mời Xã Long Vĩnh.docx"}
    page = Document(BytesIO((tmp_path / path_of(found.sha256)).read_bytes()))
    first = page.tables[0].rows[0].cells[0].text.splitlines()
    assert first[0] == "Thạch Thị Lan"
    lan = office.town.phone("77")
    await lan.say(f"/start {first[2]}")
    await lan.press("Đồng ý")
    assert "Thạch Thị Lan" in lan.last


async def test_no_sheet_goes_to_an_account_that_was_cut_off(
    database: Database, tmp_path: Path
) -> None:
    office = await open_office(database)
    task = await ask(office)
    async with database.write() as unit:
        await cut_off(unit, office.commune.staff, by=None, policy=POLICY, now=office.town.now)
    await make(office, task, tmp_path)
    async with database.read() as unit:
        assert await outbox.count_pending(unit) == 0
        assert await unit.scalar(text("select count(*) from attachment")) == 0
