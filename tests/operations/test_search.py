"""Words looked for in reports are found on both databases, in one's own reach alone."""

from datetime import date

from domain.reporting_span import span_of
from operations.reports.search import SearchQuery, search_reports
from storage import Database
from tests.directory import LOANS, ROAD, acting, at, held, settle_commune
from tests.operations.planned import november, send


async def test_marks_make_no_difference_and_sight_does(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    told = held(difficulties=(ROAD, LOANS), best_practice="Đường hoa")
    await send(database, commune.leader, meeting, told)
    span = span_of(date(2026, 11, 1), 3)
    async with database.read() as unit:
        context = await acting(unit, commune.staff, at(11))
        for words, abouts in {
            "duong": {"infrastructure", "best_practice", "topic"},
            "Đường hoa": {"best_practice"},
            "vốn": {"funding"},
            "thủy lợi": set(),
            "%": {"infrastructure", "funding", "best_practice", "topic"},
        }.items():
            query = SearchQuery(words=words, place=commune.commune, span=span)
            assert {about for about, _ in (await search_reports(context, query)).abouts} == abouts
        elsewhere = SearchQuery(words="duong", place=commune.other_hamlet, span=span)
        assert (await search_reports(context, elsewhere)).reports == 0
        stranger = await acting(unit, commune.stranger, at(11))
        nothing = SearchQuery(words="duong", place=None, span=span)
        assert (await search_reports(stranger, nothing)).rows == []
