"""What an office asks with the report of a meeting: asked, heard, corrected, kept."""

from datetime import datetime
from decimal import Decimal

import pytest

from documents.tables.columns import SheetName
from domain.questionnaires.sheets import Sheets
from domain.reporting_span import Span
from operations.exports.asking import SheetAsked, accept_order
from operations.exports.pages import count_rows, read_pages
from operations.questionnaires.drafting import start_draft
from operations.questionnaires.importing import bring_in
from operations.questionnaires.publishing import ask_with_reports
from operations.questionnaires.sending import close_questionnaire
from operations.reports.outlines import list_outlines
from storage import Database
from storage.tables.programmes import programme
from storage.tables.questionnaires import questionnaire_answer
from tests.asking_with_reports import BEGINS, ask
from tests.directory import POLICY, Directory, acting, at
from tests.forms import survey, water
from tests.handlers.office import Office, open_office
from tests.handlers.reported import FORM, go, live
from tests.handlers.test_filled import WHOLE, send_filled
from tests.operations.planned import plan_all

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

WATER, WHY, WISH = "Số hộ dùng nước sạch", "Vì sao còn hộ chưa dùng", "Mong muốn về nước sạch"


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(5, 20))


async def publish(office: Office, sheets: Sheets | None = None) -> int:
    commune = office.commune
    scope = f"a{commune.commune.id}"
    return await ask(office.database, commune.staff, scope, sheets or water(), now=office.town.now)


async def renew(office: Office, number: int, sheets: Sheets) -> None:
    async with office.database.write() as unit:
        context = await acting(unit, office.commune.staff, office.town.now)
        brought = await bring_in(context, sheets, scope="", questionnaire_id=number)
        assert brought.questionnaire_id == number


async def kept(office: Office) -> set[tuple[str, object]]:
    async with office.database.read() as unit:
        rows = await unit.all(questionnaire_answer.select())
    return {(row.question, row.amount or row.choice or row.words) for row in rows}


@pytest.mark.parametrize("channel", ["telegram", "zalo"])
async def test_it_is_asked_after_the_common_questions_and_answered_as_they_are(
    office: Office, channel: str
) -> None:
    await publish(office)
    leader = await office.enrol(office.commune.leader, channel=channel)
    await go(leader, "Báo cáo", *FORM)
    assert "Xã Long Vĩnh hỏi thêm:" in leader.last
    assert WATER in leader.last
    await go(leader, "=600")
    assert "Số hộ từ 0 đến 500." in leader.last
    await go(leader, "=72")
    assert WHY in leader.last
    await go(leader, "Quay lại")
    assert "Hiện đã ghi: 72" in leader.last
    await go(leader, "Giữ nguyên")
    await go(leader, "=2", "Bỏ qua")
    assert f"{WATER}: 72" in leader.last
    assert f"{WHY}: Giá cao" in leader.last
    await go(leader, "Sửa", f"{WATER}: 72", "=120")
    assert WHY not in leader.last
    await go(leader, "Gửi báo cáo")
    (asked,) = (await live(office)).answers.asked
    assert [(each.question, each.number) for each in asked.given] == [("water", Decimal(120))]
    assert await kept(office) == {("water", 1_200_000)}


async def test_the_sent_report_shows_it_and_is_corrected_with_it(office: Office) -> None:
    await publish(office)
    leader = await office.enrol(office.commune.leader)
    await go(leader, "Báo cáo", *FORM, "=72", "Giá cao", "=Thêm vòi ở chợ", "Gửi báo cáo")
    await go(leader, "Xem báo cáo")
    assert f"{WATER} (Xã Long Vĩnh): 72" in leader.last
    assert f"{WISH} (Xã Long Vĩnh): Thêm vòi ở chợ" in leader.last
    await go(leader, "Sửa báo cáo")
    assert f"{WHY}: Giá cao" in leader.last
    await go(leader, "Sửa", f"{WHY}: Giá cao", "Xa đường ống", "Gửi báo cáo")
    assert await kept(office) == {
        ("water", 720_000),
        ("why", "far"),
        ("wish", "Thêm vòi ở chợ"),
    }
    await go(leader, "Xem báo cáo")
    assert "Giá cao" in leader.last
    assert "Xa đường ống" in leader.last


async def test_a_message_that_tells_everything_answers_it_by_its_label(office: Office) -> None:
    await publish(office)
    leader = await office.enrol(office.commune.leader)
    await leader.say(
        "Họp đúng kế hoạch 5/11, có mặt 28/32, chủ đề học Nghị quyết, khó khăn không, "
        "số hộ dùng nước sạch 72, vì sao còn hộ chưa dùng: giá cao"
    )
    said = " ".join(bubble.text for bubble in leader.from_bot[-3:])
    assert f"{WATER}: 72" in said
    assert f"{WHY}: Giá cao" in said
    await go(leader, "Xong", "Có dự")
    assert WISH in leader.last
    await go(leader, "Bỏ qua")
    assert "Có mặt: 28" in leader.last


