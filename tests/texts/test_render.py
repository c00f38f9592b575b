import pytest

from texts import render

NOTE = "case-news-answered"


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Đã khơi cống.", "“Đã khơi cống”."),
        ("Đã khơi cống", "“Đã khơi cống”."),
        ("Còn hai đoạn...", "“Còn hai đoạn...”."),
        ("Có kinh phí không?", "“Có kinh phí không?”."),
    ],
)
def test_a_quotation_loses_its_last_stop(told: str, shown: str) -> None:
    text = render(NOTE, "vi", text="Đường ngập.", who="Lê Văn Sáu", note=told)
    assert "“Đường ngập” đã được" in text
    assert shown in text
