"""Chủ đề, mô hình, câu hỏi: each count leads to what it counts; a question is answered once."""

from sqlalchemy import insert

from storage.exemplars import exemplars
from storage.tables.meetings import topic as topic_table
from storage.topics import enquiries, topic_openings
from tests.desk.seated import Seats, read
from tests.directory import Commune, at, held
from tests.operations.planned import november, send


async def test_a_topic_says_who_opened_it_and_which_reports_used_it(
    seats: Seats, commune: Commune
) -> None:
    async with seats.database.write() as unit:
        values = {"area_id": commune.commune.id, "period": "2026-11", "title": "Chống hạn mặn"}
        await unit.run(
            insert(topic_table).values(
                id=1, issued_by=commune.staff, issued_at=at(1), guidance="Trữ nước ngọt", **values
            )
        )
        await topic_openings.record(unit, 1, commune.leader, now=at(2))
    meeting = await november(seats.database, commune)
    told = held(topic_id=1, topic_text="")
    await send(seats.database, commune.leader, meeting, told, now=at(7), corrects=1)
    staff = await seats.sit(commune.staff)
    page = await staff.read("topics")
    assert "Chống hạn mặn Tháng 11/2026 Mọi đơn vị của xã Long Vĩnh 2 1 (50%) 1" in page
    opened = " ".join((await staff.follow("topics", "Chống hạn mặn")).split())
    assert "Trữ nước ngọt" in opened
    assert "Đã xem: 1/2 đơn vị" in opened
    assert "Báo cáo đã dùng (1)" in opened
    assert f"11.26-{meeting.id:04}, Chi hội phụ nữ ấp Cái Cối" in opened.replace(" ,", ",")
    assert "chưa có chủ đề nào" in await staff.read("topics?period=2026-09")
    await staff.get("topics/77", status=404)


async def test_exemplars_are_narrowed_by_field_and_state(seats: Seats, commune: Commune) -> None:
    async with seats.database.write() as unit:
        new = exemplars.NewExemplar(
            chapter_id=commune.chapter, name="Tổ phụ nữ giữ nước", content="Mỗi nhà một lu nước"
        )
        await exemplars.add(unit, new, by=commune.staff, now=at(3))
    staff = await seats.sit(commune.staff)
    assert "Tổ phụ nữ giữ nước" in await staff.read("exemplars?find=to phu nu")
    assert "Chưa có mô hình" in await staff.read("exemplars?state=recognised")
    opened = await staff.follow("exemplars", "Tổ phụ nữ giữ nước")
    assert "Mỗi nhà một lu nước" in opened
    for other in ("77", "x"):
        await staff.get(f"exemplars/{other}", status=404)


async def test_a_question_is_answered_from_the_desk_once(seats: Seats, commune: Commune) -> None:
    async with seats.database.write() as unit:
        number = await enquiries.add(
            unit,
            person_id=commune.leader,
            chapter_id=commune.chapter,
            topic_id=None,
            text="Khi nào có giống lúa?",
            at=at(8),
        )
    staff, cadre = await seats.sit(commune.staff), await seats.sit(commune.cadre)
    page = await staff.read("questions")
    assert "Chờ trả lời 1 Đã trả lời 0" in page
    assert "Khi nào có giống lúa?" in page
    answer = {"question": str(number), "version": "0"}
    empty = await staff.send("questions", **answer, answer="", id="e")
    assert 'role="alert"' in empty.text
    for _ in range(2):
        done = await staff.send("questions", **answer, answer="Thứ Hai tới", id="a")
        assert "Chờ trả lời 0 Đã trả lời 1" in read(done.text)
    late = await cadre.send("questions", **answer, answer="Cuối tháng", id="b")
    assert "Thứ Hai tới" in read(late.text)
    assert "Thứ Hai tới" in await staff.read("questions?tab=settled")
    leader = await seats.sit(commune.leader)
    await leader.get("questions", status=404)
