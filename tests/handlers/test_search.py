"""/tracuu: words lead to a count and to the reports behind it, a page at a time."""

from storage import Database
from tests.directory import ROAD, at, held
from tests.handlers.office import open_office
from tests.operations.planned import november, send


async def test_words_lead_to_the_reports_page_by_page(database: Database) -> None:
    office = await open_office(database)
    commune = office.commune
    meeting = await november(database, commune)
    told = held(difficulties=tuple([ROAD] * 7), best_practice="Đường hoa", topic_text="Trồng cây")
    await send(database, commune.leader, meeting, told, now=at(6))
    staff = await office.enrol(commune.staff)
    await staff.say("/tracuu")
    assert "Đồng chí cần tìm từ nào" in staff.last
    await staff.say("duong")
    assert "1 địa bàn, 1 đơn vị nêu, trong 1 báo cáo" in staff.last
    assert "Trang 1/2" in staff.last
    await staff.press("Trang sau")
    assert "Trang 2/2" in staff.last
    await staff.say("thủy lợi")
    assert "không có báo cáo nào nêu" in staff.last
    await staff.say("/tracuu Đường hoa")
    await staff.press(f"11.26-{meeting.id:04}, Chi hội phụ nữ ấp Cái Cối")
    assert "Cách làm hay" in staff.last
