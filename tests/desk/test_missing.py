"""Chưa báo cáo: who, since when, whom to ring; a message is confirmed and goes once."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, select

from domain.people import Role
from storage.tables.cadres import nudge
from storage.tables.mail import outbox
from tests.desk.seated import Seats
from tests.directory import Commune, Directory, at


async def leader_of_the_other(seats: Seats, commune: Commune) -> int:
    """Gives the unit that is overdue a leader with an account and a phone."""
    async with seats.database.write() as unit:
        make = Directory(unit)
        leader = await make.person("Sơn Thị Mỹ")
        await make.post(leader, Role.LEADER, chapter=commune.other_chapter)
        cadre = await make.person("Lý Văn Tư")
        await make.post(cadre, Role.CADRE, area=commune.other_hamlet)
    await seats.code(leader)
    return leader


async def rows(seats: Seats, table: Table) -> Sequence[Any]:
    async with seats.database.read() as unit:
        return await unit.all(select(table))


async def test_an_overdue_unit_is_named_with_whom_to_ring(seats: Seats, commune: Commune) -> None:
    await leader_of_the_other(seats, commune)
    staff = await seats.sit(commune.staff)
    page = await staff.read("missing")
    assert "Quá hạn 1 Chưa đến hạn 0 Không tổ chức được 0 Tạm nghỉ 0" in page
    assert "Ấp La Ghi (1)" in page
    assert "Chi hội phụ nữ ấp La Ghi 05/11/2026 quá 1 ngày" in page
    assert "Sơn Thị Mỹ" in page
    assert "Lý Văn Tư" in page
    assert "chưa nhắc" in page
    without = await staff.read("missing?names=no")
    assert "Sơn Thị Mỹ" not in without
    assert "Lý Văn Tư" not in without
    assert "quá 1 ngày" in without


async def test_a_reminder_is_confirmed_and_goes_once_however_often_it_is_sent(
    seats: Seats, commune: Commune
) -> None:
    leader = await leader_of_the_other(seats, commune)
    staff = await seats.sit(commune.staff)
    page = (await staff.get("missing")).text
    meeting = page.partition('name="meeting" value="')[2].partition('"')[0]
    look = await staff.send("missing", meeting=meeting, do="look")
    assert "Gửi 1 tin cho 1 đồng chí, vào 12h00 ngày 11/11/2026" in look.text
    assert "Sơn Thị Mỹ" in look.text
    assert await rows(seats, nudge) == []
    form = look.text.partition('name="id" value="')[2].partition('"')[0]
    for _ in range(2):
        sent = await staff.send("missing", meeting=meeting, do="send", id=form)
        assert "Đã gửi lời nhắc." in sent.text
        assert "12h00 ngày 11/11/2026 đang chờ gửi" in sent.text.replace(
            '<span class="pending">', ""
        )
    (told,) = await rows(seats, nudge)
    assert (told.person_id, told.by_id) == (leader, commune.staff)
    assert len([row for row in await rows(seats, outbox) if row.dedupe_key]) == 1
    again = await staff.send("missing", meeting=meeting, do="look")
    assert "vì hôm nay hệ thống đã nhắc" in again.text


async def test_at_night_a_reminder_waits_for_the_morning(seats: Seats, commune: Commune) -> None:
    await leader_of_the_other(seats, commune)
    seats.now = at(11, 22)
    staff = await seats.sit(commune.staff)
    meeting = (
        (await staff.get("missing")).text.partition('name="meeting" value="')[2].partition('"')[0]
    )
    look = await staff.send("missing", meeting=meeting, do="look")
    assert "vào 06h30 ngày 12/11/2026" in look.text or "6h30 ngày 12/11/2026" in look.text


async def test_a_reader_sees_who_is_missing_and_reminds_nobody(
    seats: Seats, commune: Commune
) -> None:
    async with seats.database.write() as unit:
        make = Directory(unit)
        reader = await make.person("Tô Thị Hoa")
        await make.post(reader, Role.READER, area=commune.commune)
    seat = await seats.sit(reader)
    page = (await seat.get("missing")).text
    assert "Chi hội phụ nữ ấp La Ghi" in page
    assert 'name="meeting"' not in page
    assert (await seat.send("missing", meeting="1", do="send")).status_code == 404
    assert await rows(seats, nudge) == []


async def test_a_leader_sees_their_own_unit_alone(seats: Seats, commune: Commune) -> None:
    leader = await seats.sit(commune.leader)
    await leader.get(status=404)
    page = await leader.read("missing")
    assert "Đơn vị của đồng chí" in page
    assert "La Ghi" not in page


async def test_what_is_ticked_wrongly_changes_nothing(seats: Seats, commune: Commune) -> None:
    staff = await seats.sit(commune.staff)
    for ticked in ("x", "9" * 30, "-1"):
        answer = await staff.send("missing", meeting=ticked, do="send")
        assert answer.status_code == 422
    nothing: list[str] = []
    for missing in ("77", nothing):
        answer = await staff.send("missing", meeting=missing, do="send")
        assert "Không có ai cần nhắc lúc này." in answer.text
