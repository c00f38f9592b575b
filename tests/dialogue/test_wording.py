"""What a question and its record say depends on what is known and was answered."""

from tests.dialogue.conftest import Begin
from tests.dialogue.conversation import Conversation


def to_topic(talk: Conversation) -> Conversation:
    talk.press("Đúng như trên")
    talk.say("28")
    return talk


def to_review(talk: Conversation) -> Conversation:
    to_topic(talk).press("Phòng chống", "Xong", "Có dự", "Không có")
    return talk


def to_level(talk: Conversation) -> Conversation:
    to_topic(talk).press("Phòng chống", "Xong", "Có dự", "Hạ tầng")
    talk.say("Đường ngập")
    return talk


def test_the_record_says_what_the_button_meant(begin: Begin) -> None:
    talk = to_review(begin())
    talk.see("Buổi sinh hoạt: Tổ chức đúng kế hoạch")
    assert "Đúng như trên" not in talk.seen


def test_a_meeting_is_moved_to_another_day_than_the_old_one(begin: Begin) -> None:
    talk = begin()
    talk.press("Dời sang ngày khác")
    talk.see("Dời sang ngày nào?")
    assert "Giữ nguyên" not in talk.labels()
    assert "Hiện đã ghi" not in talk.seen
    talk.say("20/11")
    talk.press("Mùa vụ")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự", "Không có")
    talk.see("Dời sang ngày: Thứ Sáu, 20/11/2026")


def test_another_day_of_the_same_plan_can_be_kept(begin: Begin) -> None:
    talk = begin()
    talk.press("Có điểm khác", "Ngày sinh hoạt", "Xong")
    talk.see("Buổi sinh hoạt tổ chức ngày nào?")
    assert "Giữ nguyên" in talk.labels()


def test_a_topic_is_asked_for_where_there_is_none_to_choose(begin: Begin) -> None:
    talk = to_topic(begin(topics=()))
    talk.see("Xin đồng chí ghi chủ đề buổi sinh hoạt.")
    assert "bấm chọn" not in talk.seen


def test_ticks_of_last_month_are_said_to_be_so(begin: Begin) -> None:
    talk = to_topic(begin(activities=("discussion",)))
    talk.press("Phòng chống")
    talk.see("Dấu ✓ là theo tháng trước")


def test_no_month_is_named_where_nothing_is_ticked(begin: Begin) -> None:
    talk = to_topic(begin())
    talk.press("Phòng chống")
    talk.see("Buổi sinh hoạt có phần nào dưới đây?")
    assert "theo tháng trước" not in talk.seen


def test_what_did_not_happen_is_named(begin: Begin) -> None:
    to_review(begin()).see("Thảo luận, đối thoại, biểu dương: không")


def test_an_example_names_buttons_that_are_shown(begin: Begin) -> None:
    talk = begin(planned_date=None)
    talk.press("Xem ví dụ")
    talk.see("Có tổ chức")
    assert "Đúng như trên" not in talk.seen
    assert "Có điểm khác" not in talk.seen


def test_levels_have_the_names_of_the_place(begin: Begin) -> None:
    talk = to_level(begin(hamlet="Khóm", commune="Phường"))
    assert {"Khóm", "Phường", "Đơn vị tự giải quyết"} <= set(talk.labels())
    assert not {"Ấp", "Xã"} & set(talk.labels())


def test_levels_that_nobody_named_have_their_usual_names(begin: Begin) -> None:
    assert {"Ấp", "Xã"} <= set(to_level(begin()).labels())
