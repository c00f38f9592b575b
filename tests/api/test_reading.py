"""What a token reads: the same rows as the sheets, part by part, in the form that it asks for."""

import csv
import io
from datetime import date, timedelta

from documents.tables.columns import TABLES, SheetName
from domain.official import DocumentKind, DocumentTopic
from domain.people import Role
from domain.reporting_span import Span
from operations.documents.register import open_document
from operations.exports.asking import SheetAsked, accept_order
from operations.exports.pages import read_pages
from operations.meetings.reopening import reopen_period
from operations.notifications.digesting import due_digests, post_digest
from storage import Database
from storage.directory import digest_targets
from tests.api.reader import FIGURES_ONLY, Server
from tests.directory import POLICY, Commune, Directory, acting, at, posts_of
from tests.operations.planned import meetings_of, send
from tests.reached import group

NOVEMBER = Span(2026, 11, 1)
# Of each resource so many rows a part; of indicators not too few, each part counts a year.
PARTS = {"areas": 1, "chapters": 1, "meetings": 1, "figures": 1, "indicators": 20, "reports": 1}


async def test_the_rows_are_those_of_the_sheets(
    house: Server, commune: Commune, database: Database
) -> None:
    system = await house.give(commune.staff, commune.commune.id)
    posts = await posts_of(database, commune.staff)
    for sheet in (SheetName.FIGURES, SheetName.REPORTS, SheetName.CHAPTERS, SheetName.INDICATORS):
        answer = await system.get(f"{sheet}?period=2026-11")
        asked = SheetAsked(sheet=sheet, area_id=commune.commune.id, span=NOVEMBER)
        async with database.read() as unit:
            order = await accept_order(
                unit, posts, asked, policy=POLICY, now=house.now, language="vi"
            )
            rows = [row async for page in read_pages(unit, order) for row in page]
        read = answer.json()["data"]
        assert len(read) == len(rows)
        for got, wanted in zip(read, rows, strict=True):
            assert list(got) == [column.id for column in TABLES[sheet]]
            for name, value in got.items():
                known = wanted[name]
                said = known.isoformat() if isinstance(known, date) else known
                assert value == said, (sheet, name)
    (report,) = await system.rows("reports")
    assert report["sent_at"] == "2026-11-06T12:00:00+07:00"
    assert report["held_on"] == "2026-11-05"
    assert report["topic"] == "Vệ sinh đường làng"


async def test_text_is_for_machines(house: Server, commune: Commune) -> None:
    system = await house.give(commune.staff, commune.commune.id)
    by_name = await system.get("reports.csv")
    by_header = await system.get("reports", accept="text/csv")
    assert by_name.headers["content-type"].startswith("text/csv; charset=utf-8")
    assert by_name.content == by_header.content
    assert not by_name.content.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(io.StringIO(by_name.text, newline=""))
    values = dict(zip(head, row, strict=True))
    assert values["chapter"] == "Chi hội phụ nữ ấp Cái Cối"
    assert values["sent_at"] == "2026-11-06T12:00:00+07:00"
    assert values["on_time"] == "true"


async def test_parts_follow_one_another_to_the_end(house: Server, commune: Commune) -> None:
    system = await house.give(commune.staff, commune.commune.id)
    for resource, limit in PARTS.items():
        every = (await system.get(f"{resource}?period=2026-Q4")).json()
        assert every["next"] is None
        parts = await system.rows(f"{resource}?period=2026-Q4&limit={limit}")
        assert parts == every["data"], resource
    first = await system.get("chapters.csv?limit=1")
    assert 'rel="next"' in first.headers["link"]


async def test_what_the_reader_has_already_is_not_sent_again(
    house: Server, commune: Commune
) -> None:
    system = await house.give(commune.staff, commune.commune.id)
    first = await system.get("figures")
    tag = first.headers["etag"]
    again = await system.get("figures", status=304, same=tag)
    assert again.content == b""
    assert again.headers["etag"] == tag
    await system.get("figures?period=2026-10", same=tag)
    house.now += timedelta(days=1)
    await system.get("figures", same=tag)


async def test_only_what_changed_is_read_where_that_is_asked(
    house: Server, commune: Commune
) -> None:
    system = await house.give(commune.staff, commune.commune.id)
    assert await system.rows("reports?updated_since=2026-11-06T12:00:00%2B07:00")
    assert not await system.rows("reports?updated_since=2026-11-06T05:00:01Z")
    refused = await system.get("figures?updated_since=2026-11-06T05:00:01Z", status=400)
    assert refused.headers["content-type"] == "application/problem+json"


