from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from sqlalchemy import text

from bot.downloads import path_of
from bot.settings import load_settings
from bot.slip_files import find_bot
from bot.slip_sheets import SheetMaker
from documents.slips import render_slips
from domain.inbound import Address
from domain.people import Role
from domain.quota import Quota
from operations.people import slip_sheets
from operations.people.access_revocation import cut_off_by
from operations.people.slip_sheets import MAKE_SHEET, SheetOrder, draw_up_sheets, list_uninvited
from storage import Database
from storage.maintenance import tasks
from storage.maintenance.tasks import Task
from storage.messages import addresses, attachments, outbox, talks
from tests.botapi import BotApi
from tests.codes import counting_bytes
from tests.directory import POLICY, Directory, posts_of
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


async def make(
    office: Office,
    task: Task,
    folder: Path,
    *,
    public_url: str = "https://sinhhoat.example.vn",
    bot: str = "sinhhoat_bot",
) -> None:
    sheets = SheetMaker(
        database=office.database,
        folder=folder,
        public_url=public_url,
        find_bot=lambda: bot,
        zalo={},
        zalo_quota=Quota(people=1),
        random_bytes=counting_bytes(7000),
        policy=POLICY,
        clock=lambda: office.town.now,
    )
    await sheets.make(task)


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
    assert first[:2] == ["PHIẾU MỜI, Xã Long Vĩnh", "Thạch Thị Lan"]
    lan = office.town.phone("77")
    await lan.say(f"/start {first[3]}")
    await lan.press("Đồng ý")
    assert "Thạch Thị Lan" in lan.last


async def test_who_is_on_a_sheet_is_whom_one_may_invite(database: Database) -> None:
    office = await open_office(database)
    commune = office.commune
    async with database.write() as unit:
        make = Directory(unit)
        officer, administrator = await make.person("Lâm Thị Hoa"), await make.person("Sơn Út")
        await make.post(officer, Role.STAFF, area=commune.hamlet)
        await make.post(administrator, Role.ADMINISTRATOR, area=commune.commune)
        # Who leads a chapter here and works for the place above is not theirs to invite.
        await make.post(commune.deputy, Role.STAFF, area=commune.commune)

    async def invited(by: int | None) -> list[str]:
        posts = await posts_of(database, by) if by else None
        async with database.read() as unit:
            area_id = commune.commune.id
            found = await list_uninvited(unit, posts, area_id, today=date(2026, 11, 5))
        return [invitee.person.name for invitee in found]

    low, cadre = "Thạch Thị Lan", "Lê Văn Sáu"
    assert await invited(commune.staff) == [low, cadre]
    assert await invited(officer) == [low, cadre]
    everybody = [low, "Trần Thị Bé", "Ngô Văn Tám", "Sơn Út", cadre, "Lâm Thị Hoa"]
    assert await invited(administrator) == everybody
    assert await invited(None) == everybody


async def test_a_slip_names_the_post_of_whoever_it_is_for(database: Database) -> None:
    office = await open_office(database)
    async with database.read() as unit:
        (sheet,) = await draw_up_sheets(
            unit,
            None,
            SheetOrder(area_id=office.commune.commune.id, by=None, language="vi", public_url=""),
            random_bytes=counting_bytes(7000),
            policy=POLICY,
            now=office.town.now,
        )
    assert [slip.title for slip in sheet.slips] == [
        "Chi hội trưởng, Chi hội phụ nữ ấp Cái Cối",
        "Chi hội phó, Chi hội phụ nữ ấp Cái Cối",
        "Cán bộ tổng hợp xã Long Vĩnh",
        "Cán bộ phụ trách ấp Cái Cối",
    ]


async def test_no_sheet_goes_to_an_account_that_was_cut_off(
    database: Database, tmp_path: Path
) -> None:
    office = await open_office(database)
    task = await ask(office)
    async with database.write() as unit:
        await cut_off_by(unit, office.commune.staff, by=None, now=office.town.now)
    await make(office, task, tmp_path)
    async with database.read() as unit:
        assert await outbox.count_pending(unit) == 0
        assert await unit.scalar(text("select count(*) from attachment")) == 0


