from datetime import date

import pytest

from dialogue import Photos, VoiceNote, open_at_review
from dialogue.report_form import REPORT
from dialogue.report_record import from_answers
from domain.report import CadrePresence, RaisedDifficulty, ReportState, check_report
from tests.dialogue.conftest import Begin
from tests.dialogue.conversation import PLANNED, TODAY, Conversation


def test_a_usual_report_costs_eight_taps_and_four_characters(begin: Begin) -> None:
    talk = begin(activities=("discussion",))
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự", "Không có", "Gửi báo cáo")

    assert talk.finished == "sent"
    assert talk.taps <= 8
    assert talk.typed <= 4
    report = talk.report
    assert report.state is ReportState.HELD
    assert (report.held_date, report.present, report.total) == (PLANNED, 28, 32)
    assert (report.place, report.chair) == ("Nhà văn hóa ấp", "Trần Thị Lành")
    assert (report.topic_id, report.activities) == (7, ("discussion",))
    assert report.cadre_present is CadrePresence.YES
    assert report.difficulties == ()
    check_report(report, planned_date=PLANNED, today=TODAY)


@pytest.mark.parametrize("taps", [("Xong",), ("Thảo luận", "Xong")])
def test_the_first_report_ever_stays_within_the_budget(
    begin: Begin, taps: tuple[str, ...]
) -> None:
    talk = begin(place="", chair="", total=None)
    talk.press("Đúng như trên")
    talk.say("28", "32")
    talk.press("Phòng chống", *taps, "Có dự", "Không có", "Gửi báo cáo")

    assert talk.finished == "sent"
    assert talk.taps <= 8
    assert talk.typed <= 4
    assert (talk.report.present, talk.report.total) == (28, 32)


def test_a_difficulty_costs_two_taps_and_its_words(begin: Begin) -> None:
    talk = begin()
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự")
    before = talk.taps
    talk.press("Hạ tầng")
    talk.say("Đường ngập")
    talk.press("Xã")
    assert talk.taps - before == 2
    talk.see("Còn khó khăn")
    talk.press("Không còn", "Gửi")
    assert talk.report.difficulties == (
        RaisedDifficulty(category="infrastructure", text="Đường ngập", level="commune"),
    )


def test_some_points_differ_and_only_these_are_asked(begin: Begin) -> None:
    talk = begin()
    talk.press("Có điểm khác", "Ngày sinh hoạt", "Địa điểm", "Xong")
    talk.say("8/11")
    talk.see("Vì sao")
    talk.press("Thời tiết")
    talk.see("ở đâu", "Hiện đã ghi: Nhà văn hóa ấp")
    talk.say("Nhà bà Tư")
    talk.say("28")
    talk.press("Không có chủ đề", "Xong", "Có người", "Không có", "Gửi")
    report = talk.report
    assert (report.held_date, report.reason) == (date(2026, 11, 8), "weather")
    assert (report.place, report.chair) == ("Nhà bà Tư", "Trần Thị Lành")
    assert (report.topic_id, report.topic_text) == (None, "")


def test_a_meeting_put_off_to_a_day_ahead_is_a_full_report(begin: Begin) -> None:
    talk = begin()
    talk.press("Dời sang")
    talk.say("28/11")
    talk.press("Mùa vụ")
    talk.press("Gửi")
    report = talk.report
    assert (report.state, report.postponed_to) == (ReportState.MOVED, date(2026, 11, 28))
    assert (report.held_date, report.reason) == (None, "season")
    check_report(report, planned_date=PLANNED, today=TODAY)


def test_a_postponed_draft_asks_on_once_the_day_has_come(begin: Begin) -> None:
    talk = begin()
    talk.press("Dời sang")
    talk.say("28/11")
    talk.press("Mùa vụ")
    talk.today = date(2026, 11, 29)
    talk.press("Gửi")
    assert talk.finished is None
    talk.see("Câu hỏi vừa thay đổi", "Có bao nhiêu hội viên dự")
    assert talk.report.present is None


