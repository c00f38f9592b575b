"""A messenger from which no file comes: nobody is asked for one there."""

from storage import Database
from tests.directory import at
from tests.handlers.case_office import open_flooded_office
from tests.handlers.reported import FORM, go
from tests.talks import Phone


async def test_nobody_is_asked_for_a_file_that_cannot_be_sent(database: Database) -> None:
    office = await open_flooded_office(database)
    office.town.fileless_channels = {"zalo"}
    office.town.now = at(6)
    cadre = await office.enrol(office.commune.cadre, channel="zalo")
    await go(cadre, "=/vuviec", "Ấp Cái Cối")
    assert "Hướng dẫn" in cadre.last
    assert "Gửi ảnh" not in cadre.last
    staff = await office.enrol(office.commune.staff, channel="zalo")
    await staff.say("nhập danh bạ")
    assert "không gửi được tệp" in staff.last
    await compose(staff)
    assert "Mời đồng chí xem lại" in staff.last
    assert "Thêm tệp" not in staff.last
    leader = await office.enrol(office.commune.leader, channel="zalo")
    await go(leader, "=thêm buổi", "Chuyên đề", "Hôm nay", "Thêm", *FORM)
    assert "Thêm kiến nghị" in leader.last
    assert "Thêm ảnh biên bản" not in leader.last


async def compose(staff: Phone) -> None:
    """A topic with a title alone, up to the look at it."""
    await go(staff, "=chủ đề", "Soạn chủ đề mới")
    while "Tên chủ đề là gì?" not in staff.last:
        await staff.say("1")
    await staff.say("Giữ gìn vệ sinh ấp")
    while "Bỏ qua" in staff.last:
        await staff.say("bỏ qua")
