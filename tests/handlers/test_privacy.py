from pathlib import Path

import orjson
import pytest
from sqlalchemy import JSON, Connection, MetaData, Text, cast, select

from bot.backup import restore_backup, write_backup
from bot.erasures import LIST, listing_work, repeat_after_restore
from bot.personal_files import personal_data_work, removal_work
from bot.settings import Settings
from domain.inbound import Address
from domain.message import Message
from domain.people import Role
from domain.refusals import NotAllowed
from operations.maintenance.retention import REMOVE_FILES
from operations.people.erasing import LIST_ERASURES, erase_person
from operations.people.privacy import PERSONAL_DATA
from operations.replies import enqueue_notices, notice
from storage import Database, UnitOfWork
from storage.maintenance import audit, tasks
from storage.maintenance.tasks import Task
from storage.messages import addresses
from storage.people import people
from storage.tables.programmes import chapter_event
from tests.directory import POLICY, Directory, at, held, posts_of
from tests.handlers.office import Office, open_office
from tests.kept import all_rows
from tests.operations.planned import send
from tests.storage.test_migrations import opened
from tests.talks import Phone
from texts import plain

NAME, PHONE = "Thạch Thị Lan", "0912345678"
# The name and its key for searching stand in the row of the person.
OWN_NAME_AND_KEY = 2


def count_escapes(connection: Connection) -> int:
    """How many stored JSON values write a letter as an escape."""
    there = MetaData()
    there.reflect(connection)
    found = 0
    for table in there.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, JSON):
                stored = connection.execute(select(cast(column, Text))).scalars()
                found += sum("\\u" in (text or "") for text in stored)
    return found


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
    return [path for path in folder.rglob("*") if path.is_file()]


async def everything(database_url: str) -> str:
    kept = await all_rows(database_url)
    return "\n".join(f"{table} {row.decode()}" for table, rows in kept.items() for row in rows)


async def due_tasks(office: Office, kind: str) -> list[Task]:
    async with office.database.write() as unit:
        now = office.town.now
        claimed = await tasks.claim(unit, now=now, until=now, limit=10)
    return [task for task in claimed if task.kind == kind]


