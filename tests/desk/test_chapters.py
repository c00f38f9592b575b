"""Đơn vị: a list that counts what the overview counts; one unit with its twelve months."""

from tests.desk.seated import Seats, links
from tests.directory import ROAD, Commune, at, held
from tests.operations.planned import november, send


async def test_units_are_listed_as_they_are_counted(seats: Seats, commune: Commune) -> None:
    staff = await seats.sit(commune.staff)
    ways = [
        way
        for way in links((await staff.get()).text)
        if way.href.startswith("./chapters?") and way.words.isdecimal()
    ]
    assert [way.words for way in ways] == ["2"]
    page = await staff.read(ways[0].href)
    assert "2 đơn vị trong danh bạ" in page
    assert page.index("ấp Cái Cối") < page.index("ấp La Ghi")
    fallen = await staff.read("chapters?sort=-name&find=phu")
    assert fallen.index("ấp La Ghi") < fallen.index("ấp Cái Cối")
    assert "Không có đơn vị nào" in await staff.read("chapters?state=paused")
    assert "4 lượt đơn vị" in await staff.read("chapters?period=2026-Q4")


async def test_a_unit_shows_its_months_people_rule_and_cases(
    seats: Seats, commune: Commune
) -> None:
    meeting = await november(seats.database, commune)
    told = held(difficulties=(ROAD,))
    await send(seats.database, commune.leader, meeting, told, now=at(7), corrects=1)
    staff = await seats.sit(commune.staff)
    page = await staff.follow("chapters", "Chi hội phụ nữ ấp Cái Cối")
    page = " ".join(page.split())
    assert "11/2026 ✓ đúng hạn , 28/30" in page
    assert "12/2025 – chưa lập kế hoạch" in page
    assert "19h00, Nhà văn hóa ấp" in page
    assert "Thạch Thị Lan Người đứng đầu 01/01/2020 nay" in page
    assert "Lê Văn Sáu Cán bộ phụ trách 01/01/2020 nay" in page
    assert "Hạ tầng: Đường ấp ngập (đang giải quyết)" in page
    without = await staff.read(f"chapters/{commune.chapter}?names=no")
    assert "Thạch Thị Lan" not in without
    for other in ("77", "x", "9" * 30):
        await staff.get(f"chapters/{other}", status=404)
    leader = await seats.sit(commune.leader)
    assert "11/2026" in await leader.read(f"chapters/{commune.chapter}")
    await leader.get(f"chapters/{commune.other_chapter}", status=404)
