"""The list of reports: in every order, a row at a time, it holds each row once."""

from dataclasses import replace
from datetime import date

from domain.reporting_span import span_of
from operations.figures.chapter_list import ChapterList, list_chapters
from operations.figures.report_list import ReportList, list_reports
from storage import Database
from storage.figures import chapter_rows
from storage.figures.report_rows import COLUMNS, ReportRow
from storage.keyset import PageAsked
from tests.directory import acting, at, held, settle_commune
from tests.operations.planned import meetings_of, november, send

ALL = PageAsked(column="place", limit=200)


async def test_each_order_goes_through_all_rows_a_page_at_a_time(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting, held(present=20))
    other = (await meetings_of(database, commune.other_chapter, at(1)))[0]
    async with database.read() as unit:
        context = await acting(unit, commune.staff, at(11))
        for column in COLUMNS:
            for is_falling in (False, True):
                asked = ReportList(place=commune.commune, span=span_of(date(2026, 11, 1), 3))
                rows = PageAsked(column=column, is_falling=is_falling, limit=1)
                found, after = [], 0
                while page := (
                    await list_reports(context, asked, replace(rows, after=after))
                ).page.rows:
                    found.append(page[0].meeting_id)
                    after = found[-1]
                assert sorted(found) == sorted([meeting.id, other.id]), column
                turned = [meeting.id, other.id] if not is_falling else [other.id, meeting.id]
                if column in ("name", "place", "sent"):
                    assert found == turned, column
        whole = await list_reports(context, asked, replace(rows, limit=200))
        assert (whole.page.total, whole.page.first) == (2, 1)
        last = await list_reports(context, asked, replace(rows, after=found[0], limit=200))
        assert (last.page.total, last.page.first) == (2, 2)


async def test_a_closed_month_is_listed_as_it_closed_and_only_what_is_in_sight(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.read() as unit:
        context = await acting(unit, commune.staff, at(15, month=12))
        asked = ReportList(place=commune.commune, span=span_of(date(2026, 11, 1), 1))
        rows = (await list_reports(context, asked, ALL)).page.rows
        assert {row.standing for row in rows} == {"missing"}
    cadre_only = await _seen_by(database, commune.cadre)
    assert [row.chapter_name for row in cadre_only] == ["Chi hội phụ nữ ấp Cái Cối"]


async def _seen_by(database: Database, person_id: int) -> list[ReportRow]:
    async with database.read() as unit:
        context = await acting(unit, person_id, at(11))
        asked = ReportList(place=None, span=span_of(date(2026, 11, 1), 1))
        return list((await list_reports(context, asked, ALL)).page.rows)


async def test_units_are_gone_through_a_page_at_a_time_in_each_order(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.read() as unit:
        context = await acting(unit, commune.staff, at(11))
        for column in chapter_rows.COLUMNS:
            asked = ChapterList(place=commune.commune, span=span_of(date(2026, 11, 1), 3))
            found: list[int] = []
            rows = PageAsked(column=column, limit=1)
            while page := (
                await list_chapters(context, asked, replace(rows, after=(found or [0])[-1]))
            ).rows:
                found.append(page[0].number)
            assert len(set(found)) == len(found), column
            whole = await list_chapters(context, asked, replace(rows, limit=200))
            assert [row.number for row in whole.rows] == found, column
            assert {row.chapter_id for row in whole.rows} == {
                commune.chapter,
                commune.other_chapter,
            }
