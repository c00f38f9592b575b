from datetime import timedelta

import pytest
from sqlalchemy import select, update

from operations.people.practice import LONGEST, MOST_STEPS, prepare_practice
from storage import Database
from storage.tables.directory import conversation
from tests.directory import at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import FORM, go
from tests.kept import all_rows
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

# The talk itself: what came in, what was answered, where the conversation stands.
OF_THE_TALK = frozenset({"inbox", "outbox", "conversation", "web_message"})
MARK = "ĐANG TẬP LÀM: không lưu, không gửi cho ai."


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(6))


async def everything(database_url: str) -> dict[str, list[bytes]]:
    kept = await all_rows(database_url)
    return {table: rows for table, rows in kept.items() if table not in OF_THE_TALK}


def all_marked(phone: Phone, *, since: int) -> bool:
    return all(MARK in bubble.text for bubble in phone.from_bot[since:])


async def test_a_practised_report_changes_nothing_and_reaches_nobody(
    office: Office, database_url: str
) -> None:
    deputy = await office.enrol(office.commune.deputy)
    cadre = await office.enrol(office.commune.cadre)
    leader = await office.enrol(office.commune.leader)
    before = await everything(database_url)
    others = [len(cadre.screen), len(leader.screen)]
    shown = len(deputy.from_bot)
    await deputy.say("/lamthu")
    assert MARK in deputy.last
    await deputy.press("Báo cáo")
    await go(deputy, *FORM)
    await deputy.press("Gửi báo cáo")
    assert "Đã nhận báo cáo tháng 11/2026" in deputy.last
    await deputy.say("/lichsu")
    assert "tháng 11/2026" in deputy.see()
    assert all_marked(deputy, since=shown)
    assert [len(cadre.screen), len(leader.screen)] == others
    assert await everything(database_url) == before
    await deputy.press("Kết thúc tập làm")
    assert "Từ đây báo cáo được gửi thật" in deputy.last
    await deputy.say("/lichsu")
    assert MARK not in deputy.last
    assert await everything(database_url) == before


async def test_after_practice_a_report_counts(office: Office, database_url: str) -> None:
    leader = await office.enrol(office.commune.leader)
    before = await everything(database_url)
    await leader.say("làm thử")
    await leader.say("/baocao")
    await leader.say("kết thúc tập làm")
    await leader.say("/baocao")
    await go(leader, *FORM, "Gửi báo cáo")
    assert MARK not in leader.last
    assert len((await everything(database_url))["report"]) == len(before["report"]) + 1


async def test_a_begun_report_waits_untouched_through_practice(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/baocao")
    await leader.press("Đúng như trên")
    await leader.say("/lamthu baocao")
    assert MARK in leader.last
    await leader.press("Làm lại từ đầu")
    await leader.say("/lamthu")
    assert "Đã kết thúc tập làm" in leader.last
    await leader.press("Về trang chính")
    assert "Tiếp tục báo cáo tháng 11/2026" in "\n".join(leader.buttons)


async def test_even_an_erasure_and_a_withdrawal_can_be_practised(
    office: Office, database_url: str
) -> None:
    staff = await office.enrol(office.commune.staff)
    leader = await office.enrol(office.commune.leader)
    before = await everything(database_url)
    await leader.say("/lamthu")
    await leader.say("/dulieu")
    await leader.press("Đề nghị xóa dữ liệu")
    await leader.press("Đề nghị xóa")
    await leader.say("/rutdongy")
    await leader.press("Rút lại sự đồng ý")
    assert "Đã rút lại sự đồng ý" in leader.last
    assert "đề nghị" not in staff.last
    assert await everything(database_url) == before
    await leader.say("/lamthu")
    await leader.say("/menu")
    assert "Thạch Thị Lan" in leader.last


async def test_practice_works_where_there_are_no_buttons(office: Office) -> None:
    leader = await office.enrol(office.commune.leader, channel="zalo")
    await leader.say("/lamthu")
    await leader.say("/baocao")
    await go(leader, *FORM)
    assert MARK in leader.last
    await leader.press("Kết thúc tập làm")
    assert "Đã kết thúc tập làm" in leader.last


async def test_a_practice_left_alone_ends_by_itself(office: Office, database_url: str) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/lamthu")
    before = await everything(database_url)
    office.town.now += LONGEST + timedelta(minutes=1)
    await leader.say("/baocao")
    assert "kể cả tin vừa gửi, không được lưu" in leader.last
    assert await everything(database_url) == before
    await leader.say("/baocao")
    assert MARK not in leader.last


async def test_a_practice_without_end_ends(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/lamthu")
    await leader.say("thử")
    await type_again(office, times=MOST_STEPS - 4)
    assert "hết thời gian" not in leader.see()
    for number in range(4):
        await leader.say(f"thử {number}")
    assert "hết thời gian" in leader.see()


async def type_again(office: Office, *, times: int) -> None:
    """Lets the last step of the practice stand there several times: playing each takes long."""
    talk = conversation.c.person_id == office.commune.leader
    async with office.database.write() as unit:
        practice = await unit.scalar(select(conversation.c.practice).where(talk))
        practice["log"] += practice["log"][-1:] * times
        await unit.run(update(conversation).where(talk).values(practice=practice))


async def test_an_old_button_of_practice_does_nothing(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/menu")
    await leader.say("/lamthu end")
    assert "không ở chế độ tập làm" in leader.last


async def test_a_prepared_talk_begins_as_soon_as_its_person_joins(office: Office) -> None:
    async with office.database.write() as unit:
        await prepare_practice(unit, office.commune.leader, "/baocao", now=office.town.now)
    leader = await office.enrol(office.commune.leader)
    assert MARK in leader.last
    assert "tổ chức thế nào?" in leader.last