def test_not_held_takes_a_reason_from_the_list_or_in_own_words(begin: Begin) -> None:
    talk = begin()
    talk.press("Không tổ chức được", "Trùng việc chung", "Gửi")
    assert (talk.report.state, talk.report.reason) == (ReportState.NOT_HELD, "other_duty")

    own = begin()
    own.press("Không tổ chức được")
    own.say("Nhà văn hóa đang sửa")
    own.press("Gửi")
    assert (own.report.reason, own.report.reason_text) == ("other", "Nhà văn hóa đang sửa")

    other = begin()
    other.press("Không tổ chức được", "Lý do khác")
    other.say("Đang sửa")
    other.press("Gửi")
    assert (other.report.reason, other.report.reason_text) == ("other", "Đang sửa")


def test_without_a_planned_day_the_date_is_asked(begin: Begin) -> None:
    talk = begin(planned_date=None)
    talk.press("Có tổ chức")
    talk.press("Hôm qua")
    talk.see("bao nhiêu")
    assert talk.report.held_date == date(2026, 11, 21)


def test_a_held_date_ahead_is_refused_in_plain_words(begin: Begin) -> None:
    talk = begin()
    talk.press("Có điểm khác", "Ngày sinh hoạt", "Xong")
    talk.say("28/11/2026")
    talk.see("28/11/2026 chưa đến", "tổ chức ngày nào")


def test_a_meeting_still_ahead_cannot_have_been_held(begin: Begin) -> None:
    talk = begin(planned_date=date(2026, 11, 25))
    talk.press("Đúng như trên")
    talk.see("chưa đến", "tổ chức thế nào")


def test_more_people_than_the_chapter_has_are_refused(begin: Begin) -> None:
    talk = begin()
    talk.press("Đúng như trên")
    talk.say("33")
    talk.see("33", "32", "Có bao nhiêu")
    talk.say("30, phép 3")
    talk.see("Số có mặt (30) và số vắng (3)")
    talk.say("hai mươi tám")
    talk.see("chủ đề nào")


def test_another_total_is_taken_and_shown(begin: Begin) -> None:
    talk = begin(total=30)
    talk.press("Đúng như trên")
    talk.say("28/32, phép 3")
    talk.see("Đã ghi tổng số 32 cho buổi này; danh bạ đang là 30")
    talk.press("Không có chủ đề", "Xong", "Có dự", "Không có", "Gửi")
    report = talk.report
    assert (report.present, report.total) == (28, 32)
    assert (report.excused, report.unexcused) == (3, 1)


def test_everyone_means_the_total_without_the_exempt(begin: Begin) -> None:
    talk = begin(exempt=2)
    talk.press("Đúng như trên")
    talk.say("đủ")
    talk.see("chủ đề nào")
    assert talk.report.present == 30


def test_what_is_seldom_told_waits_at_the_review(begin: Begin) -> None:
    talk = begin()
    talk.press("Đúng như trên")
    talk.say("28")
    talk.say("Bàn việc làm đường")
    talk.press("Đối thoại", "Thảo luận", "Đối thoại", "Xong", "Không dự", "Không có")
    talk.press("Thêm số vắng có lý do")
    talk.say("2")
    talk.press("Thêm cách làm hay")
    talk.say("Tổ hùn vốn")
    talk.press("Thêm kiến nghị")
    talk.give(VoiceNote(41))
    talk.press("Giữ nguyên")
    talk.see("(tin thoại)")
    talk.press("Thêm ảnh biên bản")
    talk.give(Photos((51, 52)))
    talk.give(Photos((53,)))
    talk.see("3 ảnh")
    talk.press("Xong", "Thêm thời gian")
    talk.say("19h - 20h30")
    talk.press("Gửi")
    report = talk.report
    assert (report.excused, report.unexcused, report.best_practice) == (2, 2, "Tổ hùn vốn")
    assert (report.topic_text, report.activities) == ("Bàn việc làm đường", ("discussion",))
    assert report.photos == (51, 52, 53)
    assert report.voice_notes == (("proposal", 41),)
    assert (str(report.starts), str(report.ends)) == ("19:00:00", "20:30:00")


