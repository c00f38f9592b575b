"""Mã truy cập: given at the desk, shown once, listed, cut off; by who may alone."""

import re

from tests.desk.seated import Seats, read
from tests.directory import Commune

TOKEN = re.compile(r"sh_[0-9a-f]{46}")


async def test_a_token_is_given_shown_once_and_cut_off(seats: Seats, commune: Commune) -> None:
    staff = await seats.sit(commune.staff)
    assert "Chưa cấp mã truy cập nào" in await staff.read("tokens")
    wrong = await staff.send("tokens", name=" ", days="30", id="t0")
    assert "Xin đồng chí ghi tên hệ thống" in read(wrong.text)
    form: dict[str, str | list[str]] = {
        "name": "Kho số liệu tỉnh",
        "days": "30",
        "classes": ["words"],
        "id": "t1",
    }
    given = await staff.send("tokens", **form)
    (token,) = TOKEN.findall(given.text)
    assert "chỉ hiện một lần" in read(given.text)
    again = await staff.send("tokens", **form)
    assert TOKEN.findall(again.text) == [], "a double press is one token"
    page = await staff.read("tokens")
    assert token not in page
    line = next(line for line in page.split("\n") if line.startswith("Kho số liệu tỉnh"))
    assert "Xã Long Vĩnh số liệu, lời ghi trong báo cáo Ngô Văn Tám" in line
    assert line.endswith("12h00 ngày 11/12/2026 chưa dùng")
    number = re.findall(r'name="cut_off" value="(\d+)"', (await staff.get("tokens")).text)
    ended = await staff.send("tokens", cut_off=number[0], id="t2")
    assert "đã thu hồi" in read(ended.text)
    journal = await staff.read("journal?period=2026-11")
    assert "cấp mã truy cập cho hệ thống khác" in journal
    assert "Kho số liệu tỉnh" in journal
    assert token not in journal


async def test_only_who_may_gives_and_sees_tokens(seats: Seats, commune: Commune) -> None:
    staff, cadre = await seats.sit(commune.staff), await seats.sit(commune.cadre)
    await staff.send("tokens", name="Kho", days="30")
    await cadre.get("tokens", status=404)
    assert (await cadre.send("tokens", name="Kho", days="30")).status_code == 404
    assert (await staff.send("tokens", cut_off="77")).status_code == 404
    for days, classes in (("366", []), ("x", []), ("30", ["secrets"])):
        answer = await staff.send("tokens", name="Kho", days=days, classes=classes)
        assert TOKEN.findall(answer.text) == []
