from copy import copy
from datetime import date, timedelta

import pytest

from domain.calendar import Period
from domain.meetings import Meeting, MeetingState, MeetingType
from operations.cadres.score_tables import ensure_defaults
from storage import Database
from storage.cadres import meeting_grades, rating_scales, score_tables
from storage.cadres.meeting_grades import MeetingGrade, Source
from storage.cadres.rating_scales import YearGrade
from storage.meetings import meetings
from storage.notifications import news
from tests.directory import at
from tests.handlers.office import Office, open_office
from tests.talks import Phone

# tests/operations tries what is stored on both databases.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
CAI_COI = "Chi hội phụ nữ ấp Cái Cối"
GOOD = ["tot"] * 8 + ["kha"] * 1


@pytest.fixture
async def office(database: Database) -> Office:
    """November; of ten meetings due since January nine were held and are graded."""
    office = await open_office(database, now=at(20))
    await hold(office, GOOD)
    return office


async def hold(office: Office, grades: list[str], *, missed: int = 0) -> None:
    chapter = office.commune.chapter
    async with office.database.write() as unit:
        await ensure_defaults(unit)
        (table,) = await score_tables.list_at(unit, ())
        months = range(1, len(grades) + missed + 1)
        ids = await meetings.add_all(unit, [_meeting(chapter, month) for month in months])
        for number, grade in zip(ids, grades, strict=False):
            await meetings.settle(
                unit,
                number,
                state=MeetingState.HELD,
                reason=None,
                moved_to=None,
                due_on=date(2026, 12, 1),
            )
            given = MeetingGrade(
                meeting_id=number,
                source=Source.CADRE,
                person_id=office.commune.cadre,
                table_id=table.id,
                points={},
                total=None,
                grade=grade,
                reason="",
                at=at(20),
                version=1,
            )
            assert await meeting_grades.put(unit, given)


def _meeting(chapter_id: int, month: int) -> Meeting:
    day = date(2026, month, 5)
    return Meeting(
        id=0,
        chapter_id=chapter_id,
        type=MeetingType.REGULAR,
        period=Period(2026, month),
        ordinal=1,
        planned_on=day,
        start_time="19:00",
        duration_min=90,
        place="Nhà văn hóa ấp",
        state=MeetingState.PLANNED,
        due_on=day + timedelta(days=5),
        closes_on=day + timedelta(days=35),
    )


async def level_of(office: Office) -> YearGrade | None:
    async with office.database.read() as unit:
        found = await rating_scales.of_chapters(unit, [office.commune.chapter], 2026)
    return found.get(office.commune.chapter)


async def open_card(office: Office) -> Phone:
    staff = await office.enrol(office.commune.staff)
    await staff.say("xếp loại")
    await staff.press("Ấp Cái Cối")
    await staff.press(CAI_COI)
    return staff


async def test_a_level_is_proposed_with_the_facts_it_rests_on_and_confirmed(
    office: Office,
) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/xeploai")
    assert "Xếp loại năm 2026, Xã Long Vĩnh: đã xác nhận 0/2 đơn vị" in staff.last
    await staff.press("Ấp Cái Cối")
    assert f"{CAI_COI}: đề xuất Xuất sắc" in staff.buttons
    await staff.press(CAI_COI)
    assert "Đã tổ chức 9/10 buổi; 9 buổi được đánh giá: 8 tốt, 1 khá." in staff.last
    assert "Đề xuất theo quy tắc: Xuất sắc." in staff.last
    await staff.press("Xuất sắc (đề xuất)")
    assert "Đã xác nhận xếp loại" in staff.last
    assert "Đã xếp loại: Xuất sắc. Đồng chí Ngô Văn Tám" in staff.last
    given = await level_of(office)
    assert given
    assert (given.level, given.computed, given.reason) == ("xuat_sac", "xuat_sac", "")
    await staff.press("Ấp Cái Cối")
    assert "đã xác nhận 1/1 đơn vị" in staff.last
    assert f"{CAI_COI}: Xuất sắc" in staff.buttons


