from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from bot.channels import Channels
from bot.downloads import path_of
from bot.personal_files import removal_work
from bot.web_backend import DatabaseWebBackend, Listeners
from bot.workbook_tasks import WorkbookTasks
from documents.reading import read_directory
from documents.writing import write_workbook
from domain.inbound import Address, FileRef, InboundKind
from domain.people import Role
from operations.maintenance.retention import REMOVE_FILES
from operations.workbook import Limits, chat, make_plan
from storage import Database
from storage.directory import chapters, directory_rows
from storage.maintenance import tasks
from storage.messages import attachments
from tests.codes import code_for, counting_bytes
from tests.directory import POLICY, Directory
from tests.handlers.office import Office, open_office
from tests.talks import Phone

# Each looks at a file in a process of its own: on one database that is slow enough.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

NEW = {
    "name": "Chi hội phụ nữ ấp La Ghi số 2",
    "id": "mới",
    "kind": "women",
    "area": "Ấp La Ghi",
    "member_count": 20,
    "start_time": "19:00",
    "place": "Nhà văn hóa",
}


@dataclass
class Messenger:
    """Hands out one file, as often as it is asked for."""

    content: bytes = b""
    fetched: int = 0
    name: str = field(default="telegram")

    def of(self, _address: Address) -> "Messenger":
        return self

    async def fetch(self, _file: FileRef) -> AsyncIterator[bytes]:
        self.fetched += 1
        yield self.content


@dataclass
class Desk:
    """A member of staff with a workbook, and the tasks that work on it."""

    office: Office
    phone: Phone
    folder: Path
    messenger: Messenger

    async def send(self, content: bytes, *, name: str = "danh-ba.xlsx") -> None:
        self.messenger.content = content
        file = FileRef(file_id="f1", name=name, size=len(content))
        await self.phone.send(InboundKind.FILE, file=file)
        await self.run_tasks()

    async def send_rows(self, rows: dict[str, list[dict[str, Any]]]) -> None:
        file = self.folder / "made.xlsx"
        write_workbook(file, rows)
        await self.send(file.read_bytes())

    async def run_tasks(self) -> None:
        work = WorkbookTasks(
            self.office.database,
            cast("Channels", self.messenger),
            folder=self.folder,
            policy=POLICY,
            clock=lambda: self.office.town.now,
        ).work()
        async with self.office.database.write() as unit:
            now = self.office.town.now
            claimed = await tasks.claim(unit, now=now, until=now, limit=10)
        for task in claimed:
            if task.kind in work:
                await work[task.kind](task)
                async with self.office.database.write() as unit:
                    await tasks.finish(unit, task.id, now=now)
        await self.office.town.run()

    async def chapter_names(self) -> list[str]:
        async with self.office.database.read() as unit:
            found = await chapters.list_of_area(unit, self.office.commune.other_hamlet.id)
        return [chapter.name for chapter in found]


@pytest.fixture
async def desk(database: Database, tmp_path: Path) -> Desk:
    office = await open_office(database)
    return Desk(office, await office.enrol(office.commune.staff), tmp_path, Messenger())


async def test_a_workbook_is_shown_first_and_brought_in_at_a_word(desk: Desk) -> None:
    await desk.send_rows({"chapters": [NEW]})
    assert "Đơn vị: thêm 1, đổi 0, kết thúc 0" in desk.phone.last
    assert NEW["name"] not in await desk.chapter_names()
    await desk.phone.press("Ghi vào danh bạ")
    await desk.run_tasks()
    assert "thêm 1" in desk.phone.last
    assert NEW["name"] in await desk.chapter_names()
    await desk.phone.press("Ghi vào danh bạ")
    await desk.run_tasks()
    assert (await desk.chapter_names()).count(str(NEW["name"])) == 1


async def test_a_dropped_workbook_changes_nothing(desk: Desk) -> None:
    await desk.send_rows({"chapters": [NEW]})
    await desk.phone.press("Bỏ, không ghi")
    assert "danh bạ giữ nguyên" in desk.phone.last
    await desk.phone.press("Ghi vào danh bạ")
    assert "đã được xem xong" in desk.phone.see()
    assert NEW["name"] not in await desk.chapter_names()


async def test_faults_and_bad_files_are_answered_in_words(desk: Desk) -> None:
    await desk.send_rows({"chapters": [NEW | {"area": "Ấp Không Có"}]})
    assert "Đơn vị!D2 “Ấp Không Có”: không có địa bàn tên này" in desk.phone.last
    assert "Ghi vào danh bạ" not in desk.phone.buttons
    await desk.send(b"%PDF-1.7", name="bao-cao.xlsx")
    assert "không phải bảng tính" in desk.phone.last


async def test_only_staff_may_send_a_workbook(desk: Desk) -> None:
    leader = await desk.office.enrol(desk.office.commune.leader)
    file = FileRef(file_id="f1", name="danh-ba.xlsx", size=10)
    await leader.send(InboundKind.FILE, file=file)
    assert "chưa được ghi vào đâu" in leader.last
    async with desk.office.database.write() as unit:
        waiting = await tasks.claim(
            unit, now=desk.office.town.now, until=desk.office.town.now, limit=10
        )
    assert chat.LOOK not in [task.kind for task in waiting]


