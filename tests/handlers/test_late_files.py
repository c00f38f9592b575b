"""Photos, pages and recordings that nothing asked for, albums, and the words sent with them."""

from datetime import timedelta

import pytest

from domain.inbound import FileRef, InboundKind
from domain.records import Report
from storage import Database
from storage.messages import attachments
from tests.codes import code_for
from tests.handlers.office import Office, open_office
from tests.handlers.reported import FORM, go, live
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

PDF = FileRef(file_id="minutes", name="bien-ban.pdf", mime="application/pdf", size=900)
PICTURE = FileRef(file_id="page", name="trang-1.jpg", mime="image/jpeg", size=900)
FILM = FileRef(file_id="film", name="buoi-hop.mp4", mime="video/mp4", size=900)
OLD = FileRef(file_id="old", name="bien-ban.doc", mime="application/msword", size=900)


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database)


@pytest.fixture
async def leader(office: Office) -> Phone:
    return await office.enrol(office.commune.leader)


async def album(phone: Phone, count: int, *, words: str = "") -> None:
    for number in range(count):
        file = FileRef(file_id=f"part-{number}", mime="image/jpeg", size=1000)
        await phone.store(
            InboundKind.PHOTO, album="album", file=file, text="" if number else words
        )
    await phone.talks.run()


async def kinds_of(office: Office, report: Report) -> list[str]:
    async with office.database.read() as unit:
        return [attachment.kind for attachment in await attachments.of_report(unit, report.id)]


