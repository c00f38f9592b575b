import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.sample.directory import write_directory
from domain.refusals import Conflict, NotFound
from operations.maintenance.housekeeping import purge_old
from operations.workbook import fault_lines, finish_imports, preview_lines
from storage import UnitOfWork
from storage.directory import directory_imports
from storage.tables.history import area_past, chapter_past
from tests.directory import POLICY, Directory, at
from tests.operations.workbook.offices import (
    AREAS,
    CHAPTER,
    LAN,
    LEADS,
    TODAY,
    WHOLE,
    Office,
    Rows,
    wrong,
)


async def test_a_whole_commune_comes_in_and_the_same_file_changes_nothing(office: Office) -> None:
    plan = await office.bring_in(WHOLE)
    assert plan.total("added") == 8
    (chapter,) = await office.rows("chapters")
    commune, hamlet = await office.rows("areas")
    assert (chapter.area_id, chapter.valid_from) == (hamlet.id, TODAY)
    assert hamlet.path == f"/{commune.id}/{hamlet.id}/"
    (post,) = await office.rows("posts")
    assert (post.role, post.chapter_id) == ("leader", chapter.id)
    again = await office.plan_file()
    assert again.is_empty
    assert again.can_be_applied


async def test_export_and_import_is_no_change_for_the_sample(office: Office) -> None:
    async with office.database.write() as unit:
        await write_directory(unit, seed=784, now=at(1))
    await office.export()
    plan = await office.plan_file()
    assert wrong(plan) == []
    assert plan.doubts == []
    assert plan.is_empty, preview_lines(plan, "vi")


async def test_what_was_written_out_comes_into_an_empty_database(office: Office) -> None:
    await office.bring_in(
        WHOLE | {"chapters": [CHAPTER | {"rule": "mỗi quý: ngày 5, tháng thứ 2"}]}
    )
    (chapter,) = await office.rows("chapters")
    assert (chapter.frequency, chapter.rule) == (3, {"kind": "day", "day": 5, "month": 2})
    await office.export()
    assert (await office.plan_file()).is_empty


async def test_rows_with_a_number_change_their_names(office: Office) -> None:
    await office.bring_in(WHOLE)
    (chapter,) = await office.rows("chapters")
    (lan,) = await office.rows("people")
    plan = await office.bring_in(
        {
            "chapters": [{"id": chapter.id, "name": "Chi hội phụ nữ ấp 1", "member_count": 40}],
            "people": [{"id": lan.id, "name": "Thạch Thị Lan Anh", "phone": "0911111111"}],
        }
    )
    assert plan.total("changed") == 2
    assert (await office.rows("chapters"))[0].name == "Chi hội phụ nữ ấp 1"
    assert (await office.rows("people"))[0].phone == "0911111111"
    lines = preview_lines(plan, "vi")
    assert "Chi hội phụ nữ ấp Cái Cối: Số lượng 32 → 40" in "\n".join(lines)


async def test_names_are_the_same_with_and_without_marks(office: Office) -> None:
    await office.bring_in(WHOLE)
    plain: Rows = {
        "areas": [AREAS[0] | {"name": "Xa Long Vinh"}],
        "people": [LAN | {"phone": "+84 900 000 123"}],
    }
    plan = await office.plan(plain)
    assert (plan.total("added"), plan.doubts) == (0, [])


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ({"chapters": [CHAPTER | {"name": "Chi hội phụ nữ Cái Cối mới"}]}, "chapter"),
        ({"people": [LAN | {"phone": "0911111111"}]}, "person"),
        ({"people": [LAN | {"name": "Kim Thị Sô Phia"}]}, "person"),
        ({"areas": [AREAS[1] | {"name": "Ấp Cái Cói 2"}]}, None),
        ({"areas": [AREAS[1] | {"name": "Ấp Cái Cốii"}]}, "area"),
    ],
)
async def test_a_renamed_row_is_doubtful_and_never_doubled(
    office: Office, rows: Rows, what: str | None
) -> None:
    await office.bring_in(WHOLE)
    plan = await office.plan(rows)
    assert [doubt.what for doubt in plan.doubts] == ([what] if what else [])
    if what:
        assert not plan.can_be_applied
        accepted = await office.plan_file(accept=True)
        assert (accepted.total("added"), accepted.total("changed")) == (0, 1)


