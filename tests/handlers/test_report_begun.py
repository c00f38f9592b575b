"""Which meetings wait, which of them was begun, and when one can be reported as held."""

from domain.people import Role
from storage import Database
from tests.directory import Directory, at
from tests.handlers.office import open_office
from tests.handlers.reported import OPENING, go

CAI_COI = "Chi hội phụ nữ ấp Cái Cối, tháng 11/2026"


async def test_the_list_says_which_report_was_begun(database: Database) -> None:
    office = await open_office(database, now=at(5, 21))
    async with database.write() as unit:
        await Directory(unit).post(
            office.commune.leader, Role.LEADER, chapter=office.commune.other_chapter
        )
    leader = await office.enrol(office.commune.leader)
    await go(leader, "=/baocao", CAI_COI, "Đúng như trên", "=28", "=/menu", "=/baocao")
    assert f"{CAI_COI} (có bản nháp)" in leader.buttons
    assert "Chi hội phụ nữ ấp La Ghi, tháng 11/2026" in leader.buttons
    await go(leader, f"{CAI_COI} (có bản nháp)")
    assert "bản nháp báo cáo sinh hoạt định kỳ tháng 11/2026" in leader.last


async def test_a_draft_without_an_answer_is_gone_on_with_unasked(database: Database) -> None:
    office = await open_office(database)
    leader = await office.enrol(office.commune.leader)
    await go(leader, "=/baocao", "=/menu", "=/baocao")
    assert "bản nháp" not in leader.last
    assert OPENING in leader.last


async def test_a_meeting_is_not_held_before_its_hour(database: Database) -> None:
    office = await open_office(database, now=at(5, 4))
    leader = await office.enrol(office.commune.leader)
    await go(leader, "=/baocao", "Đúng như trên")
    assert "lúc 19h00 hôm nay, chưa đến giờ" in leader.last
    office.town.now = at(5, 19)
    await go(leader, "Đúng như trên")
    assert "Có bao nhiêu" in leader.last


async def test_a_place_in_the_list_is_typed_on_every_channel(database: Database) -> None:
    office = await open_office(database)
    for channel in ("telegram", "zalo"):
        leader = await office.enrol(office.commune.leader, channel=channel)
        await go(leader, "=/baocao", "=1", "=28", "=1", "=1, 3", "=xong")
        assert "Cán bộ phụ trách" in leader.last
        await go(leader, "=tạm dừng", "=Xóa bản nháp")
