"""Pauses and reforms from the desk: looked at first, then done, by the operations of the chat."""

import re
from html import unescape

import pytest
from httpx import Response
from sqlalchemy import select

from domain.people import Role
from storage import Database
from storage.tables.directory import area, chapter
from tests.desk.seated import Seat, Seats, read
from tests.directory import Commune, Directory


@pytest.fixture
async def office(seats: Seats, commune: Commune) -> Seat:
    """The desk of the commune's staff."""
    return await seats.sit(commune.staff)


def seen(answer: Response) -> list[str]:
    """What a form carries of what was shown."""
    return [unescape(one) for one in re.findall(r'name="seen" value="([^"]*)"', answer.text)]


async def test_a_pause_is_looked_at_set_and_ended(office: Seat, commune: Commune) -> None:
    there = f"directory/pauses?chapter={commune.other_chapter}"
    assert "Chi hội phụ nữ ấp La Ghi" in await office.read(there)
    days = {"first": "2026-12-01", "last": "2026-11-01", "reason": "Mưa bão, ngập lụt"}
    wrong = await office.send(there, do="look", **days)
    assert "Ngày cuối không thể trước ngày đầu" in read(wrong.text)
    assert 'value="2026-12-01"' in wrong.text
    days["last"] = "2026-12-31"
    look = await office.send(there, do="look", **days)
    assert "05/12/2026 → không có buổi" in read(look.text)
    assert "Hiện không có đợt tạm nghỉ nào" in await office.read("directory/pauses")
    made = await office.send(there, do="make", **days)
    assert "Đã ghi đợt tạm nghỉ" in read(made.text)
    assert "31/12/2026" in read(made.text)
    number = re.search(r'name="pause" value="(\d+)"', made.text)
    assert number
    end = {"do": "end", "pause": number[1], "last": "2026-12-02"}
    late = await office.send("directory/pauses", **end, seen="2026-12-30")
    assert "Có người vừa thay đổi đợt tạm nghỉ này" in read(late.text)
    ended = await office.send("directory/pauses", **end, seen="2026-12-31")
    assert "02/12/2026" in read(ended.text)


async def test_a_unit_and_a_place_are_rearranged_as_of_a_day(
    office: Seat, commune: Commune, database: Database
) -> None:
    of_chapter = f"directory/reform?chapter={commune.chapter}"
    day = {"day": "2026-11-11"}
    wrong = await office.send(f"{of_chapter}&what=rename", do="look", name=" ", **day)
    assert 'role="alert"' in wrong.text
    fields = {"name": "Chi hội phụ nữ số 1", **day}
    look = await office.send(f"{of_chapter}&what=rename", do="look", **fields)
    assert "Chi hội phụ nữ số 1" in " ".join(seen(look))
    stale = await office.send(f"{of_chapter}&what=rename", do="make", seen=["x"], **fields)
    assert "Có người vừa sửa" in read(stale.text)
    made = await office.send(f"{of_chapter}&what=rename", do="make", seen=seen(look), **fields)
    assert "Đã ghi" in read(made.text)

    merged = f"{of_chapter}&what=merge"
    assert "Chi hội phụ nữ ấp La Ghi" in await office.read(merged)
    fields = {"name": "Chi hội phụ nữ liên ấp", "other": str(commune.other_chapter), **day}
    look = await office.send(merged, do="look", **fields)
    assert seen(look)
    await office.send(merged, do="make", seen=seen(look), **fields)
    hamlet = f"directory/reform?area={commune.other_hamlet.id}&what=rename"
    look = await office.send(hamlet, do="look", name="Ấp La Ghi A", **day)
    await office.send(hamlet, do="make", name="Ấp La Ghi A", seen=seen(look), **day)
    own = await office.send("directory/reform?what=close", do="look", **day)
    assert 'role="alert"' in own.text, "its own place is for those above"
    async with database.read() as unit:
        names = {row.name for row in await unit.all(select(chapter.c.name))}
        places = {row.name for row in await unit.all(select(area.c.name))}
    assert "Chi hội phụ nữ liên ấp" in names
    assert "Ấp La Ghi A" in places


async def test_a_term_is_set_for_a_level(office: Seat) -> None:
    for days in ("nhiều", "0", "9" * 5):
        wrong = await office.send("directory/terms", level="commune", days=days)
        assert "Xin đồng chí ghi số ngày" in read(wrong.text)
        assert f'value="{days}"' in wrong.text
    done = await office.send("directory/terms", level="commune", days="21")
    assert "Đã ghi thời hạn mới" in read(done.text)
    assert 'value="21"' in done.text
    assert (await office.send("directory/terms", level="sao Hỏa", days="3")).status_code == 404


async def test_a_neighbour_rearranges_nothing(
    seats: Seats, commune: Commune, database: Database
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        neighbour = await make.person("Trầm Văn Út")
        await make.post(neighbour, Role.STAFF, area=await make.area("Xã Hiệp Mỹ"))
    days = {"first": "2026-12-01", "last": "2026-12-31", "reason": "Mưa bão", "day": "2026-11-11"}
    for who in (neighbour, commune.cadre):
        seat = await seats.sit(who)
        for address in (
            f"directory/pauses?chapter={commune.chapter}",
            f"directory/pauses?area={commune.commune.id}&of=place",
            f"directory/reform?chapter={commune.chapter}&what=rename",
            f"directory/reform?area={commune.hamlet.id}&what=close",
        ):
            assert (await seat.client.get(f"/desk/{address}")).status_code == 404, address
            answer = await seat.send(address, do="make", name="Khác", **days)
            assert answer.status_code == 404, address