async def test_the_word_new_makes_a_row_new(office: Office) -> None:
    await office.bring_in(WHOLE)
    plan = await office.plan({"people": [LAN | {"id": "mới", "phone": "0911111111"}]})
    assert plan.can_be_applied
    assert plan.total("added") == 1


async def test_a_hand_over_ends_one_post_and_adds_another(office: Office) -> None:
    await office.bring_in(WHOLE)
    last = TODAY - timedelta(days=1)
    plan = await office.bring_in(
        {
            "people": [{"name": "Trần Thị Bé", "phone": "0900000999"}],
            "posts": [
                LEADS | {"valid_to": TODAY},
                {**LEADS, "person": "Trần Thị Bé", "phone": "0900000999"},
            ],
        }
    )
    assert [plan.total(sort) for sort in ("added", "changed", "ended")] == [2, 0, 1]
    assert "− Thạch Thị Lan (đến hết 05/11/2026)" in preview_lines(plan, "vi")
    posts = await office.rows("posts")
    assert [post.valid_to for post in posts] == [TODAY, None]
    assert last < posts[1].valid_from


def changed(sheet: str, **values: Any) -> Rows:
    first, *others = WHOLE[sheet]
    return WHOLE | {sheet: [first | values, *others]}


@pytest.mark.parametrize(
    ("rows", "place", "code"),
    [
        (changed("areas", level=None), "Địa bàn!C2", "needed"),
        (changed("areas", parent="Xã Nào Đó"), "Địa bàn!D2", "unknown-area"),
        (
            changed("areas", parent="Xã Đông Hải")
            | {"areas": [AREAS[0] | {"parent": AREAS[0]["name"]}]},
            "Địa bàn!D2",
            "circle",
        ),
        (changed("areas", id=77), "Địa bàn!A2", "unknown-id"),
        (changed("areas", name="Xã / Ấp"), "Địa bàn!B2", "slash"),
        (WHOLE | {"areas": [*AREAS, AREAS[1]]}, "Địa bàn!B4", "twice"),
        (changed("kinds", rule="mỗi quý: ngày 5"), "Loại hình!J2", "rule-period"),
        (changed("kinds", association=None), "Loại hình!C2", "needed"),
        (changed("chapters", kind="Chi hội lạ"), "Đơn vị!C2", "unknown-kind"),
        (changed("chapters", exempt_count=33), "Đơn vị!F2", "exempt"),
        (changed("chapters", valid_to=date(2026, 1, 1)), "Đơn vị!N2", "order"),
        (changed("posts", phone="0999"), "Nhiệm vụ!C2", "phone"),
        (changed("posts", phone="0911999888"), "Nhiệm vụ!B2", "unknown-person"),
        (changed("posts", chapter="Chi hội lạ"), "Nhiệm vụ!E2", "unknown-chapter"),
        (changed("posts", chapter=None), "Nhiệm vụ!E2", "scope"),
        (changed("posts", chapter=None, area="Ấp Cái Cối"), "Nhiệm vụ!E2", "role-scope"),
        (WHOLE | {"posts": [LEADS, LEADS]}, "Nhiệm vụ!B3", "twice"),
        (WHOLE | {"people": [LAN, LAN]}, "Người!B3", "twice"),
        (changed("holidays", area="Ấp Lạ"), "Ngày nghỉ!C2", "unknown-area"),
    ],
)
async def test_a_fault_is_named_by_its_cell(
    office: Office, rows: Rows, place: str, code: str
) -> None:
    plan = await office.plan(rows)
    assert (place, code) in wrong(plan)
    assert not plan.can_be_applied


