"""Đặt chỉ tiêu: set at the desk, met or not on every page, taken back, and by nobody else."""

import re

from domain.people import Role
from tests.desk.seated import Seats, read
from tests.directory import Commune, Directory

NOVEMBER = "figures/targets?period=2026-11"


async def test_a_target_is_set_changed_and_taken_back(seats: Seats, commune: Commune) -> None:
    staff = await seats.sit(commune.staff)
    assert "Chưa giao chỉ tiêu nào cho tháng 11/2026" in await staff.read(NOVEMBER)
    new = {"do": "set", "indicator": "held", "sense": "min", "id": "a"}
    for value, why in (("nhiều", "có thể có hai chữ số thập phân"), ("101", "không thể quá 100%")):
        wrong = await staff.send(NOVEMBER, **{**new, "value": value, "id": f"x{value}"})
        assert why in read(wrong.text)
        assert f'value="{value}"' in wrong.text
    for _ in range(2):
        done = await staff.send(NOVEMBER, **new, value="95,5")
        assert "Đã ghi chỉ tiêu" in read(done.text)
        assert "50% (1/2) từ 95,5%: ✗ chưa đạt" in read(done.text)
    assert "từ 95,5%: ✗ chưa đạt" in await staff.read("figures?period=2026-11")
    overview = await staff.read("?period=2026-11")
    assert "Buổi đã tổ chức / đã đến hạn báo cáo: chỉ tiêu từ 95,5% ✗ chưa đạt" in overview
    again = await staff.send(NOVEMBER, **{**new, "id": "b"}, value="90")
    assert "Có người vừa sửa mục này" in read(again.text)
    seen = {"seen": "95,5", "seen_sense": "min"}
    changed = await staff.send(NOVEMBER, **{**new, "id": "c"}, **seen, value="45")
    assert "từ 95,5% từ 45%" in " ".join(read(changed.text).split())
    gone = await staff.send(
        NOVEMBER,
        **{**new, "do": "taken", "id": "d"},
        seen="45",
        seen_sense="min",
        value="45",
    )
    assert "Chưa giao chỉ tiêu nào" in read(gone.text)
    change = re.search(r'name="change" value="(\d+)"', gone.text)
    assert change
    back = await staff.send(NOVEMBER, do="back", change=change[1], id="e")
    assert "Đã khôi phục chỉ tiêu như trước" in read(back.text)
    assert "từ 45%: ✓ đạt" in read(back.text)
    stale = await staff.send(NOVEMBER, do="back", change=change[1], id="f")
    assert 'role="alert"' in stale.text
    assert "giao hoặc sửa chỉ tiêu" in await staff.read("journal?period=2026-11")


async def test_targets_are_set_within_reach_only(seats: Seats, commune: Commune) -> None:
    async with seats.database.write() as unit:
        make = Directory(unit)
        reader = await make.person("Lý Thị Ngân")
        await make.post(reader, Role.READER, area=commune.commune)
        women = await make.person("Thạch Thị Sáu")
        await make.post(
            women, Role.STAFF, area=commune.commune, association="Hội Liên hiệp Phụ nữ"
        )
    new = {"do": "set", "indicator": "on_time", "sense": "min", "value": "95"}
    looking = await seats.sit(reader)
    assert "Giao chỉ tiêu mới" not in await looking.read(NOVEMBER)
    assert (await looking.send(NOVEMBER, **new, id="a")).status_code == 404
    of_women = await seats.sit(women)
    page = await of_women.read(NOVEMBER)
    assert "Giao chỉ tiêu mới" in page
    assert (await of_women.send(NOVEMBER, **new, id="b")).status_code == 404
    done = await of_women.send(NOVEMBER, **new, kind=str(commune.kind), id="c")
    assert "từ 95%" in read(done.text)
