"""Telephone numbers are read in every usual spelling and stored in one form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading import parse_phone, phone_digits


@pytest.mark.parametrize(
    "text",
    [
        *("0912345678", "0912 345 678", "0912.345.678", "0912-345-678", "09 12 34 56 78"),
        *("+84912345678", "+84 912 345 678", "(+84) 912 345 678", "(+84)912.345.678"),
        *("0084912345678", "0084 912 345 678", "84912345678", "84 912 345 678", "84.912.345.678"),
        *("+84 (0) 912 345 678", "+840912345678", "ĐT: 0912 345 678", "sđt 0912345678"),
        *("Số điện thoại: 0912.345.678", "Zalo 0912345678", "0912345678 ạ", "0912 345 678."),
        *(
            "O912345678",
            "o912 345 678",
            "０９１２３４５６７８",
            "\u200e0912 345 678",
            "(0912) 345 678",
        ),
    ],
)
def test_every_spelling_of_a_number_is_the_same_number(text: str) -> None:
    assert parse_phone(text) == "0912345678"
    assert parse_phone(unicodedata.normalize("NFD", text)) == "0912345678"
    assert phone_digits(text) == "912345678"


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("0294 3855 123", "02943855123"),
        ("(0294) 3.855.123", "02943855123"),
        ("+84 294 3855 123", "02943855123"),
        ("0551 234 567", "0551234567"),
        ("+856 20 5551 2345", "+8562055512345"),
        ("00856 20 5551 2345", "+8562055512345"),
        ("+855 12 345 678", "+85512345678"),
    ],
)
def test_landlines_new_prefixes_and_neighbours_are_read(text: str, stored: str) -> None:
    assert parse_phone(text) == stored
    assert parse_phone(stored) == stored


@pytest.mark.parametrize(
    "text",
    [
        *("15/05/1975", "15.05.1975", "15-05-1975", "15051975", "084175001234", "079075001234"),
        *("912345678", "9123456789", "091234567", "09123456789", "0168 123 4567", "01681234567"),
        *("", "không có", "113", "0", "+", "+84", "0912345678 / 0987654321", "0912345678x12"),
        *("0123456789", "0612345678", "+84+912345678", "0912 345 678 và 0987 654 321", "1" * 500),
    ],
)
def test_what_is_no_certain_number_is_refused(text: str) -> None:
    assert parse_phone(text) is None


@pytest.mark.parametrize(
    ("typed", "digits"),
    [("345678", "345678"), ("0912345", "912345"), ("+84912", "912"), ("0084912", "912")],
)
def test_a_part_of_a_number_is_compared_without_its_prefix(typed: str, digits: str) -> None:
    assert phone_digits(typed) == digits


@given(st.text(max_size=80) | st.text("0123456789 .-()+o84", max_size=20))
def test_any_text_is_a_number_or_none_and_reading_twice_changes_nothing(text: str) -> None:
    stored = parse_phone(text)
    assert stored is None or parse_phone(stored) == stored
    phone_digits(text)
