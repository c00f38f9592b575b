"""What people type at the questions of a report is read, or asked about by buttons."""

from datetime import date, time

import pytest

from dialogue import VoiceNote
from domain.report import ReportState, check_report
from tests.dialogue.conftest import Begin
from tests.dialogue.conversation import PLANNED, TODAY, USUAL, Conversation


def to_difficulties(begin: Begin) -> Conversation:
    talk = begin()
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự")
    return talk


def to_times(begin: Begin, **facts: str) -> Conversation:
    talk = to_difficulties(begin) if not facts else begin(**facts)
    if facts:
        talk.press("Đúng như trên")
        talk.say("28")
        talk.press("Phòng chống", "Xong", "Có dự")
    talk.press("Không có", "Thêm thời gian")
    return talk


@pytest.mark.parametrize(
    "text",
    ["dạ không có ạ", "không còn", "không còn gì nữa", "hông có", "bình thường", "ổn", "0", "-"],
)
def test_a_polite_or_southern_no_is_no_difficulty(begin: Begin, text: str) -> None:
    talk = to_difficulties(begin)
    talk.say(text)
    assert talk.talk.current == "review"
    assert talk.report.difficulties == ()


def test_a_doubtful_no_is_asked_about_and_can_be_taken_back(begin: Begin) -> None:
    talk = to_difficulties(begin)
    talk.say("không có nước sạch")
    talk.see("Nếu không có khó khăn", "lĩnh vực nào")
    talk.press("Không ghi việc này")
    talk.see("Đã bỏ nội dung “không có nước sạch”")
    assert talk.talk.current == "review"
    assert talk.report.difficulties == ()


@pytest.mark.parametrize("taken_back_by", ["Không ghi việc này", "dạ không có gì"])
def test_what_was_told_never_comes_back_unasked(begin: Begin, taken_back_by: str) -> None:
    talk = to_difficulties(begin)
    talk.say("đèn đường hư")
    talk.say(taken_back_by)
    talk.press("Quay lại")
    talk.see("khó khăn, vướng mắc gì không?")
    talk.press("Hạ tầng")
    talk.see("ghi ngắn gọn")
    talk.say("cầu gãy")
    talk.press("Xã", "Không còn", "Gửi")
    assert [difficulty.text for difficulty in talk.report.difficulties] == ["cầu gãy"]


def test_after_a_no_a_difficulty_typed_at_the_same_question_is_taken(begin: Begin) -> None:
    talk = to_difficulties(begin)
    talk.press("Không có", "Quay lại")
    talk.say("đèn đường hư")
    talk.see("Đã ghi: “đèn đường hư”", "lĩnh vực nào")
    talk.press("Hạ tầng", "Xã", "Không còn", "Gửi")
    (told,) = talk.report.difficulties
    assert (told.category, told.text) == ("infrastructure", "đèn đường hư")


def test_a_recording_after_a_no_follows_the_same_rule(begin: Begin) -> None:
    talk = to_difficulties(begin)
    talk.press("Không có", "Quay lại")
    talk.give(VoiceNote(7))
    talk.see("Đã nhận tin thoại", "lĩnh vực nào")
    talk.press("Không ghi việc này")
    assert talk.report.difficulties == ()


def test_a_no_where_the_words_are_asked_is_no_difficulty(begin: Begin) -> None:
    talk = to_difficulties(begin)
    talk.press("Hạ tầng")
    talk.say("dạ không có ạ")
    assert talk.talk.current == "review"
    assert talk.report.difficulties == ()


@pytest.mark.parametrize("extra", ["Thêm kiến nghị", "Thêm cách làm hay"])
def test_a_no_to_an_extra_question_is_not_kept_as_its_words(begin: Begin, extra: str) -> None:
    talk = to_difficulties(begin)
    talk.press("Không có", extra)
    talk.say("dạ không có ạ")
    assert talk.talk.current == "review"
    assert (talk.report.proposal, talk.report.best_practice) == ("", "")


@pytest.mark.parametrize(
    ("text", "present", "total"),
    [
        *(("vắng 4", 28, 32), ("có mặt 28 vắng 4", 28, 32), ("28ng", 28, 32)),
        *(("28/32 (87,5%)", 28, 32), ("tổng số 34, có mặt 28", 28, 34), ("ba chục", 30, 32)),
    ],
)
def test_counts_are_read_against_the_members(
    begin: Begin, text: str, present: int, total: int
) -> None:
    talk = begin()
    talk.press("Đúng như trên")
    talk.say(text)
    talk.see("chủ đề nào")
    assert (talk.report.present, talk.report.total) == (present, total)


