from datetime import datetime, timedelta
from typing import Any

import pytest

from domain.files import StoredFile
from operations.maintenance.retention import apply_retention
from operations.people.erasing import erase_person
from operations.people.privacy import get_own_data
from storage import Database, UnitOfWork
from storage.messages import addresses, attachments
from storage.topics import topic_files, topic_openings, topics
from tests.directory import POLICY, at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import FORM, go, live, remind

TITLE = "Phân loại rác tại nhà"


@pytest.fixture
async def office(database: Database) -> Office:
    """Three days before the meeting of 5 November."""
    return await open_office(database, now=at(2, 8))


async def set_topic(office: Office, **values: Any) -> int:
    usual: dict[str, Any] = {
        "area_id": office.commune.commune.id,
        "period": "2026-11",
        "title": TITLE,
        "guidance": "Mỗi nhà một thùng rác hữu cơ.",
        "questions": "Vì sao chưa phân loại?",
        "dialogue": "Cần xã giúp gì?",
        "issued_by": office.commune.staff,
        "issued_at": at(1),
    }
    async with office.database.write() as unit:
        return await topics.add(unit, **(usual | values))


async def test_a_leader_gets_the_topic_with_the_reminder_and_opens_it(office: Office) -> None:
    topic = await set_topic(office)
    leader = await office.enrol(office.commune.leader)
    await remind(office)
    assert f"Chủ đề: {TITLE}." in leader.last
    assert leader.buttons == ["Dời hoặc không tổ chức", "Xem chủ đề"]
    await leader.press("Xem chủ đề")
    assert "Mỗi nhà một thùng rác hữu cơ." in leader.last
    assert "Vì sao chưa phân loại?" in leader.last
    assert "Cần xã giúp gì?" in leader.last
    assert "Người giao: đồng chí Ngô Văn Tám" in leader.last
    await leader.press("Xem chủ đề")
    async with office.database.read() as unit:
        (opened,) = await topic_openings.list_of(unit, [topic])
    assert opened.person_id == office.commune.leader


async def test_several_topics_stand_in_one_line_behind_one_button_and_the_report_takes_one(
    office: Office,
) -> None:
    await set_topic(office)
    await set_topic(office, title="An toàn điện mùa mưa", area_id=office.commune.hamlet.id)
    leader = await office.enrol(office.commune.leader)
    await remind(office)
    assert f"Chủ đề: 1) An toàn điện mùa mưa; 2) {TITLE}." in leader.last
    assert leader.buttons[1:] == ["Xem chủ đề"]
    await leader.press("Xem chủ đề")
    assert {"An toàn điện mùa mưa", TITLE} <= set(leader.buttons)
    office.town.now = at(5, 21)
    await leader.say("/baocao")
    await go(leader, *FORM[:2], TITLE, *FORM[3:], "Gửi báo cáo")
    assert (await live(office)).answers.topic_id is not None


async def test_files_that_are_ready_come_with_the_topic(office: Office) -> None:
    topic = await set_topic(office)
    leader = await office.enrol(office.commune.leader)
    async with office.database.write() as unit:
        ids = []
        for name, ready in (("huong-dan.docx", True), ("chua-xong.pdf", False)):
            added = await attachments.add(
                unit,
                attachments.NewFile(
                    kind="document", source=None, name=name, mime="application/zip", size=10
                ),
                address_id=1,
                now=at(1),
            )
            ids.append(added)
            if ready:
                await attachments.mark_ready(
                    unit, added, StoredFile(sha256="ab", mime="application/zip", size=10)
                )
        await topic_files.add(unit, topic, ids)
    await leader.say("chủ đề")
    await leader.press(TITLE)
    assert leader.from_bot[-1].message.attachments == (ids[0],)
    assert "huong-dan.docx" in leader.last


async def test_only_topics_of_meetings_still_ahead_are_offered(office: Office) -> None:
    await set_topic(office)
    await set_topic(office, title="Chủ đề tháng 10", period="2026-10")
    await set_topic(office, title="Của ấp khác", area_id=office.commune.other_hamlet.id)
    await set_topic(office, title="Đang soạn", issued_at=None)
    await set_topic(office, title="Đã rút", withdrawn_at=at(2))
    await set_topic(office, title="Cả quý", period="2026-Q4")
    leader = await office.enrol(office.commune.leader)
    await leader.say("/chude")
    assert leader.buttons[:2] == [TITLE, "Cả quý"]
    office.town.now = at(6)
    await leader.say("/chude")
    assert TITLE not in leader.last
    assert "Cả quý" in leader.last  # of the meeting in December


