"""Mergers, splits and moves asked for by a sheet of the workbook."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.people import Role
from operations.directory.journal import list_changes
from operations.workbook import fault_lines, try_reforms
from operations.workbook.reforms import MOST
from storage.directory import areas
from storage.people import people
from tests.directory import POLICY, Directory, at
from tests.operations.workbook.offices import AREAS, CHAPTER, KINDS, Office, Rows, wrong

FIRST = date(2026, 11, 1)
NAME = "Chi hội phụ nữ ấp Cái Cối"
OTHER_NAME = "Chi hội phụ nữ ấp La Ghi"
OTHER = {**CHAPTER, "name": OTHER_NAME, "area": "Ấp La Ghi", "member_count": 20}
TWO: Rows = {
    "areas": [*AREAS, {"name": "Ấp La Ghi", "level": "ấp", "parent": "Xã Long Vĩnh"}],
    "kinds": KINDS,
    "chapters": [CHAPTER, OTHER],
}


def asked(reform: str, subjects: str, results: str) -> Rows:
    row = {"valid_from": FIRST, "reform": reform, "subjects": subjects, "results": results}
    return {"reforms": [row]}


@pytest.fixture
async def filled(office: Office) -> Office:
    long_ago = date(2025, 7, 1)
    dated = {
        sheet: [{**row, "valid_from": long_ago} for row in rows] if sheet != "kinds" else rows
        for sheet, rows in TWO.items()
    }
    await office.bring_in(dated)
    return office


async def living(office: Office, sheet: str) -> dict[str, Any]:
    rows = await office.rows(sheet)
    return {row.name: row for row in rows if row.valid_to is None}


async def test_two_hamlets_become_one_and_the_same_file_changes_nothing_more(
    filled: Office,
) -> None:
    merger = asked("merge_areas", "Ấp Cái Cối; ap la ghi", "Ấp Hòa Hợp")
    plan = await filled.bring_in(merger)
    assert plan.total("added") == 1
    there = await living(filled, "areas")
    assert set(there) == {"Xã Long Vĩnh", "Ấp Hòa Hợp"}
    chapters = await living(filled, "chapters")
    assert {chapter.area_id for chapter in chapters.values()} == {there["Ấp Hòa Hợp"].id}
    assert (await filled.plan(merger)).is_empty


async def test_a_hamlet_is_split_with_the_chapters_named(filled: Office) -> None:
    rows = await filled.rows("chapters")
    number = next(row.id for row in rows if row.name == NAME)
    split = asked("split_area", "Ấp Cái Cối", f"Ấp Một; Ấp Hai: #{number}")
    await filled.bring_in(split)
    there = await living(filled, "areas")
    assert {"Ấp Một", "Ấp Hai"} < set(there)
    assert (await living(filled, "chapters"))[NAME].area_id == there["Ấp Hai"].id
    assert (await filled.plan(split)).is_empty


async def test_chapters_are_merged_split_and_moved(filled: Office) -> None:
    await filled.bring_in(asked("move_chapter", OTHER_NAME, "Ấp Cái Cối"))
    there = await living(filled, "areas")
    assert (await living(filled, "chapters"))[OTHER_NAME].area_id == there["Ấp Cái Cối"].id
    assert (await filled.plan(asked("move_chapter", OTHER_NAME, "Ấp Cái Cối"))).is_empty
    both = f"{NAME}; {OTHER_NAME}"
    await filled.bring_in(asked("merge_chapters", both, "Chi hội chung"))
    assert set(await living(filled, "chapters")) == {"Chi hội chung"}


async def test_a_chapter_is_split_with_its_members(filled: Office) -> None:
    await filled.bring_in(asked("split_chapter", OTHER_NAME, "Tổ 1: 12; Tổ 2: 8"))
    there = await living(filled, "chapters")
    assert (there["Tổ 1"].member_count, there["Tổ 2"].member_count) == (12, 8)


@pytest.mark.parametrize(
    ("reform", "subjects", "results", "fault"),
    [
        ("merge_areas", "Ấp Cái Cối; Ấp Không Có", "Ấp Mới", ("C2", "reform-unknown")),
        ("merge_areas", "Ấp Cái Cối; Ấp La Ghi", "Ấp Một; Ấp Hai", ("D2", "reform-one-name")),
        ("merge_areas", "Ấp Cái Cối; Xã Long Vĩnh", "Ấp Mới", ("C2", "refused")),
        ("split_area", "Ấp Cái Cối", "Ấp Một", ("D2", "reform-names")),
        ("split_area", "Ấp Cái Cối; Ấp La Ghi", "Ấp Một; Ấp Hai", ("C2", "reform-one")),
        ("split_chapter", OTHER_NAME, "Tổ 1; Tổ 2: 8", ("D2", "reform-members")),
        ("move_chapter", OTHER_NAME, "Ấp Không Có", ("D2", "reform-unknown")),
        ("move_area", "Ấp Không Có", "Xã Long Vĩnh", ("C2", "reform-unknown")),
    ],
)
async def test_what_cannot_be_is_said_at_its_cell_and_changes_nothing(
    filled: Office, reform: str, subjects: str, results: str, fault: tuple[str, str]
) -> None:
    before = await filled.rows("areas"), await filled.rows("chapters")
    plan = await filled.plan(asked(reform, subjects, results))
    cell, code = fault
    assert wrong(plan) == [(f"Sáp nhập, chia tách!{cell}", code)]
    for language in ("vi", "en"):
        assert "workbook-" not in fault_lines(plan.faults, language)[1]
    assert (await filled.rows("areas"), await filled.rows("chapters")) == before


async def test_who_does_not_work_for_the_place_is_refused(filled: Office) -> None:
    plan = await filled.plan(asked("merge_areas", "Ấp Cái Cối; Ấp La Ghi", "Ấp Hòa Hợp"))
    async with filled.database.write() as unit:
        await try_reforms(unit, plan, posts=(), policy=POLICY, now=at(5))
    assert wrong(plan) == [("Sáp nhập, chia tách!C2", "refused")]
    assert "Ấp La Ghi" in await living(filled, "areas")


async def test_the_journal_says_what_could_not_be_done_any_more(filled: Office) -> None:
    merger = await filled.plan(asked("merge_areas", "Ấp Cái Cối; Ấp La Ghi", "Ấp Hòa Hợp"))
    staged = await filled.stage(merger)
    await filled.apply(staged, now=datetime(2027, 6, 1, tzinfo=UTC))
    there = await living(filled, "areas")
    assert "Ấp Hòa Hợp" not in there
    hamlet = next(row.id for row in await filled.rows("areas") if row.name == "Ấp Cái Cối")
    async with filled.database.write() as unit:
        make = Directory(unit)
        staff = await make.person("Thạch Thị Mai")
        await make.post(staff, Role.STAFF, area=await areas.get(unit, hamlet))
        posts = (await people.posts_of(unit, [staff]))[staff]
        told = await list_changes(unit, posts, today=date(2027, 6, 1), limit=1)
    assert [entry.action for entry in told] == ["directory.refused"]
    assert "đã chốt" in str(told[0].after)


async def test_a_file_asks_for_no_more_than_talks_can_wait_for(filled: Office) -> None:
    row = asked("merge_areas", "Ấp Cái Cối; Ấp La Ghi", "Ấp Hòa Hợp")["reforms"][0]
    rows = [{**row, "results": f"Ấp {number}"} for number in range(MOST + 2)]
    plan = await filled.plan({"reforms": rows})
    assert wrong(plan)[:1] == [(f"Sáp nhập, chia tách!C{MOST + 2}", "reform-most")]


@pytest.mark.parametrize(
    "parts", ["Tổ 1: 20; Tổ 2: 30", "Tổ 1: 12; Tổ 2: 7", "Tổ 1: 20; Tổ 2: 0; Tổ 3: 1"]
)
async def test_a_split_shares_out_exactly_the_members_there_are(
    filled: Office, parts: str
) -> None:
    plan = await filled.plan(asked("split_chapter", OTHER_NAME, parts))
    (fault,) = plan.faults.listed
    assert (fault.code, fault.facts["why"]) == ("refused", "change-members-sum")
    assert "chia đúng 20" in fault_lines(plan.faults, "vi")[1]
