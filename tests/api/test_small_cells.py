"""Nothing of one or two chapters goes to a system far from them; near ones read what is theirs."""

from dataclasses import dataclass

import pytest

from domain.chapters import Area
from domain.people import Role
from storage import Database
from tests.api.reader import EVERYTHING, FIGURES_ONLY, Server
from tests.directory import Directory, at
from tests.operations.planned import plan_all

# How many chapters of women and of farmers each commune has.
CHAPTERS = {"Xã Đông": (4, 2), "Xã Tây": (5, 3), "Xã Nam": (3, 4), "Xã Bắc": (2, 0)}


@dataclass(frozen=True)
class Province:
    """A province with its communes, and an officer there."""

    province: Area
    communes: dict[str, Area]
    women: int
    farmers: int
    officer: int


@pytest.fixture
async def province(database: Database) -> Province:
    async with database.write() as unit:
        make = Directory(unit)
        top = await make.area("Tỉnh Vĩnh Long")
        women, farmers = (
            await make.kind("women"),
            await make.kind("farmers", association="Nông dân"),
        )
        communes = {}
        for name, counts in CHAPTERS.items():
            communes[name] = await make.area(name, top)
            hamlet = await make.area(f"Ấp của {name}", communes[name])
            for kind, count in zip((women, farmers), counts, strict=True):
                for number in range(count):
                    await make.chapter(f"Chi hội {kind}.{number} {name}", hamlet, kind)
        officer = await make.person("Ngô Văn Tám")
        await make.post(officer, Role.STAFF, area=top)
    await plan_all(database, at(1))
    return Province(top, communes, women, farmers, officer)


async def test_a_far_system_reads_what_a_digest_tells(house: Server, province: Province) -> None:
    far = await house.give(province.officer, province.province.id, classes=FIGURES_ONLY)
    rows = await far.rows("figures")
    by_place = {row["area"]: row["missing"] for row in rows if row["area"]}
    by_kind = {row["kind_id"]: row["missing"] for row in rows if row["kind_id"]}
    # Bắc has two chapters; the smallest beside it is left out with it.
    assert by_place == {"Xã Tây": 8, "Xã Nam": 7}
    assert by_kind == {province.women: 14, province.farmers: 9}
    assert {row["present"] for row in rows} == {None}
    assert await far.rows("figures?limit=1") == rows
    (women,) = await far.rows(f"figures?kind={province.women}")
    assert (women["missing"], women["area_id"]) == (14, None)
    assert {row["kind_id"] for row in await far.rows("indicators")} == {None}


async def test_a_far_system_reads_one_table_and_no_single_chapters(
    house: Server, province: Province
) -> None:
    far = await house.give(province.officer, province.province.id, classes=FIGURES_ONLY)
    commune = province.communes["Xã Đông"].id
    for resource in ("figures", "indicators"):
        await far.get(f"{resource}?area={commune}", status=404)
    await far.get(f"indicators?kind={province.farmers}", status=403)
    await far.get("figures?version=now", status=403)
    await far.get("figures?geography=now", status=403)
    for resource in ("reports", "meetings", "attendance", "difficulties", "exemplars"):
        await far.get(resource, status=403)
    for resource in ("areas", "chapters", "digests", "documents"):
        await far.get(f"{resource}?area={commune}")
    few = await house.give(
        province.officer, province.province.id, classes=FIGURES_ONLY, only="Nông dân"
    )
    assert [row["missing"] for row in await few.rows("figures")] == [9]


async def test_who_may_read_reports_or_stands_near_reads_every_cell(
    house: Server, province: Province
) -> None:
    commune = province.communes["Xã Đông"].id
    near = await house.give(province.officer, commune, classes=FIGURES_ONLY)
    assert [row["chapters"] for row in await near.rows("figures")] == [4, 2]
    await near.get("reports")
    full = await house.give(province.officer, province.province.id, classes=EVERYTHING)
    assert [row["chapters"] for row in await full.rows("figures")] == [4, 2, 5, 3, 3, 4, 2]
    assert len(await full.rows(f"figures?area={commune}")) == 2
