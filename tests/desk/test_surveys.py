"""Phiếu hỏi: from a question to its answers, the cost between, and what others see of it."""

import re
from datetime import date
from typing import cast

from bot.channels import Channels
from bot.questionnaire_tasks import QuestionnaireTasks
from dialogue import Answer
from dialogue.asked_values import key_of, option_key
from documents.xlsform import write_xlsform
from domain.people import Role
from domain.questionnaires.sheets import Sheets
from domain.questionnaires.urgent import NAME
from operations.questionnaires.answering import give_answers, open_sheet
from storage.maintenance import tasks
from storage.tables.programmes import programme, programme_area
from tests.desk.seated import Seats, read
from tests.directory import POLICY, Commune, Directory, acting, at
from tests.forms import water
from tests.reached import reach

SHELTER = "Đơn vị có nơi tránh bão chưa?"
FORM = {"question": SHELTER, "sort": "yesno", "options": "", "day": "2026-11-13"}


async def test_a_question_is_asked_from_the_desk_and_its_answers_are_counted(
    seats: Seats, commune: Commune
) -> None:
    async with seats.database.write() as unit:
        await reach(unit, commune.leader, now=at(10))
    staff = await seats.sit(commune.staff)
    assert "Chưa có phiếu nào" in await staff.read("surveys")
    bad = await staff.send("surveys", **{**FORM, "question": "Ư?", "id": "a"})
    assert "Câu hỏi quá ngắn" in read(bad.text)
    assert "2026-11-13" in bad.text
    draft = await staff.send("surveys", **FORM, id="b")
    shown = read(draft.text)
    assert "1 tin gửi riêng tới 2 đơn vị." in shown
    assert "Telegram: 1 tin" in shown
    assert "xin gọi điện: Chi hội phụ nữ ấp La Ghi" in shown
    address = re.sub(r"^.*/desk/", "", str(draft.url))
    for _ in range(2):
        sent = read((await staff.send(address, do="send", id="c")).text)
        assert "Đã trả lời 0/2 đơn vị." in sent
    number = int(re.findall(r"surveys/(\d+)", address)[0])
    async with seats.database.write() as unit:
        lan = await acting(unit, commune.leader, at(11, 13))
        opened = await open_sheet(lan, number, commune.chapter, takes_files=True)
        answers = {key_of(NAME): Answer(keys=(option_key("yes"),))}
        await give_answers(lan, opened, answers, edition=0)
    board = await staff.read(address)
    assert "Đã trả lời 1/2 đơn vị." in board
    assert "Có: 1" in board
    assert "Chưa trả lời (1)" in board
    reminded = read((await staff.send(address, do="remind", id="d")).text)
    assert "Nhắc một lần" not in reminded
    again = read((await staff.send(address, do="remind", id="e")).text)
    assert "đã nhắc một lần rồi" in again
    closed = read((await staff.send(address, do="close", id="f")).text)
    assert "Đã đóng." in closed
    assert f"{SHELTER} Đã đóng 13/11/2026 1/2" in await staff.read("surveys")


async def test_a_draft_is_its_authors_and_others_only_look(seats: Seats, commune: Commune) -> None:
    async with seats.database.write() as unit:
        make = Directory(unit)
        reader, far = await make.person("Sơn Văn Đọc"), await make.person("Lý Thị Xa")
        await make.post(reader, Role.READER, area=commune.commune)
        await make.post(far, Role.STAFF, area=commune.hamlet)
    staff, looking = await seats.sit(commune.staff), await seats.sit(reader)
    draft = await staff.send("surveys", **FORM, id="a")
    address = re.sub(r"^.*/desk/", "", str(draft.url))
    await looking.get(address, status=404)
    await staff.send(address, do="send", id="b")
    seen = await looking.read(address)
    assert "Đã trả lời 0/2 đơn vị." in seen
    assert "Đóng phiếu" not in seen
    assert "Hỏi câu mới" not in await looking.read("surveys")
    for seat in (looking, await seats.sit(far)):
        refused = await seat.send(address, do="close", id="c")
        assert refused.status_code == 404
    await (await seats.sit(far)).get(address, status=404)