@pytest.mark.parametrize(
    ("text", "offered", "present"),
    [
        *(("khoảng 30", "30", 30), ("như tháng trước", "27", 27), ("32 vắng 4", "28", 28)),
        *(("có mặt 26 vắng 4", "26/30", 26), ("32/28", "28/32", 28)),
    ],
)
def test_a_doubtful_count_is_offered_as_a_button(
    begin: Begin, text: str, offered: str, present: int
) -> None:
    talk = begin(last_present=27)
    talk.press("Đúng như trên")
    talk.say(text)
    talk.see("là bao nhiêu người?")
    assert talk.report.present is None
    talk.press(offered)
    assert talk.report.present == present


def test_nobody_present_is_no_meeting(begin: Begin) -> None:
    talk = begin(total=0)
    talk.press("Đúng như trên")
    for nobody in ("0", "không người nào", "0/0"):
        talk.say(nobody)
        assert talk.talk.current == "present"
    talk.say("0")
    talk.see("Không có ai dự")


def test_two_days_that_may_be_meant_are_two_buttons(begin: Begin) -> None:
    talk = begin()
    talk.press("Có điểm khác", "Ngày sinh hoạt", "Xong")
    talk.say("thứ tư")
    talk.see("“thứ tư” là ngày nào?", "Thứ Tư, 04/11/2026", "Thứ Tư, 18/11/2026")
    talk.press("Thứ Tư, 18/11")
    assert talk.report.held_date == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tuần trước", date(2026, 11, 14)),
        ("dạ hồi tuần rồi ạ", date(2026, 11, 12)),
        ("tuan qua", date(2026, 11, 9)),
        ("đầu tháng", date(2026, 11, 8)),
        ("hồi đầu tháng này", date(2026, 11, 4)),
        ("giữa tháng", date(2026, 11, 15)),
        ("cuối tháng trước", date(2026, 10, 31)),
        ("đầu tháng 11", date(2026, 11, 2)),
        ("cuối tuần rồi", date(2026, 11, 15)),
        ("tuần này", date(2026, 11, 17)),
    ],
)
def test_of_a_week_or_a_part_of_a_month_the_days_are_buttons(
    channel: str, text: str, day: date
) -> None:
    talk = planned_on_the_fifth(channel)
    talk.press("Có điểm khác", "Ngày", "Xong")
    talk.say(text)
    assert "held_date" not in talk.talk.answers
    talk.press(next(label for label in talk.labels() if f"{day:%d/%m/%Y}" in label))
    assert talk.talk.answers["held_date"].day == day


def planned_on_the_fifth(channel: str) -> Conversation:
    """Asked on Sunday 22 November about the meeting of the 5th."""
    facts = {**USUAL.to_facts(), "planned_date": date(2026, 11, 5)}
    return Conversation(facts=facts, today=date(2026, 11, 22), channel=channel)


@pytest.mark.parametrize("text", ["tuần trước", "cuối tháng rồi"])
def test_what_is_surely_gone_is_asked_about_for_a_moved_meeting_too(
    channel: str, text: str
) -> None:
    talk = planned_on_the_fifth(channel)
    talk.press("Dời sang")
    before = talk.labels()
    talk.say(text)
    assert len(talk.labels()) > len(before)


def test_the_end_of_a_month_that_may_be_ahead_is_no_day_that_is_gone(channel: str) -> None:
    talk = planned_on_the_fifth(channel)
    talk.press("Dời sang")
    before = talk.labels()
    talk.say("cuối tháng")
    assert talk.labels() == before


def test_a_lunar_day_is_converted_and_shown(begin: Begin) -> None:
    talk = begin(planned_date=date(2026, 11, 9))
    talk.press("Có điểm khác", "Ngày sinh hoạt", "Xong")
    talk.say("mùng 10 âm lịch")
    talk.see("“mùng 10 âm lịch” (âm lịch) là Thứ Tư, 18/11/2026")
    assert talk.report.held_date == date(2026, 11, 18)


def test_an_offer_is_gone_with_its_question(begin: Begin) -> None:
    talk = begin()
    talk.press("Có điểm khác", "Ngày sinh hoạt", "Xong")
    talk.say("thứ tư")
    talk.press("Quay lại", "Xong")
    assert "Thứ Tư, 18/11/2026" not in talk.labels()


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("7h30 đến 9h tối", time(19, 30), time(21)),
        ("2h-4h chiều", time(14), time(16)),
        ("7h - 9h", time(19), time(21)),
    ],
)
def test_times_are_read_near_the_hour_of_the_plan(
    begin: Begin, text: str, starts: time, ends: time
) -> None:
    talk = to_times(begin, planned_time="19:00")
    talk.say(text)
    talk.see(f"Thời gian: {starts:%Hh%M} – {ends:%Hh%M}")
    assert (talk.report.starts, talk.report.ends) == (starts, ends)