async def test_people_see_what_is_kept_about_them(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("dữ liệu của tôi")
    assert f"Họ tên: {NAME}" in leader.last
    assert f"Số điện thoại: {PHONE}" in leader.last
    assert "Báo cáo đã gửi: 1" in leader.last
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
    (shown,) = [bubble for bubble in leader.from_bot if bubble.message.attachments]
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


async def test_people_correct_their_phone_and_the_office_confirms_a_name(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    staff = await office.enrol(office.commune.staff)
    await leader.say("/dulieu")
    await leader.press("Sửa họ tên")
    await leader.say("12345")
    assert "chưa hiểu họ tên" in leader.see()
    for no_name in ("Lành", "https://example.vn Lành", "<b>Lành</b> Thạch", "Thạch, Lành"):
        await leader.say(no_name)
        assert "đủ họ và tên" in leader.from_bot[-1].text
    await leader.say("  Thạch  Thị Lành ")
    assert f"Họ tên: {NAME} (đề nghị sửa thành “Thạch Thị Lành”, chờ xác nhận)" in leader.last
    assert "đề nghị sửa họ tên thành Thạch Thị Lành (tự ghi)" in plain(staff.last)
    await leader.press("Sửa số điện thoại")
    await leader.say("15/05/1975")
    assert "Hệ thống chưa hiểu số điện thoại" in leader.see()
    await leader.say("84 987 654 321")
    assert "Số điện thoại: 0987654321" in leader.last
    assert "đã tự sửa số điện thoại thành 0987654321" in staff.last
    await staff.press("Xem đề nghị")
    await staff.press("Xác nhận tên mới")
    assert "đã xác nhận họ tên mới của đồng chí: Thạch Thị Lành" in leader.last
    await leader.say("/dulieu")
    assert "Họ tên: Thạch Thị Lành\n" in leader.last
    await staff.say("/nhatky")
    assert f"Tên: {NAME} → Thạch Thị Lành" in staff.last


async def test_a_name_that_the_office_does_not_confirm_is_never_shown(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    staff = await office.enrol(office.commune.staff)
    await leader.say("/dulieu")
    await leader.press("Sửa họ tên")
    await leader.say("Ngô Văn Tám")
    await staff.press("Xem đề nghị")
    await staff.press("Giữ tên cũ")
    assert "chưa xác nhận họ tên “Ngô Văn Tám”" in leader.last
    await leader.say("/dulieu")
    assert f"Họ tên: {NAME}\n" in leader.last
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/start")
    await cadre.press_key(f"privacy.A{office.commune.leader}")
    assert "không thuộc phạm vi" in cadre.see()


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
    assert [post.valid_to for post in held_posts] == [None]
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


async def tell_of(unit: UnitOfWork, office: Office) -> None:
    """Somebody else has a message and the journal a line that name her."""
    here = (await addresses.preferred(unit, [office.commune.staff]))[office.commune.staff]
    row = notice(unit, here, Message(text=f"{NAME}, {PHONE}"), dedupe_key="about her")
    await enqueue_notices(unit, [row], now=at(7))
    audit.add_later(
        unit,
        audit.Entry(
            person_id=office.commune.staff,
            action="person.changed",
            subject=f"person:{office.commune.leader}",
            before={"name": "Lan"},
            after={"name": NAME, "phones": [PHONE]},
        ),
        now=at(7),
    )


async def test_an_erased_account_is_a_stranger_without_a_history(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    leader = await ask_erasure(office)
    await staff.press("Xem đề nghị")
    await staff.press("Xóa dữ liệu")
    shown = len(leader.from_bot)
    await leader.say("/menu")
    assert all(NAME not in bubble.text for bubble in leader.from_bot[shown:])
    held_posts = await posts_of(office.database, office.commune.leader)
    assert not any(post.holds_on(at(7).date()) for post in held_posts)


async def test_a_namesake_elsewhere_keeps_their_name(office: Office, database_url: str) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.person(NAME)
        await make.post(other, Role.LEADER, chapter=office.commune.other_chapter)
        audit.add_later(
            unit,
            audit.Entry(
                person_id=other,
                action="chapter.changed",
                subject=f"chapter:{office.commune.other_chapter}",
                after={"chair": NAME},
            ),
            now=at(7),
        )
    async with office.database.write() as unit:
        await erase_person(unit, office.commune.leader, by=None, policy=POLICY, now=at(7))
    kept = [line for line in (await everything(database_url)).splitlines() if NAME in line]
    assert sorted(line.split()[0] for line in kept) == ["audit", "person"]


async def test_an_erasure_leaves_what_only_looks_like_the_name_or_the_phone(
    office: Office, database_url: str
) -> None:
    commune = office.commune
    async with office.database.write() as unit:
        make = Directory(unit)
        other_commune = await make.area("Xã Đôn Xuân")
        elsewhere = await make.chapter("Chi hội Đôn Xuân", other_commune, commune.kind)
        far = await make.person("Sơn Thị Mai")
        await make.post(far, Role.LEADER, chapter=elsewhere)
        longer = await make.person(f"{NAME} Anh")
        await make.post(longer, Role.LEADER, chapter=commune.other_chapter)
        there = {"chapter_id": elsewhere, "kind": "commended", "at": at(3)}
        here = {**there, "chapter_id": commune.chapter}
        day = {"day": at(3).date()}
        await unit.add(chapter_event, **there, **day, note=f"Khen {NAME}")
        kept = ["Thạch Thị Lanh", f"{NAME} Anh", "đường Thạch Thị Lan", f"1{PHONE}"]
        await unit.add(chapter_event, **here, **day, note=", ".join(kept))
        gone = f"{NAME}, {NAME.upper()}; {PHONE}, +84 912.345.678"
        await unit.add(chapter_event, **here, **day, note=f"Vắng {NAME.lower()}")
        await unit.add(chapter_event, **here, **day, note=gone)
        # A chat may have the number of a phone.
        await addresses.ensure(
            unit, {Address("telegram", "main", "84912345678", PHONE): (False, "")}, now=at(3)
        )
        await erase_person(unit, commune.leader, by=None, policy=POLICY, now=at(7))
        notes = [
            row.note
            for row in await unit.all(select(chapter_event.c.note).order_by(chapter_event.c.id))
        ]
    title = "Chi hội trưởng Chi hội phụ nữ ấp Cái Cối"
    assert notes == [
        f"Khen {NAME}",
        ", ".join(kept),
        f"Vắng {title}",
        f"{title}, {title}; –, –",
    ]
    assert f'"user":"{PHONE}"' in await everything(database_url)


@pytest.mark.parametrize("word", ["web", "held", "telegram", "pending", "leader"])
async def test_a_name_that_is_a_word_of_the_program_can_be_erased_and_cuts_nobody_off(
    office: Office, database_url: str, word: str
) -> None:
    staff = await office.enrol(office.commune.staff)
    async with office.database.write() as unit:
        await people.correct(unit, office.commune.leader, name=word, phone=None)
    before = await everything(database_url)
    async with office.database.write() as unit:
        await erase_person(unit, office.commune.leader, by=None, policy=POLICY, now=at(7))
    after = await everything(database_url)
    assert before.count(f'"{word}"') - after.count(f'"{word}"') <= OWN_NAME_AND_KEY
    await staff.say("/menu")
    assert "Ngô Văn Tám" in staff.see() or staff.last


async def test_earlier_names_and_phones_are_erased_too(office: Office, database_url: str) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/dulieu")
    await leader.press("Sửa số điện thoại")
    await leader.say("0987 654 321")
    async with office.database.write() as unit:
        await unit.add(
            chapter_event, chapter_id=office.commune.chapter, kind="commended",
            day=at(3).date(), at=at(3), note=f"Gọi {PHONE}, hoặc 0987654321",
        )  # fmt: skip
        await erase_person(unit, office.commune.leader, by=None, policy=POLICY, now=at(7))
    kept = await everything(database_url)
    assert PHONE not in kept
    assert "0987654321" not in kept


async def test_after_a_restore_an_erasure_finds_every_letter(
    office: Office, database_url: str, empty_database_url: str, tmp_path: Path
) -> None:
    old = Settings(database_url=database_url, data_dir=tmp_path / "old")
    new = Settings(database_url=empty_database_url, data_dir=tmp_path / "new")
    archive = tmp_path / "backup.tar.gz"
    await write_backup(old, archive, now=at(7), on_rows=lambda _: None)
    await restore_backup(new, archive, now=at(7), on_rows=lambda _: None)
    restored = Database(new.database, new_id=office.database._new_id)
    async with restored.write() as unit:
        await erase_person(unit, office.commune.leader, by=None, policy=POLICY, now=at(7))
    await restored.close()
    kept = await everything(new.database)
    assert [line for line in kept.splitlines() if NAME in line] == []
    async with opened(new.database) as run:
        assert not await run(count_escapes)


async def test_who_was_erased_stays_erased_when_an_older_backup_is_restored(
    office: Office, database_url: str, empty_database_url: str, tmp_path: Path
) -> None:
    old = Settings(database_url=database_url, data_dir=tmp_path / "old")
    archive = tmp_path / "safe" / "backup.tar.gz"
    archive.parent.mkdir()
    await write_backup(old, archive, now=at(7), on_rows=lambda _: None)
    async with office.database.write() as unit:
        await erase_person(unit, office.commune.leader, by=None, policy=POLICY, now=at(7))
    for task in await due_tasks(office, LIST_ERASURES):
        await listing_work(office.database, folder=archive.parent)(task)
    listed = (archive.parent / LIST).read_text("utf-8")
    assert NAME not in listed
    new = Settings(database_url=empty_database_url, data_dir=tmp_path / "new")
    await restore_backup(new, archive, now=at(8), on_rows=lambda _: None)
    restored = Database(new.database, new_id=office.database._new_id)
    for again in (1, 0):
        repeated = await repeat_after_restore(
            restored, new, archive, policy=POLICY, clock=lambda: at(8)
        )
        assert repeated == again
    await restored.close()
    assert NAME not in await everything(new.database)


async def test_who_refuses_says_so_to_the_person(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    leader = await ask_erasure(office)
    await staff.press("Xem đề nghị")
    await staff.press("Không xóa")
    for said in ("k", "x" * 400):
        await staff.say(said)
        assert "chưa đồng ý xóa" not in leader.see()
        assert "ngắn hơn" in staff.last if len(said) > 300 else "Xin đồng chí ghi" in staff.last
    await staff.press("Hủy")
    assert "Đề nghị xóa dữ liệu của Thạch Thị Lan" in staff.last
    await staff.press("Không xóa")
    await staff.say("Còn đang giải quyết khiếu nại, cần giữ hồ sơ.")
    assert "chưa đồng ý xóa" in leader.last
    assert "Lý do: “Còn đang giải quyết khiếu nại, cần giữ hồ sơ”." in leader.last
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
