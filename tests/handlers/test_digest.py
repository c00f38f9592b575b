"""A digest on request: looked at, sent with its picture, posted by hand after a look at it."""

from pathlib import Path

import pytest

from bot.digest_files import WorkbookMaker
from bot.digest_tasks import DigestTasks
from bot.pictures import PictureMaker
from domain.people import Role
from domain.talks import KnownAddress
from operations.notifications.digest_requests import POST_DIGEST, SHOW_DIGEST
from storage import Database
from storage.directory import digest_targets
from storage.maintenance import tasks
from storage.messages import attachments
from storage.tables.directory import audit, chapter
from tests.directory import POLICY, Directory, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.operations.planned import meetings_of, plan_all, send
from tests.reached import group, queued, texts_to

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    """Two hamlets with three chapters each; two have reported, the others are overdue."""
    office = await open_office(database, now=at(20))
    async with database.write() as unit:
        make = Directory(unit)
        for number in range(4):
            place = office.commune.hamlet if number % 2 else office.commune.other_hamlet
            await make.chapter(f"Chi hội {number}", place, office.commune.kind)
        leader = await make.person("Sơn Thị Út")
        await make.post(leader, Role.LEADER, chapter=office.commune.other_chapter)
    await plan_all(database, at(2))
    (second, *_) = await meetings_of(database, office.commune.other_chapter, at(2))
    await send(database, office.commune.leader, office.meeting)
    await send(database, leader, second)
    return office


async def bind(office: Office, title: str) -> KnownAddress:
    async with office.database.write() as unit:
        here = await group(unit, title, now=at(8))
        await digest_targets.bind(
            unit,
            address_id=here.id,
            area_id=office.commune.commune.id,
            language="vi",
            bound_by=None,
            now=at(8),
        )
    return here


async def work(office: Office, folder: Path) -> None:
    """Does what waits for the task pump, and ends the process that draws."""
    pictures = PictureMaker(folder)
    maker = DigestTasks(
        database=office.database,
        pictures=pictures,
        workbooks=WorkbookMaker(folder),
        policy=POLICY,
        clock=lambda: office.town.now,
    )
    async with office.database.write() as unit:
        found = await tasks.claim(unit, now=office.town.now, until=office.town.now, limit=9)
    for task in found:
        if task.kind in (SHOW_DIGEST, POST_DIGEST):
            await maker.work()[task.kind](task)
            async with office.database.write() as unit:
                await tasks.finish(unit, task.id, now=office.town.now)
    pictures.end()
    await office.town.run()


async def test_staff_look_at_a_digest_and_have_it_sent_with_its_picture(
    office: Office, tmp_path: Path
) -> None:
    staff = await office.enrol(office.commune.staff)
    await go(staff, "=/tonghop", "Bản tổng hợp")
    assert "Đã báo cáo 2/6 buổi đến hạn" in staff.last
    assert staff.buttons[:2] == ["Nhận kèm hình", "Tệp Excel"]
    assert "Đăng vào kênh" not in staff.buttons  # there is none
    await staff.press("Nhận kèm hình")
    await work(office, tmp_path)
    assert "Đã báo cáo 2/6 buổi đến hạn" in staff.last
    (file_id,) = staff.from_bot[-1].message.attachments
    async with office.database.read() as unit:
        found = await attachments.find(unit, file_id)
    assert found is not None
    assert (found.kind, found.mime, found.state) == ("photo", "image/png", "ready")
    await go(staff, "=bản tổng hợp", "Tháng trước")
    assert "THÁNG 10/2026" in staff.last


async def test_posting_by_hand_shows_what_goes_where_and_posts_just_that(
    office: Office, tmp_path: Path
) -> None:
    channel, other = await bind(office, "Kênh xã"), await bind(office, "Nhóm xã")
    staff = await office.enrol(office.commune.staff)
    await go(staff, "=/bantonghop", "Đăng vào kênh")
    assert "sẽ được đăng vào “Kênh xã”, “Nhóm xã”" in staff.last
    assert "Đã báo cáo 2/6 buổi đến hạn" in staff.last
    async with office.database.read() as unit:
        assert not [row for row in await queued(unit) if row.address_id == channel.id]
    await staff.press("Đăng")
    await work(office, tmp_path)
    assert "Đã đăng bản tổng hợp vào 2 kênh" in staff.last
    async with office.database.read() as unit:
        for here in (channel, other):
            (posted,) = await texts_to(unit, here)
            assert "Đã báo cáo 2/6 buổi đến hạn" in posted
        (entry,) = await unit.all(audit.select().where(audit.c.action == "digest.posted"))
    assert entry.after == {"period": "2026-11", "channels": 2}
    # Once a day is enough.
    await go(staff, "=/bantonghop", "Đăng vào kênh", "Đăng")
    await work(office, tmp_path)
    assert "kênh đã có bản tổng hợp này" in staff.last
    async with office.database.read() as unit:
        assert len(await texts_to(unit, channel)) == 1


async def test_figures_that_changed_meanwhile_are_shown_before_they_are_posted(
    office: Office, tmp_path: Path
) -> None:
    channel = await bind(office, "Kênh xã")
    staff = await office.enrol(office.commune.staff)
    await go(staff, "=/bantonghop", "Đăng vào kênh")
    await send(office.database, office.commune.leader, office.meeting, held(present=1), corrects=1)
    async with office.database.write() as unit:
        person = await Directory(unit).person("Trưởng ba")
        third = (await unit.all(chapter.select().order_by(chapter.c.id)))[2].id
        await Directory(unit).post(person, Role.LEADER, chapter=third)
    (meeting, *_) = await meetings_of(office.database, third, at(2))
    await send(office.database, person, meeting, now=at(19))
    await staff.press("Đăng")
    assert "Số liệu vừa thay đổi" in staff.last
    assert "Đã báo cáo 3/6 buổi đến hạn" in staff.last
    async with office.database.read() as unit:
        assert not [row for row in await queued(unit) if row.address_id == channel.id]
    await staff.press("Đăng")
    await work(office, tmp_path)
    async with office.database.read() as unit:
        (posted,) = await texts_to(unit, channel)
    assert "Đã báo cáo 3/6 buổi đến hạn" in posted


async def test_readers_look_and_post_nothing_neighbours_see_nothing(office: Office) -> None:
    await bind(office, "Kênh xã")
    async with office.database.write() as unit:
        make = Directory(unit)
        reader, neighbour = await make.person("Lý Đọc"), await make.person("Lý Xóm")
        await make.post(reader, Role.READER, area=office.commune.commune)
        await make.post(neighbour, Role.STAFF, area=await make.area("Xã Đông Hải"))
    place = office.commune.commune.id
    phone = await office.enrol(reader)
    await phone.say("/bantonghop")
    assert "Đăng vào kênh" not in phone.buttons
    for words in (f"/bantonghop p2611-{place}", f"/bantonghop y2611-{place}-00000000"):
        await phone.say(words)
        assert "không được phân công đăng" in phone.last
    phone = await office.enrol(neighbour)
    for letter in ("s", "f", "p"):
        await phone.say(f"/bantonghop {letter}2611-{place}")
        assert "Không tìm thấy" in phone.last
    phone = await office.enrol(office.commune.leader)
    await phone.say("/bantonghop")
    assert "không được phân công phụ trách địa bàn" in phone.last
