import pytest

from dialogue import Edited, Late, Photos, UnsupportedInput, VoiceNote
from tests.dialogue.conftest import Begin
from tests.dialogue.conversation import Conversation


@pytest.fixture
def talk(begin: Begin) -> Conversation:
    return begin()


def to_words(talk: Conversation) -> Conversation:
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự", "Hạ tầng")
    return talk


def test_twenty_messages_typed_in_a_downtime_answer_one_question_only(
    talk: Conversation,
) -> None:
    talk.press("Đúng như trên")
    talk.say("28")
    before = talk.talk
    talk.late(*["28"] * 10, *["29", "alo", "1", "2", "không có", "xong", "gửi", "hủy", "3", "ok"])
    assert talk.talk == before
    talk.see("đến muộn")


def test_the_same_answer_again_is_ignored_without_a_word(talk: Conversation) -> None:
    talk.press("Đúng như trên")
    talk.say("28/32")
    for same in ("28/32", "28", "hai mươi tám"):
        talk.late(same)
        assert talk.seen == ""
    talk.press("Phòng chống")
    talk.late("phong chong sot xuat huyet")
    assert talk.seen == ""


def test_the_same_word_is_asked_about_where_the_open_question_may_have_been_seen(
    talk: Conversation,
) -> None:
    """Its first showing was never noted: who typed "1" may have meant either question."""
    talk.say("1")
    talk.late("1")
    assert "present" not in talk.talk.answers
    talk.see("đến muộn", "câu dưới đây", "Buổi sinh hoạt")
    talk.press("1")
    assert talk.talk.answers["present"].number == 1


@pytest.mark.parametrize("word", ["Không có", "không", "1", "2"])
def test_the_same_no_or_number_is_never_dropped_in_silence(talk: Conversation, word: str) -> None:
    talk.press("Đúng như trên")
    talk.say("28", "1")
    before = talk.talk
    talk.late(word)
    assert talk.talk == before
    talk.see("đến muộn")


def test_a_late_figure_is_one_tap_away_at_the_question_that_it_fits(talk: Conversation) -> None:
    talk.press("Đúng như trên")
    talk.late("28/32")
    talk.see("đến muộn")
    talk.late("30/32", "28/32")
    assert "present" not in talk.talk.answers
    talk.press("28/32")
    assert talk.report.present == 28


def test_several_messages_for_one_text_are_joined(talk: Conversation) -> None:
    to_words(talk).say("Đường ngập")
    talk.late("cầu hư", "Đường ngập", "đèn tắt")
    talk.press("Xã", "Không còn")
    assert talk.report.difficulties[0].text == "Đường ngập\ncầu hư\nđèn tắt"


def test_own_words_for_a_topic_are_joined_too(talk: Conversation) -> None:
    talk.press("Đúng như trên")
    talk.say("28", "Bàn làm đường")
    talk.late("và sửa cầu")
    talk.see("Đã ghi thêm")
    assert talk.report.topic_text == "Bàn làm đường\nvà sửa cầu"


def test_a_late_text_never_answers_the_open_text_question(talk: Conversation) -> None:
    to_words(talk)
    talk.late("Phòng chống sốt xuất huyết nhé bà con")
    talk.see("đến muộn", "Khó khăn 1")
    assert "words.0" not in talk.talk.answers
    assert talk.talk.current == "words.0"


def test_late_words_may_be_meant_for_the_open_question_that_takes_any(
    talk: Conversation,
) -> None:
    """Whoever saw a first showing that was never noted is not sent back to another question."""
    to_words(talk)
    talk.late("Đường ngập")
    talk.see("câu dưới đây", "Khó khăn 1", "gửi lại")
    talk.say("Đường ngập")
    assert talk.talk.answers["words.0"].text == "Đường ngập"


def test_a_text_typed_before_the_question_was_asked_again_answers_it(
    talk: Conversation,
) -> None:
    talk.press("Đúng như trên")
    talk.say("đông lắm")
    talk.late("28")
    assert talk.report.present == 28
    talk.see("chủ đề nào")


def test_a_late_text_after_a_sticker_still_belongs_to_the_question_before(
    talk: Conversation,
) -> None:
    talk.press("Đúng như trên")
    talk.give(UnsupportedInput("sticker"))
    talk.late("28")
    talk.see("đến muộn")
    assert "present" not in talk.talk.answers


def test_a_late_text_goes_where_the_caller_knows_it_belongs(talk: Conversation) -> None:
    to_words(talk).say("Đường ngập")
    talk.press("Xã", "Không còn")
    talk.give(Late("cầu hư", question="words.0"))
    assert talk.report.difficulties[0].text == "Đường ngập\ncầu hư"
    talk.see("Mời đồng chí xem lại", "cầu hư")


