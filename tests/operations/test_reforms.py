from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from domain.calendar import Period
from domain.figures import Figures
from domain.inbound import Address
from domain.people import Role
from domain.reforms import (
    AreaPart,
    Change,
    ChapterPart,
    CloseArea,
    CloseChapter,
    MergeAreas,
    MergeChapters,
    MoveArea,
    MoveChapter,
    Outcome,
    RenameArea,
    RenameChapter,
    SplitArea,
    SplitChapter,
    earliest_day,
)
from domain.refusals import BadInput, Conflict, NotAllowed, NotFound, Refusal
from operations.cadres.assignment import on_duty
from operations.directory.reforms import apply_change, preview_change
from operations.directory.reorganisation import Asker
from operations.notifications.digesting import make_summary
from operations.reports.history import list_reports
from storage import Database, UnitOfWork
from storage.directory import areas, chapters, pasts, successors
from storage.messages import addresses, attachments
from storage.notifications import news
from storage.people import people
from storage.tables.directory import audit
from storage.tables.meetings import topic as topic_table
from storage.topics import topic_files, topics
from storage.topics.handing_on import list_topics_of_areas as topics_of_areas
from tests.directory import POLICY, Commune, Directory, at, posts_of, settle_commune
from tests.operations.planned import meetings_of, november, plan_all, send
from texts import label

OCTOBER, NOVEMBER, DECEMBER = (Period(2026, month) for month in (10, 11, 12))
DEC_1 = date(2026, 12, 1)
MERGED = "Chi hội phụ nữ ấp Cái Cối, Chi hội phụ nữ ấp La Ghi nhập thành Chi hội Cái Cối"


async def change(
    database: Database,
    what: Change,
    *,
    first_day: date = DEC_1,
    now: Any = None,
    by: int | None = None,
) -> Outcome:
    posts = await posts_of(database, by) if by else None
    async with database.write() as unit:
        return await apply_change(
            unit,
            what,
            first_day=first_day,
            asker=Asker(by, posts),
            policy=POLICY,
            now=now or at(1, month=12),
        )


def said(outcome: Outcome) -> list[str]:
    return [label(effect.key, "vi", **effect.facts) for effect in outcome.effects]


async def digest(database: Database, area_id: int, month: Period, now: Any = None) -> Any:
    async with database.read() as unit:
        return await make_summary(unit, area_id, month, policy=POLICY, now=now or at(20, month=12))


@pytest.fixture
async def commune(database: Database) -> Commune:
    """Planned on 1 November; the first chapter has reported."""
    made = await settle_commune(database)
    await send(database, made.leader, await november(database, made))
    return made


async def test_a_renamed_chapter_keeps_its_reports_under_the_old_name(
    database: Database, commune: Commune
) -> None:
    name = "Chi hội phụ nữ ấp Giồng Bàn"
    outcome = await change(database, RenameChapter(chapter_id=commune.chapter, name=name))
    assert said(outcome) == [f"Chi hội phụ nữ ấp Cái Cối đổi tên thành {name}"]
    async with database.read() as unit:
        posts = await Directory(unit).posts(commune.leader)
        (line,) = await list_reports(unit, posts, today=date(2026, 12, 2))
        assert line.chapter.name == "Chi hội phụ nữ ấp Cái Cối"
        today = await chapters.find(unit, commune.chapter)
    assert today is not None
    assert today.name == name


async def test_a_renamed_area_heads_old_digests_by_its_old_name(
    database: Database, commune: Commune
) -> None:
    place = commune.commune.id
    await change(database, RenameArea(area_id=place, name="Phường Long Vĩnh"))
    await plan_all(database, at(1, month=12))
    assert (await digest(database, place, NOVEMBER)).area == "Xã Long Vĩnh"
    assert (await digest(database, place, DECEMBER)).area == "Phường Long Vĩnh"


