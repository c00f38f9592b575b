"""What staff bring in is compared with their own people alone; others do not even seem to be."""

from dataclasses import dataclass
from typing import Any

import pytest

from domain.people import Role
from operations.workbook import Limits, Plan, fault_lines, limits_of, preview_lines
from storage import Database
from storage.people import people
from tests.directory import Commune, Directory, at, posts_of, settle_commune
from tests.operations.workbook.offices import TODAY, Office, Rows
from tests.reached import reach, texts_to

HIDDEN = "Phạm Thị Bích Thủy"
PHONE = "0900000777"


@dataclass(frozen=True)
class Neighbours:
    """A hamlet with somebody who brings in its people, beside one that has somebody too."""

    commune: Commune
    importer: int
    limits: Limits
    hidden: int
    hidden_post: int


async def settle_neighbours(database: Database) -> Neighbours:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        importer = await make.person("Trần Văn Nhập")
        await make.post(importer, Role.STAFF, area=commune.hamlet)
        hidden = await people.add(unit, name=HIDDEN, phone=PHONE, now=at(1))
        post = await people.add_post(
            unit,
            people.NewPost(
                person_id=hidden.id,
                role=Role.STAFF,
                area_id=commune.other_hamlet.id,
                valid_from=TODAY,
            ),
        )
    limits = limits_of(await posts_of(database, importer), TODAY)
    return Neighbours(commune, importer, limits, hidden.id, post)


def said(plan: Plan) -> str:
    return "\n".join([*preview_lines(plan, "vi"), *fault_lines(plan.faults, "vi")])


def row(**values: Any) -> dict[str, Any]:
    return values


POST = {"role": "cadre", "area": "Ấp Cái Cối"}


@pytest.mark.parametrize(
    "rows",
    [
        {"people": [row(name=HIDDEN)]},
        {"people": [row(name=HIDDEN, phone=PHONE)]},
        {"people": [row(name="Tên Bịa Đặt", phone=PHONE)]},
        {"people": [row(name="Pham Thi Bich Thuy", phone="0900000778")]},
        {"posts": [row(person=HIDDEN, **POST)]},
        {"posts": [row(person=HIDDEN, phone=PHONE, **POST)]},
    ],
)
async def test_a_person_elsewhere_is_as_unknown_as_nobody(office: Office, rows: Rows) -> None:
    neighbours = await settle_neighbours(office.database)
    (sheet,) = rows
    nobody = {
        "people": row(name="Không Có Ai", phone="0900000999"),
        "posts": row(person="Không Có Ai", phone="0900000999", **POST),
    }
    plan = await office.plan(rows, limits=neighbours.limits)
    same = await office.plan({sheet: [nobody[sheet]]}, limits=neighbours.limits)
    assert PHONE not in said(plan).replace(str(rows[sheet][0].get("phone")), "")
    assert f"#{neighbours.hidden}" not in said(plan)
    assert plan.doubts == []
    assert {key: counts["added"] for key, counts in plan.counts.items()} == {
        key: counts["added"] for key, counts in same.counts.items()
    }
    assert [item.code for item in plan.faults.listed] == [item.code for item in same.faults.listed]


async def test_numbers_of_people_and_posts_elsewhere_are_as_unknown_as_none(
    office: Office,
) -> None:
    neighbours = await settle_neighbours(office.database)
    for sheet, number, values in (
        ("people", neighbours.hidden, row(name=HIDDEN)),
        ("people", neighbours.commune.stranger, row(name="Kim Ngọc")),
        ("posts", neighbours.hidden_post, {}),
    ):
        for tried in (number, 987654):
            plan = await office.plan({sheet: [row(id=tried, **values)]}, limits=neighbours.limits)
            assert [fault.code for fault in plan.faults.listed] == ["unknown-id"]
    for tried in (neighbours.hidden, neighbours.commune.stranger, 987654):
        plan = await office.plan(
            {"posts": [row(person=f"#{tried}", **POST)]}, limits=neighbours.limits
        )
        assert HIDDEN not in said(plan)
        assert [fault.code for fault in plan.faults.listed] == ["unknown-person"]


async def test_a_shared_phone_is_told_to_whoever_answers_for_both_places(office: Office) -> None:
    neighbours = await settle_neighbours(office.database)
    commune, database = neighbours.commune, office.database
    async with database.write() as unit:
        make = Directory(unit)
        above, beside = await make.person("Đặng Quản Trị"), await make.person("Lý Ở Ấp")
        await make.post(above, Role.ADMINISTRATOR, area=commune.commune)
        await make.post(beside, Role.ADMINISTRATOR, area=commune.other_hamlet)
        readers = [await reach(unit, number, now=at(1)) for number in (above, beside)]
        importer = await reach(unit, neighbours.importer, now=at(1))
    rows: Rows = {"people": [row(name="Tên Bịa Đặt", phone=PHONE)]}
    plan = await office.plan(rows, limits=neighbours.limits)
    await office.apply(await office.stage(plan, by=neighbours.importer))
    async with database.read() as unit:
        told, others, own = [await texts_to(unit, address) for address in (*readers, importer)]
    (line,) = told
    assert f"Tên Bịa Đặt = {HIDDEN} (#{neighbours.hidden})" in line
    assert "Trần Văn Nhập" in line
    assert others == own == []
    assert (await office.plan(rows, limits=neighbours.limits)).is_empty
