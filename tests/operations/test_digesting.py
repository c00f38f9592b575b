from datetime import date, datetime, timedelta

from pydantic import TypeAdapter
from sqlalchemy import select

from domain.calendar import Period
from domain.figures import Summary
from operations.figures.overview import overview
from operations.notifications.digesting import digest_text, due_digests, make_summary, post_digest
from operations.report_status import ReportStatus
from storage import Database, UnitOfWork
from storage.directory import digest_targets
from storage.messages import addresses
from storage.tables.meetings import digest_post
from tests.directory import POLICY, Commune, Directory, at, settle_commune
from tests.operations.planned import november, plan_all, send
from tests.reached import group, texts_to

MONDAY = at(9, 7) + timedelta(minutes=30)


async def bind(
    unit: UnitOfWork, commune: Commune, title: str, *, now: datetime, language: str = "vi"
) -> int:
    here = await group(unit, title, now=now)
    await digest_targets.bind(
        unit,
        address_id=here.id,
        area_id=commune.commune.id,
        language=language,
        bound_by=None,
        now=now,
    )
    return here.id


async def post(unit: UnitOfWork, now: datetime) -> int:
    ready = await due_digests(unit, policy=POLICY, now=now)
    return sum([await post_digest(unit, digest, now=now) for digest in ready])


async def test_each_channel_gets_the_week_once(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        first = await bind(unit, commune, "Kênh", now=at(8))
        second = await bind(unit, commune, "Channel", now=at(8), language="en")
        assert await post(unit, MONDAY - timedelta(minutes=1)) == 0
        assert await post(unit, MONDAY) == 2
        assert await post(unit, MONDAY + timedelta(minutes=5)) == 0
        known = await addresses.by_ids(unit, [first, second])
        (vietnamese,) = await texts_to(unit, known[first])
        assert "THÁNG 11/2026</b>\n<b>Xã Long Vĩnh" in vietnamese
        assert "Số liệu chưa chốt" in vietnamese
        (english,) = await texts_to(unit, known[second])
        assert "Figures not final" in english


async def test_a_missed_monday_is_caught_up_once_and_a_month_once_closed(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    await plan_all(database, at(1, month=10))
    async with database.write() as unit:
        await bind(unit, commune, "Kênh", now=at(1))
        assert await post(unit, at(4)) == 1
        assert await post(unit, at(6)) == 0
        assert await post(unit, at(12)) == 2
        assert await post(unit, at(13)) == 0
        rows = await unit.all(
            select(digest_post.c.kind, digest_post.c.period, digest_post.c.day).order_by("id")
        )
        assert [tuple(row) for row in rows] == [
            ("progress", "2026-11", date(2026, 11, 2)),
            ("progress", "2026-11", date(2026, 11, 9)),
            ("final", "2026-10", date(2026, 11, 11)),
        ]


async def test_what_was_before_the_binding_is_not_posted(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        await bind(unit, commune, "Kênh", now=at(12))
        assert await post(unit, at(12)) == 0
        assert await post(unit, at(16)) == 1


async def test_the_figures_are_kept_as_posted(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    async with database.write() as unit:
        await bind(unit, commune, "Kênh", now=at(8))
        await post(unit, MONDAY)
        stored = await unit.scalar(select(digest_post.c.figures))
        kept = TypeAdapter(Summary).validate_python(stored)
    assert (kept.total.expected, kept.total.on_time, kept.total.present) == (2, 1, 28)
    assert [cell.place for cell in kept.cells] == ["Ấp Cái Cối", "Ấp La Ghi"]


async def test_a_group_that_threw_the_bot_out_gets_nothing(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        here = await bind(unit, commune, "Kênh", now=at(8))
        await addresses.set_reachable(unit, here, reachable=False, now=at(8))
        assert await post(unit, MONDAY) == 0


async def test_a_closed_month_is_told_as_final_whenever_it_is_asked_for(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    async with database.read() as unit:
        text = await digest_text(
            unit,
            commune.commune.id,
            Period(2026, 9),
            language="vi",
            policy=POLICY,
            now=at(20),
        )
    assert "Số liệu chốt ngày 10/10/2026" in text


async def test_a_report_is_missing_from_the_day_after_it_was_due(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.read() as unit:
        on_its_day, day_after = [
            await make_summary(
                unit, commune.commune.id, Period(2026, 11), policy=POLICY, now=at(day)
            )
            for day in (10, 11)
        ]
        staff = await Directory(unit).posts(commune.staff)
        desks = [
            await overview(unit, staff, day=date(2026, 11, 1), today=date(2026, 11, day))
            for day in (10, 11)
        ]
    stood = [{line.status for line in desk.lines} for desk in desks]
    assert stood == [{ReportStatus.NOT_YET_DUE}, {ReportStatus.MISSING}]
    assert (on_its_day.total.missing, on_its_day.total.awaited) == (0, 2)
    assert (day_after.total.missing, day_after.total.awaited) == (2, 0)
