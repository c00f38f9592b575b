import pytest
from hypothesis import given
from hypothesis import strategies as st

from operations.meetings.batches import AT_ONCE, batches


@pytest.mark.parametrize(
    ("sizes", "parts"),
    [
        ({}, []),
        ({1: AT_ONCE, 2: 1}, [[1], [2]]),
        ({1: 1, 2: AT_ONCE - 1, 3: 1}, [[1, 2], [3]]),
        ({1: 1, 2: AT_ONCE + 1, 3: 1}, [[1], [2], [3]]),
    ],
)
def test_a_part_is_full_before_the_next_begins(
    sizes: dict[int, int], parts: list[list[int]]
) -> None:
    assert list(batches(sizes)) == parts


@given(st.dictionaries(st.integers(1, 10**6), st.integers(1, 2 * AT_ONCE), max_size=30))
def test_every_place_is_in_one_part_and_no_part_is_too_large(sizes: dict[int, int]) -> None:
    parts = list(batches(sizes))
    assert [place for part in parts for place in part] == list(sizes)
    assert all(
        len(part) == 1 or sum(sizes[number] for number in part) <= AT_ONCE for part in parts
    )