async def test_a_closed_month_says_its_version(house: Server, commune: Commune) -> None:
    system = await house.give(commune.staff, commune.commune.id)
    open_month = (await system.get("figures?period=2026-11")).json()
    assert (open_month["as_of"], open_month["version"]) == ("2026-11-20", None)
    house.now = at(20, month=12)
    closed = (await system.get("figures?period=2026-11")).json()
    assert (closed["as_of"], closed["version"]) == ("2026-12-10", 1)


async def test_no_words_or_people_without_their_class(house: Server, commune: Commune) -> None:
    system = await house.give(commune.staff, commune.commune.id, classes=FIGURES_ONLY)
    (report,) = await system.rows("reports")
    assert report["present"] == 28
    assert report["topic"] is None
    (went,) = await system.rows("attendance")
    assert went["cadre"] is None
    full = await house.give(commune.staff, commune.commune.id)
    (went,) = await full.rows("attendance")
    assert went["cadre"] == "Lê Văn Sáu"


async def test_places_meetings_digests_and_documents_are_read_too(
    house: Server, commune: Commune, database: Database
) -> None:
    async with database.write() as unit:
        here = await group(unit, "Kênh xã", now=at(8))
        await digest_targets.bind(
            unit,
            address_id=here.id,
            area_id=commune.commune.id,
            language="vi",
            bound_by=None,
            now=at(8),
        )
        for ready in await due_digests(unit, policy=POLICY, now=at(16, 8)):
            await post_digest(unit, ready, now=at(16, 8))
        office = await acting(unit, commune.staff, at(18))
        wanted = DocumentTopic(
            kind=DocumentKind.PERIODIC,
            area_id=commune.commune.id,
            association="",
            period="2026-11",
        )
        await open_document(office, wanted)
    system = await house.give(commune.staff, commune.commune.id)
    names = [row["name"] for row in await system.rows("areas")]
    assert names == ["Xã Long Vĩnh", "Ấp Cái Cối", "Ấp La Ghi"]
    met, waits = await system.rows("meetings")
    assert (met["state"], met["planned_on"]) == ("held", "2026-11-05")
    assert (waits["state"], waits["number"]) == ("planned", None)
    (report,) = await system.rows("reports")
    assert (report["meeting_id"], report["number"]) == (met["id"], met["number"])
    (digest,) = await system.rows("digests?updated_since=2026-11-16T08:00:00%2B07:00")
    assert digest["kind"] == "progress"
    assert digest["text"].startswith("BẢN TỔNG HỢP")
    assert await system.rows("digests?updated_since=2026-11-16T08:00:01%2B07:00") == []
    (document,) = await system.rows("documents?period=2026-Q4")
    assert (document["kind"], document["state"]) == ("periodic", "draft")
    assert document["changed_at"] == "2026-11-18T12:00:00+07:00"
    assert await system.rows("documents?period=2026-10") == []
    women = await house.give(commune.staff, commune.commune.id, only="Hội Liên hiệp Phụ nữ")
    assert await women.rows("documents?period=2026-Q4") == []
    assert await women.rows("digests") == []
    assert len(await women.rows("chapters")) == 2


async def test_what_came_after_closing_is_counted_in_where_that_is_asked(
    house: Server, commune: Commune, database: Database
) -> None:
    house.now = at(14, month=12)
    (late, *_) = await meetings_of(database, commune.other_chapter, at(1))
    async with database.write() as unit:
        make = Directory(unit)
        leader = await make.person("Sơn Thị Mỹ")
        await make.post(leader, Role.LEADER, chapter=commune.other_chapter)
        await reopen_period(
            await acting(unit, commune.staff, house.now),
            chapter_id=commune.other_chapter,
            period=late.period,
            until=at(20, month=12).date(),
            reason="Báo cáo giấy",
        )
    await send(database, leader, late, now=house.now)
    system = await house.give(commune.staff, commune.commune.id)
    for query, missing, version in (
        ("", 1, 1),
        ("&version=1", 1, 1),
        ("&version=now", 0, None),
    ):
        answer = (await system.get(f"figures?period=2026-11{query}")).json()
        assert sum(row["missing"] for row in answer["data"]) == missing, query
        assert {row["version"] for row in answer["data"]} == {version}
        assert answer["version"] == version
    await system.get("figures?version=2", status=400)
    await system.get("reports?version=now", status=400)
