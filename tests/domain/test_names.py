"""Names stand in Vietnamese order."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.names import collate, given_name, name_sort_key, split_address

SORTED = [
    *("An", "Anh", "Ánh", "Ăn", "Ân", "Chi", "Cúc", "Dũng", "Đạt", "Em", "Ê", "Oanh", "Ổn"),
    *("Thảo", "Trang", "Uyên", "Ước", "Yến"),
]


def test_letters_go_before_tones() -> None:
    by_code_point = sorted(SORTED)
    assert by_code_point != SORTED
    assert sorted(by_code_point, key=name_sort_key) == SORTED
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=collate) == [
        *("ma", "mà", "mả", "mã", "má", "mạ"),
    ]


def test_people_stand_by_given_then_family_then_middle_name() -> None:
    mixed = ["Sơn", "Thạch Rơi", "Nguyễn Thị An", "Kim Sa Rinh", "Nguyễn Bá An", "Lê Văn An"]
    expected = ["Lê Văn An", "Nguyễn Bá An", "Nguyễn Thị An", "Kim Sa Rinh", "Thạch Rơi", "Sơn"]
    assert sorted(mixed, key=name_sort_key) == expected


def test_one_is_called_by_the_last_part() -> None:
    assert given_name(" Nguyễn Thị  Hường ") == "Hường"
    assert given_name("Nguyễn\nHường") == "Hường"
    assert given_name("Sơn") == "Sơn"
    assert given_name("") == ""


@pytest.mark.parametrize(
    ("form", "name", "beside", "called"),
    [
        ("đồng chí", "Kim Thị Sa Rinh", "đồng chí", "đồng chí Rinh"),
        ("đồng chí Sa Rinh", "Kim Thị Sa Rinh", "đồng chí", "đồng chí Sa Rinh"),
        ("bác Hòa", "Trần Văn Hoà", "bác", "bác Hòa"),
        ("Sa Rinh", "Kim Thị Sa Rinh", "đồng chí", "Sa Rinh"),
        ("đồng chí Sa Rinh", "Kim Thị Mai", "đồng chí Sa Rinh", "đồng chí Sa Rinh Mai"),
    ],
)
def test_the_form_of_address_may_end_with_what_one_is_called(
    form: str, name: str, beside: str, called: str
) -> None:
    assert split_address(form, name) == (beside, called)


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_two_names_can_be_ordered(text: str, other: str) -> None:
    assert sorted([text, other], key=name_sort_key)
    assert name_sort_key(unicodedata.normalize("NFD", text)) == name_sort_key(text)
