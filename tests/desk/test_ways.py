"""Kênh liên lạc: what each way sent, delivered and cost, for who looks after the place alone."""

from dataclasses import replace
from datetime import timedelta

from domain.people import Role
from operations.messaging.sending import Settlement, note_arrival, settle
from storage import Database
from storage.messages import addresses
from tests.desk.seated import Seats
from tests.directory import POLICY, Commune, Directory, at
from tests.operations.test_ways import TELEGRAM, join, queue

SMS = ("sms", "main")


async def write_letters(database: Database, commune: Commune) -> None:
    """Telegram takes one and loses the next, which goes by text message; one of these is lost."""
    async with database.write() as unit:
        first = await join(unit, commune.leader, "telegram")
        number = await join(unit, commune.leader, "sms")
        rows = [await queue(unit, first, key) for key in ("a", "b", "c")]
    now = at(6, 8)
    ends = [
        Settlement(rows[0].id, "sent", message_id="1", at=now),
        *(Settlement(row.id, "failed", error="blocked", unreachable=True) for row in rows[1:]),
    ]
    async with database.write() as unit:
        await settle(unit, ends, TELEGRAM, policy=POLICY, now=now)
        for row in rows[1:]:
            assert (await addresses.of_outbox_row(unit, row.id)).id == number.id
    taken = [
        Settlement(row.id, "sent", message_id=f"g{row.id}", at=now, messages=2, cost=900)
        for row in rows[1:]
    ]
    async with database.write() as unit:
        await settle(unit, taken, SMS, policy=POLICY, now=now)
    for row, delivered in zip(rows[1:], (True, False), strict=True):
        async with database.write() as unit:
            later = now + timedelta(minutes=5)
            await note_arrival(
                unit, f"g{row.id}", delivered=delivered, cost=0, policy=POLICY, now=later
            )


async def test_staff_see_what_each_way_delivered_and_cost(
    database: Database, seats: Seats, commune: Commune
) -> None:
    seats.desk.settings = replace(seats.desk.settings, sms_messages=40)
    await write_letters(database, commune)
    staff = await seats.sit(commune.staff)
    page = await staff.read("ways")
    assert "Telegram 1 – 2 –" in page
    assert "Tin nhắn SMS 2 1 1 1.800" in page
    assert "Mỗi xã, phường được 40 tin một tháng" in page
    assert "Xã Long Vĩnh 4 1.800 36" in page
    assert "Chưa gửi tin nào" in await staff.read("ways?period=2026-09")


async def test_who_looks_after_one_association_sees_no_money(
    database: Database, seats: Seats, commune: Commune
) -> None:
    await write_letters(database, commune)
    async with database.write() as unit:
        officer = await Directory(unit).person("Kim Thị Ngọc")
        await Directory(unit).post(
            officer, Role.STAFF, area=commune.commune, association="Hội Nông dân"
        )
    page = await (await seats.sit(officer)).read("ways")
    assert "Telegram" not in page, "the messages of other associations are not theirs"
    assert "Chi phí SMS theo địa bàn" not in page
    await (await seats.sit(commune.cadre)).get("ways", status=404)
