"""Invitation codes survive how people type them."""

import math
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.codes import ALPHABET, LENGTH, format_code, make_code, normalise_code

SOURCES = st.binary(min_size=16, max_size=16)


def test_a_code_holds_fifty_bits() -> None:
    assert LENGTH * math.log2(len(ALPHABET)) >= 50


def test_a_keyboard_for_vietnamese_leaves_every_letter_alone() -> None:
    assert not set("AEIOUYDW") & set(ALPHABET)


def test_a_code_is_shown_in_groups_of_four() -> None:
    assert format_code("7KMP9RTX4CFH") == "7KMP-9RTX-4CFH"


@pytest.mark.parametrize(
    "typed",
    [
        *("7KMP-9RTX-4CFH", "7kmp 9rtx 4cfh", "7kmp9rtx4cfh", " 7kmp–9rtx—4cfh\n"),
        *("７ＫＭＰ－９ＲＴＸ－４ＣＦＨ", "7KMP -9RTX- 4CFH\u200b"),
    ],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert normalise_code(typed) == "7KMP9RTX4CFH"


def test_look_alikes_are_read_as_the_one_that_is_used() -> None:
    assert normalise_code("BGSZ-8652-CCCC") == "86528652CCCC"


@pytest.mark.parametrize(
    "text",
    [
        *("", "7KMP-9RTX", "7KMP-9RTX-4CFHH", "7KMP-9RTX-4CF0", "hội trường ấp", "28/32 phép 3"),
        *("không vắng ai", "0912 345 678 12", "HamletLeader", "7KMP.9RTX.4CFH"),
    ],
)
def test_other_text_is_no_code(text: str) -> None:
    assert normalise_code(text) is None


def test_codes_from_a_real_source_differ() -> None:
    assert len({make_code(os.urandom) for _ in range(100)}) == 100


@settings(deadline=None)
@given(SOURCES)
def test_every_code_comes_back(source: bytes) -> None:
    code = make_code(lambda _: source)
    assert normalise_code(format_code(code).lower()) == code


@settings(deadline=None)
@given(st.text())
def test_any_text_gets_an_answer_without_fail(text: str) -> None:
    code = normalise_code(text)
    assert code is None or set(code) <= set(ALPHABET)
