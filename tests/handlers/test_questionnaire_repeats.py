"""A repeat of a questionnaire: house by house, corrected, taken back, and what becomes of it."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.downloads import path_of
from storage import Database
from storage.tables.meetings import attachment
from storage.tables.questionnaires import questionnaire_answer
from tests.forms import damage
from tests.handlers.form_desk import FormDesk, open_desk
from tests.handlers.reported import go

# Each looks at a file in a process of its own: on one database that is slow enough.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def desk(database: Database, tmp_path: Path) -> FormDesk:
    desk = await open_desk(database, tmp_path)
    await desk.send(damage())
    return desk


async def test_houses_are_told_one_by_one_until_there_is_no_more(desk: FormDesk) -> None:
    staff, leader = desk.staff, desk.leader
    await go(staff, "Xem lại và gửi", "=5/11")
    assert "không hỏi kèm báo cáo" in staff.last
    assert "Hỏi kèm báo cáo sinh hoạt" not in staff.buttons
    await go(staff, "Gửi các đơn vị")
    await go(leader, "Trả lời")
    assert "Câu 1/2" in leader.last
    assert "Có trường hợp nào để ghi không?" in leader.last
    await go(leader, "=có")
    assert "Nhà bị hư hỏng – số 1\nTên chủ hộ" in leader.last
    await go(leader, "=Bà Sáu", "=0")
    assert "Ít nhất một người." in leader.last
    # What is asked of one house rests on that house alone.
    await go(leader, "=5")
    assert "Cần gì nhất" in leader.last
    await go(leader, "Gạo")
    assert "Thêm một trường hợp nữa không?" in leader.last
    await go(leader, "=1", "=Ông Tư", "=2", "Có", "=Chị Ba", "=4", "Xuồng", "=không")
    assert "Câu 2/2" in leader.last
    await go(leader, "Bỏ qua")
    assert "Nhà bị hư hỏng – số 2: có\nTên chủ hộ (2): Ông Tư\nMấy người (2): 2" in leader.last
    # The second is taken back; the third moves up.
    await go(leader, "Sửa", "Nhà bị hư hỏng – số 2: có", "Không, đã đủ")
    assert "Đã bỏ “Nhà bị hư hỏng – số 2”." in leader.last
    assert "Tên chủ hộ (2): Chị Ba" in leader.last
    assert "Ông Tư" not in leader.last.partition("Mời đồng chí")[0].rpartition("Nhà bị")[0]
    await go(leader, "Gửi câu trả lời")
    async with desk.office.database.read() as unit:
        rows = await unit.all(questionnaire_answer.select())
    assert [(row.question, row.round, row.amount or row.choice or row.words) for row in rows] == [
        ("house", 0, 20_000),
        ("owner", 1, "Bà Sáu"),
        ("owner", 2, "Chị Ba"),
        ("people", 1, 50_000),
        ("people", 2, 40_000),
        ("need", 1, "rice"),
        ("need", 2, "boat"),
    ]
    await go(staff, "Cập nhật")
    assert "Tổng 9; bình quân 4,5" in staff.last
    await go(staff, "Xem lời trả lời")
    assert "Bà Sáu" in staff.last
    assert "Chị Ba" in staff.last


async def test_what_was_sent_is_opened_again_and_comes_as_a_sheet_of_its_own(
    desk: FormDesk,
) -> None:
    staff, leader = desk.staff, desk.leader
    await go(staff, "Xem lại và gửi", "=5/11", "Gửi các đơn vị")
    await go(
        leader,
        "Trả lời",
        "Có",
        "=Bà Sáu",
        "=5",
        "Gạo",
        "Không, đã đủ",
        "=Đường lầy",
        "Gửi câu trả lời",
    )
    await go(leader, "Sửa câu trả lời")
    assert "Tên chủ hộ (1): Bà Sáu" in leader.last
    await go(leader, "Sửa", "Nhà bị hư hỏng: Không, đã đủ", "Có", "=Ông Tư", "=1")
    await go(leader, "Không, đã đủ", "Gửi câu trả lời")
    assert "Đã sửa câu trả lời" in leader.last
    await go(staff, "Cập nhật", "Bảng trả lời (Excel)")
    await desk.run_tasks()
    async with desk.office.database.read() as unit:
        made = await unit.first(attachment.select().order_by(attachment.c.id.desc()))
    assert made is not None
    book = load_workbook(BytesIO((desk.folder / path_of(made.sha256)).read_bytes()))
    assert book.sheetnames == ["Trả lời", "house", "Các cột"]
    ids, _, first, second = book["Trả lời"].iter_rows(values_only=True)
    assert ids[5:] == ("house", "more")
    assert first[5:] == (2, "Đường lầy")
    assert second[5:] == (None, None)
    ids, _, *rounds = book["house"].iter_rows(values_only=True)
    assert ids[5:] == ("@round", "owner", "people", "need")
    assert [row[5:] for row in rounds] == [(1, "Bà Sáu", 5, "Gạo"), (2, "Ông Tư", 1, None)]
