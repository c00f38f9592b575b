"""The directory worked from the desk: chapters, posts, invitations, taken back if need be."""

import re
from html import unescape

import pytest
from httpx import Response
from sqlalchemy import select

from domain.people import Role
from storage import Database
from storage.tables.directory import chapter, person, post
from tests.desk.seated import Seat, Seats, read
from tests.directory import Commune, Directory


@pytest.fixture
async def office(seats: Seats, commune: Commune) -> Seat:
    """The desk of the commune's staff."""
    return await seats.sit(commune.staff)


def hidden(answer: Response, name: str, *, after: str = "") -> str:
    """What a form carries unseen, the first one after some words."""
    found = re.search(rf'name="{name}" value="([^"]*)"', answer.text[answer.text.index(after) :])
    assert found
    return unescape(found[1])


async def change(seat: Seat, address: str, what: str, text: str) -> Response:
    """Opens a unit and sends the form of one of its fields."""
    page = await seat.get(address)
    seen = hidden(page, "seen", after=f'name="what" value="{what}"')
    return await seat.send(address, do="change", what=what, text=text, seen=seen)


async def test_a_unit_is_found_changed_and_changed_back(
    office: Seat, commune: Commune, database: Database
) -> None:
    there = f"directory/chapters/{commune.chapter}"
    assert "Ấp Cái Cối" in await office.read("directory")
    assert "Chi hội phụ nữ ấp Cái Cối" in await office.read(f"directory?area={commune.hamlet.id}")
    assert "Thạch Thị Lan" in await office.read("directory?q=thach+lan")
    assert "Thạch Thị Lan" in await office.read(there)
    wrong = await change(office, there, "members", "rất đông")
    assert "Hệ thống chưa hiểu số lượng" in read(wrong.text)
    assert 'value="rất đông"' in wrong.text, "what was typed is kept"
    done = await change(office, there, "members", "35, miễn 3")
    assert "35 hội viên, miễn 3" in read(done.text)
    assert "Đã thay đổi" in read(done.text)
    undone = await office.send(there, do="undo", change=hidden(done, "change"))
    assert "như trước" in read(undone.text)
    async with database.read() as unit:
        assert await unit.scalar(select(chapter.c.member_count)) != 35


