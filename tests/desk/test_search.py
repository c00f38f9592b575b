"""Tra cứu: words with or without marks give a sentence, and as many reports as it says."""

from tests.desk.seated import Seats, links
from tests.directory import LOANS, ROAD, Commune, at, held
from tests.operations.planned import november, send


async def test_words_are_found_with_marks_or_without_and_facets_narrow(
    seats: Seats, commune: Commune
) -> None:
    meeting = await november(seats.database, commune)
    told = held(difficulties=(ROAD, LOANS), best_practice="Tổ phụ nữ giữ đường ấp sạch đẹp")
    await send(seats.database, commune.leader, meeting, told, now=at(7), corrects=1)
    staff = await seats.sit(commune.staff)
    for words in ("đường ấp", "duong ap", "ĐƯỜNG"):
        page = await staff.read(f"search?q={words}")
        assert "1 địa bàn, 1 đơn vị nêu, trong 1 báo cáo." in page, words
        assert "Đường ấp ngập" in page
        assert "Tổ phụ nữ giữ đường ấp" in page
        assert "Thiếu vốn vay" not in page
    facets = links((await staff.get("search?q=duong")).text)
    assert {"hạ tầng 1", "cách làm hay 1", "chủ đề sinh hoạt 1"} <= {way.words for way in facets}
    narrowed = await staff.follow("search?q=duong", "hạ tầng 1")
    assert "1 mục, trong 1 báo cáo" in narrowed
    assert "Tổ phụ nữ giữ" not in narrowed
    assert f"11.26-{meeting.id:04}" in await staff.follow("search?q=duong", "hạ tầng 1")
    for nothing in ("duongx", "thủy lợi"):
        found = await staff.read(f"search?q={nothing}")
        assert "không có báo cáo nào nêu" in found, nothing
    assert "không có báo cáo" in await staff.read("search?q=duong&period=2026-10")
    leader = await seats.sit(commune.leader)
    assert "trong 1 báo cáo" in await leader.read("search?q=duong")