async def test_a_new_version_is_taken_over_where_nothing_is_lost(office: Office) -> None:
    number = await publish(office)
    leader = await office.enrol(office.commune.leader)
    await go(leader, "Báo cáo", *FORM, "=72")
    await renew(office, number, water("Bao nhiêu hộ dùng nước sạch"))
    await go(leader, "=/menu", "=/baocao", "Làm tiếp", "Giá cao", "Bỏ qua")
    assert "Bao nhiêu hộ dùng nước sạch: 72" in leader.last
    await go(leader, "Gửi báo cáo")
    (asked,) = (await live(office)).answers.asked
    assert asked.version == 2


async def test_a_question_taken_out_stays_where_it_was_answered(office: Office) -> None:
    number = await publish(office)
    leader = await office.enrol(office.commune.leader)
    await go(leader, "Báo cáo", *FORM, "=72", "Giá cao")
    whole = water()
    shorter = [row for row in whole["survey"] if row[1] != "why"]
    await renew(office, number, {**whole, "survey": shorter})
    await go(leader, "=/menu", "=/baocao", "Làm tiếp", "Bỏ qua")
    assert f"{WHY}: Giá cao" in leader.last
    await go(leader, "Gửi báo cáo")
    assert ("why", "dear") in await kept(office)
    await go(leader, "Xem báo cáo")
    assert "Giá cao" in leader.last


async def test_what_ends_meanwhile_is_asked_no_more_where_nothing_was_answered(
    office: Office,
) -> None:
    number = await publish(office)
    leader = await office.enrol(office.commune.leader)
    await go(leader, "Báo cáo", *FORM)
    assert WATER in leader.last
    async with office.database.write() as unit:
        context = await acting(unit, office.commune.staff, office.town.now)
        await close_questionnaire(context, number)
    await go(leader, "=/menu", "=/baocao", "Làm tiếp", "Gửi báo cáo")
    assert (await live(office)).answers.asked == ()


async def test_where_the_meeting_was_not_held_nothing_more_is_asked(office: Office) -> None:
    await publish(office)
    leader = await office.enrol(office.commune.leader)
    await go(leader, "Báo cáo", "Không tổ chức được", "Thời tiết")
    assert "Mời đồng chí xem lại." in leader.last


async def test_staff_publish_it_in_the_chat_and_follow_it_month_by_month(office: Office) -> None:
    commune = office.commune
    async with office.database.write() as unit:
        context = await acting(unit, commune.staff, office.town.now)
        scope = f"a{commune.commune.id}"
        number = await start_draft(context, scope, water(), title="Nước sạch")
    staff, leader = await office.enrol(commune.staff), await office.enrol(commune.leader)
    await go(staff, "=/hoidonvi", "Nước sạch – chưa gửi", "Hỏi kèm báo cáo sinh hoạt")
    await go(staff, "Từ tháng này", "=1/11/2026")
    assert "Ngày dừng phải từ hôm nay" in staff.last
    await go(staff, "Hết quý này")
    assert "từ ngày 01/11/2026 đến hết ngày 31/12/2026" in staff.last
    assert "Hiện có 2 đơn vị." in staff.last
    await go(staff, "Thử trả lời", "=5", "Giá cao", "Bỏ qua", "Gửi câu trả lời", "Về phiếu")
    await go(staff, "Đưa vào báo cáo")
    assert "2 đơn vị được hỏi thêm" in staff.last
    assert "Đã trả lời 0/2 đơn vị" in staff.last
    await go(leader, "=/baocao", *FORM, "=72", "Giá cao", "=Thêm vòi", "Gửi báo cáo")
    await go(staff, "Cập nhật")
    assert "Đã trả lời 1/2 đơn vị" in staff.last
    assert "Tổng 72" in staff.last
    await go(staff, "Xem lời trả lời")
    assert "Thêm vòi" in staff.last
    await go(staff, "=/hoidonvi", "Nước sạch – hỏi kèm báo cáo", "Đóng phiếu", "Đóng ngay")
    assert "Đã đóng phiếu." in staff.last
    assert number


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([f"more{at}" for at in range(6)], "nhiều nhất 8 câu"),
        (["water"], "trùng tên"),
        (["present", "total"], ""),
    ],
)
async def test_what_is_too_much_together_or_named_alike_is_said_before_it_is_published(
    office: Office, names: list[str], said: str
) -> None:
    await publish(office)
    commune = office.commune
    rows = [{"type": "text", "name": name, "vi": f"Câu {name}"} for name in names]
    sheets = {"survey": survey(*rows), "choices": [], "settings": [["form_title"], ["Khác"]]}
    async with office.database.write() as unit:
        context = await acting(unit, commune.staff, office.town.now)
        hamlet = f"a{commune.hamlet.id}"
        await ask_with_reports(
            context, await start_draft(context, hamlet, sheets, title="Khác"), BEGINS, None
        )
    staff = await office.enrol(commune.staff)
    await go(staff, "=/hoidonvi", "Khác – chưa gửi")
    assert said in staff.last
    assert ("Đưa vào báo cáo" in staff.buttons) is not bool(said)
    if not said:
        leader = await office.enrol(commune.leader)
        await go(staff, "Đưa vào báo cáo")
        await go(leader, "=/baocao", *FORM, "=120", "Bỏ qua", "=Tên trùng báo cáo", "Bỏ qua")
        assert "Câu present: Tên trùng báo cáo" in leader.last
        assert "Có mặt: 28" in leader.last


