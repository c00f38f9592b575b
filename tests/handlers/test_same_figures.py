"""One place and month through every output: the same numbers.

A further output is one more line of OUTPUTS: what reads its numbers, by the names of TRUTH.
"""

import csv
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from digests.chart import describe_picture
from documents.official.paper import Paragraph
from documents.tables.columns import SheetName
from domain.calendar import Period
from domain.official import DocumentKind, DocumentTopic
from domain.people import Role
from domain.report import ReportAnswers, ReportState
from domain.reporting_span import Span
from handlers.registry import build_handlers
from operations.documents.register import draw, open_document
from operations.exports.asking import SheetAsked, SheetFormat, accept_order
from operations.exports.writing import write_sheet
from operations.notifications.digesting import digest_text, make_summary
from storage import Database
from tests.api.reader import serving
from tests.codes import counting_bytes
from tests.desk.seated import Seats
from tests.directory import POLICY, Directory, acting, at, held, settle_commune
from tests.handlers.office import Office
from tests.operations.planned import meetings_of, plan_all, send
from tests.talks import Phone, Talks

pytestmark = [
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
    pytest.mark.filterwarnings("ignore:.*extension is not supported"),
]
NOVEMBER, SPAN = Period(2026, 11), Span(2026, 11, 1)
# Nine chapters: four in time (one of them not held), two late, three silent; after closing.
NOW = at(20, month=12)
TRUTH = {
    "due": 9,
    "reported": 6,
    "on_time": 4,
    "late": 2,
    "missing": 3,
    "held": 5,
    "not_held": 1,
    "present": 28 + 20 + 15 + 30 + 7,
    "room": 5 * 30,
}
Told = dict[str, int]


@dataclass(frozen=True)
class Seen:
    """The office, a phone of its staff, and a folder for files."""

    office: Office
    phone: Phone
    folder: Path


@pytest.fixture
async def seen(database: Database, tmp_path: Path) -> Seen:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        chapters = [commune.chapter, commune.other_chapter] + [
            await make.chapter(
                f"Chi hội {n}", commune.hamlet if n % 2 else commune.other_hamlet, commune.kind
            )
            for n in range(7)
        ]
        leaders = []
        for number, chapter in enumerate(chapters[:6]):
            leaders.append(await make.person(f"Trưởng {number}"))
            await make.post(leaders[-1], Role.LEADER, chapter=chapter)
    await plan_all(database, at(1))
    told: list[tuple[ReportAnswers, datetime]] = [
        (held(present=28), at(6)),
        (held(present=20), at(6)),
        (held(present=15), at(7)),
        (ReportAnswers(state=ReportState.NOT_HELD, reason="harvest"), at(7)),
        (held(present=30), at(25)),
        (held(present=7, topic_text=""), at(26)),
    ]
    for chapter, leader, (answers, now) in zip(chapters, leaders, told, strict=False):
        meeting = (await meetings_of(database, chapter, at(1)))[0]
        await send(database, leader, meeting, answers, now=now)
    registry = build_handlers(public_url="", random_bytes=counting_bytes(500))
    meeting = (await meetings_of(database, chapters[-1], at(1)))[0]
    office = Office(Talks(database, registry, now=NOW), commune, meeting)
    return Seen(office, await office.enrol(commune.staff), tmp_path)


def found(text: str, **patterns: str) -> Told:
    """The numbers that stand in a text where patterns have a group each."""
    told: Told = {}
    plain = re.sub(r"</?[bi]>", "", text)
    for name, pattern in patterns.items():
        match = re.search(pattern, plain)
        assert match, f"{name} is not told: {plain}"
        for key, number in zip(name.split("_of_"), match.groups(), strict=True):
            told[key] = int(number.replace(".", ""))
    return told


async def chat(seen: Seen) -> Told:
    await seen.phone.say(f"/tonghop a2611-{seen.office.commune.commune.id}")
    return found(
        seen.phone.last,
        due=r"Theo kế hoạch: (\d+) buổi",
        on_time=r"Báo cáo đúng hạn: (\d+)",
        late=r"Báo cáo chậm: (\d+)",
        missing=r"đã quá hạn: (\d+)",
        not_held=r"không tổ chức được: (\d+)",
    )


async def digest(seen: Seen) -> Told:
    async with seen.office.database.read() as unit:
        place = seen.office.commune.commune.id
        text = await digest_text(unit, place, NOVEMBER, language="vi", policy=POLICY, now=NOW)
    return found(
        text,
        reported_of_due=r"Đã báo cáo (\d+)/(\d+) buổi",
        on_time=r"[Đđ]úng hạn (\d+)",
        late=r"chậm (\d+)",
        missing=r"chưa báo cáo (\d+)",
        not_held=r"[Kk]hông tổ chức được (\d+)",
        present_of_room=r"Số người dự: (\d+)/(\d+)",
    )


