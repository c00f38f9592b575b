"""Xác nhận số liệu: confirmed at the desk, seen by the level above, opened by late reports."""

import pytest

from domain.people import Role
from tests.desk.seated import Seats, read
from tests.directory import Commune, Directory, at


@pytest.fixture
async def closed(seats: Seats, commune: Commune) -> int:
    """November is closed; the hamlet has an office too."""
    seats.now = at(12, month=12)
    async with seats.database.write() as unit:
        make = Directory(unit)
        person = await make.person("Lý Thị Chín")
        await make.post(person, Role.STAFF, area=commune.hamlet)
    return person


async def test_each_level_confirms_and_the_one_above_sees_it(
    seats: Seats, commune: Commune, closed: int
) -> None:
    below, above = await seats.sit(closed), await seats.sit(commune.staff)
    page = await above.read("confirm?period=2026-11")
    assert "Cấp dưới: đã xác nhận 0/1 địa bàn." in page
    assert "Ấp Cái Cối chưa xác nhận" in page
    overview = await above.follow("?period=2026-11", "Số liệu chưa được xác nhận.")
    assert "Ấp Cái Cối chưa xác nhận" in overview
    done = read((await below.send("confirm?period=2026-11", id="c1")).text)
    assert "Đã xác nhận lúc 12h00 ngày 12/12/2026, đồng chí Lý Thị Chín." in done
    page = await above.read("confirm?period=2026-11")
    assert "Ấp Cái Cối đã xác nhận Lý Thị Chín 12h00 ngày 12/12/2026" in page
    assert "Lý Thị Chín" not in await above.read("confirm?period=2026-11&names=no")
    assert "Đã xác nhận 1/1 địa bàn bên dưới" in await above.read("?period=2026-11")
    own = await below.read("?period=2026-11")
    assert "Đã xác nhận lúc 12h00 ngày 12/12/2026, đồng chí Lý Thị Chín." in own
    assert "đồng chí Lý Thị Chín" not in await below.read("?period=2026-11&names=no")
    journal = await below.read("journal?period=2026-12")
    assert "xác nhận số liệu tháng" in journal


async def test_what_may_not_be_confirmed_is_said(
    seats: Seats, commune: Commune, closed: int
) -> None:
    below, above = await seats.sit(closed), await seats.sit(commune.staff)
    early = read((await above.send("confirm?period=2026-12", id="c2")).text)
    assert "Tháng này chưa chốt." in early
    other = await above.send(f"confirm?period=2026-11&area={commune.hamlet.id}", id="c3")
    assert other.status_code == 404
    assert (await below.send(f"confirm?area={commune.commune.id}")).status_code == 404
    cadre = await seats.sit(commune.cadre)
    await cadre.get("confirm", status=404)
    page = await above.read("confirm?period=2026-11")
    assert "Cấp dưới: đã xác nhận 0/1 địa bàn." in page
