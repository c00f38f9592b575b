from dataclasses import replace
from datetime import timedelta

import pytest

from domain.files import StoredFile
from domain.inbound import FileRef, InboundKind
from domain.people import Role
from domain.records import DifficultyState
from storage import Database
from storage.cases import case_files
from storage.messages import attachments
from storage.tables.meetings import attachment
from tests import told
from tests.directory import LOANS, ROAD, Directory, at, held
from tests.handlers.case_office import (
    CAI_COI,
    FLOODED,
    case_of,
    december,
    evening_of,
    follow_up,
    open_case,
    open_flooded_office,
)
from tests.handlers.office import Office
from tests.handlers.reported import go
from tests.operations.planned import send
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_flooded_office(database)


async def answer(office: Office) -> Phone:
    cadre = await office.enrol(office.commune.cadre)
    return await go(await open_case(cadre), "Trả lời", "=Ấp đã khơi cống")


async def untold(office: Office, person_id: int) -> list[str]:
    return [news.key for news in await told.untold(office.database, person_id)]


async def open_own(leader: Phone) -> Phone:
    await leader.say("/khokhan")
    await leader.press(next(button for button in leader.buttons if FLOODED in button))
    return leader


async def test_the_next_report_opens_with_what_became_of_it_and_takes_the_word(
    office: Office,
) -> None:
    leader = await office.enrol(office.commune.leader)
    await answer(office)
    meeting = await december(office)
    await leader.say(f"/baocao {meeting.id}")
    assert f"“{FLOODED}”: đã trả lời: “Ấp đã khơi cống”" in leader.last
    await leader.press("Đã tháo gỡ")
    assert "đã tháo gỡ. Cảm ơn đồng chí." in leader.last
    assert "Câu 1/6" in leader.last, "the report goes on where it was"
    assert not [button for button in leader.buttons if FLOODED in button]
    assert (await case_of(office)).state is DifficultyState.SOLVED
    await go(leader, "Đúng như trên", "=28", "Không có chủ đề", "Xong", "Có dự", "Không có")
    await leader.press("Gửi báo cáo")
    assert "Xác nhận khó khăn" not in " ".join(leader.buttons)


async def test_not_yet_in_the_report_puts_it_back_at_once(office: Office) -> None:
    leader = await office.enrol(office.commune.leader, channel="zalo")
    await answer(office)
    meeting = await december(office)
    await leader.say(f"/baocao {meeting.id}")
    await leader.press("Chưa tháo gỡ")
    assert "Đã ghi: chưa tháo gỡ" in leader.last
    case = await case_of(office)
    assert case.state is DifficultyState.OPEN
    assert case.due_on == (at(20, month=12)).date(), "the desk has its days anew"
    await leader.say("/baocao")
    assert "Câu 1/6" in leader.see()


