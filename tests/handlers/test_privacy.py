from pathlib import Path

import orjson
import pytest

from bot.personal_files import personal_data_work, removal_work
from domain.message import Message
from domain.people import Role
from domain.refusals import NotAllowed
from operations.keeping.retention import REMOVE_FILES
from operations.people.erasing import erase_person
from operations.people.privacy import PERSONAL_DATA
from operations.speech import enqueue_notices, notice
from storage import Database, Unit
from storage.keeping import audit, tasks
from storage.keeping.backup import dump_rows
from storage.keeping.tasks import Task
from storage.messages import addresses
from storage.people import people
from tests.directory import POLICY, Directory, at, held, posts_of
from tests.handlers.office import Office, open_office
from tests.operations.planned import send
from tests.talks import Phone

NAME, PHONE = "Thạch Thị Lan", "0912345678"


@pytest.fixture
async def office(database: Database) -> Office:
    """The leader has a phone number and has sent a report that names her."""
    office = await open_office(database, now=at(7))
    async with database.write() as unit:
        await people.correct(unit, office.commune.leader, name=NAME, phone=PHONE)
    await send(database, office.commune.leader, office.meeting, held(chair=NAME))
    return office


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return tmp_path / "files"


def list_files(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


async def everything(database_url: str) -> str:
    found = []
    async for table, rows in dump_rows(database_url):
        found += [f"{table} {row.decode()}" for row in rows]
    return "\n".join(found)


async def due_tasks(office: Office, kind: str) -> list[Task]:
    async with office.database.write() as unit:
        now = office.town.now
        claimed = await tasks.claim(unit, now=now, until=now, limit=10)
    return [one for one in claimed if one.kind == kind]


async def test_people_see_what_is_kept_about_them(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("dữ liệu của tôi")
    assert f"Họ tên: {NAME}" in leader.last
    assert f"Số điện thoại: {PHONE}" in leader.last
    assert "báo cáo đã gửi: 1" in leader.last
    assert "Chi hội trưởng Chi hội phụ nữ ấp Cái Cối" in leader.last


async def test_people_get_their_data_as_a_file_that_can_be_read(
    office: Office, files: Path
) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/dulieu")
    await leader.press("Nhận tệp dữ liệu")
    (task,) = await due_tasks(office, PERSONAL_DATA)
    work = personal_data_work(office.database, folder=files, clock=lambda: office.town.now)
    await work(task)
    await office.town.run()
    (shown,) = [one for one in leader.from_bot if one.message.attachments]
    assert "toàn bộ dữ liệu" in shown.text
    (file,) = list_files(files)
    data = orjson.loads(file.read_bytes())
    assert data["person"][0]["name"] == NAME
    assert data["reports"][0]["chapter"] == "Chi hội phụ nữ ấp Cái Cối"
    assert data["posts"][0]["title"] == "Chi hội trưởng Chi hội phụ nữ ấp Cái Cối"
    assert PHONE in file.read_text("utf-8")


async def test_no_file_goes_to_an_account_that_was_cut_off(office: Office, files: Path) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/dulieu")
    await leader.press("Nhận tệp dữ liệu")
    await leader.say("/rutdongy")
    await leader.press("Rút lại sự đồng ý")
    (task,) = await due_tasks(office, PERSONAL_DATA)
    work = personal_data_work(office.database, folder=files, clock=lambda: office.town.now)
    await work(task)
    assert not list_files(files)


async def test_people_correct_their_name_and_phone(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/dulieu")
    await leader.press("Sửa họ tên")
    await leader.say("12345")
    assert "chưa hiểu họ tên" in leader.see()
    await leader.say("  Thạch  Thị Lành ")
    assert "Họ tên: Thạch Thị Lành" in leader.last
    await leader.press("Sửa số điện thoại")
    await leader.say("15/05/1975")
    assert "Chưa đọc được số điện thoại" in leader.see()
    await leader.say("84 987 654 321")
    assert "Số điện thoại: 0987654321" in leader.last
    staff = await office.enrol(office.commune.staff)
    await staff.say("/nhatky")
    assert f"Tên: {NAME} → Thạch Thị Lành" in staff.last


async def test_who_withdraws_is_a_stranger_and_the_post_stays(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    phones = [await office.enrol(office.commune.leader)]
    phones.append(await office.enrol(office.commune.leader, channel="zalo"))
    await phones[0].say("/baocao")
    await phones[0].say("/rutdongy")
    assert "mọi tài khoản của đồng chí bị ngắt" in phones[0].last
    await phones[0].press("Rút lại sự đồng ý")
    assert "Đã rút lại sự đồng ý" in phones[0].last
    assert "đã rút lại sự đồng ý" in staff.last
    for phone in phones:
        await phone.say("/menu")
        assert NAME not in phone.last
    async with office.database.read() as unit:
        assert await addresses.of_person(unit, office.commune.leader) == []
    held_posts = await posts_of(office.database, office.commune.leader)
    assert [one.valid_to for one in held_posts] == [None]
    back = await office.enrol(office.commune.leader)
    assert NAME in back.see()


async def ask_erasure(office: Office) -> Phone:
    leader = await office.enrol(office.commune.leader)
    await leader.send_photo()
    await leader.say("Tôi là Thạch Thị Lan, số 0912345678")
    await leader.say("/dulieu")
    await leader.press("Đề nghị xóa dữ liệu")
    await leader.press("Đề nghị xóa")
    assert "trả lời đồng chí chậm nhất ngày 27/11/2026" in leader.last
    return leader


async def test_after_an_erasure_no_table_has_the_name_or_the_phone(
    office: Office, database_url: str
) -> None:
    staff = await office.enrol(office.commune.staff)
    async with office.database.write() as unit:
        await tell_of(unit, office)
    await ask_erasure(office)
    assert f"{NAME} (Chi hội trưởng Chi hội phụ nữ ấp Cái Cối) đề nghị xóa" in staff.last
    assert NAME in await everything(database_url)
    await staff.press("Xem đề nghị")
    await staff.press("Xóa dữ liệu")
    assert "chỉ còn là “Chi hội trưởng Chi hội phụ nữ ấp Cái Cối”" in staff.last
    kept = await everything(database_url)
    chat = f'"{1000 + office.commune.leader}"'
    for word in (NAME, "thach thi lan", PHONE, chat):
        assert [line for line in kept.splitlines() if word in line] == []
    await staff.say("/tonghop")
    await staff.press("Đã báo cáo")
    await staff.press("Chi hội phụ nữ ấp Cái Cối – đúng hạn")
    assert "28" in staff.last


async def tell_of(unit: Unit, office: Office) -> None:
    """Somebody else has a message and the journal a line that name her."""
    here = (await addresses.preferred(unit, [office.commune.staff]))[office.commune.staff]
    row = notice(unit, here, Message(text=f"{NAME}, {PHONE}"), dedupe_key="about her")
    await enqueue_notices(unit, [row], now=at(7))
    audit.add_later(
        unit,
        person_id=office.commune.staff,
        action="person.changed",
        subject=f"person:{office.commune.leader}",
        now=at(7),
        before={"name": "Lan"},
        after={"name": NAME, "phones": [PHONE]},
    )


async def test_an_erased_account_is_a_stranger_without_a_history(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    leader = await ask_erasure(office)
    await staff.press("Xem đề nghị")
    await staff.press("Xóa dữ liệu")
    shown = len(leader.from_bot)
    await leader.say("/menu")
    assert all(NAME not in one.text for one in leader.from_bot[shown:])
    held_posts = await posts_of(office.database, office.commune.leader)
    assert not any(one.holds_on(at(7).date()) for one in held_posts)


async def test_a_namesake_elsewhere_keeps_their_name(office: Office, database_url: str) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.person(NAME)
        await make.post(other, Role.LEADER, chapter=office.commune.other_chapter)
        audit.add_later(
            unit,
            person_id=other,
            action="chapter.changed",
            subject=f"chapter:{office.commune.other_chapter}",
            now=at(7),
            after={"chair": NAME},
        )
    async with office.database.write() as unit:
        await erase_person(unit, office.commune.leader, by=None, policy=POLICY, now=at(7))
    kept = [line for line in (await everything(database_url)).splitlines() if NAME in line]
    assert sorted(line.split()[0] for line in kept) == ["audit", "person"]


async def test_who_refuses_says_so_to_the_person(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    leader = await ask_erasure(office)
    await staff.press("Xem đề nghị")
    await staff.press("Không xóa")
    assert "chưa đồng ý xóa" in leader.last
    await staff.press("Xem đề nghị")
    assert "đã được giải quyết" in staff.see()


async def test_a_second_request_says_that_the_first_is_noted(office: Office) -> None:
    leader = await ask_erasure(office)
    await leader.say("/dulieu")
    await leader.press("Đề nghị xóa dữ liệu")
    await leader.press("Đề nghị xóa")
    assert "đã được ghi" in leader.see()


async def test_nobody_erases_a_person_out_of_their_reach(office: Office) -> None:
    async with office.database.write() as unit:
        cadre = (await people.persons(unit, [office.commune.cadre]))[office.commune.cadre]
        with pytest.raises(NotAllowed):
            await erase_person(unit, office.commune.leader, by=cadre, policy=POLICY, now=at(7))


async def test_unused_files_of_an_erased_person_leave_the_disk(
    office: Office, files: Path
) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/dulieu")
    await leader.press("Nhận tệp dữ liệu")
    (task,) = await due_tasks(office, PERSONAL_DATA)
    work = personal_data_work(office.database, folder=files, clock=lambda: office.town.now)
    await work(task)
    assert list_files(files)
    async with office.database.write() as unit:
        await erase_person(
            unit, office.commune.leader, by=None, policy=POLICY, now=office.town.now
        )
    for removal in await due_tasks(office, REMOVE_FILES):
        await removal_work(office.database, folder=files)(removal)
    assert not list_files(files)
