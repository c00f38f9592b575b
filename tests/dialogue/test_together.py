"""Questions that belong together are asked in one message where each message counts."""

import re
from dataclasses import replace

import pytest

from dialogue.facts import FactValue
from domain.report import ReportState
from tests.dialogue.conversation import TODAY, USUAL, Conversation

THREE = "đúng như trên\n28/32\nPhòng chống sốt xuất huyết"
REST = "thảo luận, biểu dương\ncó dự\nkhông"


def begin(**changes: FactValue) -> Conversation:
    facts = {**USUAL.to_facts(), **changes}
    return Conversation(facts=facts, channel="numbers", together=3)


def test_a_usual_report_is_three_answers() -> None:
    talk = begin()
    talk.see("Câu 1–3/6", "1. Buổi sinh hoạt tổ chức thế nào?", "2. Có bao nhiêu hội viên dự?")
    talk.see("Ngày: Thứ Năm, 05/11/2026", "Có sẵn: Phòng chống sốt xuất huyết · Hùn vốn")
    assert len(re.findall(r"(?m)^1\. ", talk.seen)) == 1
    talk.say(THREE)
    talk.see("Câu 4–6/6", "3. Có khó khăn")
    talk.say(REST)
    talk.see("Mời đồng chí xem lại")
    talk.press("Gửi báo cáo")
    report = talk.report
    assert (report.state, report.present, report.topic_id) == (ReportState.HELD, 28, 7)
    assert report.activities == ("discussion", "commendation")
    assert (report.cadre_present, report.difficulties) == ("yes", ())


@pytest.mark.parametrize(
    "text",
    [
        "1. đúng như trên 2. 28/32 3. hùn vốn",
        "1) đúng như trên\n2) 28/32\n3) hùn vốn",
        "3. hùn vốn",
        "đúng như trên; 28/32; hùn vốn",
        "đúng như trên, 28/32, hùn vốn",
        "họp 5/11, 28/32, chủ đề hùn vốn",
        "28/32, chủ đề hùn vốn, họp đúng kế hoạch",
    ],
)
def test_answers_come_by_number_line_or_name(text: str) -> None:
    talk = begin()
    talk.say(text)
    assert talk.talk.answers["topic"].keys == ("topic8",) or (
        talk.talk.answers["topic"].text == "hùn vốn"
    )
    assert talk.talk.answers.get("present") is None or (talk.talk.answers["present"].number == 28)
    assert ("present" in talk.talk.answers) is ("28" in text)


def test_what_could_not_be_read_is_asked_again_and_the_rest_is_kept() -> None:
    talk = begin()
    talk.say("đúng như trên\nđông lắm\nhùn vốn")
    talk.see("Chưa rõ “đông lắm” ở mục “Có mặt”", "1. Có bao nhiêu hội viên dự?")
    assert "topic" in talk.talk.answers
    talk.say("28", REST)
    talk.see("Mời đồng chí xem lại")
    assert talk.talk.answers["present"].number == 28


def test_after_two_answers_that_could_not_be_read_it_goes_one_by_one() -> None:
    talk = begin()
    talk.say("tốt lắm")
    talk.see("1. Buổi sinh hoạt tổ chức thế nào?")
    talk.say("vui lắm")
    talk.see("Câu 1/6", "1. Đúng như trên", "4. Không tổ chức được")


def test_one_by_one_is_a_word_away() -> None:
    talk = begin()
    talk.say("từng câu")
    talk.see("Câu 1/6", "1. Đúng như trên")
    talk.press("Đúng như trên")
    talk.see("Câu 2/6")


def test_a_single_answer_is_never_given_to_a_question_by_guess() -> None:
    talk = begin()
    talk.say(THREE)
    talk.say("không")
    talk.see("Chưa rõ “không” trả lời câu nào", "1. Có thảo luận")
    assert not {"activities", "cadre_present", "category.0"} & set(talk.talk.answers)
    talk.say("có dự")
    assert talk.talk.answers["cadre_present"].keys == ("yes",)


def test_a_no_that_may_answer_two_questions_answers_none() -> None:
    talk = begin()
    talk.say("không có")
    talk.see("Chưa rõ “không có” trả lời câu nào")
    assert not talk.talk.answers, "neither was there no meeting, nor no topic"


def test_fewer_answers_than_questions_go_where_only_they_fit() -> None:
    talk = begin()
    talk.say("28/32, dung nhu tren")
    talk.see("1. Theo chủ đề nào?")
    assert talk.talk.answers["present"].number == 28
    assert talk.talk.answers["opening"].keys == ("as_planned",)


def test_no_meeting_ends_it_and_a_difficulty_is_asked_about() -> None:
    talk = begin()
    talk.say("không họp vì mưa bão")
    talk.see("Mời đồng chí xem lại", "Thời tiết")
    talk = begin()
    talk.say(THREE, "không\nkhông dự\nđường ấp ngập")
    talk.see("Khó khăn vừa nêu thuộc lĩnh vực nào?")
    talk.press("Hạ tầng", "Xã", "Không còn", "Gửi báo cáo")
    assert [each.text for each in talk.report.difficulties] == ["đường ấp ngập"]
    assert talk.report.activities == ()


def test_back_leads_to_the_question_before_alone() -> None:
    talk = begin()
    talk.say(THREE)
    talk.say("quay lại")
    talk.see("Câu 3/6", "Hiện đã ghi: Phòng chống sốt xuất huyết")


def test_an_unplanned_meeting_asks_for_its_day_along() -> None:
    talk = begin(planned_date=None)
    talk.see("1. Buổi sinh hoạt có tổ chức không?", "2. Tổ chức ngày nào?")
    talk.say("có tổ chức\n20/11\n28/32")
    assert talk.talk.answers["held_date"].day == TODAY.replace(day=20)


def test_with_buttons_each_question_stands_alone() -> None:
    talk = Conversation(facts=replace(USUAL).to_facts())
    assert "1. Buổi sinh hoạt tổ chức" not in talk.seen


def test_words_of_a_difficulty_are_no_report_though_figures_stand_in_them() -> None:
    talk = Conversation(facts=USUAL.to_facts())
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự", "Hạ tầng")
    talk.say("Ngày 5/11 có 25/32 hộ bị ngập, đường hư")
    assert talk.talk.answers["words.0"].text == "Ngày 5/11 có 25/32 hộ bị ngập, đường hư"
    assert talk.talk.answers["present"].number == 28


def test_one_thing_said_at_another_question_changes_nothing() -> None:
    talk = Conversation(facts=USUAL.to_facts())
    talk.press("Đúng như trên")
    talk.say("hôm qua")
    talk.see("Có bao nhiêu hội viên dự?")
    assert talk.talk.answers["opening"].keys == ("as_planned",)
