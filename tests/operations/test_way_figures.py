"""What each way sent, lost and cost, counted on both databases."""

from domain.calendar import Period
from domain.reporting_span import span_of
from operations.messaging.way_figures import look_at_ways
from storage import Database
from storage.messages.way_figures import WayCount
from tests.desk.test_ways import write_letters
from tests.directory import acting, at, settle_commune

NOVEMBER = span_of(Period(2026, 11).last_day, 1)


async def test_what_left_a_way_failed_there_and_texts_count_by_their_reports(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    await write_letters(database, commune)
    async with database.read() as unit:
        context = await acting(unit, commune.staff, at(8))
        found = await look_at_ways(
            context, commune.commune, NOVEMBER, kinds=[commune.kind], measure=40
        )
        nobody = await look_at_ways(
            context, commune.other_hamlet, NOVEMBER, kinds=[commune.kind], measure=40
        )
    assert found.ways == [
        WayCount(channel="sms", sent=2, failed=1, delivered=1, cost=1800),
        WayCount(channel="telegram", sent=1, failed=2),
    ]
    assert [(line.place.name, line.parts, line.left) for line in found.paid] == [
        ("Xã Long Vĩnh", 4, 36)
    ]
    assert (nobody.ways, nobody.paid) == ([], [])
