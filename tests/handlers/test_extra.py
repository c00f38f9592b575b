from datetime import date

import pytest

from domain.calendar import Period
from domain.meetings import MeetingType
from domain.people import Role
from operations.notifications.digesting import make_summary
from storage import Database
from tests.directory import POLICY, Directory, at
from tests.handlers.office import Office, open_office
from tests.operations.planned import meetings_of


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(12))


async def extras(office: Office) -> list[tuple[MeetingType, date | None]]:
    found = await meetings_of(office.database, office.commune.chapter, office.town.now)
    return [
        (meeting.type, meeting.day) for meeting in found if meeting.type is not MeetingType.REGULAR
    ]


async def expected(office: Office) -> int:
    async with office.database.read() as unit:
        summary = await make_summary(
            unit, office.commune.commune.id, Period(2026, 11), policy=POLICY, now=office.town.now
        )
    return summary.total.expected


async def test_a_meeting_that_has_been_leads_straight_into_its_report(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    before = await expected(office)
    await leader.press("Việc khác")
    await leader.press("Buổi đột xuất, chuyên đề")
    await leader.press("Chuyên đề")
    await leader.press("Hôm qua")
    assert "sinh hoạt chuyên đề vào thứ Tư, 11/11/2026" in leader.last
    assert "không tính vào số buổi phải báo cáo" in leader.last
    await leader.press("Thêm")
    assert "Đã thêm. Mời đồng chí báo cáo luôn." in leader.last
    assert "1/" in leader.last
    assert await extras(office) == [(MeetingType.THEMATIC, date(2026, 11, 11))]
    assert await expected(office) == before
    await leader.say("/huy")
    await leader.say("/baocao")
    assert "Chi hội phụ nữ ấp Cái Cối, chuyên đề 11/11/2026 (có bản nháp)" in leader.buttons


async def test_a_meeting_ahead_is_reminded_of_and_can_be_taken_back(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("thêm buổi")
    await leader.press("Đột xuất")
    await leader.say("20/11")
    await leader.press("Thêm")
    assert "Đã thêm buổi ngày 20/11/2026" in leader.last
    assert await extras(office) == [(MeetingType.EXTRAORDINARY, date(2026, 11, 20))]
    found = await meetings_of(office.database, office.commune.chapter, office.town.now)
    added = next(meeting.id for meeting in found if meeting.type is MeetingType.EXTRAORDINARY)
    await leader.press("Bỏ buổi này")
    assert "Đã bỏ buổi" in leader.last
    assert await extras(office) == []
    await leader.say(f"/dotxuat x{added}")
    assert "Không tìm thấy" in leader.see()
    await leader.say("/dotxuat")
    assert "Bỏ buổi 20/11/2026" not in leader.buttons


async def test_one_whose_report_was_begun_is_not_taken_back(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/dotxuat")
    for button in ("Đột xuất", "Hôm nay", "Thêm"):
        await leader.press(button)
    await leader.say("/huy")
    await leader.say("/dotxuat")
    await leader.press("Bỏ buổi 12/11/2026")
    assert "đã có báo cáo hoặc bản nháp" in leader.see()


async def test_a_day_that_cannot_be_is_asked_again_and_nothing_is_added_without_a_word(
    office: Office,
) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/dotxuat")
    await leader.press("Đột xuất")
    await leader.say("hôm nào đó")
    assert "Xin đồng chí gõ ngày" in leader.last
    await leader.say("1/1/2030")
    assert "01/01/2030" in leader.last
    await leader.say("1/9")
    await leader.press("Thêm")
    assert "đã chốt số liệu" in leader.see()
    await leader.say("/dotxuat")
    await leader.press("Hủy")
    assert "Chưa thêm buổi nào." in leader.last
    assert await extras(office) == []


async def test_a_leader_of_two_chapters_says_which(office: Office) -> None:
    async with office.database.write() as unit:
        await Directory(unit).post(
            office.commune.leader, Role.LEADER, chapter=office.commune.other_chapter
        )
    leader = await office.enrol(office.commune.leader)
    await leader.say("/dotxuat")
    await leader.press("Chi hội phụ nữ ấp Cái Cối")
    assert "thuộc loại nào?" in leader.last


async def test_only_those_who_report_for_a_chapter_add_a_meeting(office: Office) -> None:
    for person in (office.commune.cadre, office.commune.staff):
        phone = await office.enrol(person)
        await phone.say(f"/dotxuat {office.commune.chapter}")
        assert "không được phân công báo cáo" in phone.see()
    leader = await office.enrol(office.commune.leader)
    await leader.say(f"/dotxuat {office.commune.other_chapter}")
    assert "Không tìm thấy" in leader.see()
    await leader.say(f"/dotxuat x{office.meeting.id}")
    assert "Không tìm thấy" in leader.see()
    assert await extras(office) == []