async def test_of_a_long_way_to_a_place_the_end_is_shown(office: Office) -> None:
    way = "Tỉnh Vĩnh Long / Khu vực Duyên Hải / Xã Long Vĩnh / Ấp Không Có Ở Đây"
    line = fault_lines((await office.plan(changed("chapters", area=way))).faults, "vi")[1]
    assert line.startswith("Đơn vị!D2 “…")
    assert "/ Ấp Không Có Ở Đây”" in line


async def test_who_moves_something_by_the_workbook_is_shown_the_command(office: Office) -> None:
    await office.bring_in(WHOLE)
    commune, hamlet = await office.rows("areas")
    (chapter,) = await office.rows("chapters")
    moved: Rows = {
        "areas": [{"id": commune.id, "parent": hamlet.name}],
        "chapters": [{"id": chapter.id, "area": commune.name}],
    }
    faults = (await office.plan(moved)).faults
    assert [fault.code for fault in faults.listed] == ["moved", "moved"]
    assert "Sáp nhập, chia tách" in fault_lines(faults, "vi")[1]


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        (changed("areas", level=None), ["Địa bàn!C2"]),
        (changed("chapters", place=None), ["Đơn vị!L2"]),
        (changed("posts", role="trưởng phòng"), ["Nhiệm vụ!D2"]),
    ],
)
async def test_what_goes_wrong_because_of_a_fault_is_no_fault_of_its_own(
    office: Office, rows: Rows, places: list[str]
) -> None:
    assert [place for place, _ in wrong(await office.plan(rows))] == places


async def test_a_misspelled_name_is_shown_the_name_that_is_much_like_it(office: Office) -> None:
    area = await office.plan(changed("chapters", area="Ấp Cái Coi B"))
    chapter = await office.plan(changed("posts", chapter="Chi hội phụ nữ Cái Cối"))
    (line,) = fault_lines(area.faults, "vi")[1:]
    assert line.endswith("không có địa bàn tên này; gần giống: “Xã Long Vĩnh / Ấp Cái Cối”")
    assert fault_lines(chapter.faults, "vi")[1].endswith("gần giống: “Chi hội phụ nữ ấp Cái Cối”")


async def test_a_name_of_several_areas_must_say_more(office: Office) -> None:
    two = [
        *AREAS,
        {"name": "Xã Đông Hải", "level": "xã"},
        {"name": "Ấp Cái Cối", "level": "ấp", "parent": "Xã Đông Hải"},
    ]
    plan = await office.plan(WHOLE | {"areas": two})
    assert ("Đơn vị!D2", "several") in wrong(plan)
    clear = CHAPTER | {"area": "Xã Đông Hải / Ấp Cái Cối"}
    assert (await office.plan(WHOLE | {"areas": two, "chapters": [clear]})).can_be_applied


async def test_nothing_is_there_before_the_decision(office: Office) -> None:
    await office.stage(await office.plan(WHOLE))
    assert await office.rows("areas") == []
    await finish_imports(office.database.read, office.database.write, policy=POLICY, now=at(5))
    assert await office.rows("areas") == []


