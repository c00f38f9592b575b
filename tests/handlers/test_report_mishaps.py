"""What goes wrong around a report: downtimes, old buttons, two phones, things nobody asked for."""

from copy import copy
from dataclasses import replace

import pytest
from sqlalchemy import update

from dialogue import Answer, Answers, Form, Question, report_asked
from dialogue.report_form import REPORT
from domain.files import StoredFile
from domain.inbound import FileRef, InboundKind
from domain.message import Expects
from handlers.reports import drafting, report
from storage import Database
from storage.messages import attachments
from storage.tables.mail import outbox
from tests.handlers.office import Office, open_office
from tests.handlers.reported import (
    FORM,
    OPENING,
    PRESENT,
    REVIEW,
    TOPIC,
    USUAL,
    announce,
    count_aside,
    drafts_of,
    find_report,
    go,
    later,
    live,
    open_prompts,
    remind,
    remind_without_showing,
    restart,
)
from tests.talks import Bubble, Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database)


@pytest.fixture
async def leader(office: Office) -> Phone:
    return await office.enrol(office.commune.leader)


@pytest.fixture(params=["telegram", "zalo"])
async def either(office: Office, request: pytest.FixtureRequest) -> Phone:
    """The leader with buttons and with numbered lists."""
    return await office.enrol(office.commune.leader, channel=request.param)


def lowest(phone: Phone) -> Bubble:
    """The bot's lowest message as it looks now."""
    return copy(phone.from_bot[-1])


async def test_a_restart_between_any_two_messages_goes_on(office: Office, either: Phone) -> None:
    for move in ("Báo cáo", *USUAL):
        restart(office.town)
        await go(either, move)
    assert (await live(office)).answers.present == 28


