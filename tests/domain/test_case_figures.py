from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.case_figures import CaseFacts, count_by, count_cases
from domain.records import DifficultyState

TOLD = CaseFacts(
    kind_id=1,
    chapter_id=1,
    area_path="/1/2/",
    category="infrastructure",
    state=DifficultyState.OPEN,
    raised_on=date(2026, 11, 5),
    due_on=date(2026, 11, 20),
    solved_on=None,
)
NOVEMBER = {"first": date(2026, 11, 1), "last": date(2026, 11, 30), "today": date(2026, 11, 22)}
DAYS = st.dates(date(2026, 9, 1), date(2026, 11, 22))


def test_figures_count_what_was_told_in_the_period_and_what_stands_now() -> None:
    solved = replace(TOLD, state=DifficultyState.SOLVED, solved_on=date(2026, 11, 11))
    longer = replace(
        solved, chapter_id=2, raised_on=date(2026, 9, 1), solved_on=date(2026, 11, 10)
    )
    older = replace(TOLD, state=DifficultyState.PASSED_UP, raised_on=date(2026, 8, 2))
    answered = replace(TOLD, state=DifficultyState.ANSWERED)
    found = count_cases([TOLD, solved, longer, older, answered], **NOVEMBER)
    assert (found.raised, found.solved, found.solved_chapters) == (3, 2, 2)
    assert (found.waiting, found.passed_up, found.overdue) == (3, 1, 2)
    assert (found.median_days, found.oldest) == (38, date(2026, 8, 2))


def test_of_nothing_there_is_no_median_and_no_oldest() -> None:
    found = count_cases([], **NOVEMBER)
    assert (found.median_days, found.oldest, found.waiting) == (None, None, 0)


@given(
    st.lists(
        st.builds(
            replace,
            st.just(TOLD),
            category=st.sampled_from(["infrastructure", "funding"]),
            state=st.sampled_from(list(DifficultyState)),
            raised_on=DAYS,
            solved_on=st.none() | DAYS,
        )
    )
)
def test_the_parts_add_up_to_the_whole(facts: list[CaseFacts]) -> None:
    whole = count_cases(facts, **NOVEMBER)
    parts = count_by(facts, lambda case: case.category, **NOVEMBER)
    for name in ("raised", "solved", "waiting", "passed_up", "overdue"):
        assert sum(getattr(count, name) for count in parts.values()) == getattr(whole, name)