async def picture(seen: Seen) -> Told:
    async with seen.office.database.read() as unit:
        place = seen.office.commune.commune.id
        summary = await make_summary(unit, place, NOVEMBER, policy=POLICY, now=NOW)
    words = json.dumps(describe_picture(summary, "vi"), ensure_ascii=False)
    return found(
        words,
        reported_of_due=r"Đã báo cáo (\d+)/(\d+) buổi",
        on_time=r"[Đđ]úng hạn:? (\d+)",
        late=r"[Cc]hậm:? (\d+)",
        missing=r"quá hạn (\d+)",
    )


async def targets(seen: Seen) -> Told:
    await seen.phone.say(f"/chitieu 2026-11_{seen.office.commune.commune.id}")
    return found(
        seen.phone.last,
        held_of_due=r"Buổi đã tổ chức / đã đến hạn báo cáo: [\d,]+% \((\d+)/(\d+)\)",
        on_time=r"Báo cáo đúng hạn / đã đến hạn báo cáo: [\d,]+% \((\d+)/9\)",
        present_of_room=r"Số người dự / [^:]*: [\d,]+% \((\d+)/(\d+)\)",
    )


async def document(seen: Seen) -> Told:
    place = seen.office.commune.commune.id
    topic = DocumentTopic(
        kind=DocumentKind.PERIODIC, area_id=place, association="", period="2026-11"
    )
    async with seen.office.database.write() as unit:
        context = await acting(unit, seen.office.commune.staff, NOW)
        paper = await draw(unit, await open_document(context, topic), policy=POLICY, now=NOW)
    words = " ".join(
        sentence.text
        for block in paper.body
        if isinstance(block, Paragraph)
        for sentence in block.sentences
    )
    return found(
        words,
        held_of_due=r"đã tổ chức (\d+)/(\d+) buổi",
        on_time=r"Báo cáo đúng hạn (\d+)/9 buổi",
        present_of_room=r"(\d+)/(\d+) lượt người",
    )


async def desk(seen: Seen) -> Told:
    seats = Seats(seen.office.database, now=NOW)
    try:
        page = await (await seats.sit(seen.office.commune.staff)).read("?period=2026-11")
    finally:
        await seats.close()
    return found(
        page,
        reported_of_due=r"\b(\d+) / (\d+) [\d,]+%",
        missing=r"Quá hạn, chưa báo cáo\n(\d+)",
        on_time=r"(\d+) đúng hạn",
        late=r"(\d+) chậm",
        present_of_room=r"dự[^\n]*\n(\d+) / (\d+)",
    )


async def write(seen: Seen, form: SheetFormat) -> Path:
    asked = SheetAsked(
        sheet=SheetName.FIGURES, area_id=seen.office.commune.commune.id, span=SPAN, format=form
    )
    file = seen.folder / f"figures{form.suffix}"
    async with seen.office.database.read() as unit:
        posts = await Directory(unit).posts(seen.office.commune.staff)
        order = await accept_order(unit, posts, asked, policy=POLICY, now=NOW, language="vi")
        await write_sheet(unit, order, file, on_rows=lambda _: None)
    return file


async def sheet(seen: Seen) -> Told:
    book = load_workbook(await write(seen, SheetFormat.XLSX))
    rows = list(book["Số liệu"].iter_rows(values_only=True))
    columns = {str(name): place for place, name in enumerate(rows[0])}
    sums = {
        name: sum(int(str(row[columns[name]])) for row in rows[2:])
        for name in columns.keys() & TRUTH.keys()
    }
    lines = "\n".join(str(cell.value) for cell in book["Tóm tắt"]["A"])
    return sums | found(
        lines,
        reported_of_due=r"Đã báo cáo (\d+)/(\d+) buổi",
        missing=r"chưa báo cáo (\d+)",
    )


async def text(seen: Seen) -> Told:
    file = await write(seen, SheetFormat.RAW)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {name: sum(int(row[name]) for row in rows) for name in rows[0].keys() & TRUTH.keys()}


async def api(seen: Seen) -> Told:
    commune = seen.office.commune
    async with serving(seen.office.database) as server:
        server.now = NOW
        system = await server.give(commune.staff, commune.commune.id)
        rows = await system.rows("figures?period=2026-11")
        shares = {row["indicator"]: row for row in await system.rows("indicators?period=2026-11")}
    sums = {name: sum(row[name] for row in rows) for name in rows[0].keys() & TRUTH.keys()}
    return sums | {"on_time": shares["on_time"]["part"], "due": shares["on_time"]["whole"]}


OUTPUTS: dict[str, Callable[[Seen], Awaitable[Told]]] = {
    "chat": chat,
    "digest": digest,
    "picture": picture,
    "targets": targets,
    "document": document,
    "desk": desk,
    "sheet": sheet,
    "text": text,
    "api": api,
}


async def test_every_output_tells_the_same_numbers(seen: Seen) -> None:
    told = {name: await read(seen) for name, read in OUTPUTS.items()}
    for name, numbers in told.items():
        assert {"on_time"} <= numbers.keys(), name
        assert numbers == {key: TRUTH[key] for key in numbers}, name
    everywhere = set().union(*told.values())
    assert everywhere == TRUTH.keys()