async def test_a_new_form_goes_on_with_a_draft_of_the_old_one(
    office: Office, either: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    await go(either, "Báo cáo", "Đúng như trên", "=28")
    without = tuple(question for question in REPORT.questions if question.key != "topic")
    chair = Question(key="chair", expects=Expects.TEXT)
    newer = Form(
        "report",
        2,
        (chair, *(question for question in without if question.key != "chair")),
        upgrade,
    )
    for module in (report, drafting, report_asked):
        monkeypatch.setattr(module, "REPORT", newer)
    restart(office.town)
    await go(either, "Không có chủ đề")
    assert "Câu hỏi vừa thay đổi" in either.last
    assert "Ai chủ trì" in either.last
    await go(either, "=Trần Thị Bé", "Xong", "Có dự", "Không có")
    assert "Có mặt: 28" in either.last
    [draft] = await drafts_of(office.database, office.commune.leader)
    assert draft.form_version == 2


def upgrade(version: int, answers: Answers) -> dict[str, Answer]:
    assert version == 1
    return dict(answers)


async def test_a_notice_in_the_middle_leaves_the_draft(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên")
    asked = leader.from_bot[-1]
    await announce(office, leader, "Ngày mai họp xã.", started_by_bot=False)
    assert leader.last == "Ngày mai họp xã."
    await go(leader, "=28", "Không có chủ đề", "Xong", "Có dự", "Không có", "Gửi báo cáo")
    assert asked.labels == []
    assert (await live(office)).answers.present == 28


async def test_a_look_at_something_else_leads_back_to_the_report(either: Phone) -> None:
    await go(either, "Báo cáo", "Đúng như trên", "=28", "=/lichsu")
    await go(either, "Làm tiếp báo cáo")
    assert TOPIC in either.last
    await go(either, "=/huy")
    assert either.buttons.count("Làm tiếp báo cáo") == 1


async def test_a_reminder_waits_while_somebody_reports(office: Office, leader: Phone) -> None:
    later(office.town, hours=21)
    await go(leader, "Báo cáo", "Đúng như trên")
    await remind(office)
    assert PRESENT in leader.last
    later(office.town, hours=1)
    await office.town.run()
    assert PRESENT not in leader.last
    await leader.say("28")
    assert TOPIC in leader.last
    await go(leader, *FORM[2:], "Gửi báo cáo")
    assert (await live(office)).answers.present == 28


async def test_only_the_reminder_waits_while_somebody_reports(
    office: Office, leader: Phone
) -> None:
    """What happens meanwhile is told at once, and what was put off comes by itself."""
    later(office.town, hours=21)
    await go(leader, "Báo cáo", "Đúng như trên")
    await remind(office)
    assert PRESENT in leader.last
    await announce(office, leader, "Đề nghị bổ sung.", started_by_bot=True)
    assert leader.last == "Đề nghị bổ sung."
    await leader.say("28")
    await announce(office, leader, "Có lời nhắn.", started_by_bot=True)
    assert leader.last == "Có lời nhắn."
    await go(leader, *FORM[2:], "Gửi báo cáo")
    assert (await live(office)).answers.present == 28


async def test_a_reminder_that_failed_once_and_is_put_off_waits_alone(
    office: Office, leader: Phone
) -> None:
    later(office.town, hours=21)
    await remind_without_showing(office)
    async with office.database.write() as unit:
        await unit.run(update(outbox).values(attempts=1, error="502"))
    await go(leader, "Báo cáo", "Đúng như trên")
    await announce(office, leader, "Đề nghị bổ sung.", started_by_bot=True)
    assert leader.last == "Đề nghị bổ sung."
    later(office.town, hours=1)
    await office.town.run()
    assert leader.last != "Đề nghị bổ sung."


async def test_a_press_changes_the_message_and_a_text_asks_below(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo")
    count, bubble = len(leader.screen), leader.from_bot[-1]
    await go(leader, "Đúng như trên")
    assert bubble.text == "✓ Buổi sinh hoạt: Tổ chức đúng kế hoạch"
    assert bubble.labels == []
    assert len(leader.screen) == count + 1
    bubble = leader.from_bot[-1]
    assert PRESENT in bubble.text
    await leader.say("28")
    assert bubble.labels == []
    assert bubble.text.endswith("\n\n28")
    assert leader.screen[-2].mine
    assert TOPIC in leader.last
    await leader.say("không có chủ đề")
    assert leader.from_bot[-2].text == "✓ Chủ đề: Không có chủ đề"


async def test_what_was_not_taken_is_not_noted(leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên", "=đông lắm")
    assert leader.from_bot[-2].text.endswith(PRESENT)
    assert leader.from_bot[-2].labels == []


async def test_below_a_notice_a_press_asks_in_a_new_message(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo")
    asked = leader.from_bot[-1]
    await announce(office, leader, "Ngày mai họp xã.", started_by_bot=False)
    await go(leader, "Đúng như trên")
    assert asked.labels == []
    assert asked.text == "✓ Buổi sinh hoạt: Tổ chức đúng kế hoạch"
    assert PRESENT in leader.last
    assert leader.from_bot[-2].text == "Ngày mai họp xã."


@pytest.mark.parametrize("waits_at", [PRESENT, TOPIC])
async def test_twenty_messages_of_a_downtime_answer_no_other_question(
    office: Office, either: Phone, waits_at: str
) -> None:
    await go(either, "Báo cáo", "Đúng như trên")
    if waits_at == TOPIC:
        await go(either, "=28")
    await either.type_ahead("28", "28", "alo", "29", "1", "2", "3", "không có", "có", "xong")
    await either.type_ahead("Thảo luận", "có dự", "30", "gửi", "ok", "?", "1", "5", "gửi báo cáo")
    await either.type_ahead("sao chưa trả lời")
    await office.town.run()
    assert await find_report(office) is None
    [draft] = await drafts_of(office.database, office.commune.leader)
    answers = draft.state["talk"]["answers"]
    assert answers["present"]["number"] == 28
    assert set(answers) <= {"opening", "present", "topic"}
    assert ("đến muộn" in either.see()) is (waits_at == PRESENT)


async def test_a_text_sent_before_the_question_came_but_received_after_it_is_no_answer(
    office: Office, either: Phone
) -> None:
    await go(either, "Báo cáo", "Đúng như trên")
    sent = await either.store(InboundKind.TEXT, text="28")
    await office.town.run()
    assert TOPIC in either.last
    await either.resend(replace(sent, external_id="slow", text="Bàn làm đường"))
    assert "Tin “Bàn làm đường” đến muộn" in either.last
    [draft] = await drafts_of(office.database, office.commune.leader)
    assert set(draft.state["talk"]["answers"]) == {"opening", "present"}
    await either.say("Bàn làm đường")
    assert "có phần nào" in either.last


async def test_words_of_a_downtime_are_joined_to_their_own_question(
    office: Office, either: Phone
) -> None:
    await go(either, "Báo cáo", *FORM[:5], "Hạ tầng")
    await either.type_ahead("Đường ngập", "cầu hư", "đèn tắt")
    await office.town.run()
    await go(either, "Xã", "Không còn", "Gửi báo cáo")
    [difficulty] = (await live(office)).answers.difficulties
    assert difficulty.text == "Đường ngập\ncầu hư\nđèn tắt"


async def test_presses_and_texts_of_a_downtime_answer_one_question(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo")
    await leader.press_ahead("Đúng như trên")
    await leader.type_ahead("28")
    await leader.press_ahead("Không tổ chức được")
    await leader.type_ahead("28", "1")
    await leader.press_ahead("Tạm dừng")
    await office.town.run()
    [draft] = await drafts_of(office.database, office.commune.leader)
    assert set(draft.state["talk"]["answers"]) == {"opening"}
    assert PRESENT in leader.last
    await go(leader, *FORM[1:], "Gửi báo cáo")
    assert (await live(office)).answers.present == 28


async def test_an_old_button_changes_nothing_and_shows_the_question_again(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo")
    opening = lowest(leader)
    await go(leader, "Đúng như trên")
    for _ in range(3):
        await leader.press("Không tổ chức được", on=opening)
    assert leader.last.count("câu trước") == 1
    assert leader.last.endswith(PRESENT)
    assert office.town.notes == ["Nút này không còn tác dụng."] * 3
    assert await open_prompts(leader) == 1
    await go(leader, *FORM[1:], "Gửi báo cáo")
    await leader.press("Không tổ chức được", on=opening)
    assert "câu trước" in leader.last
    assert (await live(office)).version == 1


async def test_a_button_of_last_months_report_never_writes_into_this_one(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM)
    review = lowest(leader)
    later(office.town, days=40)
    for _ in range(2):
        await leader.press("Gửi báo cáo", on=review)
        assert "tháng 11/2026 đã chốt số liệu" in leader.last
        assert "Xin mở lại kỳ" in leader.buttons
    assert await find_report(office) is None


async def test_the_reminder_of_a_closed_month_says_that_it_is_closed(
    office: Office, leader: Phone
) -> None:
    later(office.town, hours=21)
    await remind(office)
    reminder = lowest(leader)
    later(office.town, days=40)
    await leader.press(reminder.labels[0], on=reminder)
    assert "tháng 11/2026 đã chốt số liệu" in leader.last
    assert leader.buttons


FORGED = (
    "send",
    "m1",
    "fix:present",
    "report",
    "report.99999999999999999999999999",
    "report.-1",
    "report.²",
    "history.99999999999999999999999999",
    "history.f99999999999999999999999999",
    "attendance.99999999999999999999999999",
    "overview.99999999999999999999999999",
    "board.99999999999999999999999999",
    "enrolment.ABCDEFGH2345",
    "groups.x",
    "'; drop table report; --",
    "",
)


@pytest.mark.parametrize("prompt_id", ["", "1", "do.1", "9999.1"])
async def test_forged_buttons_change_nothing(
    office: Office, leader: Phone, prompt_id: str
) -> None:
    for key in FORGED:
        await go(leader, f"=/baocao {office.meeting.id}")
        if "Làm lại từ đầu" in leader.buttons:
            await leader.press("Làm lại từ đầu")
        before = len(leader.from_bot)
        await leader.send(InboundKind.CHOICE, prompt_id=prompt_id, choice=key, press_id="p")
        assert len(leader.from_bot) > before, key
        [draft] = await drafts_of(office.database, office.commune.leader)
        assert draft.state["talk"]["answers"] == {}
    assert await count_aside(office.database) == 0
    assert await find_report(office) is None


async def test_a_choice_that_the_open_question_does_not_offer_is_none(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", "Đúng như trên")
    prompt = leader.from_bot[-1].prompt
    assert prompt
    for key in ("send", "skip", "as_planned", "delete"):
        await leader.send(InboundKind.CHOICE, prompt_id=prompt.id, choice=key, press_id="p")
        assert PRESENT in leader.last
    assert await drafts_of(office.database, office.commune.leader)


async def test_a_button_of_another_persons_prompt_is_nothing(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM)
    deputy = await office.enrol(office.commune.deputy)
    await deputy.press("Gửi báo cáo", on=leader.from_bot[-1])
    assert "câu trước" in deputy.last
    assert await find_report(office) is None
    assert await open_prompts(leader) == 1


async def test_a_double_tap_has_one_effect(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo", *FORM)
    for _ in range(3):
        await leader.press_ahead("Gửi báo cáo")
    await office.town.run()
    assert (await live(office)).version == 1
    assert leader.see().count("Đã nhận báo cáo") >= 1
    assert "Đã nhận báo cáo" in leader.last
    assert office.town.notes
    assert all(note.startswith("Đã nhận báo cáo") for note in office.town.notes)


async def test_a_redelivered_update_has_one_effect(office: Office, leader: Phone) -> None:
    await go(leader, "Báo cáo", "Đúng như trên")
    sent = await leader.store(InboundKind.TEXT, text="28")
    await office.town.run()
    asked = leader.see()
    await leader.resend(sent)
    await leader.resend(sent)
    assert leader.see() == asked


async def test_two_accounts_of_one_person_are_one_conversation(office: Office) -> None:
    phone = await office.enrol(office.commune.leader)
    tablet = await office.enrol(office.commune.leader, channel="viber")
    await go(phone, "=/baocao", "Đúng như trên")
    asked = phone.from_bot[-1]
    await tablet.say("28")
    assert TOPIC in tablet.last
    assert asked.labels == []
    assert asked.text.endswith("28")
    await phone.say("Không có chủ đề")
    assert "có phần nào" in phone.last
    assert await open_prompts(tablet) == 0
    await go(phone, *FORM[3:], "Gửi báo cáo")
    assert (await live(office)).answers.present == 28


async def test_a_second_phone_says_where_the_talk_goes_on(office: Office) -> None:
    phone = await office.enrol(office.commune.leader)
    await go(phone, "=/baocao", "Đúng như trên")
    asked = phone.from_bot[-1]
    tablet = await office.enrol(office.commune.leader, channel="viber")
    assert asked.labels == []
    assert "đang làm tiếp trên máy khác" in asked.text
    assert "Báo cáo" in str(tablet.buttons)
    await phone.say("28")
    assert TOPIC in phone.last
    assert "lời nhắn" not in phone.see()
    assert "Báo cáo" in str(tablet.buttons)
    await go(phone, *FORM[2:], "Gửi báo cáo")
    assert (await live(office)).answers.present == 28


async def test_a_name_typed_at_the_phone_that_was_left_is_still_the_answer(
    office: Office,
) -> None:
    phone = await office.enrol(office.commune.leader)
    tablet = await office.enrol(office.commune.leader, channel="viber")
    await go(phone, "=/baocao", "Có điểm khác", "Người chủ trì", "Xong")
    await go(tablet, "=/menu", "Lịch sinh hoạt")
    await phone.say("Dũng")
    assert PRESENT in phone.last
    [draft] = await drafts_of(office.database, office.commune.leader)
    assert draft.state["talk"]["answers"]["chair"]["text"] == "Dũng"


async def test_a_command_at_the_phone_that_was_left_is_a_command(office: Office) -> None:
    phone = await office.enrol(office.commune.leader)
    tablet = await office.enrol(office.commune.leader, channel="viber")
    await go(phone, "=/baocao", "Đúng như trên")
    await tablet.say("/menu")
    await go(phone, "=/lich", "=chào")
    assert PRESENT not in phone.last


async def test_while_the_other_phone_asks_a_text_answers_there(office: Office) -> None:
    phone = await office.enrol(office.commune.leader)
    tablet = await office.enrol(office.commune.leader, channel="viber")
    await go(phone, "=/baocao", "Đúng như trên")
    await go(tablet, "=/baocao", "Làm tiếp")
    await phone.say("28")
    assert TOPIC in phone.last
    assert "máy khác" in tablet.from_bot[-1].text


async def test_the_menu_on_another_phone_keeps_its_buttons(office: Office) -> None:
    phone = await office.enrol(office.commune.leader)
    tablet = await office.enrol(office.commune.leader, channel="viber")
    await tablet.say("/menu")
    await phone.say("/lich")
    assert "Báo cáo" in tablet.buttons
    await tablet.press("Báo cáo")
    assert OPENING in tablet.last


async def test_an_edited_message_corrects_its_answer(office: Office, either: Phone) -> None:
    await go(either, "Báo cáo", "Đúng như trên", "=28")
    number = [bubble for bubble in either.screen if bubble.mine][-1]
    await go(either, "Không có chủ đề")
    await either.edit("27", of=number)
    assert "Đã sửa “Có mặt”: 27" in either.last
    await either.edit("33", of=number)
    assert "nhiều hơn số phải dự" in either.last
    await go(either, *FORM[3:], "Gửi báo cáo")
    assert (await live(office)).answers.present == 27
    await either.edit("26", of=number)
    assert "chưa được ghi vào báo cáo nào" in either.last
    assert (await live(office)).answers.present == 27


async def test_editing_what_could_not_be_read_answers_the_question(either: Phone) -> None:
    await go(either, "Báo cáo", "Đúng như trên", "=hai muoi tam nguoi ruoi")
    await either.edit("28")
    assert TOPIC in either.last


async def test_an_album_goes_to_the_report_and_answers_nothing(
    office: Office, either: Phone
) -> None:
    await go(either, "Báo cáo", "Đúng như trên")
    for _ in range(2):
        for _ in range(2):
            await either.send_photo(album="a1")
        restart(office.town)
    assert "4 ảnh" in either.last
    await either.say("28")
    assert TOPIC in either.last
    await either.send_photo(album="a1")
    await go(either, *FORM[2:])
    assert "Ảnh biên bản: 5 ảnh" in either.last
    await go(either, "Gửi báo cáo")
    report = await live(office)
    async with office.database.read() as unit:
        kept = await attachments.of_report(unit, report.id)
    assert tuple(attachment.id for attachment in kept) == report.answers.photos
    assert len(kept) == 5


async def test_an_album_that_waits_while_the_bot_is_away_is_kept_whole(
    office: Office, leader: Phone
) -> None:
    await go(leader, "Báo cáo", *FORM, "Thêm ảnh biên bản")
    for _ in range(3):
        await leader.store(InboundKind.PHOTO, album="a1", file=photo(leader))
    await office.town.run()
    await go(leader, "Xong", "Gửi báo cáo")
    assert len((await live(office)).answers.photos) == 3


def photo(phone: Phone) -> FileRef:
    return FileRef(file_id=f"photo-{phone.talks.next_id()}", mime="image/jpeg", size=1000)


async def test_a_voice_message_is_an_answer_and_the_original_is_kept(
    office: Office, either: Phone
) -> None:
    await go(either, "Báo cáo", *FORM[:5], "Hạ tầng")
    voice = FileRef(file_id="voice-1", mime="audio/ogg", size=1000)
    await either.send(InboundKind.VOICE, file=voice)
    assert "gõ thêm vài chữ" in either.last
    await go(either, "Giữ nguyên")
    assert "Đề nghị cấp nào giải quyết" in either.last
    await go(either, "Xã", "Không còn")
    assert "(tin thoại)" in either.last
    await either.send(InboundKind.VOICE, file=replace(voice, file_id="voice-2"))
    assert "Đã giữ tin thoại kèm báo cáo" in either.last
    await go(either, "Gửi báo cáo")
    report = await live(office)
    assert [slot for slot, _ in report.answers.voice_notes] == ["words.0", ""]
    async with office.database.write() as unit:
        kept = await attachments.of_report(unit, report.id)
        for file in kept:
            await attachments.mark_ready(
                unit, file.id, StoredFile(sha256="0" * 64, mime=file.mime, size=9)
            )
    assert {attachment.kind for attachment in kept} == {"voice"}
    await either.say(f"/lichsu {office.meeting.id}")
    assert "Khó khăn 1: Hạ tầng – (tin thoại)" in either.last
    await either.press("Nghe tin thoại (2)")
    assert {*either.from_bot[-1].message.attachments} == {attachment.id for attachment in kept}
    await either.say("/khokhan")
    assert "(tin thoại) – đang giải quyết, Chi hội phụ nữ ấp Cái Cối" in either.buttons


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (InboundKind.UNSUPPORTED, "Hệ thống không nhận loại tin này"),
        (InboundKind.LOCATION, "Hệ thống không nhận vị trí"),
        (InboundKind.FILE, "Câu này không nhận tệp"),
    ],
)
async def test_what_nobody_asked_for_stays_and_says_what_is_needed(
    office: Office, either: Phone, kind: InboundKind, words: str
) -> None:
    await go(either, "Báo cáo", "Đúng như trên")
    await either.send(kind)
    assert words in either.last
    assert "ghi một con số" in either.last
    await either.say("28")
    assert TOPIC in either.last


@pytest.mark.parametrize("text", ["/khongco", "/BAOCAOO@sinhhoat_bot"])
async def test_an_unknown_command_is_no_answer(office: Office, either: Phone, text: str) -> None:
    await go(either, "Báo cáo", *FORM[:5], "Hạ tầng", f"={text}")
    assert "không có lệnh" in either.last
    assert "ghi ngắn gọn khó khăn" in either.last
    await go(either, "=Đường ngập", "Xã", "Không còn", "Gửi báo cáo")
    assert [difficulty.text for difficulty in (await live(office)).answers.difficulties] == [
        "Đường ngập"
    ]


async def test_at_the_first_question_and_the_review_there_is_a_way_back(either: Phone) -> None:
    await go(either, "Báo cáo", "Quay lại")
    assert "muốn tạm dừng" in either.last
    await go(either, "Làm tiếp")
    assert OPENING in either.last
    await go(either, *FORM, "Quay lại", "Không có")
    assert REVIEW in either.last