async def test_nobody_is_left_out_however_many_there_are(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slip_sheets, "_IN_A_FILE", 2)
    office = await open_office(database)
    task = await ask(office)
    async with database.write() as unit:
        make_one = Directory(unit)
        for number in range(3):
            person = await make_one.person(f"Kim Thị {'ABC'[number]}")
            await make_one.post(person, Role.CADRE, area=office.commune.hamlet)
    await make(office, task, tmp_path)
    await office.town.run()
    staff = office.town.phone(str(1000 + office.commune.staff))
    sent = [attachment for bubble in staff.from_bot for attachment in bubble.message.attachments]
    async with database.read() as unit:
        names = (await attachments.names_of_documents(unit, sent)).values()
        codes = await unit.scalar(text("select count(*) from invitation where used_at is null"))
    assert list(names) == [f"Phiếu mời Xã Long Vĩnh ({number}).docx" for number in (1, 2, 3)]
    assert codes >= 6


async def slip_of(office: Office, folder: Path, **of: str) -> tuple[str, str]:
    """Both halves of the first slip that is made."""
    task = await ask(office)
    await make(office, task, folder, **of)
    await office.town.run()
    staff = office.town.phone(str(1000 + office.commune.staff))
    (file_id,) = staff.from_bot[-1].message.attachments
    async with office.database.read() as unit:
        found = await attachments.find(unit, file_id)
    assert found is not None
    assert found.sha256 is not None
    page = Document(BytesIO((folder / path_of(found.sha256)).read_bytes()))
    left, right = page.tables[0].rows[0].cells
    return left.text, right.text


async def test_without_a_page_a_slip_names_the_bot(database: Database, tmp_path: Path) -> None:
    left, right = await slip_of(await open_office(database), tmp_path, public_url="")
    assert "quét mã vuông" in left
    assert "tìm @sinhhoat_bot" in right


async def test_where_there_is_a_page_a_slip_names_that_alone(
    database: Database, tmp_path: Path
) -> None:
    _, right = await slip_of(await open_office(database), tmp_path)
    assert "mở sinhhoat.example.vn/enter" in right
    assert "@" not in right


async def test_where_no_bot_has_answered_yet_a_slip_says_whom_to_ask(
    database: Database, tmp_path: Path
) -> None:
    left, right = await slip_of(await open_office(database), tmp_path, public_url="", bot="")
    assert "theo hướng dẫn của cán bộ" in left
    assert right == ""


async def test_the_command_line_asks_telegram_for_the_bot_s_name(tmp_path: Path) -> None:
    async with BotApi() as api:
        settings = load_settings(
            _env_file=None,
            data_dir=tmp_path,
            telegram_token={"old": "7:gone", "main": api.token},
            telegram_api_url=api.url,
        )
        assert await find_bot(settings) == "sinhhoat_test_bot"


async def test_a_slip_leads_to_an_account_on_zalo_that_has_room(database: Database) -> None:
    office = await open_office(database)
    links = {name: f"https://bot.zaloplatforms.com/bots/{name}" for name in ("east", "west")}
    order = SheetOrder(
        area_id=office.commune.commune.id,
        by=None,
        language="vi",
        public_url="https://sinhhoat.example.vn",
        zalo=links,
        zalo_quota=Quota(people=1),
    )

    async def led_to() -> set[str]:
        async with database.read() as unit:
            (sheet,) = await draw_up_sheets(
                unit,
                None,
                order,
                random_bytes=counting_bytes(7000),
                policy=POLICY,
                now=office.town.now,
            )
        page = Document(BytesIO(render_slips(sheet.slips, heading="x", language="vi")))
        assert "Zalo: quét mã này" in page.tables[0].rows[0].cells[1].text
        return {slip.zalo for slip in sheet.slips}

    assert await led_to() == {links["east"]}
    here = Address("zalo", "east", "z1", "z1")
    async with database.write() as unit:
        known = (await addresses.ensure(unit, {here: (False, "")}, now=office.town.now))[here]
        person = office.commune.staff
        talk = await talks.of_person(unit, person)
        await addresses.bind(unit, known.id, person_id=person, conversation_id=talk)
    assert await led_to() == {links["west"]}
