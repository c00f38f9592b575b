"""A month before a reform by the places of then or of now: sheet, document, API, chat."""

from datetime import date

import pytest

from documents.official.annexes import list_annexes
from documents.tables.columns import SheetName, Shown
from domain.official import DocumentKind
from domain.reforms import MoveArea
from domain.reporting_span import Span
from operations.api.reading import ReadAsked, read_part
from operations.api.tokens import Bearer
from operations.directory.reforms import apply_change
from operations.directory.reorganisation import Asker
from operations.documents.facts import Subject, gather_facts
from operations.exports.asking import SheetAsked, accept_order
from operations.exports.heading import head_of
from operations.exports.pages import read_pages
from storage import Database
from tests.directory import POLICY, Commune, Directory, at, settle_commune
from tests.handlers.office import Office, open_office
from tests.operations.planned import november, send

NOVEMBER = Span(2026, 11, 1)
LATER = at(2, month=12)


async def move_away(database: Database, commune: Commune) -> None:
    """The hamlet that reported belongs to another commune from December on."""
    async with database.write() as unit:
        other = await Directory(unit).area("Xã Đông Hải")
    async with database.write() as unit:
        moved = MoveArea(area_id=commune.hamlet.id, parent_id=other.id)
        day, now = date(2026, 12, 1), at(1, month=12)
        await apply_change(unit, moved, first_day=day, asker=Asker(), policy=POLICY, now=now)


async def test_sheet_document_and_api_count_by_the_places_of_then_or_of_now(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    await send(database, commune.leader, await november(database, commune))
    await move_away(database, commune)
    both, left = ["Ấp Cái Cối", "Ấp La Ghi"], ["Ấp La Ghi"]
    async with database.read() as unit:
        posts = await Directory(unit).posts(commune.staff)
        for as_today, names in ((False, both), (True, left)):
            asked = SheetAsked(
                sheet=SheetName.FIGURES,
                area_id=commune.commune.id,
                span=NOVEMBER,
                as_today=as_today,
            )
            order = await accept_order(unit, posts, asked, policy=POLICY, now=LATER, language="vi")
            rows = [row async for page in read_pages(unit, order) for row in page]
            assert [row["area"] for row in rows] == names
            assert {row["geography"] for row in rows} == {"now" if as_today else "then"}
            head = await head_of(unit, order)
            assert [name for name, _ in head.parts] == names
            assert (head.total.due, head.as_today) == (len(names), as_today)
            wanted = ReadAsked(
                resource=SheetName.FIGURES, area_id=None, span=NOVEMBER, as_today=as_today
            )
            bearer = Bearer(
                token_id=1,
                name="Phòng Nội vụ",
                place=commune.commune,
                posts=posts,
                shown=frozenset(Shown),
                is_ageing=False,
            )
            part = await read_part(unit, bearer, wanted, policy=POLICY, now=LATER)
            assert [row["area"] for row in part.rows] == names
        subject = Subject(commune.commune, "", NOVEMBER)
        facts = await gather_facts(unit, subject, DocumentKind.PERIODIC, policy=POLICY, now=LATER)
    assert [part.name for part in facts.by_place] == both
    assert [part.name for part in facts.by_place_now] == left
    titles = [annex.subject for annex in list_annexes(facts, (), "vi")]
    assert titles[:2] == ["Kết quả theo địa bàn", "Kết quả theo địa bàn hiện nay"]


async def test_nothing_is_told_twice_where_no_place_has_moved(database: Database) -> None:
    commune = await settle_commune(database)
    await send(database, commune.leader, await november(database, commune))
    async with database.read() as unit:
        subject = Subject(commune.commune, "", NOVEMBER)
        facts = await gather_facts(unit, subject, DocumentKind.PERIODIC, policy=POLICY, now=LATER)
    assert (len(facts.by_place), facts.by_place_now) == (2, ())


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_chat_shows_an_earlier_month_by_the_places_of_now(database: Database) -> None:
    office: Office = await open_office(database, now=at(11))
    await send(database, office.commune.leader, office.meeting)
    staff = await office.enrol(office.commune.staff)
    await staff.say("/tonghop")
    assert "Theo địa bàn hiện nay" not in staff.buttons
    await move_away(database, office.commune)
    office.town.now = LATER
    await staff.say(f"/tonghop a2611-{office.commune.commune.id}")
    assert "đã báo cáo 1/1" in staff.buttons[0]
    await staff.press("Theo địa bàn hiện nay")
    assert "xếp theo địa bàn hiện nay" in staff.last
    assert staff.buttons[0] == "Ấp La Ghi: đã báo cáo 0/1, quá hạn 1"
    assert "Theo kế hoạch: 1 buổi" in staff.last
    assert not [words for words in staff.buttons if words.startswith("Chưa báo cáo")]
    await staff.press("Theo địa bàn khi đó")
    assert staff.buttons[0] == "Ấp Cái Cối: đã báo cáo 1/1"
