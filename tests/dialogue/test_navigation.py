from datetime import timedelta

import pytest

from dialogue import Press
from dialogue.form import Form
from dialogue.path import MOST_ROUNDS
from dialogue.pressing import RESERVED_KEYS
from dialogue.report_form import REPORT
from tests.dialogue.conftest import Begin
from tests.dialogue.conversation import TODAY, USUAL, Conversation


def to_review(talk: Conversation) -> Conversation:
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự", "Không có")
    return talk


def test_back_shows_the_answer_that_stays_until_another_is_given(begin: Begin) -> None:
    talk = begin()
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Quay lại")
    talk.see("Câu 2/6", "Hiện đã ghi: 28")
    talk.press("Quay lại")
    talk.see("Câu 1/6", "Hiện đã ghi: Tổ chức đúng kế hoạch")
    talk.press("Giữ nguyên")
    talk.see("Câu 3/6", "chủ đề nào")
    assert talk.report.present == 28


def test_back_at_the_first_question_asks_whether_to_stop(begin: Begin) -> None:
    talk = begin()
    talk.press("Quay lại")
    talk.see("muốn tạm dừng")
    talk.press("Làm tiếp")
    talk.see("tổ chức thế nào")


def test_cancel_keeps_the_draft_or_deletes_it_but_asks_first(begin: Begin) -> None:
    for button, finished in (("Để làm sau", "kept"), ("Xóa", "deleted")):
        talk = begin()
        talk.press("Đúng như trên", "Tạm dừng")
        talk.say("28")
        talk.see("Mời đồng chí chọn")
        talk.press(button)
        assert talk.finished == finished
        assert talk.talk.current == "present"
        assert not talk.talk.leaving


def test_a_kept_draft_goes_on_at_its_question(begin: Begin) -> None:
    talk = begin()
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Tạm dừng", "Để làm sau")
    talk.start(talk.talk)
    talk.see("Câu 3/6", "chủ đề nào")


def test_every_question_has_an_example(begin: Begin) -> None:
    talk = begin()
    talk.press("Đúng như trên", "Xem ví dụ")
    talk.see("Ví dụ: “28”", "Có bao nhiêu")


def test_what_cannot_be_read_is_asked_again_with_an_example(begin: Begin) -> None:
    talk = begin()
    talk.press("Đúng như trên")
    talk.say("chắc cũng đông")
    talk.see("chưa hiểu “chắc cũng đông”", "Ví dụ: “28”", "Có bao nhiêu")
    assert talk.seen.index("Có bao nhiêu") < talk.seen.index("Ví dụ")
    talk.say("<b>&")
    talk.see("<b>&")


def test_any_line_of_the_review_can_be_corrected(begin: Begin) -> None:
    talk = to_review(begin())
    talk.press("Sửa", "Chủ đề")
    talk.press("Hùn vốn")
    talk.see("Chủ đề: Hùn vốn xoay vòng")
    talk.press("Sửa", "Quay lại", "Sửa", "Chủ trì")
    talk.press("Quay lại")
    talk.see("Mời đồng chí xem lại")
    assert talk.report.topic_id == 8


def test_a_correction_that_opens_new_questions_asks_them(begin: Begin) -> None:
    talk = to_review(begin())
    talk.press("Sửa", "Buổi sinh hoạt", "Không tổ chức được")
    talk.see("Vì sao")
    talk.press("Quay lại")
    talk.see("tổ chức thế nào")
    talk.press("Đúng như trên")
    talk.see("Có mặt: 28")


def test_the_day_is_in_the_review_and_another_one_needs_its_reason(begin: Begin) -> None:
    talk = to_review(begin())
    talk.see("Ngày sinh hoạt: Thứ Năm, 05/11/2026")
    talk.press("Sửa", "Ngày sinh hoạt")
    talk.say("8/11")
    talk.press("Thời tiết")
    talk.see("Ngày sinh hoạt: Chủ nhật, 08/11/2026", "Lý do dời ngày: Thời tiết")


def test_difficulties_can_be_added_from_the_review(begin: Begin) -> None:
    talk = to_review(begin())
    talk.press("Sửa", "Khó khăn", "Hạ tầng")
    talk.say("Đường ngập")
    talk.press("Xã", "Không còn")
    assert "Khó khăn khác" not in talk.seen
    talk.press("Sửa", "Khó khăn khác", "Kinh phí")
    talk.say("Thiếu loa")
    talk.press("Ấp", "Không còn")
    assert [d.text for d in talk.report.difficulties] == ["Đường ngập", "Thiếu loa"]


def test_a_difficulty_can_be_taken_out_again(begin: Begin) -> None:
    talk = begin()
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự", "Hạ tầng")
    talk.say("Đường ngập")
    talk.press("Xã", "Kinh phí")
    talk.say("Thiếu loa")
    talk.press("Ấp", "Không còn")
    talk.press("Sửa", "Khó khăn 1", "Không có")
    assert [d.text for d in talk.report.difficulties] == ["Thiếu loa"]
    talk.press("Sửa", "Khó khăn 1", "Không có")
    assert talk.report.difficulties == ()
    talk.press("Gửi")
    assert talk.finished == "sent"


def test_difficulties_end_somewhere(begin: Begin) -> None:
    talk = begin()
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự")
    for number in range(MOST_ROUNDS):
        talk.press("Hạ tầng")
        talk.say(f"Việc thứ {number}")
        talk.press("Xã")
    talk.see("Mời đồng chí xem lại")
    assert len(talk.report.difficulties) == MOST_ROUNDS


def test_the_usual_way_counts_up_to_a_total_that_stays(begin: Begin) -> None:
    talk = begin()
    seen = [talk.seen]
    for press, say in (
        ("Đúng như trên", ""),
        ("", "28"),
        ("Phòng chống", ""),
        ("Xong", ""),
        ("Có dự", ""),
    ):
        if press:
            talk.press(press)
        else:
            talk.say(say)
        seen.append(talk.seen)
    for at, text in enumerate(seen, start=1):
        assert f"Câu {at}/6" in text


def test_a_button_of_another_question_changes_nothing() -> None:
    talk = Conversation()
    talk.press("Đúng như trên")
    before = talk.talk.answers
    talk.give(Press("not_held"))
    talk.see("Nút vừa bấm thuộc câu trước", "Có bao nhiêu")
    talk.give(Press("back", question="opening"))
    talk.see("Nút vừa bấm thuộc câu trước", "Có bao nhiêu")
    talk.give(Press("fix:../../x"))
    assert talk.talk.answers == before


def test_today_pressed_a_day_later_does_not_mean_the_later_day() -> None:
    talk = Conversation(facts={**USUAL.to_facts(), "planned_date": None})
    talk.press("Có tổ chức")
    today, yesterday = talk.view.choices
    talk.today += timedelta(days=2)
    talk.give(Press(today.key))
    talk.see("Nút vừa bấm thuộc câu trước", "24/11/2026")
    talk.today -= timedelta(days=1)
    talk.give(Press(today.key))
    assert talk.report.held_date == TODAY
    assert yesterday.key not in talk.view.keys


@pytest.mark.parametrize("form", [REPORT])
def test_keys_fit_into_callback_data_and_stay_apart(form: Form) -> None:
    for question in form.questions:
        keys = [option.key for option in question.options]
        assert not RESERVED_KEYS & set(keys)
        assert len(set(keys)) == len(keys)
        for key in [*keys, f"fix:{question.key}.{MOST_ROUNDS - 1}"]:
            assert key.isascii()
            assert len(key) <= 24
