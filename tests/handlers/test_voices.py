"""Difficulties told by voice: heard wherever they are named, with a few words beside them."""

import pytest

from domain.files import StoredFile
from domain.inbound import FileRef, InboundKind
from storage import Database
from storage.messages import attachments
from tests.handlers.case_office import open_case
from tests.handlers.office import Office, open_office
from tests.handlers.reported import FORM, go, live
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

WORDS = "gõ thêm vài chữ"


def voice(number: int = 1, *, seconds: int | None = 12) -> FileRef:
    return FileRef(file_id=f"voice-{number}", mime="audio/ogg", size=1000, seconds=seconds)


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database)


@pytest.fixture
async def leader(office: Office) -> Phone:
    return await office.enrol(office.commune.leader)


async def arrive(office: Office) -> None:
    """Lets every file be on disk."""
    report = await live(office)
    async with office.database.write() as unit:
        for attachment in await attachments.of_report(unit, report.id):
            await attachments.mark_ready(
                unit, attachment.id, StoredFile(sha256="0" * 64, mime=attachment.mime, size=9)
            )


async def test_a_few_words_are_asked_beside_a_voice_once_and_both_are_kept(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM[:5], "Hạ tầng")
    await leader.send(InboundKind.VOICE, file=voice())
    assert WORDS in leader.last
    await leader.say("Cầu ấp gãy")
    assert WORDS not in leader.last
    await go(leader, "Xã", "Không còn", "Gửi báo cáo")
    report = await live(office)
    assert report.answers.difficulties[0].text == "Cầu ấp gãy"
    assert [question for question, _ in report.answers.voice_notes] == ["words.0"]
    await arrive(office)
    cadre = await office.enrol(office.commune.cadre)
    await go(await open_case(cadre, "Cầu ấp gãy"), "Nghe tin thoại (1)")
    assert cadre.from_bot[-1].message.attachments == (report.answers.voice_notes[0][1],)
    assert "Cầu ấp gãy" in cadre.last
    await cadre.press("Quay lại")
    assert "Nghe tin thoại (1)" in cadre.buttons


async def test_who_does_not_want_to_type_goes_on_and_is_heard_all_the_same(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM[:5], "Hạ tầng")
    for number in range(2):
        await leader.send(InboundKind.VOICE, file=voice(number))
    assert WORDS not in leader.last
    await go(leader, "Xã", "Không còn", "Gửi báo cáo")
    await arrive(office)
    await leader.say("/khokhan")
    await leader.press(next(button for button in leader.buttons if "tin thoại" in button))
    await leader.press("Nghe tin thoại (2)")
    assert len(leader.from_bot[-1].message.attachments) == 2


