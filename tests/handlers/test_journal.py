import re
from pathlib import Path

import pytest

from domain.chapter_changes import What
from domain.people import Role
from storage import Database
from storage.maintenance import audit
from tests.directory import Directory, at, held
from tests.handlers.office import Office, open_office
from tests.operations.planned import send
from texts import label


@pytest.fixture
async def office(database: Database) -> Office:
    """The report was sent and corrected."""
    office = await open_office(database, now=at(7))
    await send(database, office.commune.leader, office.meeting)
    await send(
        database, office.commune.deputy, office.meeting, held(present=25), now=at(7), corrects=1
    )
    return office


async def test_staff_read_who_changed_what_before_and_after(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    await staff.say("/nhatky")
    assert "Trần Thị Bé: sửa báo cáo. Chi hội phụ nữ ấp Cái Cối" in staff.last
    assert "– Số người dự: 28 → 25" in staff.last
    assert staff.last.index("sửa báo cáo") < staff.last.index("gửi báo cáo")


async def test_days_are_written_as_people_write_them(office: Office) -> None:
    async with office.database.write() as unit:
        audit.add_later(
            unit,
            audit.Entry(
                person_id=None,
                action="chapter.members",
                subject=f"chapter:{office.commune.chapter}",
                before={"valid_to": None},
                after={"valid_to": "2026-11-22"},
            ),
            now=at(7),
        )
    staff = await office.enrol(office.commune.staff)
    await staff.say("/nhatky")
    assert "– Đến ngày: 22/11/2026" in staff.last


async def test_places_and_chapters_stand_by_their_names(office: Office) -> None:
    commune = office.commune
    async with office.database.write() as unit:
        for action, before, after in (
            ("move", {"area_id": commune.hamlet.id}, {"area_id": commune.other_hamlet.id}),
            ("merge", None, {"successors": [commune.other_chapter]}),
        ):
            audit.add_later(
                unit,
                audit.Entry(
                    person_id=None,
                    action=f"chapter.{action}",
                    subject=f"chapter:{commune.chapter}",
                    before=before,
                    after=after,
                ),
                now=at(7),
            )
    staff = await office.enrol(commune.staff)
    await staff.say("/nhatky")
    assert "– Địa bàn: Ấp Cái Cối → Ấp La Ghi" in staff.last
    assert "– Kế tục: Chi hội phụ nữ ấp La Ghi" in staff.last


async def test_the_journal_of_one_chapter_leaves_the_others_out(office: Office) -> None:
    async with office.database.write() as unit:
        audit.add_later(
            unit,
            audit.Entry(
                person_id=None,
                action="chapter.members",
                subject=f"chapter:{office.commune.other_chapter}",
            ),
            now=at(7),
        )
    staff = await office.enrol(office.commune.staff)
    await staff.say("nhật ký")
    assert "ấp La Ghi" in staff.last
    await staff.press("Chi hội phụ nữ ấp Cái Cối")
    assert "sửa báo cáo" in staff.last
    assert "La Ghi" not in staff.last
    await staff.say("/nhatky la ghi")
    assert "La Ghi" in staff.last
    assert "Cái Cối" not in staff.last


async def test_a_cadre_reads_of_their_hamlet_only(office: Office) -> None:
    async with office.database.write() as unit:
        cadre = await Directory(unit).person("Đỗ Văn Út")
        await Directory(unit).post(cadre, Role.CADRE, area=office.commune.other_hamlet)
    phone = await office.enrol(cadre)
    await phone.say("/nhatky")
    assert "sửa báo cáo" not in phone.last
    await phone.say(f"/nhatky c{office.commune.chapter}")
    assert "sửa báo cáo" not in phone.last
    await phone.say("/nhatky cái cối")
    assert "trong phạm vi đồng chí phụ trách" in phone.last


async def test_a_leader_has_no_journal(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("/nhatky")
    assert "không được phân công" in leader.see()


async def test_a_long_journal_comes_in_pages(office: Office) -> None:
    async with office.database.write() as unit:
        for number in range(12):
            audit.add_later(
                unit,
                audit.Entry(
                    person_id=office.commune.staff,
                    action="chapter.members",
                    subject=f"chapter:{office.commune.chapter}",
                    before={"total": number},
                    after={"total": number + 1},
                ),
                now=at(7),
            )
    staff = await office.enrol(office.commune.staff)
    await staff.say("/nhatky")
    assert "gửi báo cáo" not in staff.last
    await staff.press("Trang sau")
    assert "gửi báo cáo" in staff.last
    await staff.press("Trang trước")
    assert "Tổng số: 11 → 12" in staff.last


async def test_meetings_stand_by_their_days(office: Office) -> None:
    staff = await office.enrol(office.commune.staff)
    async with office.database.write() as unit:
        audit.add_later(
            unit,
            audit.Entry(
                person_id=office.commune.cadre,
                action="attendance.confirmed",
                subject=f"chapter:{office.commune.chapter}",
                before={"meetings": []},
                after={"day": "2026-11-05", "meetings": [office.meeting.id]},
            ),
            now=at(7),
        )
    await staff.say("/nhatky")
    assert "– Buổi: 05/11/2026" in staff.last
    assert "– Ngày: 05/11/2026" in staff.last


def actions() -> set[str]:
    """Every action that an operation notes, as far as it stands in one piece."""
    found: set[str] = set()
    for file in (Path(__file__).parents[2] / "operations").rglob("*.py"):
        text = file.read_text("utf-8")
        if "audit" in text:
            found |= set(re.findall(r'"([a-z_]+\.[a-z_]+)"', text))
    return found | {f"chapter.{what}" for what in What}


def test_every_action_has_words() -> None:
    named = {f"journal-action-{text.replace('.', '-')}" for text in actions()}
    assert sorted(text for text in named if not _has_words(text)) == []


def _has_words(key: str) -> bool:
    try:
        return bool(label(key, "vi") and label(key, "en"))
    except LookupError:
        return False
