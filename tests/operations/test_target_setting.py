"""Targets set one by one: of two who set one, the second is asked to look again."""

import pytest

from domain.indicators import Indicator, Sense
from domain.refusals import Conflict, NotFound
from domain.reporting_span import Span
from operations.figures.target_setting import TargetWanted, list_changes, set_target, take_back
from storage import Database
from storage.directory import areas
from storage.figures import programmes
from storage.figures.target_writes import Aimed
from tests.directory import acting, at, settle_commune

SPAN = Span(2026, 10, 3)


async def test_a_target_of_a_place_is_one_whoever_sets_it(database: Database) -> None:
    commune = await settle_commune(database)
    place = commune.commune
    wanted = TargetWanted(area_id=place.id, span=SPAN, indicator=Indicator.HELD)
    first, second = Aimed(9550, Sense.MIN), Aimed(9000, Sense.MIN)
    async with database.write() as unit:
        context = await acting(unit, commune.staff, at(9))
        await set_target(context, wanted, first, seen=None)
        with pytest.raises(Conflict):
            await set_target(context, wanted, second, seen=None)
        await set_target(context, wanted, second, seen=first)
        with pytest.raises(NotFound):
            await set_target(await acting(unit, commune.cadre, at(9)), wanted, first, seen=second)
    async with database.write() as unit:
        [target] = await programmes.list_targets(unit, place.id, period=str(SPAN))
        assert (target.value, target.sense, target.kind_id) == (9000, Sense.MIN, None)
        context = await acting(unit, commune.staff, at(9))
        changes = await list_changes(context, await areas.get(unit, place.id))
        assert [(change.before, change.after) for change in changes] == [
            (first, second),
            (None, first),
        ]
        await take_back(context, changes[0].id)
        [target] = await programmes.list_targets(unit, place.id, period=str(SPAN))
        assert target.value == first.value