async def test_questions_go_with_reports_and_are_counted_month_by_month(
    seats: Seats, commune: Commune
) -> None:
    async with seats.database.write() as unit:
        added = await unit.add(
            programme,
            code="ct1",
            name="Nước sạch nông thôn",
            area_id=commune.commune.id,
            valid_from=date(2026, 1, 1),
        )
        pilot = {"programme_id": added, "area_id": commune.hamlet.id}
        await unit.run(unit.insert(programme_area).values(**pilot))
    staff = await seats.sit(commune.staff)
    draft = await staff.send("surveys", **FORM, id="a")
    address = re.sub(r"^.*/desk/", "", str(draft.url))
    bad = await staff.send(
        address, **{"do": "days", "from": "2026-11-01", "to": "2026-10-01", "id": "b"}
    )
    assert "Ngày dừng phải từ hôm nay" in read(bad.text)
    days = {"do": "days", "from": "2026-11-01", "to": "", "id": "c"}
    shown = read((await staff.send(address, **days)).text)
    assert "từ ngày 01/11/2026, đến khi đồng chí dừng" in shown
    assert "Hiện có 2 đơn vị." in shown
    narrow = {"do": "narrow", "programme": str(added), "id": "n"}
    assert "Hiện có 1 đơn vị." in read((await staff.send(address, **narrow)).text)
    wide = {"do": "narrow", "programme": "", "id": "w"}
    assert "Hiện có 2 đơn vị." in read((await staff.send(address, **wide)).text)
    board = read((await staff.send(address, do="publish", id="d")).text)
    assert "Đã trả lời 0/2 đơn vị." in board
    assert "Các buổi sinh hoạt tháng 11/2026" in board
    assert "hỏi kèm báo cáo sinh hoạt" in await staff.read("surveys")


async def test_a_form_is_sent_from_the_desk_with_its_faults_named_there(
    seats: Seats, commune: Commune
) -> None:
    seats.files.mkdir(exist_ok=True)
    async with seats.database.write() as unit:
        await reach(unit, commune.staff, now=at(10))
    staff = await seats.sit(commune.staff)

    async def send(sheets: Sheets, **fields: str) -> str:
        answer = await staff.client.post(
            "/desk/surveys",
            data={"do": "send", **fields},
            files={"file": ("phieu.xlsx", write_xlsform(sheets))},
            follow_redirects=True,
        )
        work = QuestionnaireTasks(
            seats.database,
            cast("Channels", object()),
            folder=seats.files,
            policy=POLICY,
            clock=lambda: seats.now,
        ).work()
        async with seats.database.write() as unit:
            claimed = await tasks.claim(unit, now=seats.now, until=seats.now, limit=10)
        for task in claimed:
            await work[task.kind](task)
            async with seats.database.write() as unit:
                await tasks.finish(unit, task.id, now=seats.now)
        return (await staff.client.get(str(answer.url))).text

    repeated = {"type": "begin_repeat", "name": "each", "vi": "Mỗi hộ"}
    bad = read(await send(water("Số hộ", repeated), id="a"))
    assert "survey, dòng 5, cột A:" in bad
    good = await send(water(), id="b")
    assert "Đã đọc xong 3 câu hỏi" in read(good)
    (number,) = set(re.findall(r"surveys/(\d+)", good))
    assert "Số hộ dùng nước sạch" in await staff.read(f"surveys/{number}")
    newer = read(await send(water("Bao nhiêu hộ có nước sạch"), id="c", of=number))
    assert "Đã đọc xong 3 câu hỏi" in newer
    assert "Bao nhiêu hộ có nước sạch" in await staff.read(f"surveys/{number}")
