from datetime import date

from dialogue import Say, view_to_message, write_out
from domain.message import Message
from tests.dialogue.conversation import Conversation
from texts import plain


def test_choices_are_numbered_and_ways_out_are_words() -> None:
    talk = Conversation()
    talk.see("1. Đúng như trên", "2. Có điểm khác", "Hoặc gõ: Xem ví dụ · Quay lại · Tạm dừng")


def test_a_number_or_a_date_is_never_asked_with_numbered_options() -> None:
    talk = Conversation(facts={**Conversation().facts, "planned_date": None})
    talk.press("Có tổ chức")
    assert "1." not in talk.seen
    talk.see("Hoặc gõ: Hôm nay", "Hôm qua", "Quay lại")
    talk.give(Say("1"))
    assert talk.report.held_date == date(2026, 11, 1)
    assert "1." not in talk.seen
    talk.give(Say("2"))
    assert talk.report.present == 2


def test_several_are_ticked_by_their_numbers_at_once() -> None:
    talk = Conversation(channel="numbers")
    talk.press("Đúng như trên")
    talk.say("28", "1", "1, 3")
    talk.see("1. [x] Thảo luận", "2. [ ] Đối thoại", "3. [x] Biểu dương")
    talk.say("3 2")
    talk.see("1. [x] Thảo luận", "2. [x] Đối thoại", "3. [ ] Biểu dương")
    talk.say("7")
    talk.see("chưa hiểu")


def test_markup_becomes_plain_text() -> None:
    assert plain(write_out(Message(text="<b>A &amp; B</b>"), "vi").text) == "A & B"


def test_a_text_answer_may_begin_like_a_button() -> None:
    talk = Conversation()
    talk.press("Không tổ chức được", "Lý do khác")
    talk.say("Xem lại lịch xã")
    assert talk.report.reason_text == "Xem lại lịch xã"


def test_the_english_talk_is_the_same() -> None:
    talk = Conversation(language="en", channel="labels")
    talk.press("Just so")
    talk.say("28")
    talk.press(
        "Phòng chống", "Discussion", "Dialogue", "Praise", "Done", "Attended", "None", "Send"
    )
    assert talk.report.activities == ("discussion", "dialogue", "commendation")
    assert view_to_message(talk.view, "p9").prompt