async def test_a_topic_for_some_chapters_only_reaches_no_other(office: Office) -> None:
    topic = await set_topic(office)
    async with office.database.write() as unit:
        await topics.narrow(unit, topic, [office.commune.other_chapter])
    leader = await office.enrol(office.commune.leader)
    await remind(office)
    assert TITLE not in leader.last
    await leader.say("/chude")
    assert "chưa có chủ đề" in leader.last


async def test_a_withdrawn_topic_says_so_and_an_old_report_keeps_it(office: Office) -> None:
    topic = await set_topic(office)
    leader = await office.enrol(office.commune.leader)
    await remind(office)
    reminder = leader.from_bot[-1]
    office.town.now = at(5, 21)
    await leader.say("/baocao")
    await go(leader, *FORM[:2], TITLE, *FORM[3:], "Gửi báo cáo")
    async with office.database.write() as unit:
        await topics.change(unit, topic, version=0, withdrawn_at=at(6))
    await leader.press("Xem chủ đề", on=reminder)
    assert f"Chủ đề “{TITLE}” đã được thu hồi" in leader.see()
    await leader.say(f"/baocao {office.meeting.id}")
    assert TITLE in leader.last


async def test_strangers_and_neighbours_see_no_topic(office: Office) -> None:
    topic = await set_topic(office, area_id=office.commune.other_hamlet.id)
    leader = await office.enrol(office.commune.leader)
    for argument in (f"v{topic}", "v999"):
        await leader.say(f"/chude {argument}")
        assert "Không tìm thấy chủ đề này trong phạm vi" in leader.see()
    stranger = office.town.phone("77")
    await stranger.say(f"/chude v{topic}")
    assert TITLE not in stranger.see()


async def keep(office: Office, unit: UnitOfWork, sha256: str, *, now: datetime) -> int:
    """A document that staff sent, on disk."""
    here = (await addresses.of_person(unit, office.commune.staff))[0]
    added = await attachments.add(
        unit,
        attachments.NewFile(
            kind="document", source=None, name="huong-dan.docx", mime="application/zip", size=10
        ),
        address_id=here.id,
        now=now,
    )
    await attachments.mark_ready(
        unit, added, StoredFile(sha256=sha256, mime="application/zip", size=10)
    )
    return added


async def test_the_files_of_a_topic_are_kept_for_their_own_time(office: Office) -> None:
    topic = await set_topic(office)
    await office.enrol(office.commune.staff)
    async with office.database.write() as unit:
        of_topic, loose = [await keep(office, unit, name, now=at(1)) for name in ("aa", "bb")]
        await topic_files.add(unit, topic, [of_topic])
    for days, left in ((30, [of_topic]), (401, [of_topic]), (402, [])):
        async with office.database.write() as unit:
            await apply_retention(unit, policy=POLICY, now=at(1) + timedelta(days=days))
            assert list(await attachments.find_many(unit, [of_topic, loose])) == left


async def test_an_erased_author_leaves_issued_topics_and_no_draft(office: Office) -> None:
    issued = await set_topic(office)
    draft = await set_topic(office, issued_at=None)
    await office.enrol(office.commune.staff)
    async with office.database.write() as unit:
        kept, gone = [await keep(office, unit, name, now=at(1)) for name in ("aa", "bb")]
        await topic_files.add(unit, issued, [kept])
        await topic_files.add(unit, draft, [gone])
        data = await get_own_data(unit, office.commune.staff)
        assert [value["title"] for value in data["topics"]] == [TITLE, TITLE]
        person = office.commune.staff
        await erase_person(unit, person, by=None, policy=POLICY, now=office.town.now)
    async with office.database.read() as unit:
        assert await topics.find(unit, draft) is None
        assert list(await attachments.find_many(unit, [kept, gone])) == [kept]
    leader = await office.enrol(office.commune.leader)
    await leader.say(f"/chude v{issued}")
    assert "Ngô Văn Tám" not in leader.last
    assert leader.from_bot[-1].message.attachments == (kept,)
