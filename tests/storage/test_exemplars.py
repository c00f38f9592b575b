from datetime import date
from typing import Any

from domain.exemplars import CopyState, Field, State
from storage import Database, UnitOfWork
from storage.exemplars import exemplar_copies, exemplars
from tests.directory import Commune, Directory, at, settle_commune

TODAY = date(2026, 11, 5)


async def recognised(unit: UnitOfWork, chapter_id: int, **values: object) -> int:
    number = await exemplars.add(
        unit, exemplars.NewExemplar(chapter_id=chapter_id, name="Đường hoa"), by=None, now=at(1)
    )
    usual = {"state": State.RECOGNISED, "field": Field.SOCIETY} | values
    assert await exemplars.change(unit, number, usual, version=0)
    return number


async def tries(unit: UnitOfWork, number: int, chapter_id: int, commune: Commune) -> int | None:
    return await exemplar_copies.add_copy(
        unit,
        exemplar_id=number,
        chapter_id=chapter_id,
        person_id=commune.leader,
        ask_again_on=TODAY,
        now=at(1),
    )


async def test_who_is_late_changes_nothing(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        number = await recognised(unit, commune.chapter)
        assert not await exemplars.change(unit, number, {"aim": "Sạch"}, version=0)
        assert await exemplars.change(unit, number, {"aim": "Đẹp"}, version=1)
        await exemplars.remove(unit, number, version=2)
        found = await exemplars.find(unit, number)
    assert found is not None
    assert (found.aim, found.version) == ("Đẹp", 2)


async def test_what_was_picked_is_introduced_to_chapters_there_and_below(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        number = await recognised(unit, commune.chapter)
        pick: dict[str, Any] = {
            "exemplar_id": number,
            "month": "2026-11",
            "person_id": commune.staff,
        }
        assert await exemplars.list_introduced(unit, [commune.other_chapter]) == []
        for area, is_new in ((commune.hamlet, True), (commune.hamlet, False)):
            assert (
                await exemplar_copies.add_pick(unit, area_id=area.id, now=at(1), **pick) is is_new
            )
        assert await exemplars.list_introduced(unit, [commune.other_chapter]) == []
        await exemplar_copies.add_pick(unit, area_id=commune.commune.id, now=at(1), **pick)
        found = await exemplars.list_introduced(unit, [commune.other_chapter])
        assert [exemplar.id for exemplar in found] == [number]
        await exemplars.change(unit, number, {"state": State.ENDED}, version=1)
        assert await exemplars.list_introduced(unit, [commune.other_chapter]) == []


async def test_it_fits_the_association_and_kinds_that_work_in_the_field(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        farmers = await make.kind("farmers", association="Hội Nông dân")
        youth = await make.kind("youth", association="Đoàn Thanh niên")
        silent = await make.kind("silent", recording="off")
        farm = await make.chapter("Chi hội nông dân", commune.hamlet, farmers)
        other_farm = await make.chapter("Chi hội nông dân", commune.other_hamlet, farmers)
        await make.chapter("Chi đoàn", commune.hamlet, youth)
        await make.chapter("Tổ", commune.hamlet, silent)
        women = [commune.chapter, commune.other_chapter]

        async def fitting(field: Field) -> list[int]:
            return await exemplar_copies.list_fitting(
                unit,
                commune.commune.path,
                association="Hội Liên hiệp Phụ nữ",
                field=field,
                day=TODAY,
            )

        await recognised(unit, farm, field=Field.ECONOMY, state=State.REGISTERED)
        assert await fitting(Field.SOCIETY) == women
        assert await fitting(Field.ECONOMY) == [*women, farm, other_farm]


async def test_copies_are_counted_by_hamlet_and_asked_about_while_they_are_tried(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        second = await make.chapter("Chi hội hai", commune.other_hamlet, commune.kind)
        number = await recognised(unit, commune.chapter)
        first = await tries(unit, number, commune.other_chapter, commune)
        again = await tries(unit, number, second, commune)
        assert await tries(unit, number, second, commune) is None
        assert first is not None
        assert again is not None
        due = await exemplar_copies.list_due(unit, today=TODAY, limit=10)
        assert [copy.id for copy in due] == [first, again]
        for copy_id in (first, again):
            for is_first in (True, False):
                done = await exemplar_copies.settle_copy(
                    unit,
                    copy_id,
                    exemplar_copies.Outcome(state=CopyState.DONE, ask_again_on=None, result=""),
                    before=CopyState.TRYING,
                    now=at(2),
                )
                assert done is is_first
        assert not await exemplar_copies.remove_copy(unit, first)
        assert await exemplar_copies.list_due(unit, today=TODAY, limit=10) == []
        counts = (await exemplar_copies.count_copies(unit, [number]))[number]
    assert (counts.done, counts.areas, counts.trying) == (2, 1, 0)