async def test_each_difficulty_has_its_own_recording(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo", *FORM[:5])
    for number, words in enumerate(("Cầu ấp gãy", "Đường ấp ngập")):
        await leader.press("Hạ tầng")
        await leader.send(InboundKind.VOICE, file=voice(number))
        await go(leader, f"={words}", "Xã")
    await go(leader, "Không còn", "Gửi báo cáo")
    await arrive(office)
    notes = [note for _, note in (await live(office)).answers.voice_notes]
    cadre = await office.enrol(office.commune.cadre)
    for note, words in zip(notes, ("Cầu ấp gãy", "Đường ấp ngập"), strict=True):
        await go(await open_case(cadre, words), "Nghe tin thoại (1)")
        assert cadre.from_bot[-1].message.attachments == (note,)


async def test_a_voice_at_the_choice_of_the_field_asks_for_a_few_words_once(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM[:5])
    await leader.send(InboundKind.VOICE, file=voice())
    assert WORDS in leader.last
    await leader.send(InboundKind.VOICE, file=voice(2))
    assert WORDS not in leader.last
    await leader.say("Cầu ấp gãy")
    assert WORDS not in leader.last
    await go(leader, "Hạ tầng", "Xã", "Không còn", "Gửi báo cáo")
    report = await live(office)
    assert report.answers.difficulties[0].text == "Cầu ấp gãy"
    assert [question for question, _ in report.answers.voice_notes] == ["words.0", "words.0"]


async def test_who_types_no_words_beside_it_chooses_the_field_at_once(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM[:5])
    await leader.send(InboundKind.VOICE, file=voice())
    await go(leader, "Hạ tầng", "Xã", "Không còn", "Gửi báo cáo")
    await arrive(office)
    cadre = await office.enrol(office.commune.cadre)
    await go(await open_case(cadre, "(tin thoại)"), "Nghe tin thoại (1)")
    assert len(cadre.from_bot[-1].message.attachments) == 1


@pytest.mark.parametrize(
    "no_words", ["Giữ nguyên", "=bỏ qua", "=bo qua", "=không", "=dạ không có ạ"]
)
async def test_who_has_no_words_for_a_spoken_proposal_keeps_the_recording(
    office: Office, leader: Phone, no_words: str
) -> None:
    await go(leader, "Báo cáo", *FORM, "Thêm kiến nghị")
    await leader.send(InboundKind.VOICE, file=voice())
    assert "Bỏ qua" not in leader.buttons, "nobody drops a recording for want of words"
    await go(leader, no_words, "Gửi báo cáo")
    answers = (await live(office)).answers
    assert ([question for question, _ in answers.voice_notes], answers.proposal) == (
        ["proposal"],
        "",
    )


async def test_a_spoken_proposal_is_dropped_by_a_button_that_says_so(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM, "Thêm kiến nghị")
    await leader.send(InboundKind.VOICE, file=voice())
    await go(leader, "Bỏ tin thoại", "Gửi báo cáo")
    assert (await live(office)).answers.voice_notes == ()


async def test_a_proposal_by_voice_alone_is_a_case_and_is_heard(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM, "Thêm kiến nghị")
    await leader.send(InboundKind.VOICE, file=voice())
    assert WORDS in leader.last
    await go(leader, "Giữ nguyên", "Gửi báo cáo")
    assert [question for question, _ in (await live(office)).answers.voice_notes] == ["proposal"]
    await arrive(office)
    cadre = await office.enrol(office.commune.cadre)
    await go(await open_case(cadre, "(tin thoại)"), "Nghe tin thoại (1)")
    assert len(cadre.from_bot[-1].message.attachments) == 1


async def test_words_beside_a_proposal_by_voice_are_its_words(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM, "Thêm kiến nghị")
    await leader.send(InboundKind.VOICE, file=voice())
    await go(leader, "=Xin lắp đèn đường", "Gửi báo cáo")
    report = await live(office)
    assert report.answers.proposal == "Xin lắp đèn đường"
    assert [question for question, _ in report.answers.voice_notes] == ["proposal"]
    await arrive(office)
    cadre = await office.enrol(office.commune.cadre)
    await go(await open_case(cadre, "Xin lắp đèn đường"), "Nghe tin thoại (1)")


@pytest.mark.parametrize(("seconds", "words"), [(0, "không có tiếng"), (301, "dài quá 5 phút")])
async def test_a_recording_without_sound_or_end_is_refused_in_words(
    leader: Phone, seconds: int, words: str
) -> None:
    await go(leader, "Báo cáo", *FORM[:5], "Hạ tầng")
    await leader.send(InboundKind.VOICE, file=voice(seconds=seconds))
    assert words in leader.last
    assert WORDS not in leader.last


@pytest.mark.parametrize("kind", [InboundKind.PHOTO, InboundKind.VOICE])
async def test_the_frame_of_a_party_meeting_takes_neither_photo_nor_voice(
    database: Database, kind: InboundKind
) -> None:
    office = await open_office(database, recording="frame")
    leader = await office.enrol(office.commune.leader)
    await go(leader, "Báo cáo", "Đúng như trên")
    await leader.send(kind, file=voice())
    assert "Báo cáo này không nhận" in leader.last
