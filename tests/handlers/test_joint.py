from domain.people import Role
from storage import Database
from storage.reports import reports
from tests.directory import Directory, at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import USUAL, go
from tests.operations.planned import meetings_of
from tests.talks import Phone


async def leader_of_both(database: Database) -> tuple[Office, Phone]:
    office = await open_office(database, now=at(5, 21))
    async with database.write() as unit:
        make = Directory(unit)
        await make.post(office.commune.leader, Role.LEADER, chapter=office.commune.other_chapter)
    return office, await office.enrol(office.commune.leader)


async def test_chapters_that_met_together_are_reported_twice_and_asked_once(
    database: Database,
) -> None:
    office, leader = await leader_of_both(database)
    await go(leader, "=/baocao", "Chi hội phụ nữ ấp Cái Cối", *USUAL)
    assert "Cùng buổi đó còn Chi hội phụ nữ ấp La Ghi" in leader.last
    await leader.press("Sinh hoạt chung: Chi hội phụ nữ ấp La Ghi")
    assert "đã lấy theo báo cáo vừa gửi" in leader.last
    assert "Có bao nhiêu hội viên dự?" in leader.last
    await go(leader, "=20", "Không có", "Gửi báo cáo")
    assert "Sinh hoạt chung" not in " ".join(leader.buttons)
    (other,) = [
        meeting
        for meeting in await meetings_of(database, office.commune.other_chapter, at(5))
        if meeting.day == office.meeting.day
    ]
    async with database.read() as unit:
        sent = await reports.of_meetings(unit, [office.meeting.id, other.id])
    first, second = sent[office.meeting.id].answers, sent[other.id].answers
    assert (first.present, second.present) == (28, 20)
    assert (second.held_date, second.place, second.chair, second.activities) == (
        first.held_date,
        first.place,
        first.chair,
        first.activities,
    )


async def test_one_who_has_a_single_chapter_is_offered_nothing(database: Database) -> None:
    office = await open_office(database, now=at(5, 21))
    leader = await office.enrol(office.commune.leader)
    await go(leader, "=/baocao", *USUAL)
    assert "Cùng buổi đó" not in leader.last


async def test_a_report_of_somebody_else_is_no_model(database: Database) -> None:
    office, leader = await leader_of_both(database)
    await go(leader, "=/baocao", "Chi hội phụ nữ ấp Cái Cối", *USUAL)
    async with database.write() as unit:
        make = Directory(unit)
        await make.post(office.commune.stranger, Role.LEADER, chapter=office.commune.other_chapter)
    stranger = await office.enrol(office.commune.stranger)
    (other, *_) = await meetings_of(database, office.commune.other_chapter, at(5))
    await stranger.say(f"/baocao {other.id}-{office.meeting.id}")
    assert "đã lấy theo" not in stranger.last
    assert "Có bao nhiêu" not in stranger.last
