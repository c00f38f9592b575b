"""Khó khăn: the board's counts are its rows; a case is worked on as in the chat, once."""

import re

from domain.people import Role
from tests.desk.seated import Seats, links, read
from tests.directory import LOANS, ROAD, Commune, Directory, at, held
from tests.operations.planned import meetings_of, november, send


async def tell(seats: Seats, commune: Commune) -> None:
    """Both units tell of the same road, one of loans too."""
    meeting = await november(seats.database, commune)
    told = held(difficulties=(ROAD, LOANS))
    await send(seats.database, commune.leader, meeting, told, now=at(7), corrects=1)
    async with seats.database.write() as unit:
        make = Directory(unit)
        leader = await make.person("Sơn Thị Mỹ")
        await make.post(leader, Role.LEADER, chapter=commune.other_chapter)
    other = (await meetings_of(seats.database, commune.other_chapter, at(1)))[0]
    await send(seats.database, leader, other, held(difficulties=(ROAD,)), now=at(8))


async def test_the_board_counts_its_rows_and_a_case_is_answered_once(
    seats: Seats, commune: Commune
) -> None:
    await tell(seats, commune)
    staff = await seats.sit(commune.staff)
    page = " ".join((await staff.read("difficulties")).split())
    assert "Tất cả 3 Mới 3 Đang giải quyết 0" in page
    assert "hạ tầng 2 · kinh phí 1" in page
    assert "Hạ tầng 2 0 Kinh phí 1 0" in page
    assert "2 đơn vị cùng nêu. Có thể trả lời chung" in page
    assert "2 khó khăn, kiến nghị" in await staff.read("difficulties?category=infrastructure")
    assert "Không có khó khăn" in await staff.read("difficulties?state=answered")
    listed = links((await staff.get("difficulties?category=funding")).text)
    href = next(way.href for way in listed if way.words == "Thiếu vốn vay")
    address = href.removeprefix("./difficulties/").partition("?")[0]
    opened = await staff.read(f"difficulties/{address}")
    assert "Thiếu vốn vay" in opened
    short = await staff.send(f"difficulties/{address}", do="answered", version="0", note="x")
    assert 'role="alert"' in short.text
    assert ">x</textarea>" in short.text
    answer = {"do": "answered", "version": "0", "note": "Đã làm việc với ngân hàng", "id": "a"}
    for _ in range(2):
        done = await staff.send(f"difficulties/{address}", **answer)
        assert "Đã trả lời, chờ xác nhận" in read(done.text)
        assert read(done.text).count("“Đã làm việc với ngân hàng”") == 1
    cadre = await seats.sit(commune.cadre)
    late = await cadre.send(f"difficulties/{address}", **{**answer, "id": "b"})
    assert "“Đã làm việc với ngân hàng”" in read(late.text)
    assert read(late.text).count("“Đã làm việc với ngân hàng”") == 1
    shown = (await staff.get("difficulties")).text
    assert "Đã trả lời, chờ xác nhận 1" in read(shown)
    assert "Hạ tầng 2 0 Kinh phí 0 1" in " ".join(read(shown).split())
    stuck = shown.partition("stuck")[2].partition("</table>")[0]
    assert re.findall(r'<rect class="([a-z-]+)" x="[\d.]+" y="0" width="([\d.]+)"', stuck) == [
        *(("late", "100.0"), ("on-time", "0.0"), ("late", "0.0"), ("on-time", "50.0")),
    ]


async def test_like_words_are_joined_and_separated_from_the_case(
    seats: Seats, commune: Commune
) -> None:
    await tell(seats, commune)
    staff = await seats.sit(commune.staff)
    listed = (await staff.get("difficulties?category=infrastructure")).text
    first = listed.partition("<tbody>")[2].rpartition("<tbody>")[2]
    address = first.partition('href="./difficulties/')[2].partition("?")[0]
    page = (await staff.get(f"difficulties/{address}")).text
    assert "Nội dung giống nhau (1)" in read(page)
    other = page.partition('name="other" value="')[2].partition('"')[0]
    joined = await staff.send(
        f"difficulties/{address}", do="joined", version="0", other=other, id="j"
    )
    assert "Trả lời chung (1)" in read(joined.text)
    version = joined.text.partition('name="version" value="')[2].partition('"')[0]
    apart = await staff.send(
        f"difficulties/{address}", do="separated", version=version, other=other, id="s"
    )
    assert "Trả lời chung (1)" not in read(apart.text)
    for wrong in ({"do": "dance"}, {"do": "due_set", "due": "mai"}, {"version": "x"}):
        sent = {"do": "advised", "version": "0", "note": "Xin đợi", **wrong}
        assert (await staff.send(f"difficulties/{address}", **sent)).status_code == 422
    leader = await seats.sit(commune.leader)
    await leader.get(f"difficulties/{address}", status=404)
    await staff.get("difficulties/77", status=404)
