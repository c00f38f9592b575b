"""The board of difficulties: its counts are its rows, in every order, of one's own reach alone."""

from dataclasses import replace
from datetime import date

from domain.reporting_span import span_of
from operations.cases.case_board import BoardAsked, look_at_board
from operations.cases.desk_actions import advise, answer
from storage import Database
from storage.cases.case_rows import COLUMNS
from storage.keyset import PageAsked
from tests.directory import LOANS, ROAD, acting, at, held, settle_commune
from tests.operations.planned import november, send

ALL = PageAsked(column=COLUMNS[0], limit=9)
NOVEMBER = span_of(date(2026, 11, 1), 1)


async def test_counts_are_the_rows_of_each_state_and_order(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    told = held(difficulties=(ROAD, LOANS), proposal="Xin thêm thùng rác")
    await send(database, commune.leader, meeting, told)
    async with database.write() as unit:
        context = await acting(unit, commune.staff, at(11))
        asked = BoardAsked(place=commune.commune, span=NOVEMBER)
        first, second, _ = (await look_at_board(context, asked, ALL)).page.rows
        await answer(context, first.id, version=0, note="Đã sửa đường")
        await advise(context, second.id, version=0, note="Làm đơn xin vay")
        board = await look_at_board(context, asked, ALL)
        assert board.counts == {"new": 1, "working": 1, "answered": 1}
        assert dict(board.categories) == {"infrastructure": 1, "funding": 1, "proposal": 1}
        for column in COLUMNS:
            seen, after = [], 0
            asked = BoardAsked(place=commune.commune, span=NOVEMBER)
            rows = PageAsked(column=column, limit=1)
            while page := (
                await look_at_board(context, asked, replace(rows, after=after))
            ).page.rows:
                after = page[0].id
                seen.append(after)
            assert sorted(seen) == sorted(row.id for row in board.page.rows), column
        for standing, number in board.counts.items():
            asked = BoardAsked(place=commune.commune, span=NOVEMBER, standing=standing)
            assert (await look_at_board(context, asked, ALL)).page.total == number
        elsewhere = BoardAsked(place=commune.other_hamlet, span=NOVEMBER)
        assert (await look_at_board(context, elsewhere, ALL)).page.total == 0
