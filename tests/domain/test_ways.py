"""The one rule of ways: what is chosen, used last and works; each way once; then the telephone."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from domain.ways import GIVEN_UP_AFTER, Errand, Step, Way, WayKind, decide, order_ways

NOW = datetime(2026, 11, 5, 3, tzinfo=UTC)
HOUR = timedelta(hours=1)

moments = st.none() | st.integers(0, 400).map(lambda hours: NOW - hours * HOUR)
ways = st.lists(
    st.builds(
        Way,
        address_id=st.integers(1, 9),
        kind=st.sampled_from(WayKind),
        used_at=moments,
        is_chosen=st.booleans(),
        works=st.booleans(),
    ),
    max_size=7,
    unique_by=lambda way: way.address_id,
)
errands = st.builds(
    Errand,
    since=st.integers(0, 30).map(lambda hours: NOW - hours * HOUR),
    passed=st.frozensets(st.integers(1, 9), max_size=4),
    lost=st.booleans(),
    answered=st.booleans(),
    expires_at=st.none() | st.integers(-3, 3).map(lambda hours: NOW + hours * HOUR),
    room=st.none() | st.integers(0, 3),
)


@given(errands, ways)
def test_what_is_decided_is_never_one_message_too_many(errand: Errand, there: list[Way]) -> None:
    step, way = decide(errand, there, now=NOW)
    is_over = errand.expires_at is not None and errand.expires_at <= NOW
    assert (step is Step.DONE) is (errand.answered or is_over)
    assert (way is not None) is (step is Step.GO_ON)
    if way is not None:
        assert way.works
        assert way.address_id not in errand.passed
        assert errand.room != 0
        assert errand.lost or NOW - errand.since >= GIVEN_UP_AFTER


@given(errands, ways)
def test_a_message_takes_every_way_once_and_ends_at_the_telephone(
    errand: Errand, there: list[Way]
) -> None:
    now, taken = NOW, list[int]()
    for _ in range(30):
        now += GIVEN_UP_AFTER
        step, way = decide(errand, there, now=now)
        if step in (Step.DONE, Step.PHONE):
            break
        if way is not None:
            taken.append(way.address_id)
            errand = Errand(
                since=now,
                passed=errand.passed | {way.address_id},
                expires_at=errand.expires_at,
                room=None if errand.room is None else errand.room - 1,
            )
    assert step in (Step.DONE, Step.PHONE)
    assert len(taken) == len(set(taken))


@given(ways)
def test_the_chosen_way_comes_first_then_the_last_used_then_what_is_free(
    there: list[Way],
) -> None:
    ordered = order_ways(there)
    assert {way.address_id for way in ordered} == {way.address_id for way in there if way.works}
    for first, second in pairwise(ordered):
        assert first.is_chosen >= second.is_chosen
        if first.is_chosen == second.is_chosen:
            if first.used_at and second.used_at:
                assert first.used_at >= second.used_at
            else:
                assert first.used_at or not second.used_at
                assert first.used_at or first.kind <= second.kind
