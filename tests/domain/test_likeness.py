from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.records import Difficulty, DifficultyState
from domain.report import RaisedDifficulty
from domain.text_similarity import likeness, list_alike, list_themes, match_told
from tests.domain.some_cases import FLOOD

WORDS = st.lists(
    st.sampled_from(["đường", "ngập", "cống", "hỏng", "đèn", "tắt", "Ấp", "chưa", "nước"]),
    max_size=6,
).map(" ".join)
STATES = st.sampled_from(list(DifficultyState))
TOLD = st.builds(
    RaisedDifficulty,
    category=st.sampled_from(["infrastructure", "funding"]),
    text=WORDS,
    level=st.just("commune"),
)


def known(number: int, told: RaisedDifficulty, state: DifficultyState) -> Difficulty:
    return Difficulty(
        id=number,
        report_id=1,
        chapter_id=1,
        ordinal=number,
        category=told.category,
        text=told.text,
        level=told.level,
        state=state,
        raised_at=datetime(2026, 11, 5, tzinfo=UTC),
    )


@given(text=WORDS, other=WORDS)
def test_likeness_is_the_same_both_ways_and_a_share(text: str, other: str) -> None:
    assert likeness(text, other) == likeness(other, text)
    assert 0 <= likeness(text, other) <= 1


@given(text=WORDS.filter(bool))
def test_a_text_is_wholly_like_itself_without_its_marks(text: str) -> None:
    assert likeness(text, text.upper()) == 1
    assert likeness(text, text.replace("đ", "d")) == 1


def test_words_that_say_only_where_make_nothing_alike() -> None:
    assert likeness("Ấp chưa có điện", "Ấp chưa có nước sạch") == 0
    assert likeness("Đường ấp ngập", "Đường vào khóm ngập") > 0.5


def test_like_cases_are_offered_the_likest_first() -> None:
    others = {
        2: "duong vao ap ngap",
        3: "Đường vào ấp bị ngập nước",
        4: FLOOD.text,
        7: "Thiếu vốn vay",
    }
    assert list_alike(FLOOD.text, others) == [3, 4, 2]


def test_themes_are_what_several_chapters_tell_in_most_places_first() -> None:
    lamp = replace(FLOOD, id=2, chapter_id=2, area_path="/1/3/", text="Đèn hư")
    found = [
        FLOOD,
        replace(FLOOD, id=3, chapter_id=3),
        lamp,
        replace(lamp, id=4, chapter_id=4, area_path="/1/4/", text="Tối quá", joined_to=2),
        replace(FLOOD, id=5, chapter_id=5, text="Thiếu loa"),
        replace(FLOOD, id=6, chapter_id=5, text="Thiếu loa"),
    ]
    themes = list_themes(found)
    assert [[case.id for case in theme.cases] for theme in themes] == [[2, 4], [1, 3]]
    assert [(theme.places, theme.chapters) for theme in themes] == [(2, 2), (1, 2)]
    assert [theme.is_to_join for theme in themes] == [False, True]


@given(
    before=st.lists(st.tuples(TOLD, STATES), max_size=5),
    told=st.lists(TOLD, max_size=5),
)
def test_no_case_becomes_two_and_the_same_words_find_each_other(
    before: list[tuple[RaisedDifficulty, DifficultyState]], told: list[RaisedDifficulty]
) -> None:
    cases = [
        known(number, difficulty, state)
        for number, (difficulty, state) in enumerate(before, start=1)
    ]
    matched = match_told(cases, told)
    ids = [difficulty.id for difficulty in matched if difficulty]
    assert len(matched) == len(told)
    assert len(ids) == len(set(ids))
    assert match_told(cases, [difficulty for difficulty, _ in before]).count(None) == 0


def test_of_two_the_first_left_out_keeps_the_second_what_it_was() -> None:
    road = RaisedDifficulty(category="infrastructure", text="Đường ngập", level="commune")
    loans = RaisedDifficulty(category="funding", text="Thiếu vốn vay", level="higher")
    cases = [
        known(1, road, DifficultyState.ANSWERED),
        known(2, loans, DifficultyState.OPEN),
    ]
    assert match_told(cases, [loans]) == [cases[1]]
    bridge = replace(road, text="Cầu gãy nhịp")
    assert match_told(cases, [bridge, loans]) == [None, cases[1]], "an answered one stays itself"
    opened = [replace(cases[0], state=DifficultyState.OPEN)]
    assert match_told(opened, [bridge]) == opened


def test_what_was_spoken_is_like_nothing() -> None:
    assert likeness("(tin thoại)", "(tin thoại)") == 0
