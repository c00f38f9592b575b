"""An office's own questions: in by chat, tried, sent, answered as a report is, out again."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.downloads import path_of
from domain.inbound import FileRef, InboundKind
from operations.questionnaires import importing
from storage import Database
from storage.tables.meetings import attachment
from storage.tables.questionnaires import questionnaire_answer
from tests.forms import flood
from tests.handlers.form_desk import FormDesk, open_desk
from tests.handlers.reported import go

# Each looks at a file in a process of its own: on one database that is slow enough.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

HOUSES = "Số hộ bị ngập"


@pytest.fixture
async def desk(database: Database, tmp_path: Path) -> FormDesk:
    return await open_desk(database, tmp_path)


async def ask(desk: FormDesk) -> None:
    await desk.send(flood())
    await go(desk.staff, "Xem lại và gửi", "=5/11", "Gửi các đơn vị")


async def test_a_form_with_faults_changes_nothing_and_says_where(desk: FormDesk) -> None:
    bad = {"type": "text", "name": "houses", "vi": "Nữa", "relevant": "${gone} > 1"}
    await desk.send(flood(HOUSES, bad))
    assert "Tệp có" in desk.staff.last
    assert "survey, dòng 12, cột B: có hai câu cùng tên “houses”." in desk.staff.last
    assert "survey, dòng 12, cột G: nhắc tới câu “gone” không có trong phiếu." in desk.staff.last
    assert "survey, dòng 1, cột K: cột “appearance” không dùng tới" in desk.staff.last
    await desk.staff.say("/hoidonvi")
    assert "Chưa có phiếu nào" in desk.staff.last


async def test_a_form_is_tried_sent_and_answered_with_all_the_talk_can(desk: FormDesk) -> None:
    staff, leader = desk.staff, desk.leader
    await desk.send(flood())
    assert "Đã đọc xong 7 câu hỏi" in staff.last
    await go(staff, "Xem lại và gửi", "=5/11")
    assert "– Cần gì nhất (Gạo / Nước uống / Xuồng)" in staff.last
    await go(staff, "Thử trả lời", "Đã xem", "=0", "Bỏ qua", "Bỏ qua", "=Không có gì thêm")
    await go(staff, "Gửi câu trả lời")
    assert "không ghi gì" in staff.last
    await go(staff, "Về phiếu", "Gửi các đơn vị")
    assert "Đã trả lời 0/2 đơn vị" in staff.last
    await go(leader, "Trả lời")
    assert "Phiếu thiệt hại do ngập" in leader.last
    await go(leader, "Đã xem", "=6000")
    assert "Số hộ từ 0 đến 5000." in leader.last
    await go(leader, "=12")
    assert "Khi có nhà ngập\nCần gì nhất" in leader.last
    # She is called away, and comes back to the same question.
    await go(leader, "=/menu", "=/phieu")
    assert "Cần gì nhất" in leader.last
    await go(leader, "=2", "Gạo", "Xuồng", "Xong", "=1,5", "=1/11", "=19h30")
    await go(leader, "Quay lại")
    assert "Hiện đã ghi: 19h30" in leader.last
    await go(leader, "=20h", "=Đường vào ấp còn ngập")
    assert "Mời đồng chí xem lại." in leader.last
    assert "Còn cần gì: Gạo, Xuồng" in leader.last
    await go(leader, "Sửa", "Nước sâu mấy mét: 1,5", "=0,75", "Gửi câu trả lời")
    assert "Đã nhận câu trả lời" in leader.last
    await go(staff, "Cập nhật")
    assert "Đã trả lời 1/2 đơn vị" in staff.last
    assert "Tổng 0,75" in staff.last
    assert "– Nước uống: 1" in staff.last
    async with desk.office.database.read() as unit:
        rows = await unit.all(questionnaire_answer.select())
    assert {(row.question, row.amount or row.choice or row.clock) for row in rows} >= {
        ("houses", 120_000),
        ("need", "water"),
        ("also", "rice"),
        ("also", "boat"),
        ("depth", 7_500),
        ("hour", "20:00"),
    }


async def test_a_renamed_label_keeps_answers_and_a_begun_talk_ends_on_its_version(
    desk: FormDesk,
) -> None:
    staff, leader = desk.staff, desk.leader
    await ask(desk)
    await go(leader, "Trả lời", "Đã xem")
    assert HOUSES in leader.last
    await staff.say("/hoidonvi")
    await go(staff, "Thiệt hại do ngập – đã trả lời 0/2", "Gửi tệp mới")
    await desk.send(flood("Bao nhiêu nhà ngập"))
    await go(leader, "=0")
    assert "Ngập từ ngày nào" in leader.last
    await go(leader, "Bỏ qua", "Bỏ qua", "Bỏ qua")
    assert f"{HOUSES}: 0" in leader.last
    await go(leader, "Gửi câu trả lời", "Sửa câu trả lời")
    assert "Bao nhiêu nhà ngập: 0" in leader.last
    await go(staff, "Xem lại và gửi")
    assert "Bao nhiêu nhà ngập (1 đơn vị trả lời)" in staff.last
    await go(staff, "Nhận tệp XLSForm")
    await desk.run_tasks()
    async with desk.office.database.read() as unit:
        made = await unit.first(attachment.select().order_by(attachment.c.id.desc()))
    assert made is not None
    assert made.name == "phieu-hoi.xlsx"


async def test_answers_come_as_a_workbook_by_the_names_of_the_questions(desk: FormDesk) -> None:
    staff, leader = desk.staff, desk.leader
    await ask(desk)
    await go(leader, "Trả lời", "Đã xem", "=12", "=2", "Gạo", "Xuồng", "Xong", "=0,75", "=1/11")
    await go(leader, "Bỏ qua", "==SUM(A1)", "Gửi câu trả lời")
    await go(staff, "Cập nhật", "Bảng trả lời (Excel)")
    await desk.run_tasks()
    async with desk.office.database.read() as unit:
        made = await unit.first(attachment.select().order_by(attachment.c.id.desc()))
    assert made is not None
    content = (desk.folder / path_of(made.sha256)).read_bytes()
    sheet = load_workbook(BytesIO(content))["Trả lời"]
    ids, heads, first, second = sheet.iter_rows(values_only=True)
    assert ids[5:] == ("houses", "need", "also", "depth", "since", "hour", "more")
    assert heads[5] == HOUSES
    assert first[0] == "Chi hội phụ nữ ấp Cái Cối"
    assert first[5:9] == (12, "Nước uống", "Gạo; Xuồng", 0.75)
    assert f"{first[9]:%Y-%m-%d}" == "2026-11-01"
    assert first[11] == "=SUM(A1)"
    assert second[0] == "Chi hội phụ nữ ấp La Ghi"
    assert set(second[3:]) == {None}


async def test_an_example_is_handed_out_to_begin_with(desk: FormDesk) -> None:
    await go(desk.staff, "Tệp mẫu: Hộ dùng nước sạch")
    await desk.run_tasks()
    async with desk.office.database.read() as unit:
        made = await unit.first(attachment.select().order_by(attachment.c.id.desc()))
    assert made is not None
    desk.content = (desk.folder / path_of(made.sha256)).read_bytes()
    file = FileRef(file_id="f2", name="phieu.xlsx", size=len(desk.content))
    await desk.staff.send(InboundKind.FILE, file=file)
    await desk.run_tasks()
    assert "Đã đọc xong 1 câu hỏi" in desk.staff.last


async def test_what_asking_many_costs_is_reckoned_beside_the_talk(
    desk: FormDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "TOLD_AT_ONCE", 1)
    await desk.send(flood())
    await go(desk.staff, "Xem lại và gửi", "=5/11")
    assert "chi phí được tính riêng" in desk.staff.last
    assert "Gửi các đơn vị" in desk.staff.buttons
    await desk.run_tasks()
    assert "1 tin gửi riêng tới 2 đơn vị" in desk.staff.from_bot[-1].text
