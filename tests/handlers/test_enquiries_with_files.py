"""Messages by voice and photo, and messages that are told at once."""

import pytest

from domain.files import StoredFile
from domain.inbound import FileRef, InboundKind
from operations.maintenance.retention import apply_retention
from operations.people.erasing import erase_person
from storage import Database
from storage.messages import attachments
from storage.tables.cadres import enquiry, enquiry_file
from storage.tables.meetings import attachment
from tests.directory import POLICY, at
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go, later
from tests.handlers.test_enquiries import WORDS, count, three, told
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

VOICE = FileRef(file_id="voice", mime="audio/ogg", size=1000, seconds=12)
PHOTO = FileRef(file_id="photo", mime="image/jpeg", size=1000)


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(2, 9))


async def arrive(office: Office) -> None:
    """Lets every file be on disk."""
    async with office.database.write() as unit:
        for row in await unit.all(attachment.select()):
            await attachments.mark_ready(
                unit, row.id, StoredFile(sha256="0" * 64, mime=row.mime, size=9)
            )


async def speak(phone: Phone) -> None:
    await phone.send(InboundKind.VOICE, file=VOICE)


async def test_a_voice_is_taken_as_a_message_and_heard_by_the_cadre(office: Office) -> None:
    leader, cadre, _ = await three(office)
    await speak(leader)
    assert "tới đồng chí Lê Văn Sáu?" in leader.last
    assert "gõ thêm vài chữ" in leader.last
    assert await count(office) == 0
    await leader.press("Có, gửi")
    assert await told(office, office.commune.cadre) == ["(1 tin thoại)"]
    await arrive(office)
    await go(cadre, "=/loinhan", "Thạch Thị Lan", "Nghe tin thoại (1)")
    assert len(cadre.from_bot[-1].message.attachments) == 1
    await go(cadre, "Quay lại", "Đã nhận, tôi sẽ gọi")
    assert "Đã nhận, tôi sẽ gọi" in leader.last


async def test_words_and_photos_go_together_as_one_message(office: Office) -> None:
    leader, cadre, _ = await three(office)
    await leader.send(InboundKind.PHOTO, file=PHOTO, text="Cầu ấp gãy")
    await leader.send(InboundKind.PHOTO, file=PHOTO)
    await speak(leader)
    await go(leader, "=xin xuống xem", "Có, gửi")
    assert await count(office) == 1
    words = "Cầu ấp gãy xin xuống xem (2 ảnh) (1 tin thoại)"
    assert await told(office, office.commune.cadre) == [words]
    await arrive(office)
    await go(cadre, "=/loinhan", "Thạch Thị Lan", "Xem ảnh (2)")
    assert len(cadre.from_bot[-1].message.attachments) == 2


async def test_files_are_asked_for_where_a_message_is_begun(office: Office) -> None:
    leader, _, _ = await three(office)
    await leader.say("/nhantin")
    await speak(leader)
    await leader.press("Có, gửi")
    assert await told(office, office.commune.cadre) == ["(1 tin thoại)"]


async def test_a_file_beside_a_report_that_was_begun_may_be_a_message_instead(
    office: Office,
) -> None:
    leader, _, _ = await three(office)
    office.town.now = at(6, 9)
    await go(leader, "Báo cáo", "Đúng như trên", "=/menu")
    await speak(leader)
    await go(leader, "Gửi cho cán bộ phụ trách", "Có, gửi")
    assert await told(office, office.commune.cadre) == ["(1 tin thoại)"]


async def test_what_is_not_sent_reaches_nobody(office: Office) -> None:
    leader, _, _ = await three(office)
    await speak(leader)
    await leader.press("Không gửi")
    assert await count(office) == 0


async def test_an_urgent_message_does_not_wait_for_the_bundle(office: Office) -> None:
    leader, cadre, _ = await three(office)
    await leader.say(WORDS)
    await leader.press("Việc gấp, gửi ngay")
    assert "Đã báo ngay tới đồng chí Lê Văn Sáu" in leader.last
    await office.town.run()
    assert WORDS in cadre.last


async def test_any_other_message_waits_for_the_bundle(office: Office) -> None:
    leader, cadre, _ = await three(office)
    await go(leader, f"={WORDS}", "Có, gửi")
    await office.town.run()
    assert WORDS not in cadre.see()


async def test_who_answers_for_other_places_gets_no_file_of_a_message(office: Office) -> None:
    leader, _, _ = await three(office)
    await speak(leader)
    await leader.press("Có, gửi")
    await arrive(office)
    other = await office.enrol(office.commune.stranger)
    for what in ("h", "f"):
        await other.say(f"/loinhan 1-{what}")
        assert not other.from_bot[-1].message.attachments


async def test_an_erased_person_s_recordings_are_gone(office: Office) -> None:
    leader, _, _ = await three(office)
    await speak(leader)
    await leader.press("Có, gửi")
    await arrive(office)
    async with office.database.write() as unit:
        await erase_person(
            unit, office.commune.leader, by=None, policy=POLICY, now=office.town.now
        )
    async with office.database.read() as unit:
        assert await unit.all(enquiry_file.select()) == []
        assert await unit.all(attachment.select()) == []


async def test_the_files_of_a_message_go_with_it(office: Office) -> None:
    leader, _, _ = await three(office)
    await speak(leader)
    await leader.press("Có, gửi")
    await arrive(office)
    for days in (40, 4000):
        later(office.town, days=days)
        async with office.database.write() as unit:
            await apply_retention(unit, policy=POLICY, now=office.town.now)
        async with office.database.read() as unit:
            left = len(await unit.all(enquiry_file.select()))
        assert left == (1 if days < 365 else 0)
    async with office.database.read() as unit:
        assert await unit.all(enquiry.select()) == []
