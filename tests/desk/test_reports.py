"""Báo cáo: a list that counts what its figures count; one report with all that was said of it."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from domain.files import StoredFile
from domain.inbound import Address
from storage.messages import addresses, attachments
from tests.desk.seated import Seats, links, read
from tests.directory import Commune, at, held
from tests.operations.planned import november, send


async def photo(seats: Seats, person_id: int, name: str) -> int:
    """A photo that somebody sent; it is still on its way."""
    async with seats.database.write() as unit:
        here = Address("telegram", "main", f"p{person_id}", f"p{person_id}")
        known = await addresses.ensure(unit, {here: (False, "")}, now=seats.now)
        talk = known[here].conversation_id
        await addresses.bind(unit, known[here].id, person_id=person_id, conversation_id=talk)
        new = attachments.NewFile(kind="photo", name=name, mime="image/jpeg", size=1)
        return await attachments.add(unit, new, address_id=known[here].id, now=seats.now)


async def arrive(seats: Seats, number: int) -> bytes:
    """Lets a photo arrive on the disk."""
    written = BytesIO()
    Image.new("RGB", (40, 30), "green").save(written, "JPEG")
    content, sha256 = written.getvalue(), "ab" + "0" * 62
    path = Path(seats.files) / sha256[:2] / sha256
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    stored = StoredFile(sha256=sha256, mime="image/jpeg", size=len(content))
    async with seats.database.write() as unit:
        await attachments.mark_ready(unit, number, stored)
    return content


COUNTED = {
    "": ["Cái Cối", "La Ghi"],
    "due": ["Cái Cối", "La Ghi"],
    "reported": ["Cái Cối"],
    "on_time": ["Cái Cối"],
    "late": [],
    "missing": ["La Ghi"],
    "awaited": [],
    "held": ["Cái Cối"],
    "beyond": [],
}


async def test_the_list_holds_what_the_figure_counts(seats: Seats, commune: Commune) -> None:
    staff = await seats.sit(commune.staff)
    for state, units in COUNTED.items():
        page = await staff.read(f"reports?state={state}")
        names = ["Cái Cối", "La Ghi"]
        assert [one for one in names if f"Chi hội phụ nữ ấp {one}" in page] == units, state
        assert (f"{len(units)} buổi sinh hoạt" in page) is bool(units), state
    ways = [
        way
        for way in links((await staff.get()).text)
        if way.href.startswith("./reports?") and way.words.isdecimal()
    ]
    assert {way.href.partition("state=")[2] for way in ways} >= {"due", "on_time", "reported"}
    for way in dict.fromkeys(ways):
        assert f"{way.words} buổi sinh hoạt" in await staff.read(way.href), way


async def test_the_list_is_ordered_and_narrowed_by_its_address(
    seats: Seats, commune: Commune
) -> None:
    staff = await seats.sit(commune.staff)
    page = await staff.read("reports?sort=-name")
    assert page.index("ấp La Ghi") < page.index("ấp Cái Cối")
    by_sender = await staff.read("reports?sender=lan")
    assert "ấp Cái Cối" in by_sender
    assert "La Ghi" not in by_sender
    assert "Không có buổi sinh hoạt nào" in await staff.read("reports?sender=hue")
    first = (await staff.get("reports?sort=sent")).text
    assert "Thạch Thị Lan" in first
    assert "Thạch Thị Lan" not in await staff.read("reports?names=no")
    for after in ("x", "77", "9" * 30):
        assert "ấp Cái Cối" in await staff.read(f"reports?after={after}")


async def test_a_report_shows_what_each_version_said_and_who_changed_it(
    seats: Seats, commune: Commune
) -> None:
    meeting = await november(seats.database, commune)
    corrected = held(present=29, topic_text="Phòng chống hạn mặn")
    await send(seats.database, commune.deputy, meeting, corrected, now=at(7), corrects=1)
    staff = await seats.sit(commune.staff)
    page = await staff.follow("reports", "Chi hội phụ nữ ấp Cái Cối")
    page = " ".join(page.split())
    assert "Có mặt 29 bản 1: 28" in page
    assert "Chủ đề Phòng chống hạn mặn bản 1: Vệ sinh đường làng" in page
    assert "Bản 2 , 12h00 ngày 07/11/2026, Trần Thị Bé Có mặt: 28 → 29" in page
    assert "Lê Văn Sáu: chưa xác nhận" in page
    assert "Đã xem" in page, "whoever looks after the chapter has read it by looking"


async def test_photos_are_shown_to_who_sees_the_report_and_one_that_never_came_is_said(
    seats: Seats, commune: Commune
) -> None:
    here, gone = [await photo(seats, commune.leader, name) for name in ("a.jpg", "b.jpg")]
    content = await arrive(seats, here)
    async with seats.database.write() as unit:
        await attachments.mark_failed(unit, gone, reason="file-gone")
    meeting = await november(seats.database, commune)
    told = held(photos=(here, gone))
    await send(seats.database, commune.leader, meeting, told, now=at(7), corrects=1)
    staff = await seats.sit(commune.staff)
    number = f"11.26-{meeting.id:04}"
    page = await staff.get(f"reports/{number}")
    assert "Ảnh không tới" in page.text
    assert "SHA-256 ab0000" in read(page.text)
    assert "Ảnh 1, 12h00 ngày 11/11/2026, Thạch Thị Lan" in read(page.text)
    given = await staff.get(f"reports/{number}/photos/{here}")
    assert given.content == content
    assert given.headers["content-type"] == "image/jpeg"
    assert given.headers["cache-control"] == "no-store"
    for other in (str(gone), "77", "x"):
        await staff.get(f"reports/{number}/photos/{other}", status=404)
    stranger = await seats.sit(commune.stranger)
    await stranger.get(f"reports/{number}/photos/{here}", status=404)


async def test_a_review_is_written_once_and_meets_whoever_decided_meanwhile(
    seats: Seats, commune: Commune
) -> None:
    meeting = await november(seats.database, commune)
    number = f"11.26-{meeting.id:04}"
    staff, cadre = await seats.sit(commune.staff), await seats.sit(commune.cadre)
    asked = {"do": "return", "version": "1", "seen": "0", "step": "present", "id": "a1"}
    refused = await staff.send(f"reports/{number}", **{**asked, "reason": "x"})
    assert "ghi rõ hơn" in refused.text
    assert ">x</textarea>" in refused.text, "what was typed is kept"
    for _ in range(2):
        done = await staff.send(
            f"reports/{number}", **{**asked, "id": "a2", "reason": "Thiếu tên người vắng"}
        )
        assert "Đề nghị bổ sung" in read(done.text)
        assert "Lý do: Thiếu tên người vắng" in read(done.text)
    late = await cadre.send(f"reports/{number}", do="accept", version="1", seen="0", id="b1")
    assert "Ngô Văn Tám đã đề nghị bổ sung báo cáo này" in read(late.text)
    leader = await seats.sit(commune.leader)
    assert "Tiếp nhận báo cáo" not in await leader.read(f"reports/{number}")
    own = await leader.send(f"reports/{number}", do="accept", version="1", seen="0", id="c1")
    assert own.status_code == 404


async def test_minutes_are_taken_as_files_and_as_words(seats: Seats, commune: Commune) -> None:
    meeting = await november(seats.database, commune)
    number = f"11.26-{meeting.id:04}"
    leader = await seats.sit(commune.leader)
    word = await leader.get(f"reports/{number}/minutes.docx")
    assert word.content.startswith(b"PK")
    named = f"bien-ban-{number.replace('.', '-')}-chi-hoi-phu-nu-ap-cai-coi.docx"
    assert named in word.headers["content-disposition"]
    pdf = await leader.get(f"reports/{number}/minutes.pdf")
    assert pdf.content.startswith(b"%PDF")
    await leader.get(f"reports/{number}/minutes.exe", status=404)
    assert "BIÊN BẢN sinh hoạt" in (await leader.get(f"reports/{number}")).text