async def test_an_album_gets_one_answer_with_the_open_question_last(leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên")
    before = len(leader.from_bot)
    await album(leader, 10)
    assert len(leader.from_bot) == before + 1
    assert "10 ảnh" in leader.last
    assert leader.last.rstrip().endswith("dự?")
    await go(leader, "=28", *FORM[2:])
    assert "Ảnh biên bản: 10 ảnh" in leader.last


async def test_photos_sent_singly_in_a_quick_row_get_one_answer_too(leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên")
    before = len(leader.from_bot)
    for number in range(13):
        file = FileRef(file_id=f"single-{number}", mime="image/jpeg", size=1000)
        await leader.store(InboundKind.PHOTO, file=file)
        leader.talks.now += timedelta(seconds=1)
    await leader.talks.run()
    assert len(leader.from_bot) == before + 1
    assert "13 ảnh" in leader.last
    assert leader.last.rstrip().endswith("dự?")


async def test_a_photo_of_a_row_that_is_refused_is_said_to_be(leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên")
    before = len(leader.from_bot)
    for number, size in enumerate((1000, 10**9, 1000)):
        file = FileRef(file_id=f"single-{number}", mime="image/jpeg", size=size)
        await leader.store(InboundKind.PHOTO, file=file)
    await leader.talks.run()
    assert len(leader.from_bot) == before + 1
    assert "954 MB" in leader.last
    assert "2 ảnh" in leader.last


async def test_photos_that_come_later_are_answered_again(leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên")
    before = len(leader.from_bot)
    for number in range(2):
        file = FileRef(file_id=f"single-{number}", mime="image/jpeg", size=1000)
        await leader.send(InboundKind.PHOTO, file=file)
    assert len(leader.from_bot) == before + 2
    assert "2 ảnh" in leader.last


async def test_a_text_right_after_an_album_still_answers_the_open_question(
    leader: Phone,
) -> None:
    await go(leader, "Báo cáo", "Đúng như trên")
    for number in range(4):
        file = FileRef(file_id=f"part-{number}", mime="image/jpeg", size=1000)
        await leader.store(InboundKind.PHOTO, album="album", file=file)
    await leader.type_ahead("28")
    await leader.talks.run()
    await go(leader, *FORM[2:])
    assert "Ảnh biên bản: 4 ảnh" in leader.last
    assert "28" in leader.last


@pytest.mark.parametrize("file", [PDF, PICTURE])
async def test_pages_sent_as_files_belong_to_the_minutes(
    office: Office, leader: Phone, file: FileRef
) -> None:
    await go(leader, "Báo cáo", *FORM)
    await leader.send(InboundKind.FILE, file=file)
    await leader.send_photo()
    assert "Ảnh biên bản: 2 ảnh" in leader.last
    await go(leader, "Gửi báo cáo")
    assert len(await kinds_of(office, await live(office))) == 2


@pytest.mark.parametrize(("file", "words"), [(FILM, "chưa nhận phim"), (OLD, ".doc, .xls")])
async def test_what_is_not_taken_is_refused_at_once_with_the_reason(
    leader: Phone, file: FileRef, words: str
) -> None:
    await go(leader, "Báo cáo", "Đúng như trên")
    await leader.send(InboundKind.FILE, file=file)
    assert words in leader.last
    assert leader.last.rstrip().endswith("dự?")


async def test_the_words_with_a_photo_are_offered_where_words_are_asked(leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên")
    await album(leader, 2, words="Đường vào ấp bị ngập")
    assert "Lời ghi kèm ảnh chưa vào báo cáo" in leader.see()
    await go(leader, "=28", *FORM[2:5])
    offered = "Ghi lời kèm ảnh: “Đường vào ấp bị ngập”"
    assert offered in leader.buttons
    await leader.press(offered)
    assert "Đường vào ấp bị ngập" in leader.last
    assert offered not in leader.buttons


@pytest.mark.parametrize("kind", [InboundKind.PHOTO, InboundKind.FILE, InboundKind.VOICE])
async def test_what_comes_after_sending_is_offered_to_the_report(
    office: Office, leader: Phone, kind: InboundKind
) -> None:
    await go(leader, "Báo cáo", *FORM, "Gửi báo cáo")
    file = {InboundKind.FILE: PDF, InboundKind.VOICE: FileRef(file_id="v", mime="audio/ogg")}
    await leader.send(kind, file=file.get(kind, PICTURE))
    assert "thêm vào báo cáo" in leader.last
    await leader.send(kind, file=file.get(kind, PICTURE))
    assert "Đã nhận 2 tệp" in leader.last
    await leader.press("Thêm vào báo cáo")
    assert "Đã thêm tệp vào báo cáo số" in leader.last
    report = await live(office)
    assert report.version == 2
    assert len(await kinds_of(office, report)) == 2
    named = report.answers.photos or report.answers.voice_notes
    assert len(named) == 2


async def test_what_is_not_to_be_added_changes_nothing(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo", *FORM, "Gửi báo cáo")
    await leader.send_photo()
    await leader.say("28")
    assert leader.buttons[:2] == ["Thêm vào báo cáo", "Không thêm"]
    await leader.press("Không thêm")
    assert (await live(office)).version == 1


async def test_what_comes_while_a_report_is_laid_aside_goes_into_it(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", "=/menu")
    await album(leader, 3)
    assert "Đã nhận 3 tệp" in leader.last
    await leader.press("Thêm vào báo cáo")
    assert "3 ảnh" in leader.last
    await go(leader, *FORM[1:], "Gửi báo cáo")
    assert len((await live(office)).answers.photos) == 3


async def test_without_a_report_a_photo_is_told_where_it_goes(leader: Phone) -> None:
    await leader.send_photo()
    assert "Thêm vào báo cáo" not in leader.buttons
    assert "Báo cáo" in leader.see()


async def test_before_consent_photos_do_not_bring_it_again_and_again(office: Office) -> None:
    stranger = office.town.phone("77")
    await stranger.say(await code_for(office.database, office.commune.deputy, now=office.town.now))
    before = len(stranger.from_bot)
    await album(stranger, 3)
    for _ in range(3):
        await stranger.send_photo()
    assert len(stranger.from_bot) == before
    assert "Đồng ý" in stranger.buttons
    office.town.now += timedelta(minutes=5)
    await stranger.send_photo()
    assert len(stranger.from_bot) == before + 1
    await stranger.press("Đồng ý")
    assert "Trần Thị Bé" in stranger.see()