async def test_what_was_written_on_a_phone_is_checked_and_what_was_taken_out_is_said(
    office: Office,
) -> None:
    number = await publish(office)
    leader = await office.enrol(office.commune.leader, channel="web")
    async with office.database.read() as unit:
        (outline, *_) = await list_outlines(
            unit, leader.address, policy=POLICY, now=office.town.now
        )
    drawn = {question["key"]: question for question in outline.form["questions"]}
    assert drawn[".water"]["asks"][-1][1] == [f"Xã Long Vĩnh hỏi thêm:\n{WATER}"]
    whole = water()
    shorter = [row for row in whole["survey"] if row[1] != "wish"]
    await renew(office, number, {**whole, "survey": shorter})
    asked = {
        ".water": {"text": "72"},
        ".why": {"keys": [".dear"]},
        ".wish": {"text": "Thêm vòi ở chợ"},
    }
    await send_filled(office, leader, {**WHOLE, **asked})
    assert any("Thêm vòi ở chợ" in bubble.text for bubble in leader.from_bot)
    assert f"{WATER}: 72" in leader.last
    assert f"{WHY}: Giá cao" in leader.last
    await go(leader, "Gửi báo cáo")
    assert await kept(office) == {("water", 720_000), ("why", "dear")}


async def test_the_last_answer_is_offered_and_every_answer_is_a_row_by_its_names(
    office: Office,
) -> None:
    await publish(office)
    commune, town = office.commune, office.town
    leader = await office.enrol(commune.leader)
    await go(leader, "=/baocao", *FORM, "=72", "Giá cao", "=Thêm vòi", "Gửi báo cáo")
    async with office.database.write() as unit:
        context = await acting(unit, commune.staff, town.now)
        asked = SheetAsked(
            sheet=SheetName.ANSWERS, area_id=commune.commune.id, span=Span(2026, 11, 1)
        )
        order = await accept_order(
            unit, context.posts, asked, policy=POLICY, now=town.now, language="vi"
        )
        rows = [row async for page in read_pages(unit, order) for row in page]
        assert await count_rows(unit, order) == len(rows) == 3
    await plan_all(office.database, datetime(2026, 12, 1, 8, tzinfo=town.now.tzinfo))
    told = {row["question"]: row for row in rows}
    assert told["water"]["amount"] == 72
    assert (told["why"]["choice"], told["why"]["choice_label"]) == ("dear", "Giá cao")
    assert (told["wish"]["words"], told["wish"]["label"]) == ("Thêm vòi", WISH)
    assert {row["meeting_id"] for row in rows} == {office.meeting.id}
    town.now = town.now.replace(month=12, day=5)
    await go(leader, "=/baocao", *FORM)
    assert "Hiện đã ghi: 72" in leader.last
    await go(leader, "Giữ nguyên")
    assert WHY in leader.last


async def test_it_is_confined_to_kinds_and_a_programme_by_ticks(office: Office) -> None:
    commune = office.commune
    async with office.database.write() as unit:
        make = Directory(unit)
        youth = await make.kind("youth", name="Chi đoàn", association="Đoàn Thanh niên")
        await make.chapter("Chi đoàn ấp La Ghi", commune.other_hamlet, youth)
        await unit.add(
            programme,
            code="ct1",
            name="Nước sạch nông thôn",
            area_id=commune.commune.id,
            valid_from=BEGINS,
        )
        context = await acting(unit, commune.staff, office.town.now)
        number = await start_draft(context, f"a{commune.commune.id}", water(), title="Nước sạch")
        await ask_with_reports(context, number, BEGINS, None)
    staff = await office.enrol(commune.staff)
    await staff.say("/hoidonvi")
    await go(staff, "Nước sạch – chưa gửi")
    assert "Hiện có 3 đơn vị" in staff.last
    await go(staff, "Chọn loại hình", "Chi đoàn", "Xong")
    assert "Chỉ hỏi: Chi đoàn." in staff.last
    assert "Hiện có 1 đơn vị" in staff.last
    await go(staff, "Theo chương trình", "Nước sạch nông thôn")
    assert "“Nước sạch nông thôn”" in staff.last
    await go(staff, "Đưa vào báo cáo")
    assert "Hỏi: Chi đoàn" in staff.last