def test_a_late_text_does_not_pass_the_question_whether_to_stop(talk: Conversation) -> None:
    talk.press("Đúng như trên", "Tạm dừng")
    before = talk.talk
    talk.late("28", "xóa bản nháp")
    assert talk.talk == before


def test_nothing_comes_before_the_first_question(talk: Conversation) -> None:
    before = talk.talk
    talk.late("28")
    talk.see("đến muộn")
    assert talk.talk == before


@pytest.mark.parametrize("kind", ["sticker", "location", "file", "other", "dice"])
def test_what_nobody_asked_for_says_what_is_needed(kind: str) -> None:
    talk = Conversation()
    talk.press("Đúng như trên")
    talk.give(UnsupportedInput(kind))
    talk.see("không nhận", "ghi một con số", "Có bao nhiêu")


def test_a_recording_answers_a_text_question(talk: Conversation) -> None:
    to_words(talk).give(VoiceNote(9))
    talk.give(VoiceNote(10, late=True))
    talk.press("Xã", "Không còn")
    talk.see("(tin thoại) (tin thoại)")
    assert talk.report.voice_notes == (("words.0", 9), ("words.0", 10))


def test_a_recording_instead_of_a_field_is_the_difficulty(talk: Conversation) -> None:
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự")
    talk.give(VoiceNote(9))
    talk.see("Đã nhận tin thoại", "thuộc lĩnh vực nào?")
    talk.press("Hạ tầng", "Xã", "Không còn")
    assert talk.report.voice_notes == (("words.0", 9),)


def test_a_recording_elsewhere_is_kept_and_the_question_stays(talk: Conversation) -> None:
    talk.press("Đúng như trên")
    talk.give(VoiceNote(9))
    talk.give(VoiceNote(9))
    talk.see("Đã giữ tin thoại", "ghi một con số", "Có bao nhiêu")
    assert talk.report.voice_notes == (("", 9),)


def test_a_recording_for_the_times_is_kept_but_is_no_time(talk: Conversation) -> None:
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự", "Không có", "Thêm thời gian")
    talk.give(VoiceNote(9))
    assert talk.talk.current == "times"
    assert talk.report.voice_notes == (("", 9),)


def test_an_album_in_the_middle_goes_to_the_report_and_answers_nothing(
    talk: Conversation,
) -> None:
    talk.press("Đúng như trên")
    talk.give(Photos((1,)))
    talk.give(Photos((2, 3)))
    talk.give(Photos((3,)))
    talk.see("Ảnh biên bản", "3 ảnh")
    assert talk.talk.current == "present"
    assert talk.report.photos == (1, 2, 3)


def test_an_edited_message_corrects_its_answer(talk: Conversation) -> None:
    talk.press("Đúng như trên")
    talk.say("28")
    talk.give(Edited("27", question="present"))
    talk.see("Đã sửa", "27")
    assert (talk.talk.current, talk.report.present) == ("topic", 27)
    talk.give(Edited("33", question="present"))
    talk.see("nhiều hơn")
    talk.give(Edited("nhiều lắm", question="present"))
    talk.see("chưa hiểu")
    assert talk.report.present == 27


def test_an_edited_message_of_the_open_question_answers_it(talk: Conversation) -> None:
    talk.press("Đúng như trên")
    talk.say("2o")
    talk.give(Edited("20", question="present"))
    assert talk.report.present == 20


def test_an_edit_that_belongs_nowhere_changes_nothing(talk: Conversation) -> None:
    to_words(talk).say("Đường ngập")
    talk.late("cầu hư")
    before = talk.talk
    for question in ("", "words.0", "photos", "nowhere"):
        talk.give(Edited("Cầu gãy", question=question))
        talk.see("chưa làm thay đổi")
    assert talk.talk == before


@pytest.mark.parametrize("text", ["ko", "khong co", "KHÔNG CÓ", "không có"])
def test_a_label_counts_in_any_spelling(talk: Conversation, text: str) -> None:
    talk.press("Đúng như trên")
    talk.say("28")
    talk.press("Phòng chống", "Xong", "Có dự")
    talk.say(text)
    talk.see("Mời đồng chí xem lại")


def test_a_number_is_the_choice_in_that_place_on_every_channel(talk: Conversation) -> None:
    talk.say("7")
    talk.see("chưa hiểu", "thế nào")
    talk.say("câu 1")
    talk.see("Có bao nhiêu")