async def test_two_officers_who_change_the_same_are_told(
    office: Seat, seats: Seats, commune: Commune, database: Database
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        other = await make.person("Lâm Văn Đức")
        await make.post(other, Role.STAFF, area=commune.commune)
    there = f"directory/chapters/{commune.chapter}"
    seen = hidden(await office.get(there), "seen", after='name="what" value="place"')
    await change(await seats.sit(other), there, "place", "Sân phơi lúa")
    late = await office.send(there, do="change", what="place", text="Trường học", seen=seen)
    assert "Lâm Văn Đức vừa sửa" in read(late.text)
    assert 'value="Trường học"' in late.text
    seat = f"{there}/seat?role=leader&what=dismissed&old={await post_of(database, commune.leader)}"
    look = await office.send(seat, do="look")
    await office.send(seat, do="make", seen=hidden(look, "seen"))
    again = await office.send(seat, do="make", seen=hidden(look, "seen"))
    assert "vừa sửa" in read(again.text)


async def post_of(database: Database, person_id: int) -> int:
    async with database.read() as unit:
        return int(await unit.scalar(select(post.c.id).where(post.c.person_id == person_id)))


async def test_a_post_is_given_lent_and_taken(
    office: Seat, commune: Commune, database: Database
) -> None:
    there = f"directory/chapters/{commune.chapter}"
    old = await post_of(database, commune.leader)
    seat = f"{there}/seat?role=leader&what=appointed&old={old}"
    asked = await office.send(seat, do="look", name="Sơn Thị Hoa")
    assert "Chưa có ai tên “Sơn Thị Hoa”" in read(asked.text)
    new = {"name": "Sơn Thị Hoa", "person": "new"}
    wrong = await office.send(seat, do="look", phone="chín", **new)
    assert "chưa hiểu số điện thoại" in read(wrong.text)
    assert 'value="chín"' in wrong.text
    look = await office.send(seat, do="look", phone="0912 345 678", **new)
    assert "Thạch Thị Lan" in read(look.text)
    assert "Sơn Thị Hoa" in read(look.text)
    fields = {**new, "phone": "0912 345 678", "seen": hidden(look, "seen")}
    done = await office.send(seat, do="make", **fields)
    assert "Đã thay đổi" in read(done.text)
    assert "Sơn Thị Hoa" in read(done.text)
    assert "Thạch Thị Lan" not in read(done.text)

    async with database.read() as unit:
        hoa = await unit.scalar(select(person.c.id).where(person.c.name == "Sơn Thị Hoa"))
    seat = f"{there}/seat?role=leader&what=stand_in&old={await post_of(database, hoa)}"
    days = {"first": "2026-11-20", "last": "2026-11-02"}
    lan = {"name": "lan", "person": str(commune.leader)}
    wrong = await office.send(seat, do="look", **lan, **days)
    assert "không được sau ngày kết thúc" in read(wrong.text)
    days["last"] = "2026-12-02"
    look = await office.send(seat, do="look", **lan, **days)
    assert "từ 20/11/2026 đến hết 02/12/2026" in read(look.text)
    await office.send(seat, do="make", **lan, **days, seen=hidden(look, "seen"))
    recent = await office.get("directory/recent")
    assert "Chi hội phụ nữ ấp Cái Cối" in read(recent.text)
    undone = await office.send("directory/recent", change=hidden(recent, "change"))
    assert "Đã khôi phục như trước" in read(undone.text)


async def test_a_code_is_made_with_a_slip_to_print_and_taken_back(
    office: Seat, commune: Commune, seats: Seats
) -> None:
    there = f"directory/people/{commune.leader}"
    slip = await office.send(there, do="invite")
    assert "Thạch Thị Lan" in read(slip.text)
    assert re.search(r"[A-Z0-9]{4,}", read(slip.text))
    assert "Có mã mời còn hiệu lực" in await office.read(there)
    open_codes = await office.get("directory/invitations")
    assert "Thạch Thị Lan" in read(open_codes.text)
    gone = await office.send("directory/invitations", invitation=hidden(open_codes, "invitation"))
    assert "Đồng chí không có mã mời nào chưa dùng" in read(gone.text)
    assert "Làm phiếu mời" in await office.read("directory")
    assert "Đang làm phiếu mời" in read((await office.send("directory", do="slips")).text)
    await seats.code(commune.leader)  # an account of hers
    closed = await office.send(there, do="cut_off")
    assert "Đã khóa tài khoản" in read(closed.text)


async def test_a_unit_and_a_place_are_added(
    office: Seat, commune: Commune, database: Database
) -> None:
    made = await office.send("directory", do="place", name="Ấp Mới", level="ấp")
    assert "Đã thêm địa bàn" in read(made.text)
    twice = await office.send("directory", do="place", name="Ấp mới", level="ấp")
    assert "đã có “Ấp mới”" in read(twice.text)
    there = f"directory?area={commune.other_hamlet.id}"
    fields = {"kind": str(commune.kind), "time": "19h", "place": "Nhà văn hóa", "day": "ngày 20"}
    wrong = await office.send(there, do="unit", name="Chi hội số 2", members="?", **fields)
    assert "chưa hiểu số lượng" in read(wrong.text)
    assert 'value="Chi hội số 2"' in wrong.text
    made = await office.send(there, do="unit", name="Chi hội số 2", members="20", **fields)
    assert "20 hội viên" in read(made.text)
    assert "ngày 20" in read(made.text)
    assert "Chi hội số 2" in await office.read(there)
    assert "Chi hội số 2" in await office.read("missing?tab=awaited&period=2026-11"), (
        "it is planned"
    )


async def test_nobody_else_changes_anything(
    seats: Seats, commune: Commune, database: Database
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        far = await make.area("Xã Hiệp Mỹ")
        neighbour = await make.person("Trầm Văn Út")
        await make.post(neighbour, Role.STAFF, area=far)
        reader = await make.person("Đặng Thị Bảy")
        await make.post(reader, Role.READER, area=commune.commune)
    own, given = await seats.sit(commune.staff), f"directory/chapters/{commune.chapter}/seat"
    foreign = await own.send(f"{given}?role=cadre", do="look", name="x", person=str(neighbour))
    assert foreign.status_code == 404, "somebody out of reach is as not there"
    there = f"directory/chapters/{commune.chapter}"
    old = await post_of(database, commune.leader)
    tried = {
        there: {"do": "change", "what": "place", "text": "Chợ", "seen": "{}"},
        f"{there}/seat?role=leader&what=dismissed&old={old}": {"do": "make", "seen": "{}"},
        f"directory/people/{commune.leader}": {"do": "invite"},
        "directory/recent": {"change": "1"},
        f"directory?area={commune.commune.id}": {"do": "place", "name": "Ấp Mới", "level": "ấp"},
    }
    for who in (neighbour, reader, commune.cadre, commune.leader):
        seat = await seats.sit(who)
        for address, fields in tried.items():
            assert (await seat.send(address, **fields)).status_code == 404, address
    for broken in ({}, {"what": "place", "text": "Chợ", "seen": "["}):
        answer = await (await seats.sit(commune.staff)).send(there, do="change", **broken)
        assert "bị lỗi" in read(answer.text)
