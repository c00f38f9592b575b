import pytest

from handlers.screen import shorten


@pytest.mark.parametrize(
    "text",
    [
        "Tháng 10/2026: đã sinh hoạt, đã tiếp nhận – Chi hội phụ nữ ấp Cái Cối",
        "Chưa đến hạn: đề xuất Hội đồng nhân dân xã (Chi hội phụ nữ ấp Kinh Đào)",
        "x" * 100 + " ấp Bào Môn",
        "Chi hội cựu chiến binh ấp Thốt Lốt, xã Long Vĩnh, huyện Duyên Hải, số 7",
    ],
)
def test_of_labels_that_are_too_long_the_beginning_and_the_end_stay(text: str) -> None:
    label = shorten(text)
    assert len(label) <= 60
    beginning, _, end = label.partition("… ")
    assert text.startswith(beginning)
    assert text.endswith(end)
    assert len(end.split()) >= 3


def test_a_label_that_fits_stays_as_it_is() -> None:
    assert shorten("Chi hội phụ nữ  ấp Cái Cối") == "Chi hội phụ nữ ấp Cái Cối"
    assert len(shorten("x" * 100)) <= 60


def test_a_quoted_text_ends_where_it_is_cut() -> None:
    assert shorten("một hai ba bốn", 8) == "một hai…"
