"""Văn bản: begun, written in by two officers, taken as a file, and on to its number."""

from io import BytesIO

from docx import Document
from pptx import Presentation
from pypdf import PdfReader
from sqlalchemy import select

from domain.people import Role
from storage.tables.directory import audit
from tests.desk.seated import Seats, read
from tests.directory import Commune, Directory


async def test_a_document_goes_from_its_draft_to_its_number(
    seats: Seats, commune: Commune
) -> None:
    staff = await seats.sit(commune.staff)
    assert "Chưa có văn bản nào" in await staff.read("documents")
    begun = await staff.send("documents", kind="periodic", id="n1")
    page = read(begun.text)
    assert "Báo cáo định kỳ tháng 11 năm 2026, Xã Long Vĩnh, bản 1" in page
    assert "Còn thiếu 1/2 báo cáo đến hạn" in page
    assert "1 báo cáo" in page, "each paragraph says what it rests on"
    address = begun.url.path.removeprefix("/desk/")
    words = "Chi hội đã họp nghiêm túc."
    edit = {"do": "write", "key": "results.meetings.1", "edited": "0", "text": words}
    saved = await staff.send(address, **edit, id="w1")
    assert words in read(saved.text)
    assert "đã sửa tay" in read(saved.text)
    other = await seats.sit(commune.staff)
    late = await other.send(address, **{**edit, "text": "Đã họp đủ cả xã.", "id": "w2"})
    assert "Có người vừa sửa văn bản này" in read(late.text)
    assert "Đã họp đủ cả xã.</textarea>" in late.text, "what was typed is kept"
    own = {"do": "add", "key": "results", "edited": "1", "text": "Bão số 12 <i>ngày 05/11</i>."}
    added = await staff.send(address, **own, id="a1")
    assert "Bão số 12 <i>ngày 05/11</i>." in read(added.text)
    assert "đoạn tự viết, không dựa vào báo cáo nào" in read(added.text)
    late = await other.send(address, **{**own, "text": "Bão đã tan.", "id": "a2"})
    assert "Bão đã tan.</textarea>" in late.text, "what was typed is kept"
    moved = await staff.send(address, do="down", key="own.1", edited="2", id="d1")
    assert "Có người vừa sửa" not in read(moved.text)
    word = await staff.get(f"{address}/file.docx")
    assert "Bão số 12 <i>ngày 05/11</i>." in [
        line.text for line in Document(BytesIO(word.content)).paragraphs
    ]
    pdf = await staff.get(f"{address}/file.pdf")
    assert "Bãosố12<i>ngày05/11</i>." in "".join(
        "".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf.content)).pages
    )
    slides = await staff.get(f"{address}/file.pptx")
    shown = Presentation(BytesIO(slides.content)).slides
    assert any(
        words in shape.text_frame.text
        for slide in shown
        for shape in slide.shapes
        if shape.has_text_frame
    )
    for step, state in (("frozen", "ĐÃ CHỐT SỐ LIỆU"), ("numbered", "ĐÃ CẤP SỐ")):
        for _ in range(2):
            done = await staff.send(address, do=step, id=f"s-{step}")
            assert state in read(done.text)
    assert "Sửa đoạn này" not in read(done.text)
    assert "Đã cấp số 1" in await staff.read("documents")
    newer = await staff.send(address, do="version", id="v1")
    assert "bản 2" in read(newer.text)
    assert words in read(newer.text)
    async with seats.database.read() as unit:
        noted = {row.action for row in await unit.all(select(audit.c.action))}
    assert noted >= {"document.begun", "document.edited", "document.taken", "document.numbered"}


async def test_who_may_not_make_documents_sees_none(seats: Seats, commune: Commune) -> None:
    staff, cadre = await seats.sit(commune.staff), await seats.sit(commune.cadre)
    begun = await staff.send("documents", kind="periodic")
    address = begun.url.path.removeprefix("/desk/")
    for below in ("documents", address, f"{address}/file.docx"):
        await cadre.get(below, status=404)
    assert (await staff.send("documents", kind="minutes")).status_code == 422
    assert (await staff.send(address, do="dance")).status_code == 422
    await staff.get("documents/77", status=404)


async def test_a_document_of_one_association_is_begun_at_the_desk(
    seats: Seats, commune: Commune
) -> None:
    youth = "Đoàn TNCS Hồ Chí Minh"
    async with seats.database.write() as unit:
        make = Directory(unit)
        await make.kind("youth", name="Chi đoàn", association=youth)
        secretary = await make.person("Lý Bí Thư")
        await make.post(secretary, Role.STAFF, area=commune.commune, association=youth)
    staff, own = await seats.sit(commune.staff), await seats.sit(secretary)
    assert "Toàn địa bàn" in await staff.read("documents")
    for seat, address in ((staff, f"documents?association={youth}"), (own, "documents")):
        begun = await seat.send(address, kind="periodic", association=youth)
        assert f"tháng 11 năm 2026, {youth}, Xã Long Vĩnh, bản 1" in read(begun.text)
    for others in ("", "Hội Liên hiệp Phụ nữ"):
        answer = await own.client.post(
            "/desk/documents", data={"kind": "periodic", "association": others}
        )
        assert answer.status_code == 404
