"""Bản tổng hợp, Thay đổi sau khi chốt, Nhật ký: what was told, what changed, who did it."""

from datetime import timedelta

import pytest

from domain.calendar import Period
from domain.people import Role
from operations.meetings.reopening import reopen_period
from operations.notifications.digesting import due_digests, post_digest
from storage import Database
from storage.directory import digest_targets
from tests.desk.seated import Seat, Seats
from tests.directory import POLICY, Commune, Directory, acting, at
from tests.operations.planned import meetings_of, send
from tests.reached import group

NOVEMBER = Period(2026, 11)
MONDAY = at(9, 7) + timedelta(minutes=30)


@pytest.fixture
async def staff(database: Database, seats: Seats, commune: Commune) -> Seat:
    """November is posted while open and when closed; then a report comes late."""
    async with database.write() as unit:
        make = Directory(unit)
        leader = await make.person("Sơn Thị Mỹ")
        await make.post(leader, Role.LEADER, chapter=commune.other_chapter)
        here = await group(unit, "Kênh xã", now=at(8))
        await digest_targets.bind(
            unit,
            address_id=here.id,
            area_id=commune.commune.id,
            language="vi",
            bound_by=None,
            now=at(8),
        )
        for now in (MONDAY, at(11, 8, month=12)):
            for ready in await due_digests(unit, policy=POLICY, now=now):
                await post_digest(unit, ready, now=now)
    seats.now = at(14, month=12)
    known = await meetings_of(database, commune.other_chapter, at(9))
    late = next(one for one in known if one.period == NOVEMBER)
    async with database.write() as unit:
        office = await acting(unit, commune.staff, seats.now)
        await reopen_period(
            office,
            chapter_id=commune.other_chapter,
            period=NOVEMBER,
            until=at(20, month=12).date(),
            reason="Báo cáo giấy",
        )
    await send(database, leader, late, now=seats.now)
    return await seats.sit(commune.staff)


async def test_what_came_after_closing_changes_no_published_figure_and_is_named(
    staff: Seat,
) -> None:
    page = await staff.read("?period=2026-11")
    assert "1 / 2 50%" in page
    assert "thay đổi sau khi chốt" in page
    assert "Chưa báo cáo 1 0" in page
    missing = await staff.read("missing?period=2026-11")
    assert "Quá hạn 1" in missing, "as many as the figure counts"
    assert "đã gửi sau khi chốt" in missing
    now = await staff.follow("?period=2026-11", "Hiện nay")
    assert "2 / 2 100%" in now
    assert "gồm cả báo cáo gửi sau khi chốt" in now
    assert "Quá hạn 0" in await staff.read("missing?period=2026-11&version=now")
    late = await staff.read("reports?period=2026-11&version=now&state=reported")
    assert "ấp La Ghi" in late
    assert "ấp La Ghi" not in await staff.read("reports?period=2026-11&state=reported")
    changes = await staff.read("changes?period=2026")
    assert "Ấp La Ghi Chưa báo cáo 1 0" in changes
    assert "Cộng Chưa báo cáo 1 0" in changes
    assert "gửi lần đầu 12h00 ngày 14/12/2026 Sơn Thị Mỹ" in changes
    assert "Sơn Thị Mỹ" not in await staff.read("changes?period=2026&names=no")
    assert "chưa có số liệu nào thay đổi" in await staff.read("changes?period=2026-10")


async def test_digests_are_shown_as_the_channel_read_them(staff: Seat) -> None:
    page = await staff.read("digests?period=2026-11")
    assert "Bản chốt, tháng 11/2026 Xã Long Vĩnh Kênh xã 8h00 ngày 11/12/2026" in page
    assert "Bản tuần, tháng 11/2026 Xã Long Vĩnh Kênh xã 7h30 ngày 09/11/2026" in page
    weekly = await staff.follow("digests?period=2026-11", "Bản tuần, tháng 11/2026")
    assert "BẢN TỔNG HỢP SINH HOẠT THÁNG 11/2026" in weekly
    assert "Số liệu chưa chốt, tính đến ngày 09/11/2026" in weekly
    assert "Sau đó, kênh còn nhận" in weekly
    assert "chưa đăng bản tổng hợp nào" in await staff.read("digests?period=2026-10")
    for nothing in ("digests/9", "digests/x", "digests/" + "9" * 40):
        await staff.get(nothing, status=404)


async def test_the_journal_says_who_did_what(staff: Seat) -> None:
    page = await staff.read("journal?period=2026-12")
    assert "12h00 ngày 14/12/2026 Sơn Thị Mỹ gửi báo cáo Chi hội phụ nữ ấp La Ghi" in page
    assert "Báo cáo giấy" in page
    without = await staff.read("journal?period=2026-12&names=no")
    assert "Sơn Thị Mỹ" not in without
    assert "Báo cáo giấy" not in without
    assert "chưa có thay đổi nào" in await staff.read("journal?period=2026-01")