async def test_a_moved_area_counts_under_its_old_parent_until_it_moves(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        other = await Directory(unit).area("Xã Đông Hải")
    what = MoveArea(area_id=commune.hamlet.id, parent_id=other.id)
    outcome = await change(database, what)
    assert said(outcome) == ["Ấp Cái Cối: chuyển từ Xã Long Vĩnh sang Xã Đông Hải"]
    await plan_all(database, at(1, month=12))
    for month, here, there in ((NOVEMBER, 2, 0), (DECEMBER, 1, 1)):
        assert (await digest(database, commune.commune.id, month)).total.expected == here
        assert (await digest(database, other.id, month)).total.expected == there
    async with database.read() as unit:
        moved = await areas.get(unit, commune.hamlet.id)
        then = await pasts.area_on(unit, commune.hamlet.id, date(2026, 11, 30))
    assert moved.path == f"/{other.id}/{moved.id}/"
    assert then.path == commune.hamlet.path


async def names_below(unit: UnitOfWork, path: str, day: date) -> list[str]:
    """What the places at a path and below were called on a day, in the order of the tree."""
    ids = {row.id for row in await unit.all(pasts.inside(path, day))}
    found = await pasts.list_on(unit, ids, day)
    return [area.name for area in sorted(found.values(), key=lambda value: value.path)]


async def test_an_area_moves_with_all_below_it(database: Database) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        province, other = await make.area("Tỉnh A"), await make.area("Tỉnh B")
        district = await make.area("Huyện", province)
        hamlet = await make.area("Ấp", await make.area("Xã", district))
    await change(database, MoveArea(area_id=district.id, parent_id=other.id))
    async with database.read() as unit:
        chain = await areas.chain(unit, (await areas.get(unit, hamlet.id)).path)
        then = await names_below(unit, province.path, date(2026, 11, 30))
        now = await names_below(unit, province.path, DEC_1)
    assert [area.name for area in chain] == ["Tỉnh B", "Huyện", "Xã", "Ấp"]
    assert then == ["Tỉnh A", "Huyện", "Xã", "Ấp"]
    assert now == ["Tỉnh A"]


async def test_a_moved_chapter_is_planned_and_counted_at_its_new_place(
    database: Database, commune: Commune
) -> None:
    what = MoveChapter(chapter_id=commune.chapter, area_id=commune.other_hamlet.id)
    await change(database, what)
    november = (await digest(database, commune.commune.id, NOVEMBER)).by_place()
    december = (await digest(database, commune.commune.id, DECEMBER)).by_place()
    assert {name: value.expected for name, value in november.items()} == {
        "Ấp Cái Cối": 1,
        "Ấp La Ghi": 1,
    }
    assert {name: value.expected for name, value in december.items()} == {"Ấp La Ghi": 2}


async def test_merged_chapters_end_and_the_new_one_goes_on(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        second = await make.person("Sơn Thị Mỹ")
        await make.post(second, Role.LEADER, chapter=commune.other_chapter)
    both = (commune.chapter, commune.other_chapter)
    outcome = await change(database, MergeChapters(chapter_ids=both, name="Chi hội Cái Cối"))
    (made,) = outcome.made
    assert said(outcome) == [
        f"{MERGED}, 64 người",
        "Chi hội Cái Cối: người đứng đầu là Thạch Thị Lan",
    ]
    async with database.read() as unit:
        new = await chapters.find(unit, made)
        assert await successors.chapters_before(unit, [made]) == set(both)
        roles = [Role.LEADER, Role.DEPUTY]
        held = (await people.holders(unit, [made], roles=roles, day=DEC_1))[made]
    assert new is not None
    assert (new.member_count, new.valid_from, new.area_id) == (64, DEC_1, commune.hamlet.id)
    assert {(holder.person.id, holder.post.role) for holder in held} == {
        (commune.leader, Role.LEADER),
        (commune.deputy, Role.DEPUTY),
        (second, Role.DEPUTY),
    }
    total = (await digest(database, commune.commune.id, DECEMBER)).total
    assert (total.chapters, total.closed, total.expected) == (3, 2, 1)
    assert await meetings_of(database, commune.other_chapter, at(11, month=12)) == []


async def test_a_split_chapter_has_several_successors(
    database: Database, commune: Commune
) -> None:
    parts = (
        ChapterPart(name="Chi hội Cái Cối 1", member_count=20),
        ChapterPart(name="Chi hội Cái Cối 2", member_count=12),
    )
    outcome = await change(database, SplitChapter(chapter_id=commune.chapter, parts=parts))
    assert said(outcome)[1::2] == [
        "Chi hội Cái Cối 1: người đứng đầu là Thạch Thị Lan",
        "Chi hội Cái Cối 2: chưa có người đứng đầu",
    ]
    async with database.read() as unit:
        for made in outcome.made:
            assert await successors.chapters_before(unit, [made]) == {commune.chapter}
    assert (await digest(database, commune.hamlet.id, DECEMBER)).total.expected == 2


async def test_a_closed_chapter_owes_nothing_from_then_on_even_entered_late(
    database: Database, commune: Commune
) -> None:
    what = CloseChapter(chapter_id=commune.other_chapter)
    await change(database, what, first_day=date(2026, 11, 4), now=at(20))
    total = (await digest(database, commune.commune.id, NOVEMBER)).total
    assert total == Figures(
        **{
            **dict.fromkeys(("chapters",), 2),
            **dict.fromkeys(("meeting", "expected", "closed", "on_time", "held"), 1),
            **dict.fromkeys(("on_day", "topic", "discussion"), 1),
            "present": 28,
            "room": 30,
        }
    )


async def test_merged_areas_hand_on_what_was_theirs(database: Database, commune: Commune) -> None:
    both = (commune.hamlet.id, commune.other_hamlet.id)
    outcome = await change(database, MergeAreas(area_ids=both, name="Ấp Giồng Bàn"))
    (made,) = outcome.made
    await plan_all(database, at(1, month=12))
    async with database.read() as unit:
        place = await areas.get(unit, made)
        here = await chapters.list_of_area(unit, made)
        held = await people.holders(unit, [commune.other_chapter], roles=[Role.CADRE], day=DEC_1)
        assert await successors.areas_before(unit, [made]) == set(both)
        closed = await areas.by_ids(unit, both)
    assert (place.parent_id, place.valid_from) == (commune.commune.id, DEC_1)
    assert {chapter.id for chapter in here} == {commune.chapter, commune.other_chapter}
    assert [holder.person.id for holder in held[commune.other_chapter]] == [commune.cadre]
    assert {area.valid_to for area in closed.values()} == {date(2026, 11, 30)}
    summary = await digest(database, made, DECEMBER)
    assert (summary.total.expected, summary.before.expected) == (2, 2)
    assert (await digest(database, commune.hamlet.id, NOVEMBER)).total.expected == 1


async def test_a_split_area_gives_each_chapter_to_a_part(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        rest = await Directory(unit).chapter("Chi hội 2", commune.hamlet, commune.kind)
    parts = (AreaPart(name="Ấp Một"), AreaPart(name="Ấp Hai", chapter_ids=(commune.chapter,)))
    outcome = await change(database, SplitArea(area_id=commune.hamlet.id, parts=parts))
    async with database.read() as unit:
        places = [await chapters.list_of_area(unit, number) for number in outcome.made]
    assert [[chapter.id for chapter in here] for here in places] == [[rest], [commune.chapter]]


REFUSED: list[tuple[str, type[Refusal], dict[str, Any]]] = [
    ("change-two-needed", BadInput, {"what": "one chapter"}),
    ("change-one-kind", BadInput, {"what": "two kinds"}),
    ("change-same-name", BadInput, {"what": "same name"}),
    ("change-name", BadInput, {"what": "no name"}),
    ("change-same-place", BadInput, {"what": "same place"}),
    ("change-below-itself", BadInput, {"what": "below itself"}),
    ("change-not-empty", Conflict, {"what": "not empty"}),
    ("change-one-parent", BadInput, {"what": "two parents"}),
    ("change-day-closed", BadInput, {"what": "close", "first_day": date(2026, 10, 31)}),
    ("change-day-ahead", BadInput, {"what": "rename", "first_day": date(2026, 12, 2)}),
    ("change-chapter-not-there", NotFound, {"what": "nobody"}),
]


@pytest.mark.parametrize(("code", "refusal", "case"), REFUSED, ids=[entry[0] for entry in REFUSED])
async def test_what_cannot_be_is_refused_and_changes_nothing(
    database: Database, commune: Commune, code: str, refusal: type[Refusal], case: dict[str, Any]
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        other = await make.chapter("Chi đoàn", commune.hamlet, await make.kind("youth"))
    mine, hamlet, above = commune.chapter, commune.hamlet.id, commune.commune.id
    changes: dict[str, Change] = {
        "one chapter": MergeChapters(chapter_ids=(mine, mine), name="A"),
        "two kinds": MergeChapters(chapter_ids=(mine, other), name="A"),
        "same name": RenameChapter(chapter_id=mine, name=" Chi hội phụ nữ ấp Cái Cối "),
        "no name": RenameChapter(chapter_id=mine, name="  "),
        "same place": MoveChapter(chapter_id=mine, area_id=hamlet),
        "below itself": MoveArea(area_id=above, parent_id=hamlet),
        "not empty": CloseArea(area_id=hamlet),
        "two parents": MergeAreas(area_ids=(hamlet, above), name="A"),
        "close": CloseChapter(chapter_id=mine),
        "rename": RenameChapter(chapter_id=mine, name="Khác"),
        "nobody": CloseChapter(chapter_id=99),
    }
    with pytest.raises(refusal) as refused:
        await change(
            database,
            changes[case["what"]],
            first_day=case.get("first_day", DEC_1),
        )
    assert refused.value.code == code
    assert label(code, "vi", **refused.value.facts)


async def test_a_second_change_is_not_dated_before_the_first(
    database: Database, commune: Commune
) -> None:
    await change(database, RenameChapter(chapter_id=commune.chapter, name="Mới"))
    with pytest.raises(Conflict) as refused:
        await change(
            database,
            RenameChapter(chapter_id=commune.chapter, name="Khác"),
            first_day=date(2026, 11, 20),
        )
    assert refused.value.facts["day"] == "01/12/2026"


async def test_only_staff_above_a_place_change_it(database: Database, commune: Commune) -> None:
    rename = RenameChapter(chapter_id=commune.chapter, name="Mới")
    for seeing in (commune.leader, commune.cadre):
        with pytest.raises(NotAllowed):
            await change(database, rename, by=seeing)
    for missing in (commune.chapter, commune.chapter + 1000):
        with pytest.raises(NotFound, match="change-chapter-not-there"):
            await change(
                database, RenameChapter(chapter_id=missing, name="Mới"), by=commune.stranger
            )
    await change(database, rename, by=commune.staff)
    both = (commune.hamlet.id, commune.other_hamlet.id)
    await change(database, MergeAreas(area_ids=both, name="Ấp Mới"), by=commune.staff)
    async with database.read() as unit:
        noted = [
            (row.action, row.before, row.after)
            for row in await unit.all(select(audit).where(audit.c.person_id == commune.staff))
            if row.subject == f"chapter:{commune.chapter}" and row.action == "chapter.rename"
        ]
    assert noted == [
        (
            "chapter.rename",
            {"name": "Chi hội phụ nữ ấp Cái Cối"},
            {"name": "Mới", "from": "2026-12-01"},
        )
    ]


async def test_a_preview_says_the_same_and_changes_nothing(
    database: Database, commune: Commune
) -> None:
    what = MergeChapters(chapter_ids=(commune.chapter, commune.other_chapter), name="Chung")
    async with database.write() as unit:
        seen = await preview_change(
            unit, what, first_day=DEC_1, posts=None, policy=POLICY, now=at(1, month=12)
        )
        assert [
            chapter.id for chapter in await chapters.list_of_area(unit, commune.hamlet.id)
        ] == [commune.chapter]
    done = await change(database, what)
    assert seen.effects == done.effects


def test_a_change_may_reach_back_to_the_oldest_open_month() -> None:
    assert earliest_day(date(2026, 12, 10), closing_day=10) == date(2026, 11, 1)
    assert earliest_day(date(2026, 12, 11), closing_day=10) == date(2026, 12, 1)


async def test_staff_of_one_association_change_its_chapters_and_no_area(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        youth = await make.kind("youth")
        other = await make.chapter("Chi đoàn", commune.hamlet, youth)
        officer = await make.person("Sơn Thị Mỹ")
        await make.post(officer, Role.STAFF, area=commune.commune, kind_id=commune.kind)
    move = MoveChapter(chapter_id=commune.chapter, area_id=commune.other_hamlet.id)
    await change(database, move, by=officer)
    with pytest.raises(NotFound, match="change-chapter-not-there"):
        await change(database, RenameChapter(chapter_id=other, name="Khác"), by=officer)
    with pytest.raises(NotAllowed):
        await change(database, RenameArea(area_id=commune.hamlet.id, name="Khác"), by=officer)


async def test_posts_go_on_with_their_stand_ins_one_by_one_in_the_journal(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        (post,) = await Directory(unit).posts(commune.cadre)
        await people.add_post(
            unit,
            people.NewPost(
                person_id=commune.stranger,
                role=Role.CADRE,
                area_id=commune.hamlet.id,
                valid_from=date(2026, 11, 1),
                valid_to=date(2026, 12, 20),
                stands_in_for=post.id,
            ),
        )
    both = (commune.hamlet.id, commune.other_hamlet.id)
    (made,) = (await change(database, MergeAreas(area_ids=both, name="Ấp Giồng Bàn"))).made
    async with database.read() as unit:
        held = (await people.holders(unit, [commune.chapter], roles=[Role.CADRE], day=DEC_1))[
            commune.chapter
        ]
        rows = await unit.all(select(audit).where(audit.c.action == "post.handed_on"))
    of = {holder.person.id: holder.post for holder in held}
    assert of[commune.stranger].stands_in_for == of[commune.cadre].id
    assert [holder.person.id for holder in on_duty(held)] == [commune.stranger]
    assert [(row.before["area_id"], row.after["area_id"]) for row in rows] == [
        (commune.hamlet.id, made),
        (commune.hamlet.id, made),
    ]


async def test_topics_of_periods_that_last_go_on(database: Database, commune: Commune) -> None:
    async with database.write() as unit:
        for period in ("2026-10", "2026-12"):
            await topics.add(unit, area_id=commune.hamlet.id, period=period, title=period)
        chosen = await topics.add(unit, area_id=commune.commune.id, period="2026-12", title="Chọn")
        await topics.narrow(unit, chosen, [commune.chapter])
    parts = (AreaPart(name="Ấp Một"), AreaPart(name="Ấp Hai", chapter_ids=(commune.chapter,)))
    made = (await change(database, SplitArea(area_id=commune.hamlet.id, parts=parts))).made
    both = (commune.chapter, commune.other_chapter)
    merged = await change(database, MergeChapters(chapter_ids=both, name="Chi hội Cái Cối"))
    async with database.read() as unit:
        rows = await unit.all(select(topic_table).where(topic_table.c.id != chosen))
        narrowed = await topics.find(unit, chosen)
    assert {(row.area_id, row.title) for row in rows} == {
        (commune.hamlet.id, "2026-10"),
        *((area_id, "2026-12") for area_id in made),
    }
    assert narrowed is not None
    assert narrowed.chapter_ids == {commune.chapter, *merged.made}


async def test_the_files_of_a_topic_go_on_with_every_part_of_a_split_place(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        topic_id = await topics.add(
            unit, area_id=commune.hamlet.id, period="2026-12", title="Vệ sinh môi trường"
        )
        here = Address("telegram", "main", "1", "1")
        known = (await addresses.ensure(unit, {here: (False, "")}, now=at(6)))[here]
        guidance = await attachments.add(
            unit,
            attachments.NewFile(
                kind="document",
                source={"file_id": "x"},
                name="huong-dan.docx",
                mime="application/msword",
                size=10,
            ),
            address_id=known.id,
            now=at(6),
        )
        await topic_files.add(unit, topic_id, [guidance])
    parts = (AreaPart(name="Ấp Một"), AreaPart(name="Ấp Hai", chapter_ids=(commune.chapter,)))
    made = (await change(database, SplitArea(area_id=commune.hamlet.id, parts=parts))).made
    async with database.read() as unit:
        handed_on = {topic.id: topic for topic in await topics_of_areas(unit, made)}
        files = await topic_files.of_topics(unit, handed_on)
    assert {topic.area_id for topic in handed_on.values()} == set(made)
    assert [[file.name for file in files[topic_id]] for topic_id in handed_on] == [
        ["huong-dan.docx"] for _ in made
    ]


async def test_a_merger_entered_late_leaves_what_was_reported(
    database: Database, commune: Commune
) -> None:
    """Both have met and reported before the office enters that they had become one."""
    second = await second_leader(database, commune)
    (meeting,) = await open_of(database, commune.other_chapter)
    await send(database, second, meeting)
    before = (await digest(database, commune.commune.id, NOVEMBER, at(19))).total
    both = MergeChapters(chapter_ids=(commune.chapter, commune.other_chapter), name="Chi hội Mới")
    (made,) = (await change(database, both, first_day=date(2026, 11, 1), now=at(20))).made
    await plan_all(database, at(20))
    await plan_all(database, at(21))
    assert [meeting.period for meeting in await meetings_of(database, made, at(21))] == [DECEMBER]
    total = (await digest(database, commune.commune.id, NOVEMBER, at(21))).total
    assert total == before
    assert (total.expected, total.chapters, total.room) == (2, 2, 60)
    december = (await digest(database, commune.commune.id, DECEMBER)).total
    assert december.expected == 1


async def test_who_had_not_reported_when_a_late_merger_came_still_can(
    database: Database, commune: Commune
) -> None:
    second = await second_leader(database, commune)
    both = MergeChapters(chapter_ids=(commune.chapter, commune.other_chapter), name="Chi hội Mới")
    (made,) = (await change(database, both, first_day=date(2026, 11, 1), now=at(20))).made
    await plan_all(database, at(21))
    assert [meeting.period for meeting in await meetings_of(database, made, at(21))] == [DECEMBER]
    (meeting,) = await open_of(database, commune.other_chapter)
    await send(database, second, meeting, now=at(22))
    await plan_all(database, at(23))
    total = (await digest(database, commune.commune.id, NOVEMBER, at(23))).total
    assert (total.expected, total.on_time, total.late, total.chapters) == (2, 1, 1, 2)


async def test_a_merger_before_anybody_met_asks_the_new_one(
    database: Database, commune: Commune
) -> None:
    await second_leader(database, commune)
    third = await change(
        database,
        SplitChapter(
            chapter_id=commune.other_chapter,
            parts=(
                ChapterPart(name="Chi hội A", member_count=16),
                ChapterPart(name="Chi hội B", member_count=16),
            ),
        ),
        first_day=date(2026, 11, 1),
        now=at(3),
    )
    for made in third.made:
        asked = [meeting.period for meeting in await meetings_of(database, made, at(3))]
        assert asked == [NOVEMBER, DECEMBER]


async def test_a_split_entered_late_leaves_what_was_reported(
    database: Database, commune: Commune
) -> None:
    parts = (
        ChapterPart(name="Chi hội Cái Cối 1", member_count=20),
        ChapterPart(name="Chi hội Cái Cối 2", member_count=12),
    )
    what = SplitChapter(chapter_id=commune.chapter, parts=parts)
    outcome = await change(database, what, first_day=date(2026, 11, 2), now=at(20))
    for made in outcome.made:
        assert [meeting.period for meeting in await meetings_of(database, made, at(20))] == [
            DECEMBER
        ]
    total = (await digest(database, commune.commune.id, NOVEMBER, at(21))).total
    assert (total.expected, total.chapters, total.held) == (2, 2, 1)


async def test_people_concerned_hear_of_every_reform(database: Database, commune: Commune) -> None:
    second = await second_leader(database, commune)
    changes: list[tuple[Change, set[int], str]] = [
        (
            RenameChapter(chapter_id=commune.chapter, name="Chi hội Một"),
            {commune.leader, commune.deputy, commune.cadre},
            "Chi hội phụ nữ ấp Cái Cối đổi tên thành Chi hội Một",
        ),
        (
            RenameArea(area_id=commune.commune.id, name="Phường Long Vĩnh"),
            {commune.leader, commune.deputy, commune.cadre, second},
            "Xã Long Vĩnh đổi tên thành Phường Long Vĩnh",
        ),
        (
            MergeChapters(chapter_ids=(commune.chapter, commune.other_chapter), name="Chi hội"),
            {commune.leader, commune.deputy, commune.cadre, second},
            "nhập thành Chi hội, 64 người",
        ),
    ]
    heard: dict[int, set[int]] = {}
    for what, people_told, words in changes:
        await change(database, what, by=commune.staff)
        for person in (*people_told, commune.staff, commune.stranger):
            known = heard.setdefault(person, set())
            async with database.read() as unit:
                kept = await news.list_newest(unit, person, limit=20)
            fresh = [line.news for line in kept if line.id not in known]
            known |= {line.id for line in kept}
            said = [label(line.key, "vi", **line.args) for line in fresh]
            if person in people_told:
                assert [words in text for text in said] == [True]
                assert said[0].startswith("Từ ngày 01/12/2026: ")
            else:
                assert said == []


async def second_leader(database: Database, commune: Commune) -> int:
    async with database.write() as unit:
        make = Directory(unit)
        second = await make.person("Sơn Thị Mỹ")
        await make.post(second, Role.LEADER, chapter=commune.other_chapter)
    return second


async def open_of(database: Database, chapter_id: int) -> list[Any]:
    found = await meetings_of(database, chapter_id, at(20))
    return [meeting for meeting in found if meeting.period == NOVEMBER]
