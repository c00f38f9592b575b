"""A typed answer counts as its button, or as none."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.message import Choice
from domain.reading import key, match_choice

YES_NO = {"yes": "Có", "no": "Không", "skip": "Bỏ qua", "back": "Quay lại"}
DAYS = (Choice("today", "Hôm nay"), Choice("yesterday", "Hôm qua"), Choice("other", "Ngày khác"))
STATES = {"held": "Đã họp", "moved": "Dời ngày", "failed": "Không tổ chức được"}
PRESENCE = {"here": "Có mặt", "away": "Vắng"}
HAMLETS = {"a": "Long Hoà", "b": "Long Hóa", "c": "Ấp 1", "d": "Ấp 10", "e": "⭐ Cồn Cù"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("Có", "yes"), ("co", "yes"), ("uh", "yes"), ("ừ", "yes"), ("vâng", "yes")),
        *(("Dạ", "yes"), ("có ạ", "yes"), ("KHÔNG", "no"), ("ko", "no"), ("k", "no")),
        *(("không có gì hết", "no"), ("khong co gi", "no"), ("quay lại nhé", "back")),
        *(("k có", "no"), ("khong a", "no"), ("bo qua", "skip"), ("bõ qua", "skip")),
        *(("bq", "skip"), ("quay lai.", "back"), ("trở lại", "back"), ("quay", "back")),
        *(("da", None), ("b", None), ("2", None), ("", None), ("👍", None), ("chưa", None)),
    ],
)
def test_short_answers_are_understood(text: str, meant: str | None) -> None:
    assert match_choice(text, YES_NO) == meant
    assert match_choice(unicodedata.normalize("NFD", text), YES_NO) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [("hqua", "yesterday"), ("hnay", "today"), ("hôm q", "yesterday"), ("hôm", None)],
)
def test_a_beginning_counts_when_it_fits_one_only(text: str, meant: str | None) -> None:
    assert match_choice(text, DAYS) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("2", "moved"), ("2.", "moved"), ("(2)", "moved"), ("câu 2", "moved"), ("２", "moved")),
        *(("2️⃣", "moved"), ("số 3", "failed"), ("0", None), ("4", None), ("-1", None)),
    ],
)
def test_a_number_is_a_place_in_the_list_when_numbering_is_on(
    text: str, meant: str | None
) -> None:
    assert match_choice(text, STATES, numbered=True) == meant
    assert match_choice(text, STATES) is None


def test_a_number_that_is_also_a_label_is_not_guessed() -> None:
    labels = {"two": "2", "one": "1"}
    assert match_choice("2", labels, numbered=True) is None
    assert match_choice("2", labels) == "two"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("long hoà", "a"), ("long hóa", "b"), ("long hoa", None), ("long", None)),
        *(("ấp 1", "c"), ("ap 10", "d"), ("ấp", None), ("con cu", "e"), ("1", None)),
    ],
)
def test_marks_decide_between_labels_that_share_a_key(text: str, meant: str | None) -> None:
    assert match_choice(text, HAMLETS) == meant


def test_ap_1_is_not_the_beginning_of_ap_10() -> None:
    assert match_choice("ấp 1", {"d": "Ấp 10"}) is None


def test_yes_is_never_taken_for_absent() -> None:
    assert match_choice("vâng", PRESENCE) == "here"
    assert match_choice("vâng", {"away": "Vắng"}) is None
    assert match_choice("vang", PRESENCE) == "away"


def test_no_means_the_one_label_that_begins_with_it() -> None:
    assert match_choice("ko", STATES) == "failed"
    assert match_choice("không", {"a": "Không họp", "b": "Không có phép"}) is None


@given(st.text())
def test_any_text_gets_an_answer_without_fail(text: str) -> None:
    assert match_choice(text, YES_NO, numbered=True) in {*YES_NO, None}
    assert match_choice(unicodedata.normalize("NFD", text), DAYS) == match_choice(text, DAYS)


@given(st.sampled_from([*YES_NO.items(), *STATES.items()]))
def test_every_label_counts_without_its_marks(choice: tuple[str, str]) -> None:
    labels = YES_NO if choice[0] in YES_NO else STATES
    assert match_choice(key(choice[1]), labels) == choice[0]
