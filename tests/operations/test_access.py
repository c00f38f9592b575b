from datetime import date

import pytest

from domain.chapters import Area, Chapter, ChapterKind, Recording
from domain.people import Post, Role
from domain.refusals import NotAllowed, NotFound
from operations.access import (
    list_chapters_in_sight,
    may_see,
    own_chapters,
    reporting_role,
    require,
    require_office,
    require_reporter,
    require_sight,
)
from operations.rights import Right
from storage import Database
from tests.directory import DAY_5, LONG_AGO, WORDS, Directory, settle_commune

TODAY = date(2026, 11, 5)
COMMUNE = Area(id=1, parent_id=None, path="/1/", level="commune", name="Xã", valid_from=LONG_AGO)
HAMLET = Area(id=15, parent_id=1, path="/1/15/", level="hamlet", name="Ấp", valid_from=LONG_AGO)
WOMEN = ChapterKind(
    id=7,
    code="women",
    name="Chi hội phụ nữ",
    association="Hội",
    words=WORDS,
    rule=DAY_5,
    shift="none",
    frequency=1,
    recording=Recording.FULL,
)
CHAPTER = Chapter(
    id=3,
    kind=WOMEN,
    area_id=15,
    area_path="/1/15/",
    area_name="Ấp",
    name="Chi hội",
    member_count=30,
    exempt_count=0,
    start_time="19:00",
    duration_min=90,
    place="Nhà văn hóa",
    valid_from=LONG_AGO,
)


def post(
    role: Role,
    *,
    chapter: int | None = None,
    area: int | None = None,
    kind: int | None = None,
    since: date = LONG_AGO,
    until: date | None = None,
) -> Post:
    return Post(
        id=1,
        person_id=1,
        role=role,
        chapter_id=chapter,
        area_id=area,
        kind_id=kind,
        valid_from=since,
        valid_to=until,
    )


@pytest.mark.parametrize(
    ("held", "sees"),
    [
        (post(Role.LEADER, chapter=3), True),
        (post(Role.LEADER, chapter=4), False),
        (post(Role.CADRE, area=15), True),
        (post(Role.CADRE, area=15, kind=7), True),
        (post(Role.CADRE, area=15, kind=8), False),
        (post(Role.STAFF, area=1), True),
        (post(Role.STAFF, area=5), False),
        (post(Role.READER, area=1), True),
        (post(Role.STAFF, area=1, until=date(2026, 11, 4)), False),
        (post(Role.STAFF, area=1, until=TODAY), True),
        (post(Role.STAFF, area=1, since=date(2026, 11, 6)), False),
    ],
)
def test_sight_goes_as_far_as_the_post(held: Post, sees: bool) -> None:
    assert may_see([held], CHAPTER, TODAY) is sees


@pytest.mark.parametrize("role", [Role.CADRE, Role.STAFF, Role.READER, Role.ADMINISTRATOR])
def test_only_leader_and_deputy_report(role: Role) -> None:
    with pytest.raises(NotAllowed):
        require_reporter([post(role, area=1)], CHAPTER, TODAY)


def test_who_is_leader_and_deputy_reports_as_leader() -> None:
    both = [post(Role.DEPUTY, chapter=3), post(Role.LEADER, chapter=3)]
    assert reporting_role(both, CHAPTER, TODAY) is Role.LEADER
    assert own_chapters(both, TODAY) == {3}


def test_what_is_out_of_sight_looks_as_if_it_were_not_there() -> None:
    for chapter in (None, CHAPTER):
        with pytest.raises(NotFound):
            require_sight([post(Role.LEADER, chapter=4)], chapter, TODAY)


def test_a_reader_does_not_act_for_an_area_and_staff_above_it_do() -> None:
    assert require_office([post(Role.STAFF, area=1)], HAMLET, TODAY) == HAMLET
    with pytest.raises(NotAllowed):
        require_office([post(Role.READER, area=1)], COMMUNE, TODAY)
    with pytest.raises(NotAllowed):
        require_office([post(Role.CADRE, area=15)], HAMLET, TODAY)


def test_a_place_out_of_sight_looks_as_if_it_were_not_there() -> None:
    for place in (None, COMMUNE):
        with pytest.raises(NotFound):
            require_office([post(Role.STAFF, area=15)], place, TODAY)


def test_a_right_over_what_is_out_of_sight_is_refused_as_if_it_were_not_there() -> None:
    for chapter in (None, CHAPTER):
        with pytest.raises(NotFound):
            require(Right.MANAGE, [post(Role.STAFF, area=99)], chapter, TODAY)
    with pytest.raises(NotAllowed):
        require(Right.MANAGE, [post(Role.READER, area=1)], CHAPTER, TODAY)


async def test_the_list_of_chapters_agrees_with_the_rule_for_each(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.read() as unit:
        for person_id, expected in (
            (commune.leader, [commune.chapter]),
            (commune.cadre, [commune.chapter]),
            (commune.staff, [commune.chapter, commune.other_chapter]),
            (commune.stranger, []),
        ):
            posts = await Directory(unit).posts(person_id)
            listed = await list_chapters_in_sight(unit, posts, today=TODAY)
            assert [chapter.id for chapter in listed] == expected
            assert all(may_see(posts, chapter, TODAY) for chapter in listed)
