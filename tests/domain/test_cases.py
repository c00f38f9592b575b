from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cases import (
    Action,
    Case,
    CaseFacts,
    count_cases,
    is_possible,
    likeness,
    list_alike,
    list_themes,
    state_after,
)
from domain.records import DifficultyState
from domain.refusals import Conflict

WORDS = st.lists(
    st.sampled_from(["đường", "ngập", "cống", "hỏng", "đèn", "tắt", "Ấp", "nước"]), max_size=6
).map(" ".join)
STATES = st.sampled_from(list(DifficultyState))
ACTIONS = st.sampled_from([one for one in Action if one not in ("raised", "changed", "withdrawn")])
ROAD = Case(
    id=1,
    report_id=1,
    meeting_id=1,
    chapter_id=1,
    chapter_name="Chi hội phụ nữ ấp Cái Cối",
    area_name="Ấp Cái Cối",
    area_path="/1/2/",
    category="infrastructure",
    text="Đường vào ấp ngập nước",
    level="commune",
    state=DifficultyState.OPEN,
    raised_at=datetime(2026, 11, 5, tzinfo=UTC),
    due_on=date(2026, 11, 20),
    desk_id=2,
    owner_id=None,
    joined_to=None,
    answered_at=None,
    solved_at=None,
    version=0,
)


@given(one=WORDS, other=WORDS)
def test_likeness_is_the_same_both_ways_and_a_share(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


@given(text=WORDS.filter(bool))
def test_a_text_is_wholly_like_itself_without_its_marks(text: str) -> None:
    assert likeness(text, text.upper()) == 1


@given(state=STATES, action=ACTIONS, at_home=st.booleans())
def test_what_is_not_possible_changes_nothing(
    state: DifficultyState, action: Action, at_home: bool
) -> None:
    if is_possible(state, action):
        assert state_after(state, action, at_home=at_home) is not DifficultyState.WITHDRAWN
    else:
        with pytest.raises(Conflict):
            state_after(state, action, at_home=at_home)


@given(actions=st.lists(st.tuples(ACTIONS, st.booleans()), max_size=12))
def test_only_the_chapter_or_silence_solves_a_case(actions: list[tuple[Action, bool]]) -> None:
    state = DifficultyState.OPEN
    for action, at_home in actions:
        if is_possible(state, action):
            before, state = state, state_after(state, action, at_home=at_home)
            if state is DifficultyState.SOLVED and before is not state:
                assert action in (Action.SOLVED, Action.SILENT)


def test_like_cases_of_other_chapters_are_offered_the_likest_first() -> None:
    near = replace(ROAD, id=2, chapter_id=2, text="duong vao ap ngap")
    nearer = replace(ROAD, id=3, chapter_id=3, text="Đường vào ấp bị ngập nước")
    others = [
        near,
        nearer,
        replace(ROAD, id=4, text=ROAD.text),
        replace(ROAD, id=5, chapter_id=4, category="economy"),
        replace(ROAD, id=6, chapter_id=4, state=DifficultyState.ANSWERED),
        replace(ROAD, id=7, chapter_id=4, text="Thiếu vốn vay"),
        replace(ROAD, id=8, chapter_id=4, joined_to=2),
    ]
    assert list_alike(ROAD, others) == [nearer, near]


def test_themes_are_what_several_tell_the_most_voices_first() -> None:
    lamp = replace(ROAD, id=2, chapter_id=2, text="Đèn đường tắt", voices=3)
    found = [ROAD, lamp, replace(ROAD, id=3, chapter_id=3), replace(ROAD, id=4, text="Thiếu loa")]
    assert [[one.id for one in theme] for theme in list_themes(found)] == [[2], [1, 3]]


def test_figures_count_what_was_told_in_the_period_and_what_stands_now() -> None:
    told = CaseFacts(
        category="infrastructure",
        state=DifficultyState.OPEN,
        raised_on=date(2026, 11, 5),
        due_on=date(2026, 11, 20),
        solved_on=None,
    )
    solved = replace(told, state=DifficultyState.SOLVED, solved_on=date(2026, 11, 11))
    longer = replace(solved, raised_on=date(2026, 9, 1), solved_on=date(2026, 11, 10))
    older = replace(told, state=DifficultyState.PASSED_UP, raised_on=date(2026, 8, 2))
    (found,) = count_cases(
        [told, solved, longer, older],
        first=date(2026, 11, 1),
        last=date(2026, 11, 30),
        today=date(2026, 11, 22),
    )
    assert (found.raised, found.solved, found.passed_up, found.overdue) == (2, 2, 1, 2)
    assert (found.median_days, found.oldest) == (38, date(2026, 8, 2))