async def test_another_level_needs_a_reason(office: Office) -> None:
    staff = await open_card(office)
    await staff.press("Mạnh")
    assert "vì sao xếp loại “Mạnh”?" in staff.last
    await staff.say("x")
    assert "ghi rõ hơn" in staff.last
    assert await level_of(office) is None
    await staff.say("Có hội viên vi phạm")
    assert "Mạnh. Đồng chí Ngô Văn Tám" in staff.last
    assert "Lý do: Có hội viên vi phạm" in staff.last
    given = await level_of(office)
    assert given
    assert (given.level, given.computed) == ("manh", "xuat_sac")
    await staff.press("Khá")
    await staff.press("Hủy")
    assert "Chưa xác nhận gì" in staff.last
    assert (await level_of(office)) == given


async def test_too_few_meetings_propose_nothing(database: Database) -> None:
    office = await open_office(database, now=at(20))
    await hold(office, ["tot"] * 5, missed=5)
    staff = await open_card(office)
    assert "Chưa đủ căn cứ để đề xuất: mới có 5/11 buổi được đánh giá, cần ít nhất 60%" in (
        staff.last
    )
    assert not any("đề xuất" in button for button in staff.buttons)
    await staff.press("Khá")
    await staff.say("Theo hồ sơ của Hội")
    given = await level_of(office)
    assert given
    assert (given.level, given.computed) == ("kha", "")


async def test_the_leader_sees_the_level_and_changes_nothing(office: Office) -> None:
    staff = await open_card(office)
    await staff.press("Xuất sắc (đề xuất)")
    async with office.database.read() as unit:
        told = await news.list_newest(unit, office.commune.leader, limit=5)
    assert [kept.news.key for kept in told] == ["year-news"]
    leader = await office.enrol(office.commune.leader)
    await leader.say("/xeploai")
    await leader.press(f"{CAI_COI}: Xuất sắc")
    assert "9/10 buổi" in leader.last
    assert "Đã xếp loại: Xuất sắc" in leader.last
    assert "Mạnh" not in leader.buttons
    await leader.say(f"/xeploai g{office.commune.chapter}.2026.1.1")
    assert "không được phân công phụ trách địa bàn" in leader.last
    await leader.say("/xeploai")
    await leader.press("Năm 2025")
    await leader.press(f"{CAI_COI}: chưa đủ căn cứ")
    assert "chưa buổi nào được đánh giá" in leader.last
    assert "Chưa xác nhận xếp loại" in leader.last


async def test_two_officers_notice_each_other(office: Office) -> None:
    staff = await open_card(office)
    old = copy(staff.from_bot[-1])
    await staff.press("Xuất sắc (đề xuất)")
    await staff.press("Xuất sắc (đề xuất)", on=old)
    assert "đã xác nhận xếp loại này lúc" in staff.last
    given = await level_of(office)
    assert given
    assert given.version == 1


@pytest.mark.parametrize(
    ("argument", "words"),
    [
        ("g{chapter}.2026.0.9", "không có trong thang xếp loại"),
        ("c{chapter}.2031", "Không xếp loại được cho năm 2031"),
        ("c{chapter}.1", "Không xếp loại được cho năm 1"),
        ("c999999.2026", "Không tìm thấy"),
        ("a999999.2026", "Không tìm thấy"),
    ],
)
async def test_what_cannot_be_is_said_and_changes_nothing(
    office: Office, argument: str, words: str
) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/xeploai " + argument.format(chapter=office.commune.chapter))
    assert words in staff.last
    assert await level_of(office) is None


async def test_a_cadre_looks_and_does_not_confirm(office: Office) -> None:
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say(f"/xeploai c{office.commune.chapter}.2026")
    assert "Đề xuất theo quy tắc: Xuất sắc" in cadre.last
    assert "Xuất sắc (đề xuất)" not in cadre.buttons


async def test_the_year_before_is_what_is_settled_in_spring(office: Office) -> None:
    office.town.now = at(20) + timedelta(days=100)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/xeploai")
    assert "Xếp loại năm 2026" in staff.last
    assert "Năm 2027" in staff.buttons
