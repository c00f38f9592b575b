from datetime import date
from typing import Any

from domain.calendar import Period
from domain.counters import END, NEW
from operations.figures.counter_board import fill_counter_kinds
from storage import Database, UnitOfWork
from storage.figures import counters
from storage.tables.history import expectation
from storage.tables.programmes import counter
from tests.directory import POLICY, Commune, at, settle_commune

QUARTER = Period(2026, 10, 3)


async def kinds_of(unit: UnitOfWork) -> dict[str, int]:
    await fill_counter_kinds(unit, policy=POLICY)
    found = await counters.list_kinds(unit, day=date(2026, 12, 31), association=None)
    return {kind.code: kind.id for kind in found}


async def expect(unit: UnitOfWork, commune: Commune, reason: str) -> None:
    """Both chapters are there in December; the other hamlet's owes for this reason."""
    rows = ((commune.chapter, commune.hamlet, "expected"),
            (commune.other_chapter, commune.other_hamlet, reason))  # fmt: skip
    for chapter, area, why in rows:
        await unit.run(
            expectation.insert().values(
                chapter_id=chapter,
                month="2026-12",
                area_id=area.id,
                expected=1 if why == "expected" else 0,
                reason=why,
            )
        )


async def test_a_figure_given_again_replaces_the_first_and_keeps_it_beside(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        kinds = await kinds_of(unit)
        given = {kinds[NEW]: 3, kinds[END]: 30}
        common: dict[str, Any] = {"person_id": commune.leader, "now": at(1)}
        await counters.put(
            unit, commune.chapter, QUARTER, counters.NewFigures(given, {}), **common
        )
        await counters.put(
            unit, commune.chapter, QUARTER, counters.NewFigures({kinds[NEW]: 5}, given), **common
        )
        found = await counters.of_chapter(unit, commune.chapter, QUARTER)
        rows = await unit.all(counter.select().where(counter.c.counter_kind_id == kinds[NEW]))
    assert found == {kinds[NEW]: 5, kinds[END]: 30}
    assert [row.before for row in rows] == [{"value": 3}]


async def test_sums_and_who_is_missing_are_those_of_the_place(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        kinds = await kinds_of(unit)
        await expect(unit, commune, "expected")
        for chapter in (commune.chapter, commune.other_chapter):
            await counters.put(
                unit,
                chapter,
                QUARTER,
                counters.NewFigures({kinds[NEW]: 2_000_000_000}, {}),
                person_id=commune.leader,
                now=at(1),
            )
        whole = [(commune.commune.path, None)]
        (both,) = await counters.sum_up(unit, commune.commune.path, QUARTER, scopes=whole)
        (tally,) = await counters.sum_up(unit, commune.hamlet.path, QUARTER, scopes=whole)
        none = await counters.sum_up(unit, commune.commune.path, QUARTER, scopes=())
        before = await counters.list_asked(
            unit, commune.commune.path, QUARTER.previous(), scopes=whole
        )
        asked = await counters.list_asked(unit, commune.commune.path, QUARTER, scopes=whole)
    assert (both.total, both.chapters) == (4_000_000_000, 2)
    assert (tally.total, tally.chapters) == (2_000_000_000, 1)
    assert (none, before) == ([], [])
    assert [wanted.is_given for wanted in asked] == [True, True]


async def test_a_chapter_that_pauses_is_not_asked(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        await expect(unit, commune, "paused")
        asked = await counters.list_asked(
            unit, commune.commune.path, QUARTER, scopes=[(commune.commune.path, None)]
        )
    assert [wanted.chapter_id for wanted in asked] == [commune.chapter]


async def test_kinds_of_figures_of_another_association_are_not_asked(database: Database) -> None:
    await settle_commune(database)
    async with database.write() as unit:
        await kinds_of(unit)
        own = {
            "code": "quy_hoi",
            "name": "Quỹ hội",
            "association": "Hội Nông dân",
            "unit": "triệu đồng",
            "ordinal": 5,
            "valid_from": date(2026, 1, 1),
        }
        await counters.add_missing_kinds(unit, [own])
        day = date(2026, 12, 31)
        farmers = await counters.list_kinds(unit, day=day, association="Hội Nông dân")
        women = await counters.list_kinds(unit, day=day, association="Hội Liên hiệp Phụ nữ")
        earlier = await counters.list_kinds(unit, day=date(2025, 1, 1), association=None)
    assert farmers[0].code == "quy_hoi"
    assert "quy_hoi" not in {kind.code for kind in women}
    assert "quy_hoi" not in {kind.code for kind in earlier}