async def test_nobody_brings_in_what_another_sent(desk: Desk) -> None:
    async with desk.office.database.write() as unit:
        make = Directory(unit)
        other = await make.person("Lâm Thị Hoa")
        await make.post(other, Role.STAFF, area=desk.office.commune.commune)
    phone = await desk.office.enrol(other)
    await desk.send_rows({"chapters": [NEW]})
    shown = desk.phone.from_bot[-1]
    key = next(choice.key for choice in (shown.prompt.choices if shown.prompt else ()))
    await phone.send(
        InboundKind.CHOICE,
        prompt_id=shown.prompt.id if shown.prompt else "",
        choice=key,
        press_id="p",
        message_id=shown.id,
    )
    await desk.run_tasks()
    assert NEW["name"] not in await desk.chapter_names()


async def test_the_command_says_what_to_send(desk: Desk) -> None:
    await desk.phone.say("/danhba")
    assert "gửi tệp danh bạ (.xlsx, .xls, .ods hoặc .csv)" in desk.phone.last


CSV = (
    "Tên;Mã số;Loại hình;Địa bàn;Số thành viên;Giờ họp;Địa điểm\r\n"
    f"{NEW['name']};mới;women;Ấp La Ghi;20;19:00;{{place}}\r\n"
)


async def test_one_sheet_is_brought_in_as_csv(desk: Desk) -> None:
    content = CSV.format(place="Nhà văn hóa").encode("utf-8-sig")
    await desk.send(content, name="chi-hoi.csv")
    assert "Đơn vị: thêm 1, đổi 0, kết thúc 0" in desk.phone.last
    await desk.phone.press("Ghi vào danh bạ")
    await desk.run_tasks()
    assert NEW["name"] in await desk.chapter_names()


async def test_a_csv_that_names_no_sheet_gets_one_clear_line(desk: Desk) -> None:
    await desk.send(b"a;b\n1;2\n", name="so-lieu.csv")
    assert "so-lieu" in desk.phone.last
    assert "Ghi vào danh bạ" not in desk.phone.buttons


async def test_a_workbook_that_bears_a_secrecy_mark_is_refused_and_not_kept(desk: Desk) -> None:
    await desk.send_rows({"chapters": [NEW | {"place": "Tối mật"}]})
    assert "mang dấu “Tối mật” nên không được nhận và đã bị xóa" in desk.phone.last
    (file,) = [path for path in desk.folder.rglob("*") if len(path.name) == 64]
    async with desk.office.database.write() as unit:
        now = desk.office.town.now
        (task,) = await tasks.claim(unit, now=now, until=now, limit=10)
    assert task.kind == REMOVE_FILES
    await removal_work(desk.office.database, folder=desk.folder)(task)
    assert not file.exists()


async def test_staff_take_their_part_of_the_directory_along_and_send_it_back(desk: Desk) -> None:
    async with desk.office.database.write() as unit:
        make = Directory(unit)
        province = await make.area("Tỉnh Vĩnh Long")
        await make.chapter("Chi hội tỉnh", province, desk.office.commune.kind)
        elsewhere = await make.person("Người ở tỉnh")
        await make.post(elsewhere, Role.STAFF, area=province)
    await desk.phone.say("/danhba")
    await desk.phone.press("Xuất danh bạ")
    assert "Tệp sẽ đến sau ít phút" in desk.phone.last
    await desk.run_tasks()
    assert "Danh bạ của địa bàn đồng chí phụ trách" in desk.phone.last
    shown = desk.phone.from_bot[-1].message.attachments
    async with desk.office.database.read() as unit:
        (file,) = (await attachments.find_many(unit, shown)).values()
        known = await directory_rows.load(unit)
    assert file.name == "Danh bạ 2026-11-05.xlsx"
    path = desk.folder / path_of(file.sha256 or "")
    book = read_directory(path)
    names = [row["name"] for row in book.tables["chapters"].rows]
    assert names == ["Chi hội phụ nữ ấp Cái Cối", "Chi hội phụ nữ ấp La Ghi"]
    assert "Người ở tỉnh" not in [row["name"] for row in book.tables["people"].rows]
    assert next(row["name"] for row in book.tables["areas"].rows) == "Xã Long Vĩnh"
    limits = Limits(frozenset({(desk.office.commune.commune.id, None)}))
    plan = make_plan(book, known, today=POLICY.day_of(desk.office.town.now), limits=limits)
    assert plan.is_empty
    assert plan.can_be_applied


async def test_only_staff_take_the_directory_along(desk: Desk) -> None:
    for person in (desk.office.commune.leader, desk.office.commune.cadre):
        phone = await desk.office.enrol(person)
        await phone.say("/danhba")
        assert "Xuất danh bạ" not in phone.buttons
        await phone.say("/danhba export")
        assert "không được phân công phụ trách" in phone.see()


async def test_the_web_page_takes_a_workbook_too(desk: Desk) -> None:
    office = desk.office
    page = office.town.phone(str(1000 + office.commune.staff), channel="web")
    code = await code_for(office.database, office.commune.staff, now=office.town.now)
    await page.say(f"/start {code}")
    backend = DatabaseWebBackend(
        office.database,
        policy=POLICY,
        clock=lambda: office.town.now,
        random_bytes=counting_bytes(9000),
        folder=desk.folder,
        listeners=Listeners(),
    )

    async def chunks() -> AsyncIterator[bytes]:
        yield CSV.format(place="Nhà văn hóa").encode()

    file = await backend.upload(page.address, name="chi-hoi.csv", mime="text/csv", chunks=chunks())
    await page.send(InboundKind.FILE, file=file)
    assert "Đã nhận tệp" in page.last
    await desk.run_tasks()
    assert "Đơn vị: thêm 1" in page.last
