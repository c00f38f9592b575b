from collections import Counter
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.visit_plan import Need, Slot, need_of, propose_visits, rank, share_of, unplaced
from domain.visits import find_clashes, overlaps

NOVEMBER = date(2026, 11, 1)


@st.composite
def slots(draw: st.DrawFn, *, chapters: int = 8) -> list[Slot]:
    count = draw(st.integers(0, 20))
    return [
        Slot(
            meeting_id=number,
            chapter_id=draw(st.integers(1, chapters)),
            day=NOVEMBER + timedelta(days=draw(st.integers(0, 3))),
            start_time=f"{draw(st.integers(17, 20)):02}:{draw(st.sampled_from([0, 30])):02}",
            duration_min=draw(st.sampled_from([30, 60, 90, 180])),
        )
        for number in range(count)
    ]


@st.composite
def needs(draw: st.DrawFn, *, chapters: int = 8) -> list[Need]:
    return [
        Need(
            chapter_id=number,
            last=draw(st.none() | st.dates(date(2025, 1, 1), date(2026, 10, 31))),
            must=draw(st.integers(0, 2)),
            may=draw(st.integers(0, 2)),
        )
        for number in range(1, draw(st.integers(0, chapters)) + 1)
    ]


@settings(max_examples=40)
@given(slots(), needs(), slots(), st.integers(0, 10))
def test_no_two_meetings_overlap_nor_one_already_taken(
    offered: list[Slot], wanted: list[Need], taken: list[Slot], most: int
) -> None:
    chosen = propose_visits(offered, wanted, taken=taken, most=most)
    assert set(chosen) <= set(offered)
    assert len(set(chosen)) == len(chosen)
    assert not any(overlaps(slot, other) for slot, other in combinations(chosen, 2))
    assert not any(overlaps(slot, other) for slot in chosen for other in taken)


@settings(max_examples=40)
@given(slots(), needs(), st.integers(0, 10))
def test_nobody_is_visited_more_often_than_needed(
    offered: list[Slot], wanted: list[Need], most: int
) -> None:
    chosen = Counter(slot.chapter_id for slot in propose_visits(offered, wanted, most=most))
    by_chapter = {need.chapter_id: need for need in wanted}
    assert all(
        number <= by_chapter[chapter].must + by_chapter[chapter].may
        for chapter, number in chosen.items()
    )
    beyond = sum(max(number - by_chapter[chapter].must, 0) for chapter, number in chosen.items())
    assert beyond <= most


@settings(max_examples=40)
@given(slots(), needs())
def test_who_is_left_out_stood_behind_the_longer_unvisited(
    offered: list[Slot], wanted: list[Need]
) -> None:
    """Every meeting of a chapter left out clashes with one of a chapter that comes before it."""
    once = [Need(chapter_id=need.chapter_id, last=need.last, must=1) for need in wanted]
    chosen = propose_visits(offered, once, most=0)
    ranks = {need.chapter_id: rank(need) for need in once}
    visited = {meeting.chapter_id for meeting in chosen}
    for chapter in ranks.keys() - visited:
        for slot in offered:
            if slot.chapter_id == chapter:
                before = [meeting for meeting in chosen if overlaps(meeting, slot)]
                assert any(ranks[meeting.chapter_id] < ranks[chapter] for meeting in before)
    assert unplaced(once, chosen).keys() == ranks.keys() - visited


@settings(max_examples=40)
@given(slots(), needs())
def test_with_little_room_the_longest_unvisited_are_taken(
    offered: list[Slot], wanted: list[Need]
) -> None:
    """Of the visits that could wait, one more place goes to the next in line only."""
    waiting = [Need(chapter_id=need.chapter_id, last=need.last, may=1) for need in wanted]
    for most in range(len(waiting)):
        fewer = {slot.chapter_id for slot in propose_visits(offered, waiting, most=most)}
        more = {slot.chapter_id for slot in propose_visits(offered, waiting, most=most + 1)}
        assert fewer <= more
        assert len(more) <= most + 1


def test_of_two_at_one_hour_and_of_two_with_room_for_one_the_longer_unvisited_comes() -> None:
    ago = (date(2026, 9, 1), date(2026, 3, 1), None)
    for first, second in combinations(ago, 2):
        offered = [_slot(1, 1, 5), _slot(2, 2, 5)]
        waits = [Need(chapter_id=1, last=first, must=1), Need(chapter_id=2, last=second, must=1)]
        assert [slot.chapter_id for slot in propose_visits(offered, waits, most=0)] == [2]
        apart = [_slot(1, 1, 5), _slot(2, 2, 12)]
        can = [Need(chapter_id=1, last=first, may=1), Need(chapter_id=2, last=second, may=1)]
        assert [slot.chapter_id for slot in propose_visits(apart, can, most=1)] == [2]


def test_a_quarter_of_twelve_chapters_is_spread_over_its_months() -> None:
    wanted = [need_of(n, wanted=1, done=0, later=2, last=None) for n in range(12)]
    assert share_of(wanted, months_left=3) == 4
    assert share_of(wanted[:5], months_left=2) == 3
    assert share_of([], months_left=1) == 0


def test_what_has_no_later_chance_must_be_now() -> None:
    assert need_of(1, wanted=1, done=0, later=0, last=None).must == 1
    assert need_of(1, wanted=3, done=1, later=1, last=None) == Need(
        chapter_id=1, last=None, must=1, may=1
    )
    assert need_of(1, wanted=1, done=2, later=0, last=None).must == 0


def _slot(number: int, chapter: int, day: int, hour: int = 19) -> Slot:
    return Slot(
        meeting_id=number,
        chapter_id=chapter,
        day=date(2026, 11, day),
        start_time=f"{hour:02}:00",
        duration_min=90,
    )


def test_a_meeting_that_stands_in_nobodys_way_is_preferred() -> None:
    offered = [_slot(1, 1, 5), _slot(2, 1, 12), _slot(3, 2, 5)]
    wanted = [Need(chapter_id=1, last=None, must=1), Need(chapter_id=2, last=NOVEMBER, must=1)]
    assert [slot.meeting_id for slot in propose_visits(offered, wanted, most=0)] == [3, 2]


def test_visits_are_spread_over_the_weeks() -> None:
    offered = [_slot(1, 1, 3), _slot(2, 2, 4), _slot(3, 2, 10)]
    wanted = [Need(chapter_id=number, last=None, must=1) for number in (1, 2)]
    assert [slot.meeting_id for slot in propose_visits(offered, wanted, most=0)] == [1, 3]


def test_meetings_one_after_the_other_do_not_clash() -> None:
    found = find_clashes([_slot(1, 1, 5, 17), _slot(2, 2, 5, 18), _slot(3, 3, 5, 20)])
    assert {key: sorted(others) for key, others in found.items()} == {1: [2], 2: [1]}
