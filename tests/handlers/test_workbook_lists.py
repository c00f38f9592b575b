"""An office's own list by chat: shown as it would be read, put right, agreed to, brought in."""

from pathlib import Path
from typing import Any

import pytest

from domain.people import Role
from storage import Database
from storage.people import people
from tests.documents.books import write_xlsx
from tests.handlers.office import open_office
from tests.handlers.test_workbook import Desk, Messenger

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

LIST: list[list[Any]] = [
    ["HỘI LHPN XÃ LONG VĨNH"],
    ["DANH SÁCH CÁC CHI HỘI"],
    ["TT", "Họ tên", "Đơn vị", "Số HV", "Liên hệ", "Quỹ"],
    [1, "Kim Thị Na", "Ấp La Ghi", 31, "0900 000 301", 200],
]


@pytest.fixture
async def desk(database: Database, tmp_path: Path) -> Desk:
    office = await open_office(database)
    return Desk(office, await office.enrol(office.commune.staff), tmp_path, Messenger())


async def send_list(desk: Desk, rows: list[list[Any]] = LIST) -> None:
    file = write_xlsx(desk.folder / "danh-sach.xlsx", {"Sheet1": rows})
    await desk.send(file.read_bytes(), name="danh-sach.xlsx")


async def put_right(desk: Desk, text: str) -> None:
    await desk.phone.press("Sửa cách đọc")
    await desk.phone.say(text)
    await desk.run_tasks()


async def test_a_list_is_shown_put_right_and_brought_in(desk: Desk) -> None:
    await send_list(desk)
    for line in (
        "Loại hình: Chi hội Phụ nữ. Xã: Xã Long Vĩnh.",
        "Cột B “Họ tên”: họ tên",
        "Cột E “Liên hệ”: chưa rõ là mục gì, bỏ qua",
        "Dòng mẫu 1: Kim Thị Na | Ấp La Ghi | 31",
    ):
        assert line in desk.phone.last
    assert "Ghi vào danh bạ" not in desk.phone.buttons
    await put_right(
        desk,
        "E = điện thoại\nchức danh = trưởng\nloại hình = Chi hội women\ngiờ = 19h"
        "\nđịa điểm = Nhà văn hóa",
    )
    assert "Cột E “Liên hệ”: số điện thoại" in desk.phone.last
    assert "Loại hình: Chi hội women." in desk.phone.last
    assert "Dùng chung cho mọi dòng, giờ sinh hoạt: 19h" in desk.phone.last
    await desk.phone.press("Đúng, đọc tiếp")
    await desk.run_tasks()
    assert "có phải là “Chi hội phụ nữ ấp La Ghi”" in desk.phone.last


async def test_what_was_brought_in_by_a_list_is_there_and_the_same_list_changes_nothing(
    desk: Desk,
) -> None:
    rows = [*LIST[:3], [1, "Kim Thị Na", "Chi hội phụ nữ ấp La Ghi", 31, "0900000301", ""]]
    for expected in ("Đơn vị: thêm 0, đổi 1", "Tệp giống hệt"):
        await send_list(desk, rows)
        await put_right(desk, "E = điện thoại; chức danh = trưởng; loại hình = Chi hội women")
        await desk.phone.press("Đúng, đọc tiếp")
        await desk.run_tasks()
        assert expected in desk.phone.last
        if "Ghi vào danh bạ" in desk.phone.buttons:
            await desk.phone.press("Ghi vào danh bạ")
            await desk.run_tasks()
    async with desk.office.database.read() as unit:
        held = await people.holders(
            unit,
            [desk.office.commune.other_chapter],
            roles=list(Role),
            day=desk.office.town.now.date(),
        )
    names = [holder.person.name for holder in held[desk.office.commune.other_chapter]]
    assert "Kim Thị Na" in names


@pytest.mark.parametrize("said", ["ZZ = điện thoại", "B = màu sắc", "không hiểu gì", "giờ 19h"])
async def test_what_is_not_understood_is_said_and_nothing_is_agreed(desk: Desk, said: str) -> None:
    await send_list(desk)
    await put_right(desk, said)
    assert f"Chưa hiểu “{said}”." in desk.phone.last
    assert "Sửa cách đọc" in desk.phone.buttons


async def test_a_list_is_dropped_at_a_word(desk: Desk) -> None:
    await send_list(desk)
    await desk.phone.press("Bỏ, không ghi")
    assert "danh bạ giữ nguyên" in desk.phone.last


async def test_text_of_an_old_font_is_shown_and_read_only_when_agreed(desk: Desk) -> None:
    await desk.send_rows({"people": [{"name": "NguyÔn ThÞ MÉu Mét", "phone": "0900000401"}]})
    assert "“NguyÔn ThÞ MÉu Mét” là “Nguyễn Thị Mẫu Một”" in desk.phone.last
    assert "Ghi vào danh bạ" not in desk.phone.buttons
    await desk.phone.press("Đúng, đọc tiếp")
    await desk.run_tasks()
    assert "+ Nguyễn Thị Mẫu Một" in desk.phone.last


async def test_nobody_else_agrees_or_changes(desk: Desk) -> None:
    await send_list(desk)
    shown = desk.phone.from_bot[-1].prompt
    keys = [choice.key for choice in (shown.choices if shown else ())]
    leader = await desk.office.enrol(desk.office.commune.leader)
    for key in keys:
        await leader.say(f"/danhba {key.removeprefix('workbook.')}")
        assert "Đồng chí gõ chỗ cần sửa" not in leader.see()
        assert "Đã nhận tệp" not in leader.see()
