"""The figures of a quarter: asked once, given in numbers, seen by staff."""

import pytest

from domain.calendar import Period
from operations.figures.counter_board import fill_counter_kinds
from scheduler.context import ClockContext
from scheduler.jobs import JOBS
from storage import Database
from storage.figures import counters
from tests.directory import POLICY, Directory, at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.operations.planned import plan_all
from tests.talks import Phone
from tests.told import bring_news, untold

QUARTER = Period(2026, 10, 3)
ASKING = next(job for job in JOBS if job.name == "counters")

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    office = await open_office(database, now=at(12, month=12))
    await plan_all(database, at(1, month=12))
    async with database.write() as unit:
        await fill_counter_kinds(unit, policy=POLICY)
    return office


async def ask(office: Office) -> None:
    now = office.town.now
    await ASKING.work(
        ClockContext(database=office.database, policy=POLICY, clock=lambda: now), now
    )


async def given_by(office: Office, quarter: Period = QUARTER) -> dict[str, int]:
    async with office.database.read() as unit:
        kinds = await counters.list_kinds(unit, day=quarter.last_day, association=None)
        found = await counters.of_chapter(unit, office.commune.chapter, quarter)
    return {kind.code: found[kind.id] for kind in kinds if kind.id in found}


async def fill_in(phone: Phone) -> Phone:
    """Three new, one left; the end as reckoned; the rest skipped."""
    await go(phone, "=/solieu", "=3", "=1", "34")
    while "Bỏ qua" in phone.buttons:
        await phone.press("Bỏ qua")
    return phone


async def test_a_leader_is_asked_once_with_other_news_and_gives_figures(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await ask(office)
    await ask(office)
    assert len(await untold(office.database, office.commune.leader)) == 1
    await bring_news(office.town, office.commune.leader, leader)
    assert "gửi số liệu quý IV năm 2026 của đơn vị (chỉ số lượng" in leader.last
    await leader.press("Nhập số liệu")
    assert "Câu 1/8. Hội viên mới: bao nhiêu người?" in leader.last
    await leader.say("ba")
    await leader.say("1")
    assert "Đầu quý 32, thêm 3, giảm 1: cuối quý là 34" in leader.last
    await leader.press("34")
    while "Bỏ qua" in leader.buttons:
        await leader.press("Bỏ qua")
    assert "– Hội viên cuối quý: 34 người" in leader.last
    assert "– Người đứng đầu là đảng viên: bỏ qua" in leader.last
    await leader.press("Gửi số liệu")
    assert "Sửa được đến hết ngày 10/01/2027" in leader.last
    assert await given_by(office) == {"members_new": 3, "members_left": 1, "members_end": 34}


async def test_another_end_than_reckoned_is_shown_and_may_be_sent(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await go(leader, "=/solieu", "=3", "=1", "=40")
    while "Bỏ qua" in leader.buttons:
        await leader.press("Bỏ qua")
    assert "cuối quý là 34, đồng chí ghi 40" in leader.last
    await leader.press("Gửi số liệu")
    assert (await given_by(office))["members_end"] == 40


async def test_figures_are_changed_until_the_quarter_closes(office: Office) -> None:
    leader = await fill_in(await office.enrol(office.commune.leader))
    await leader.press("Gửi số liệu")
    await leader.press("Sửa số liệu")
    await go(leader, "=5", "1", "=36")
    while "Bỏ qua" in leader.buttons:
        await leader.press("Bỏ qua")
    office.town.now = at(11, month=12).replace(year=2027, month=1)
    await leader.press("Gửi số liệu")
    assert "chưa đến kỳ" in leader.see().lower()
    assert (await given_by(office))["members_new"] == 3
    await leader.say("/solieu")
    assert "Hiện chưa đến kỳ" in leader.last


async def test_last_quarters_figures_are_offered(office: Office) -> None:
    leader = await fill_in(await office.enrol(office.commune.leader))
    await leader.press("Gửi số liệu")
    office.town.now = at(12, month=12).replace(year=2027, month=3)
    await leader.say("/solieu")
    assert "quý I năm 2027" in leader.last
    await leader.press("3 (như quý trước)")
    await leader.say("0")
    assert "Đầu quý 34, thêm 3, giảm 0: cuối quý là 37" in leader.last


async def test_what_is_no_figure_is_asked_again(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/solieu")
    for text in ("nhiều lắm", "-3", "3,5", "1" * 40):
        await leader.say(text)
        assert "Xin đồng chí gõ một số từ 0 trở lên" in leader.see()
    await go(leader, "=1.200", "Quay lại", "1.200", "Hủy")
    assert "không lưu gì" in leader.last
    assert await given_by(office) == {}


async def test_leader_and_deputy_notice_each_other(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    deputy = await office.enrol(office.commune.deputy)
    await fill_in(leader)
    await fill_in(deputy)
    await deputy.press("Gửi số liệu")
    await leader.press("Gửi số liệu")
    assert "Người khác vừa gửi số liệu" in leader.last


async def test_more_that_left_than_there_were_is_never_reckoned(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await go(leader, "=/solieu", "=không có", "=1.200")
    assert "Câu 3/" in leader.last
    assert "cuối quý là" not in leader.last


async def test_staff_see_sums_and_who_is_missing(office: Office) -> None:
    leader = await fill_in(await office.enrol(office.commune.leader))
    await leader.press("Gửi số liệu")
    staff = await office.enrol(office.commune.staff)
    await staff.say("so lieu")
    assert "Đã có số liệu: 1/2 đơn vị" in staff.last
    assert "– Đoàn viên, hội viên mới: 3 người (1 đơn vị)" in staff.last
    assert "Chưa có số liệu (1)" in staff.last
    assert "Chi hội phụ nữ ấp La Ghi" in staff.buttons
    await staff.press("Quý trước")
    assert "quý III năm 2026" in staff.last
    assert "0 người" not in staff.last, "what nobody gave is no figure"


async def test_they_are_nobody_elses_business(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/solieu")
    assert "do người báo cáo của đơn vị" in cadre.last
    await cadre.say(f"/solieu c{office.commune.chapter}")
    assert "không được phân công phụ trách địa bàn" in cadre.last
    leader = await office.enrol(office.commune.leader)
    await leader.say(f"/solieu c{office.commune.other_chapter}")
    assert "Không tìm thấy" in leader.last
    await leader.say(f"/solieu b264-{office.commune.commune.id}-1")
    assert "do người báo cáo của đơn vị" in leader.last
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.area("Xã Đông Hải")
    staff = await office.enrol(office.commune.staff)
    await staff.say(f"/solieu b264-{other.id}-1")
    assert "Không tìm thấy" in staff.last