def test_the_frame_of_a_party_meeting_is_all_that_is_asked(begin: Begin) -> None:
    talk = begin(frame=True, members="đảng viên", unit="chi bộ", meeting="thường kỳ")
    talk.press("Đúng như trên")
    talk.see("đảng viên")
    talk.say("28")
    talk.press("Không có chủ đề", "Có dự")
    talk.see("Không ghi nội dung nội bộ Đảng")
    talk.press("Không có")
    for absent in ("Thêm cách làm hay", "Thêm ảnh biên bản", "Thêm kiến nghị"):
        assert absent not in talk.labels()
    talk.give(Photos((1,)))
    talk.see("không nhận ảnh")
    assert talk.report.photos == ()


def test_no_cadre_is_assigned_then_none_is_asked_about(begin: Begin) -> None:
    talk = begin(cadre="")
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Không có chủ đề", "Xong")
    talk.see("khó khăn")
    assert talk.report.cadre_present is CadrePresence.NONE


def test_a_sent_report_is_opened_at_the_review_and_sent_again(begin: Begin) -> None:
    talk = begin()
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Hùn vốn", "Xong", "Có dự", "Hạ tầng")
    talk.say("Đường ngập")
    talk.press("Cấp trên", "Không còn", "Gửi")
    sent = talk.report

    again = begin()
    again.start(open_at_review(REPORT, from_answers(sent, again.facts), facts=again.facts))
    assert again.report == sent
    again.press("Sửa", "Có mặt")
    again.see("Hiện đã ghi: 28")
    again.say("29")
    again.see("Có mặt: 29")
    again.press("Gửi")
    assert again.report.present == 29
    assert again.report.difficulties == sent.difficulties


def to_difficulties(begin: Begin) -> Conversation:
    talk = begin()
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự")
    return talk


def test_a_difficulty_told_at_once_is_kept_and_only_its_field_is_asked(begin: Begin) -> None:
    talk = to_difficulties(begin)
    talk.say("Đèn khu thể thao hỏng", "Thanh niên không có sân chơi")
    talk.see("Đã ghi", "Khó khăn vừa nêu thuộc lĩnh vực nào?")
    assert "Không có" not in talk.labels()
    talk.press("Hạ tầng", "Xã")
    talk.say("không có gì nữa")
    (told,) = talk.report.difficulties
    assert told.text == "Đèn khu thể thao hỏng\nThanh niên không có sân chơi"
    assert (told.category, told.level) == ("infrastructure", "commune")


@pytest.mark.parametrize(
    "text", ["không có khó khăn gì cả", "Chưa có", "hết rồi", "ko có vướng mắc gì ạ"]
)
def test_that_there_is_no_difficulty_is_understood(begin: Begin, text: str) -> None:
    talk = to_difficulties(begin)
    talk.say(text)
    assert talk.talk.current == "review"
    assert talk.report.difficulties == ()


def test_one_word_at_the_fields_is_no_difficulty(begin: Begin) -> None:
    talk = to_difficulties(begin)
    talk.say("hmm")
    talk.see("chưa hiểu", "khó khăn, vướng mắc gì không?")


def test_ticks_of_the_report_before_are_said_to_be_so_until_one_is_touched(begin: Begin) -> None:
    for known in (("discussion",), ()):
        talk = begin(activities=known)
        talk.press("Đúng như trên")
        talk.say("28")
        talk.press("Phòng chống")
        assert ("của kỳ trước" in talk.seen) is bool(known)
        talk.press("Đối thoại")
        assert "của kỳ trước" not in talk.seen
