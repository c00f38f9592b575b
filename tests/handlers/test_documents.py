"""The office asks for a report in the chat and gets the finished file."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from bot.document_tasks import DocumentMaker
from bot.downloads import path_of, store_made
from documents.official.check import check_word
from domain.people import Role
from domain.report import ReportAnswers, ReportState
from operations.documents.sending import MAKE_DOCUMENT, MAKE_MINUTES
from operations.people.access_revocation import cut_off_by
from storage import Database
from storage.maintenance import tasks
from storage.messages import addresses, attachments
from storage.reports import reports
from tests.directory import POLICY, Directory, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.operations.planned import send
from tests.pictures import picture
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TO_THE_CARD = ("=/vanban", "Lập văn bản", "Báo cáo định kỳ", "Quý IV năm 2026")


@pytest.fixture
async def office(database: Database) -> Office:
    office = await open_office(database, now=at(20))
    await send(database, office.commune.leader, office.meeting, held(present=27))
    return office


async def make(office: Office, folder: Path) -> None:
    """Does what waits for the task pump."""
    async with office.database.write() as unit:
        now = office.town.now
        found = await tasks.claim(unit, now=now, until=now, limit=5)
    maker = DocumentMaker(
        database=office.database, folder=folder, policy=POLICY, clock=lambda: office.town.now
    )
    work = {MAKE_DOCUMENT: maker.make, MAKE_MINUTES: maker.make_minutes}
    for task in found:
        if task.kind in work:
            await work[task.kind](task)
    await office.town.run()


async def last_file(office: Office, phone: Phone, folder: Path) -> tuple[str, bytes]:
    (file_id,) = phone.from_bot[-1].message.attachments
    async with office.database.read() as unit:
        found = await attachments.find(unit, file_id)
        names = await attachments.names_of_documents(unit, [file_id])
    assert found is not None
    assert found.sha256 is not None
    return names[file_id], (folder / path_of(found.sha256)).read_bytes()


async def test_a_report_comes_into_the_chat_as_word_and_as_pdf(
    office: Office, tmp_path: Path
) -> None:
    staff = await office.enrol(office.commune.staff)
    await go(staff, *TO_THE_CARD)
    assert "Báo cáo định kỳ quý IV năm 2026, Xã Long Vĩnh, bản 1" in staff.last
    assert "Tình trạng: dự thảo" in staff.last
    assert "Còn thiếu 1/2 báo cáo đến hạn" in staff.last
    await staff.press("Nhận tệp Word")
    await make(office, tmp_path)
    name, content = await last_file(office, staff, tmp_path)
    assert name == "bao-cao-periodic-2026-q4.docx"
    assert check_word(content).findings == ()
    word = Document(BytesIO(content))
    assert any("đã tổ chức 1/2 buổi" in paragraph.text for paragraph in word.paragraphs)
    assert any("Căn cứ 1 báo cáo: 11.26-" in comment.text for comment in word.comments)
    await go(staff, "Quay lại", "Nhận tệp PDF")
    await make(office, tmp_path)
    name, content = await last_file(office, staff, tmp_path)
    assert name.endswith(".pdf")
    assert "BÁO CÁO" in PdfReader(BytesIO(content)).pages[0].extract_text()
    await go(staff, "Quay lại", "Nhận bài trình chiếu")
    await make(office, tmp_path)
    name, content = await last_file(office, staff, tmp_path)
    assert name == "bao-cao-periodic-2026-q4.pptx"
    first = Presentation(BytesIO(content)).slides[1]
    assert any(shape.has_chart for shape in first.shapes)


async def test_it_goes_from_draft_to_issue_and_on_as_a_new_version(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await go(staff, *TO_THE_CARD, "Chốt số liệu")
    assert "số liệu trong văn bản không đổi nữa" in staff.last
    await staff.press("Chốt số liệu")
    assert "đã chốt số liệu" in staff.last
    await go(staff, "Cấp số", "Cấp số")
    assert "Số: 1" in staff.last
    await go(staff, "Phát hành", "Phát hành")
    assert "Tình trạng: đã phát hành" in staff.last
    assert "Phát hành" not in staff.buttons
    await staff.press("Lập bản mới")
    assert "bản 2" in staff.last
    await staff.press("Xem khác biệt")
    assert "Không có chỉ số nào khác bản trước." in staff.last
    await go(staff, "Quay lại", "Văn bản đã lập")
    assert "Văn bản đã lập" in staff.last


async def test_an_old_button_takes_no_step_twice(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await go(staff, *TO_THE_CARD)
    await staff.say("/vanban s1.frozen")
    await staff.say("/vanban s1.frozen")
    assert "vừa được chuyển sang bước khác" in staff.last


async def test_leaders_cadres_readers_and_neighbours_make_none(office: Office) -> None:
    async with office.database.write() as unit:
        make_one = Directory(unit)
        reader, neighbour = await make_one.person("Lý Đọc"), await make_one.person("Lý Xóm")
        await make_one.post(reader, Role.READER, area=office.commune.commune)
        await make_one.post(neighbour, Role.STAFF, area=await make_one.area("Xã Đông Hải"))
    staff = await office.enrol(office.commune.staff)
    await go(staff, *TO_THE_CARD)
    for person in (office.commune.leader, office.commune.cadre, reader):
        phone = await office.enrol(person)
        for words in ("/vanban", "/vanban d1", "/vanban w1"):
            await phone.say(words)
            assert "không được phân công phụ trách địa bàn" in phone.last
    phone = await office.enrol(neighbour)
    for words in ("/vanban d1", "/vanban w1", "/vanban s1.frozen"):
        await phone.say(words)
        assert "Không tìm thấy" in phone.last
    await phone.say(f"/vanban operiodic.2026-Q4.{office.commune.commune.id}")
    assert "Không tìm thấy" in phone.last


async def test_a_report_is_of_the_whole_place_or_of_one_association(office: Office) -> None:
    youth = "Đoàn TNCS Hồ Chí Minh"
    async with office.database.write() as unit:
        make_one = Directory(unit)
        kind = await make_one.kind("youth", name="Chi đoàn", association=youth)
        secretary = await make_one.person("Lý Bí Thư")
        await make_one.post(secretary, Role.STAFF, area=office.commune.commune, association=youth)
    staff = await office.enrol(office.commune.staff)
    await go(staff, *TO_THE_CARD)
    assert "toàn địa bàn hay cho riêng hội, đoàn thể nào" in staff.last
    await staff.press(youth)
    assert f"quý IV năm 2026, {youth}, Xã Long Vĩnh, bản 1" in staff.last
    assert "Còn thiếu" not in staff.last, "the women's chapters are not of it"
    await go(staff, *TO_THE_CARD, "Toàn địa bàn")
    assert "quý IV năm 2026, Xã Long Vĩnh, bản 1" in staff.last
    own = await office.enrol(secretary)
    await go(own, *TO_THE_CARD)
    assert f"{youth}, Xã Long Vĩnh, bản 1" in own.last
    place = office.commune.commune.id
    for number in (0, office.commune.kind, kind + 77):
        await own.say(f"/vanban uperiodic.2026-Q4.{place}.{number}")
        assert "Không tìm thấy" in own.last


async def test_a_right_that_is_gone_meanwhile_gets_no_file(office: Office, tmp_path: Path) -> None:
    staff = await office.enrol(office.commune.staff)
    await go(staff, *TO_THE_CARD, "Nhận tệp Word")
    async with office.database.write() as unit:
        await cut_off_by(unit, office.commune.staff, by=None, now=office.town.now)
    before = len(staff.from_bot)
    await make(office, tmp_path)
    assert not [bubble for bubble in staff.from_bot[before:] if bubble.message.attachments]


async def test_what_is_no_button_shows_the_list(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    for words in ("/vanban x", "/vanban operiodic.2026-Q9.1", "/vanban pminutes_5", "văn bản"):
        await staff.say(words)
        assert "văn bản" in staff.last.casefold()


async def with_photo(office: Office, folder: Path) -> None:
    """Puts a photo to the report of 5 November, as a phone sent it."""
    content = picture(size=(400, 300))
    stored = await store_made(content, mime="image/jpeg", folder=folder)
    async with office.database.write() as unit:
        live = (await reports.of_meetings(unit, [office.meeting.id]))[office.meeting.id]
        (here,) = await addresses.of_person(unit, office.commune.leader)
        new = attachments.NewFile(
            kind="photo", source=None, name="", mime="image/jpeg", size=stored.size
        )
        number = await attachments.add(unit, new, address_id=here.id, now=office.town.now)
        await attachments.mark_ready(unit, number, stored)
        await attachments.attach(unit, [number], report_id=live.id)


async def test_whoever_sees_a_report_takes_its_minutes_with_the_photos(
    office: Office, tmp_path: Path
) -> None:
    leader = await office.enrol(office.commune.leader)
    await with_photo(office, tmp_path)
    await leader.say(f"/lichsu {office.meeting.id}")
    await leader.press("Nhận biên bản")
    await make(office, tmp_path)
    name, content = await last_file(office, leader, tmp_path)
    assert name.startswith("bien-ban-11-26-")
    assert check_word(content).findings == ()
    word = Document(BytesIO(content))
    text = [paragraph.text for paragraph in word.paragraphs]
    assert "Buổi sinh hoạt tổ chức ngày 05/11/2026." in text
    assert "Có mặt 27/30 hội viên phải dự, đạt 90%." in text
    assert "Chủ đề: “Vệ sinh đường làng”." in text
    assert len(word.inline_shapes) == 1
    assert any(part.startswith("Ảnh 1: gửi ") for part in text)
    signed = [cell.text for cell in word.tables[-1].rows[0].cells]
    assert "NGƯỜI GHI BIÊN BẢN" in signed[0]
    assert signed[1].split() == ["CHỦ", "TRÌ", "Thạch", "Thị", "Lan"]
    await go(leader, "=/lichsu " + str(office.meeting.id), "Nhận biên bản", "Chép cho Sổ tay")
    assert leader.last.startswith("BIÊN BẢN sinh hoạt định kỳ tháng 11/2026 của Chi hội phụ nữ")
    assert "Chủ đề: “Vệ sinh đường làng”." in leader.last
    await go(leader, "=/lichsu " + str(office.meeting.id), "Nhận biên bản", "Nhận tệp PDF")
    await make(office, tmp_path)
    _, content = await last_file(office, leader, tmp_path)
    pages = PdfReader(BytesIO(content)).pages
    assert sum(len(page.images) for page in pages) == 1


async def test_minutes_are_for_nobody_else_and_of_what_was_held_alone(office: Office) -> None:
    async with office.database.write() as unit:
        make_one = Directory(unit)
        other = await make_one.person("Sơn Thị Hoa")
        await make_one.post(other, Role.LEADER, chapter=office.commune.other_chapter)
    phone = await office.enrol(other)
    for words in (f"/vanban m{office.meeting.id}", "/vanban m999", "/vanban n999"):
        await phone.say(words)
        assert "Không tìm thấy" in phone.last
    not_held = ReportAnswers(state=ReportState.NOT_HELD, reason="weather")
    await send(
        office.database, office.commune.leader, office.meeting, not_held, corrects=1, now=at(21)
    )
    leader = await office.enrol(office.commune.leader)
    await leader.say(f"/lichsu {office.meeting.id}")
    assert "Nhận biên bản" not in leader.buttons
    await leader.say(f"/vanban m{office.meeting.id}")
    assert "chưa tổ chức nên không có biên bản" in leader.last
