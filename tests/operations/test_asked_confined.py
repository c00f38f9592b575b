"""Questions with reports for some kinds of chapters, or where a programme is tried out."""

from datetime import date
from typing import Any

import pytest

from domain.refusals import BadInput
from operations.questionnaires.drafting import start_draft
from operations.questionnaires.narrowing import narrow_to_kinds, narrow_to_programme
from operations.questionnaires.publishing import ask_with_reports, list_asked_chapters, publish
from storage import Database
from storage.directory import chapters
from storage.questionnaires import report_questions
from storage.tables.programmes import programme, programme_area
from tests.asking_with_reports import BEGINS
from tests.directory import Commune, Directory, acting, at, settle_commune
from tests.forms import water

DAY = date(2026, 11, 5)


async def draft(database: Database, commune: Commune) -> int:
    async with database.write() as unit:
        context = await acting(unit, commune.staff, at(2))
        number = await start_draft(context, f"a{commune.commune.id}", water(), title="Nước sạch")
        await ask_with_reports(context, number, BEGINS, None)
    return number


async def asked(database: Database, day: date = DAY) -> dict[str, int]:
    """How much each chapter is asked with its report of a day."""
    async with database.read() as unit:
        known = await chapters.by_ids(unit, range(1, 10))
        return {
            chapter.name: len(await report_questions.list_asked(unit, chapter, day))
            for chapter in known.values()
        }


async def found(database: Database, commune: Commune, number: int, **narrowed: Any) -> set[str]:
    """Publishes a draft so narrowed; returns whom it is for by its own account."""
    async with database.write() as unit:
        context = await acting(unit, commune.staff, at(2))
        if "kinds" in narrowed:
            await narrow_to_kinds(context, number, narrowed["kinds"])
        if "programme" in narrowed:
            await narrow_to_programme(context, number, narrowed["programme"])
        sent = await publish(context, number)
        return {chapter.name for chapter in await list_asked_chapters(context, sent)}


async def test_several_kinds_are_asked_and_no_other(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        youth = await make.kind("youth", association="Đoàn Thanh niên")
        farmers = await make.kind("farmers", association="Hội Nông dân")
        await make.chapter("Chi đoàn", commune.hamlet, youth)
        await make.chapter("Chi hội nông dân", commune.hamlet, farmers)
    number = await draft(database, commune)
    with pytest.raises(BadInput, match="asked-kind-unknown"):
        await found(database, commune, number, kinds=[youth + 100])
    told = await found(database, commune, number, kinds=[youth, farmers])
    assert told == {"Chi đoàn", "Chi hội nông dân"}
    assert {name for name, count in (await asked(database)).items() if count} == told
    # Whoever these do not ask can be asked the same by others.
    other = await draft(database, commune)
    assert len(await found(database, commune, other, kinds=[commune.kind])) == 2
    assert set((await asked(database)).values()) == {1}


async def test_a_programme_asks_where_and_while_it_is_tried_out(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        added = await unit.add(
            programme,
            code="ct1",
            name="Nước sạch nông thôn",
            area_id=commune.commune.id,
            valid_from=date(2026, 1, 1),
            valid_to=date(2026, 12, 31),
        )
        pilot = {"programme_id": added, "area_id": commune.hamlet.id}
        await unit.run(unit.insert(programme_area).values(**pilot))
    number = await draft(database, commune)
    with pytest.raises(BadInput, match="asked-programme-unknown"):
        await found(database, commune, number, programme=added + 1)
    told = await found(database, commune, number, programme=added)
    assert told == {"Chi hội phụ nữ ấp Cái Cối"}
    assert {name for name, count in (await asked(database)).items() if count} == told
    assert not any((await asked(database, date(2027, 1, 5))).values())
    async with database.write() as unit:
        await unit.run(programme_area.delete())
    assert all((await asked(database)).values()), "of no pilot place it is for all its own"