def test_a_long_meeting_is_asked_about(begin: Begin) -> None:
    talk = to_times(begin, planned_time="08:00")
    talk.say("12h tối")
    talk.see("chưa rõ", "19h00 – 20h30")
    talk.say("8h-2h chiều")
    talk.see("là mấy giờ?", "08h00 – 14h00")
    assert not talk.report.starts
    talk.press("08h00 – 14h00")
    assert [talk.report.starts, talk.report.ends] == [time(8), time(14)]


def test_a_meeting_that_was_moved_has_another_day_and_a_reason(begin: Begin) -> None:
    talk = begin(planned_date=date(2026, 11, 25))
    talk.press("Dời sang")
    talk.see("Dời sang ngày nào?")
    assert not {"Giữ nguyên"} & set(talk.labels())
    talk.say("25/11")
    talk.see("đúng là ngày theo kế hoạch")
    talk.say("28/11")
    talk.press("Mùa vụ", "Gửi")
    assert talk.report.state is ReportState.MOVED
    check_report(talk.report, planned_date=date(2026, 11, 25), today=TODAY)


def test_a_meeting_of_today_is_not_held_before_its_hour(begin: Begin) -> None:
    talk = begin(planned_date=TODAY, planned_time="19:00")
    talk.clock = time(3, 40)
    talk.press("Đúng như trên")
    talk.see("lúc 19h00 hôm nay, chưa đến giờ", "thế nào")
    talk.clock = time(19, 0)
    talk.press("Đúng như trên")
    talk.see("Có bao nhiêu")


def test_a_meeting_that_came_earlier_in_the_day_says_when(begin: Begin) -> None:
    talk = begin(planned_date=TODAY, planned_time="19:00")
    talk.clock = time(11)
    talk.press("Có điểm khác", "Địa điểm", "Xong")
    talk.say("Nhà bà Tư", "28")
    talk.press("Phòng chống", "Xong", "Có dự", "Không có", "Gửi")
    talk.see("chưa đến giờ", "từ mấy giờ")
    talk.say("14h - 15h")
    talk.see("Chưa đến 14h00")
    talk.say("8h - 9h30")
    talk.press("Gửi")
    assert talk.finished == "sent"
    assert (talk.report.starts, talk.report.ends) == (time(8), time(9, 30))


def test_the_hour_is_one_of_the_points_that_differ(begin: Begin) -> None:
    talk = begin(planned_time="19:00")
    talk.press("Có điểm khác", "Giờ sinh hoạt", "Xong")
    talk.say("14h - 15h30")
    talk.say("28")
    assert talk.report.starts == time(14)


def test_several_choices_are_typed_in_words(begin: Begin) -> None:
    for text in ("1, 3", "1 3", "thao luan va bieu duong", "Thảo luận, biểu dương"):
        talk = begin(activities=("dialogue",))
        talk.press("Đúng như trên")
        talk.say("28")
        talk.press("Phòng chống")
        talk.say(text)
        talk.press("Xong")
        assert talk.report.activities == ("discussion", "commendation"), text


@pytest.mark.parametrize("text", ["không có", "ko", "Dạ không có gì"])
def test_a_no_at_several_choices_is_none_of_them(begin: Begin, text: str) -> None:
    talk = begin(activities=("dialogue",))
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống")
    talk.say(text)
    assert talk.report.activities == ()
    talk.see("có dự không")


def test_what_is_typed_where_last_month_is_ticked_takes_nothing_away(begin: Begin) -> None:
    talk = begin(activities=("discussion",))
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống")
    talk.say("thảo luận")
    talk.press("Xong")
    assert talk.report.activities == ("discussion",)


@pytest.mark.parametrize("text", ["mưa", "mưa lớn", "Mưa bão"])
def test_rain_is_not_the_harvest(begin: Begin, text: str) -> None:
    talk = begin()
    talk.press("Không tổ chức được")
    talk.say(text)
    assert (talk.report.reason, talk.report.reason_text) == ("other", text)


@pytest.mark.parametrize("text", ["có", "không"])
def test_a_bare_word_never_chooses_another_answer(begin: Begin, text: str) -> None:
    talk = begin()
    talk.press("Không tổ chức được")
    talk.say(text)
    talk.see("chưa hiểu")


def test_the_length_is_shown_from_the_start_and_kept(begin: Begin) -> None:
    talk = to_difficulties(begin)
    talk.see("Câu 6/6")
    talk.press("Hạ tầng")
    talk.see("Khó khăn 1")
    assert "Câu" not in talk.seen.splitlines()[0]
    talk.say("Đường ngập")
    talk.see("Khó khăn 1")
    talk.press("Xã")
    assert "Câu" not in talk.seen
    other = begin()
    other.see("Câu 1/6")
    other.press("Có điểm khác")
    assert "Câu" not in other.seen
    other.press("Địa điểm", "Xong")
    other.say("Nhà bà Tư")
    other.see("Câu 2/6")
    assert other.facts["planned_date"] == PLANNED