async def test_an_import_that_broke_off_is_written_to_its_end(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_id = await office.stage(await office.plan(WHOLE))
    written = directory_imports.mark_written

    async def break_at_people(unit: UnitOfWork, count: int, number: int, **values: Any) -> None:
        if number == 4:
            raise ConnectionError
        await written(unit, count, number, **values)

    with monkeypatch.context() as patched:
        patched.setattr(directory_imports, "mark_written", break_at_people)
        with pytest.raises(ConnectionError):
            await office.apply(import_id)
    assert len(await office.rows("chapters")) == 1
    assert await office.rows("people") == []
    await finish_imports(office.database.read, office.database.write, policy=POLICY, now=at(6))
    assert len(await office.rows("posts")) == 1
    assert (await office.plan_file()).is_empty
    await office.apply(import_id)
    assert len(await office.rows("people")) == 1


async def test_two_processes_write_one_import_once(office: Office) -> None:
    import_id = await office.stage(await office.plan(WHOLE))
    await asyncio.gather(*(office.apply(import_id) for _ in range(3)))
    sheets = ("areas", "kinds", "chapters", "people", "posts", "channels")
    assert [len(await office.rows(sheet)) for sheet in sheets] == [2, 1, 1, 1, 1, 1]


async def test_a_directory_changed_since_the_preview_is_left_alone(office: Office) -> None:
    waiting = await office.stage(await office.plan(changed("areas", level="phường")))
    async with office.database.write() as unit:
        await Directory(unit).area("Xã Khác")
    with pytest.raises(Conflict):
        await office.apply(waiting)
    assert await office.rows("chapters") == []


async def test_another_file_takes_the_place_of_the_one_before(office: Office) -> None:
    first = await office.stage(await office.plan(WHOLE))
    await office.bring_in({"areas": AREAS})
    with pytest.raises(NotFound):
        await office.apply(first)
    assert await office.rows("chapters") == []


async def test_a_forgotten_preview_is_dropped_and_its_rows_with_it(office: Office) -> None:
    import_id = await office.stage(await office.plan(WHOLE))
    async with office.database.write() as unit:
        await purge_old(unit, policy=POLICY, now=at(5) + timedelta(days=8))
        assert await directory_imports.list_parts(unit, import_id) == []


async def test_what_is_written_is_not_kept_twice(office: Office) -> None:
    import_id = await office.stage(await office.plan(WHOLE))
    await office.apply(import_id)
    async with office.database.write() as unit:
        parts = await directory_imports.list_parts(unit, import_id)
        kept = [await directory_imports.get_part(unit, import_id, part[0]) for part in parts]
    assert [list(part.rows) for part in kept] == [[]] * len(parts)


async def test_a_renamed_place_and_chapter_keep_their_former_names(office: Office) -> None:
    since = date(2025, 7, 1)
    await office.bring_in(
        WHOLE
        | {
            "areas": [area | {"valid_from": since} for area in AREAS],
            "chapters": [CHAPTER | {"valid_from": since}],
        }
    )
    _, hamlet = await office.rows("areas")
    (chapter,) = await office.rows("chapters")
    await office.bring_in(
        {
            "areas": [{"id": hamlet.id, "name": "Ấp Long Hải"}],
            "chapters": [{"id": chapter.id, "name": "Chi hội phụ nữ ấp Long Hải"}],
        }
    )
    async with office.database.read() as unit:
        places = await unit.all(select(area_past))
        units = await unit.all(select(chapter_past))
    assert [(place.name, place.valid_to) for place in places] == [
        ("Ấp Cái Cối", date(2026, 11, 4))
    ]
    assert [(row.name, row.valid_from) for row in units] == [(CHAPTER["name"], since)]
    assert (await office.rows("areas"))[1].name == "Ấp Long Hải"


async def test_a_mended_spelling_is_no_other_name(office: Office) -> None:
    since = date(2025, 7, 1)
    rows = WHOLE | {"areas": [area | {"valid_from": since} for area in AREAS]}
    await office.bring_in(rows)
    await office.bring_in({"areas": [AREAS[0] | {"name": "Xa Long Vinh"}]})
    async with office.database.read() as unit:
        assert await unit.all(select(area_past)) == []
    assert (await office.rows("areas"))[0].name == "Xa Long Vinh"


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        (changed("people", phone="090000020"), "Người!D2"),
        (changed("chapters", member_count=None), "Đơn vị!E2"),
        (changed("chapters", exempt_count=33), "Đơn vị!F2"),
        (changed("kinds", frequency=9), "Loại hình!I2"),
        (changed("areas", valid_to=date(2020, 1, 1)), "Địa bàn!J2"),
    ],
)
async def test_one_bad_row_makes_no_further_faults(office: Office, rows: Rows, cell: str) -> None:
    plan = await office.plan(rows)
    assert [place for place, _ in wrong(plan)] == [cell]
