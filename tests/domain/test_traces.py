import unicodedata

import pytest

from domain.traces import Traces, longer_than

HOA = Traces(
    "Chi hội trưởng",
    names=("Nguyễn Thị Hoa",),
    phones=("0920872073",),
    others=("Nguyễn Thị Hoa Mai",),
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Nguyễn Thị Hoa", "Chi hội trưởng"),
        ("Chủ trì: Nguyễn Thị Hoa, thư ký: Lan", "Chủ trì: Chi hội trưởng, thư ký: Lan"),
        ("Bà Nguyễn  Thị\nHoa vắng.", "Bà Chi hội trưởng vắng."),
        ("NGUYỄN THỊ HOA", "Chi hội trưởng"),
        (unicodedata.normalize("NFD", "chị Nguyễn Thị Hoa đến"), "chị Chi hội trưởng đến"),
        ("(Nguyễn Thị Hoa)", "(Chi hội trưởng)"),
        ("yêu cầu Nguyễn Thị Hoa báo cáo", "yêu cầu Chi hội trưởng báo cáo"),
        ("đường nhà bà Nguyễn Thị Hoa bị ngập", "đường nhà bà Chi hội trưởng bị ngập"),
        ("chị nguyễn thị hoa vắng", "chị Chi hội trưởng vắng"),
        ("Nguyễn thị Hoa chủ trì", "Chi hội trưởng chủ trì"),
        (unicodedata.normalize("NFD", "NGUYỄN thị HOA"), "Chi hội trưởng"),
        ("gọi 0920872073 nhé", "gọi – nhé"),
        ("gọi 0920 872 073", "gọi –"),
        ("+84 920.872.073", "–"),
        ("84920872073", "–"),
    ],
)
def test_a_whole_name_and_a_whole_phone_are_replaced(text: str, left: str) -> None:
    folded = unicodedata.normalize("NFC", HOA.replaced(text))
    assert folded == left


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Hoan",
        "đồng chí Nguyễn Thị Hoàng",
        "Nguyễn Thị Hoa Mai chủ trì",
        "nguyễn thị hoa mai chủ trì",
        "đường Nguyễn Thị Hoa",
        "đường nguyễn thị hoa",
        "Trường THCS Nguyễn Thị Hoa",
        "Trần Nguyễn Thị Hòa",
        "số 109208720731",
        "09208720730",
        "Thị Hoa",
    ],
)
def test_what_only_looks_alike_stays(text: str) -> None:
    assert HOA.replaced(text) == text


@pytest.mark.parametrize("name", ["Trần Văn Hòa", "Trần Văn Hoà"])
def test_a_tone_may_stand_on_either_letter(name: str) -> None:
    traces = Traces("Bí thư", names=(name,))
    for written in ("Trần Văn Hòa", "trần văn hoà", "TRẦN VĂN HOÀ", "TRẦN VĂN HÒA"):
        assert traces.replaced(f"đ/c {written} vắng") == "đ/c Bí thư vắng"
    assert traces.replaced("đ/c Trần Văn Hoa vắng") == "đ/c Trần Văn Hoa vắng"


def test_two_small_words_are_a_name_only_where_nothing_else_stands() -> None:
    traces = Traces("Bí thư", names=("Văn Minh",))
    assert traces.replaced("xây dựng nếp sống văn minh") == "xây dựng nếp sống văn minh"
    assert traces.replaced("đ/c Văn Minh") == "đ/c Bí thư"
    assert traces.replaced(" văn minh ") == "Bí thư"


@pytest.mark.parametrize("word", ["web", "held", "Hoa"])
def test_a_name_of_one_word_counts_only_where_nothing_else_stands(word: str) -> None:
    traces = Traces("Chi hội trưởng", names=(word,))
    assert traces.replaced(f"mở trang {word} để xem") == f"mở trang {word} để xem"
    stored = {"state": word, "channel": word, "chair": word, "starts": None, "present": 3}
    assert traces.replaced_within(stored) == {**stored, "chair": "Chi hội trưởng"}


def test_within_json_only_words_are_touched() -> None:
    stored = {
        "address": {"chat": "84920872073"},
        "text": "Nguyễn Thị Hoa 0920872073",
        "choices": [["p12", "Nguyễn Thị Hoa"]],
        "phones": ["0920872073"],
    }
    assert HOA.replaced_within(stored) == {
        "address": {"chat": "84920872073"},
        "text": "Chi hội trưởng –",
        "choices": [["p12", "Chi hội trưởng"]],
        "phones": ["–"],
    }


def test_only_names_that_hold_more_are_longer() -> None:
    known = ["Nguyễn Thị Hoa", "Nguyễn Thị Hoa Mai", "Nguyễn Thị Hoan", "Lê Nguyễn Thị Hoa"]
    assert longer_than(["Nguyễn Thị Hoa"], known) == ("Lê Nguyễn Thị Hoa", "Nguyễn Thị Hoa Mai")