async def test_a_word_that_comes_too_late_changes_nothing(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    deputy = await office.enrol(office.commune.deputy)
    await answer(office)
    meeting = await december(office)
    await leader.say(f"/baocao {meeting.id}")
    await go(await open_own(deputy), "Đã tháo gỡ")
    await leader.press("Chưa tháo gỡ")
    assert "Người khác vừa cập nhật khó khăn này" in leader.last
    assert "Câu 1/6" in leader.last
    assert (await case_of(office)).state is DifficultyState.SOLVED, "a deputy speaks for it too"


async def test_a_double_tap_on_the_word_is_one_word(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await answer(office)
    await open_own(leader)
    await leader.press_ahead("Đã tháo gỡ")
    await leader.press_ahead("Đã tháo gỡ")
    await office.town.run()
    assert "Đã ghi: đã tháo gỡ" in leader.last
    assert "vừa cập nhật" not in leader.see(), "nobody else was there"


async def test_good_news_come_first_and_only_three(office: Office) -> None:
    leader, cadre = (
        await office.enrol(office.commune.leader),
        await office.enrol(office.commune.cadre),
    )
    more = [replace(ROAD, category="other", text=f"Việc {text}") for text in "bcd"]
    told = held(difficulties=(ROAD, *more, LOANS))
    await send(office.database, office.commune.leader, office.meeting, told, corrects=1)
    for literal in ("Việc b", "Việc c"):
        await go(await open_case(cadre, literal), "Hướng dẫn", "=Làm dần")
    await go(await open_case(cadre, "Thiếu vốn"), "Chuyển cấp trên", "=Cần vốn")
    await go(await open_case(cadre), "Trả lời", "=Đã khơi cống")
    meeting = await december(office)
    await leader.say(f"/baocao {meeting.id}")
    news = leader.last.split("\n\n")[0].splitlines()
    assert news[0] == "Những khó khăn đã nêu:"
    assert [line.split("”: ")[1].split(":")[0].split(",")[0] for line in news[1:]] == [
        "đã trả lời",
        "đã chuyển cấp trên (Xã Long Vĩnh)",
        "hướng dẫn",
    ]


async def test_nothing_is_told_twice(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await answer(office)
    meeting = await december(office)
    told = held(5, month=12)
    await send(office.database, office.commune.leader, meeting, told, now=office.town.now)
    await leader.say(f"/baocao {meeting.id}")
    assert "Những khó khăn" not in leader.last, "a correction tells none"
    january = at(5, 21, month=1).replace(year=2027)
    meeting = await evening_of(office, january)
    await leader.say(f"/baocao {meeting.id}")
    assert "Câu 1/6" in leader.last
    assert "Những khó khăn" not in leader.last, "December's report told it"


async def test_fourteen_days_without_a_word_settle_an_answered_case(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await answer(office)
    for days, state in ((13, DifficultyState.ANSWERED), (2, DifficultyState.SOLVED)):
        office.town.now += timedelta(days=days)
        for _ in range(2):
            await follow_up(office)
        assert (await case_of(office)).state is state
    await open_own(leader)
    assert leader.last.count("14 ngày đơn vị không có ý kiến") == 1
    await leader.press("Chưa tháo gỡ")
    case = await case_of(office)
    assert (case.state, case.solved_at) == (DifficultyState.OPEN, None), "one tap is enough"
    await leader.say("Mưa lớn vẫn ngập")
    assert "bổ sung ý kiến – Thạch Thị Lan: “Mưa lớn vẫn ngập”" in leader.last


async def test_what_silence_settled_is_said_so_in_the_report_and_reopened_there(
    office: Office,
) -> None:
    leader = await office.enrol(office.commune.leader)
    await answer(office)
    office.town.now += timedelta(days=15)
    await follow_up(office)
    meeting = await december(office)
    await leader.say(f"/baocao {meeting.id}")
    assert f"“{FLOODED}”: coi như đã tháo gỡ, do quá 14 ngày" in leader.last
    assert "Đã tháo gỡ" not in leader.buttons
    await leader.press("Chưa tháo gỡ")
    assert "Đã ghi: chưa tháo gỡ" in leader.last
    assert "Câu 1/6" in leader.last, "the report goes on where it was"
    assert (await case_of(office)).state is DifficultyState.OPEN


async def test_news_of_a_case_that_was_opened_are_not_told_again(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await answer(office)
    assert not await untold(office, office.commune.cadre)
    assert await untold(office, office.commune.leader) == ["case-news-answered"]
    await open_own(leader)
    assert not await untold(office, office.commune.leader)
    await go(leader, "Chưa tháo gỡ", "=quay lại")
    assert "báo chưa tháo gỡ" in leader.last
    await go(await open_case(cadre), "Trả lời", "=Đã khơi lại")
    assert await untold(office, office.commune.leader) == ["case-news-answered"]
    await leader.say(f"/baocao {(await december(office)).id}")
    await leader.press("Đã tháo gỡ")
    assert not await untold(office, office.commune.leader)


async def test_a_chapter_says_more_and_the_desk_is_told(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await go(await open_own(leader), "Bổ sung ý kiến", "Không ghi thêm")
    await go(leader, "Bổ sung ý kiến", "=Nước lên tới gối")
    await cadre.say("/tin")
    assert "Đồng chí Thạch Thị Lan bổ sung ý kiến: “Nước lên tới gối”" in cadre.last
    await go(await open_case(cadre), "Trả lời", "=Ấp đã khơi cống")
    await go(await open_own(leader), "Chưa tháo gỡ", "Không ghi thêm")
    assert "báo chưa tháo gỡ – Thạch Thị Lan" in leader.last


async def test_a_chapter_without_a_difficulty_sees_how_to_tell_one(office: Office) -> None:
    async with office.database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Mai")
        await make.post(other, Role.LEADER, chapter=office.commune.other_chapter)
    mai, cadre = await office.enrol(other), await office.enrol(office.commune.cadre)
    await mai.say("/khokhan")
    assert "chưa nêu khó khăn nào" in mai.last
    await mai.say("/khokhan 1")
    assert "Không tìm thấy" in mai.last
    await cadre.say("/khokhan")
    assert "1 khó khăn, kiến nghị đang giải quyết" in cadre.last, "each sees what the post gives"
    await cadre.say("/vuviec")
    assert "1 khó khăn, kiến nghị đang giải quyết" in cadre.last


async def test_the_words_sent_with_a_photo_stand_in_the_history_of_the_case(
    office: Office,
) -> None:
    leader = await office.enrol(office.commune.leader)
    await go(await open_own(leader), "Gửi ảnh")
    await leader.send_photo()
    await leader.send_photo(words="Cống phía sau trường")
    assert "Đã nhận 2 ảnh" in leader.last
    await leader.press("Xong")
    assert "Cống phía sau trường" in leader.last


async def test_photos_of_the_chapter_and_of_the_desk_stay_with_the_case(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    cadre = await office.enrol(office.commune.cadre)
    await go(await open_own(leader), "Gửi ảnh")
    await leader.send_photo()
    assert "Đã nhận 1 ảnh" in leader.last
    await leader.say("đây là cống")
    assert "đồng chí gửi ảnh" in leader.last
    await leader.send_photo(size=60_000_000)
    assert "Đã nhận 2 ảnh" not in leader.see()
    await leader.press("Xong")
    assert "gửi ảnh – Thạch Thị Lan" in leader.last
    await go(await open_case(cadre), "Gửi ảnh")
    await cadre.send_photo()
    await cadre.press("Xong")
    assert cadre.last.count("gửi ảnh –") == 1, "said once"
    async with office.database.write() as unit:
        sent = await unit.all(attachment.select())
        for item in sent:
            await attachments.mark_ready(
                unit, item.id, StoredFile(sha256="a" * 64, mime="image/jpeg", size=9)
            )
        assert await case_files.list_of(unit, 1) == tuple(sorted(row.id for row in sent))
    await go(await open_case(cadre), "Xem ảnh (2)")
    assert len(cadre.from_bot[-1].message.attachments) == 2
    await cadre.say("/tin")
    assert f"{CAI_COI} gửi ảnh về: “{FLOODED}”" in cadre.last


async def test_a_case_keeps_ten_photos_and_a_settled_one_takes_none(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await go(await open_own(leader), "Gửi ảnh")
    for number in range(11):
        await leader.store(
            InboundKind.PHOTO,
            file=FileRef(file_id=f"flood-{number}", mime="image/jpeg", size=9),
            album="1",
        )
    await office.town.run()
    assert "nhiều nhất 10 ảnh" in leader.see()
    async with office.database.read() as unit:
        assert await case_files.count(unit, 1) == 10
    await go(leader, "Xong", "Đã tháo gỡ")
    assert "Gửi ảnh" not in leader.buttons
    await leader.say("/khokhan g1")
    assert "không trả lời được" in leader.last


async def test_who_types_for_a_leader_gives_no_word_of_hers(office: Office) -> None:
    cadre = await answer(office)
    meeting = await december(office)
    await cadre.say(f"/baocao {meeting.id}")
    assert f"{FLOODED}" in cadre.last
    assert not [button for button in cadre.buttons if FLOODED in button]
