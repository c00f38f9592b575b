from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reviews import Review, ReviewAction, ReviewState, last_decision, state_of

READ, RETURNED, ACCEPTED = ReviewAction.READ, ReviewAction.RETURNED, ReviewAction.ACCEPTED


def said(*actions: tuple[ReviewAction, int]) -> list[Review]:
    return [
        Review(
            id=number,
            report_id=1,
            version=version,
            person_id=1,
            at=datetime(2026, 11, 6, tzinfo=UTC),
            action=action,
        )
        for number, (action, version) in enumerate(actions, start=1)
    ]


@pytest.mark.parametrize(
    ("actions", "wanted"),
    [
        ((), ReviewState.SENT),
        (((READ, 1),), ReviewState.READ),
        (((READ, 1), (RETURNED, 1)), ReviewState.RETURNED),
        (((RETURNED, 1), (ACCEPTED, 1), (READ, 1)), ReviewState.ACCEPTED),
        (((ACCEPTED, 1), (RETURNED, 1)), ReviewState.RETURNED),
        (((ReviewAction.CONFIRMED, 1), (ReviewAction.OBJECTED, 1)), ReviewState.SENT),
    ],
)
def test_the_last_decision_counts_else_being_read(
    actions: tuple[tuple[ReviewAction, int], ...], wanted: ReviewState
) -> None:
    assert state_of(said(*actions), 1) is wanted


@given(st.lists(st.tuples(st.sampled_from(ReviewAction), st.integers(1, 3)), max_size=8))
def test_a_correction_is_open_again(actions: list[tuple[ReviewAction, int]]) -> None:
    assert state_of(said(*actions), 4) is ReviewState.SENT
    assert last_decision(said(*actions), 4) is None
