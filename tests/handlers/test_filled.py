"""A report filled in without a network: read and checked again, compared, reviewed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import orjson
import pytest

from domain.inbound import Inbound, InboundKind
from operations.reports.outlines import list_outlines
from storage import Database
from storage.reports import reports
from tests.directory import POLICY, at, held
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.operations.planned import send
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

WHOLE: dict[str, Any] = {
    "opening": {"keys": ["as_planned"]},
    "present": {"text": "27/32, phép 3"},
    "topic": {"text": "Học tập Nghị quyết"},
    "activities": {"keys": ["discussion"]},
    "cadre_present": {"keys": ["yes"]},
    "category.0": {"keys": ["infrastructure"]},
    "words.0": {"text": "Đường vào ấp bị ngập"},
    "level.0": {"keys": ["commune"]},
    "category.1": {"keys": ["none"]},
}


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(6, 20))


async def send_filled(
    office: Office, phone: Phone, answers: dict[str, Any], base: object = None, **report: Any
) -> None:
    town = office.town
    town.now += timedelta(seconds=1)
    body = {"meeting": office.meeting.id, "version": 1, "answers": answers, "base": base or {}}
    number = town.next_id()
    sent = Inbound(
        address=phone.address,
        external_id=f"filled-{number}",
        kind=InboundKind.REPORT,
        sent_at=town.now,
        text="Báo cáo viết trên điện thoại",
        message_id=f"filled-{number}",
        filled=orjson.dumps(body | report).decode(),
    )
    await town.store(sent, sent)
    await town.run()


async def test_a_whole_report_is_reviewed_and_sent(office: Office) -> None:
    phone = await office.enrol(office.commune.leader, channel="web")
    await send_filled(office, phone, WHOLE)
    assert "Có mặt: 27" in phone.last
    assert "Đường vào ấp bị ngập" in phone.last
    await phone.press("Gửi báo cáo")
    async with office.database.read() as unit:
        found = await reports.of_meetings(unit, [office.meeting.id])
    answers = found[office.meeting.id].answers
    assert (answers.present, answers.total, answers.excused) == (27, 32, 3)
    assert [difficulty.text for difficulty in answers.difficulties] == ["Đường vào ấp bị ngập"]


async def test_what_cannot_be_is_said_and_asked_while_the_rest_is_kept(office: Office) -> None:
    phone = await office.enrol(office.commune.leader, channel="web")
    wrong = {
        **WHOLE,
        "present": {"text": "4000"},
        "topic": {"keys": ["topic999"]},
        "cadre_present": {"keys": ["yes", "no"]},
        "level.0": {"keys": ["toàn cầu"]},
        "held_date": {"day": "2027-01-01"},
        "nowhere": {"text": "chữ không có chỗ"},
    }
    await send_filled(office, phone, wrong)
    said = " ".join(bubble.text for bubble in phone.from_bot[-2:])
    assert "4000" in said or "32" in said
    assert "chữ không có chỗ" in said
    await phone.say("27")
    assert "Đường vào ấp" not in phone.last
    assert "Chủ đề" in phone.last or "chủ đề" in phone.last


@pytest.mark.parametrize(
    "body",
    [
        {"answers": {"present": {"number": 3}}},
        {"answers": {"present": {"attachments": [1]}}},
        {"answers": {"../x": {"text": "a"}}},
        {"answers": {"words.0": {"text": "a" * 5000}}},
        {"answers": []},
        {"meeting": "x"},
        {"base": {"present": {"number": "nhiều"}}, "answers": {"present": {"text": "3"}}},
    ],
)
async def test_what_no_page_sends_is_refused_and_changes_nothing(
    office: Office, body: dict[str, Any]
) -> None:
    phone = await office.enrol(office.commune.leader, channel="web")
    await send_filled(office, phone, **({"answers": WHOLE} | body))
    assert any("chưa đọc được" in bubble.text for bubble in phone.from_bot)


async def test_answers_given_elsewhere_meanwhile_are_shown_beside_and_chosen(
    office: Office,
) -> None:
    phone = await office.enrol(office.commune.leader, channel="web")
    async with office.database.read() as unit:
        (outline,) = [
            each
            for each in await list_outlines(unit, phone.address, policy=POLICY, now=at(6, 20))
            if each.meeting == office.meeting.id
        ]
    assert outline.answers == {}
    await go(phone, "=/baocao", "Đúng như trên", "=26")
    await send_filled(office, phone, WHOLE, outline.answers)
    assert "trả lời trên máy khác" in phone.last
    assert phone.buttons[:2] == ["Viết trên điện thoại này: 27/32", "Đã ghi trước đó: 26"]
    await phone.press("Đã ghi trước đó: 26")
    assert "Có mặt: 26" in phone.last
    assert "Đường vào ấp bị ngập" in phone.last


async def test_a_report_that_was_sent_meanwhile_is_corrected_by_what_she_chooses(
    office: Office,
) -> None:
    await send(office.database, office.commune.leader, office.meeting)
    phone = await office.enrol(office.commune.leader, channel="web")
    await send_filled(office, phone, {"present": {"text": "25"}})
    assert "trả lời trên máy khác" in phone.last
    await phone.press("Viết trên điện thoại này: 25")
    await phone.press(phone.buttons[0])
    assert "Có mặt: 25" in phone.last


async def test_a_correction_filled_in_keeps_the_recordings_beside_the_report(
    office: Office,
) -> None:
    beside = (("", 7),)
    told = replace(held(), voice_notes=beside)
    await send(office.database, office.commune.leader, office.meeting, told)
    phone = await office.enrol(office.commune.leader, channel="web")
    await send_filled(office, phone, {"present": {"text": "25"}})
    await go(phone, "Viết trên điện thoại này: 25", "Có dự", "Gửi báo cáo")
    async with office.database.read() as unit:
        found = await reports.of_meetings(unit, [office.meeting.id])
    answers = found[office.meeting.id].answers
    assert (answers.present, answers.voice_notes) == (25, beside)


async def test_a_closed_meeting_or_one_of_others_gets_a_sentence(office: Office) -> None:
    phone = await office.enrol(office.commune.leader, channel="web")
    await send_filled(office, phone, WHOLE, meeting=999)
    assert "Không tìm thấy" in " ".join(bubble.text for bubble in phone.from_bot)
    office.town.now = at(28, month=12)
    await send_filled(office, phone, WHOLE)
    assert "chốt" in " ".join(bubble.text for bubble in phone.from_bot[-2:])


async def test_what_was_filled_in_for_a_closed_meeting_waits_until_it_is_opened_again(
    office: Office,
) -> None:
    phone = await office.enrol(office.commune.leader, channel="web")
    open_again = office.town.now
    office.town.now = at(28, month=12)
    await send_filled(office, phone, WHOLE)
    assert "được giữ trong bản nháp" in " ".join(bubble.text for bubble in phone.from_bot[-2:])
    office.town.now = open_again
    await go(phone, "=/baocao", "Làm tiếp")
    assert "Có mặt: 27" in phone.last
    assert "Đường vào ấp bị ngập" in phone.last


async def test_what_was_answered_elsewhere_for_a_closed_meeting_stays_and_the_other_is_read_out(
    office: Office,
) -> None:
    phone = await office.enrol(office.commune.leader, channel="web")
    await go(phone, "=/baocao", "Đúng như trên", "=26")
    open_again = office.town.now
    office.town.now = at(28, month=12)
    await send_filled(office, phone, WHOLE)
    assert "đồng chí ghi: 27/32" in " ".join(bubble.text for bubble in phone.from_bot[-2:])
    office.town.now = open_again
    await go(phone, "=/baocao", "Làm tiếp")
    assert "Có mặt: 26" in phone.last
    assert "Đường vào ấp bị ngập" in phone.last
