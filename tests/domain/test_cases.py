from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cases import (
    LIVING,
    Action,
    ActorKind,
    CaseEvent,
    list_possible,
    newest_news,
    state_after,
)
from domain.records import DifficultyState
from domain.refusals import Conflict

STATES = st.sampled_from(list(DifficultyState))
HANDS = st.sampled_from(list(ActorKind))
# Told, changed and withdrawn come with the report, from nobody's hand.
ACTIONS = st.sampled_from(
    [
        literal
        for literal in Action
        if literal not in (Action.RAISED, Action.CHANGED, Action.WITHDRAWN)
    ]
)
SETTLED = frozenset(DifficultyState) - LIVING


@given(state=STATES, action=ACTIONS, by=HANDS, at_home=st.booleans())
def test_what_is_offered_can_be_done_and_nothing_else(
    state: DifficultyState, action: Action, by: ActorKind, at_home: bool
) -> None:
    if action in list_possible(by, state, at_home=at_home):
        after = state_after(state, action, by=by, at_home=at_home)
        assert after is not DifficultyState.WITHDRAWN
    else:
        with pytest.raises(Conflict):
            state_after(state, action, by=by, at_home=at_home)


@given(steps=st.lists(st.tuples(HANDS, ACTIONS, st.booleans()), max_size=12))
def test_a_desk_settles_no_case_and_only_a_chapter_opens_one_again(
    steps: list[tuple[ActorKind, Action, bool]],
) -> None:
    state = DifficultyState.OPEN
    for by, action, at_home in steps:
        if action not in list_possible(by, state, at_home=at_home):
            continue
        before, state = state, state_after(state, action, by=by, at_home=at_home)
        if state in SETTLED and before in LIVING:
            assert by is ActorKind.CHAPTER or (by, before) == (
                ActorKind.CLOCK,
                DifficultyState.ANSWERED,
            )
        if before in SETTLED and state in LIVING:
            assert (by, action) == (ActorKind.CHAPTER, Action.REOPENED)


@given(state=STATES)
def test_what_was_taken_back_is_out_of_everybodys_hands(state: DifficultyState) -> None:
    ways = [list_possible(by, state, at_home=False) for by in ActorKind]
    assert any(ways) is (state is not DifficultyState.WITHDRAWN)


def test_what_lies_at_home_is_not_sent_down_and_comes_back_open() -> None:
    passed_up = DifficultyState.PASSED_UP
    assert Action.SENT_DOWN not in list_possible(ActorKind.DESK, passed_up, at_home=True)
    down = state_after(passed_up, Action.SENT_DOWN, by=ActorKind.DESK, at_home=False)
    assert down is DifficultyState.OPEN
    for at_home, state in ((True, DifficultyState.OPEN), (False, passed_up)):
        again = state_after(
            DifficultyState.SOLVED, Action.REOPENED, by=ActorKind.CHAPTER, at_home=at_home
        )
        assert again is state


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        (["advised", "answered", "remarked"], "answered"),
        (["answered", "reopened"], None),
        (["answered", "reopened", "passed_up"], "passed_up"),
        (["answered", "solved", "photos_added"], "solved"),
        (["due_set", "separated"], None),
    ],
)
def test_a_chapter_hears_the_newest_and_not_what_it_refused(
    happened: list[str], told: str | None
) -> None:
    at = datetime(2026, 11, 5, tzinfo=UTC)
    events = [CaseEvent(at=at, action=text, who=None, desk=None, note=None) for text in happened]
    news = newest_news(events)
    assert (news.action if news else None) == told
