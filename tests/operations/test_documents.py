"""Documents rest on the figures, go from draft to issue, and are made by who may."""

import asyncio
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader
from sqlalchemy import select

from documents.official.check import check_word
from documents.official.paper import Paragraph
from documents.official.pdf import render_pdf
from documents.official.word import render_word
from domain.chapters import Area
from domain.indicators import Indicator
from domain.official import DocumentKind, DocumentState, DocumentTopic, Issuer, ProfileName
from domain.people import Role
from domain.refusals import BadInput, Conflict, NotAllowed, NotFound
from domain.reporting_span import parse_span
from operations.documents.facts import Subject, gather_facts
from operations.documents.issuing import Body, find_issuer, set_issuer
from operations.documents.register import (
    Opened,
    advance,
    begin_version,
    draw,
    facts_of,
    get_document,
    list_differences,
    list_documents,
    open_document,
)
from storage import Database, UnitOfWork
from storage.directory import areas
from storage.meetings import meetings
from storage.tables.directory import audit
from tests.directory import (
    LOANS,
    POLICY,
    ROAD,
    Commune,
    Directory,
    acting,
    at,
    held,
    settle_commune,
)
from tests.operations.planned import november, send

QUARTER = "2026-Q4"
NOW = at(20)


@pytest.fixture
async def commune(database: Database) -> Commune:
    """One of two chapters has reported November, 27 of 30 came and a difficulty was told."""
    settled = await settle_commune(database)
    meeting = await november(database, settled)
    await send(database, settled.leader, meeting, held(present=27, difficulties=(ROAD, LOANS)))
    return settled


def topic(place: int, **values: Any) -> DocumentTopic:
    usual: dict[str, Any] = {
        "kind": DocumentKind.PERIODIC,
        "area_id": place,
        "association": "",
        "period": QUARTER,
    }
    return DocumentTopic(**(usual | values))


async def begun(database: Database, commune: Commune, now: datetime = NOW) -> Opened:
    async with database.write() as unit:
        context = await acting(unit, commune.staff, now)
        return await open_document(context, topic(commune.commune.id))


async def moved(
    database: Database, commune: Commune, opened: Opened, *states: DocumentState
) -> Opened:
    for state in states:
        async with database.write() as unit:
            context = await acting(unit, commune.staff, NOW)
            opened = await advance(context, opened.document.id, state)
    return opened


FREEZE, NUMBER, ISSUE = DocumentState.FROZEN, DocumentState.NUMBERED, DocumentState.ISSUED


async def test_the_facts_are_the_figures_and_rest_on_as_many_reports(
    database: Database, commune: Commune
) -> None:
    subject = Subject(commune.commune, "", parse_span(QUARTER))
    async with database.read() as unit:
        facts = await gather_facts(unit, subject, DocumentKind.PERIODIC, policy=POLICY, now=NOW)
    total = facts.total
    assert (total.held, total.due, total.missing) == (1, 2, 1)
    for flag in ("held", "on_time", "late", "not_held", "moved"):
        assert len(facts.numbers(flag)) == getattr(total, flag), flag
    for indicator in (Indicator.TOPIC, Indicator.DISCUSSION, Indicator.DIALOGUE):
        assert len(facts.numbers(str(indicator))) == facts.line(indicator).now.part
    assert len(facts.cases) == facts.line(Indicator.RAISED).now.part == 2
    assert facts.missing == ("Chi hội phụ nữ ấp La Ghi",)
    assert [(one.kind, one.units, one.members) for one in facts.units] == [
        ("Chi hội women", 2, 64)
    ]
    assert (facts.reports[0].present, facts.reports[0].room) == (27, 30)


async def test_a_report_says_what_was_reported_and_names_what_is_missing(
    database: Database, commune: Commune
) -> None:
    opened = await begun(database, commune)
    async with database.read() as unit:
        paper = await draw(unit, opened, policy=POLICY, now=NOW)
    text = " ".join(one.text for one in paper.body if isinstance(one, Paragraph))
    assert "đã tổ chức 1/2 buổi sinh hoạt đến hạn, đạt 50%" in text
    assert "Có 27/30 lượt người dự sinh hoạt, đạt 90%" in text
    assert "Còn 1/2 buổi đến hạn chưa có báo cáo, của: Chi hội phụ nữ ấp La Ghi" in text
    assert "“Đường ấp ngập”" in text
    assert paper.number == "Số       -BC/ĐU"
    assert paper.remark == "Dự thảo"


async def test_frozen_figures_stay_and_a_new_version_says_what_differs(
    database: Database, commune: Commune
) -> None:
    opened = await moved(database, commune, await begun(database, commune), FREEZE)
    async with database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Hoa")
        await make.post(other, Role.LEADER, chapter=commune.other_chapter)
    async with database.read() as unit:
        found = await november_of(unit, commune)
    await send(database, other, found, held(present=30), now=NOW)
    async with database.read() as unit:
        frozen = await facts_of(unit, opened, policy=POLICY, now=NOW)
    assert frozen.total.held == 1
    async with database.write() as unit:
        context = await acting(unit, commune.staff, NOW)
        newer = await begin_version(context, opened.document.id)
    async with database.read() as unit:
        live = await facts_of(unit, newer, policy=POLICY, now=NOW)
        differences = await list_differences(unit, newer, live, policy=POLICY, now=NOW)
        assert await list_differences(unit, opened, frozen, policy=POLICY, now=NOW) == ()
    found_held = next(one for one in differences if one.indicator is Indicator.HELD)
    assert (found_held.before.part, found_held.after.part) == (1, 2)
    assert newer.document.version == 2


async def november_of(unit: UnitOfWork, commune: Commune) -> Any:
    found = await meetings.list_open(unit, [commune.other_chapter], today=POLICY.day_of(NOW))
    return next(one for one in found if str(one.period) == "2026-11")


async def test_numbers_run_by_type_and_term_and_are_given_once(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        await set_issuer(
            unit,
            Body(commune.commune),
            {"term_from": "2025-08-01", "signer": "Nguyễn Văn An"},
            policy=POLICY,
            now=NOW,
            by=commune.staff,
        )
    opened = await moved(database, commune, await begun(database, commune), FREEZE, NUMBER)
    assert opened.document.numbering is not None
    assert opened.document.numbering.number == 1
    async with database.write() as unit:
        context = await acting(unit, commune.staff, NOW)
        other = await open_document(context, topic(commune.commune.id, period="2026-11"))
        lists = await open_document(
            context, topic(commune.commune.id, kind=DocumentKind.COMMENDATION)
        )
    other = await moved(database, commune, other, FREEZE, NUMBER, ISSUE)
    lists = await moved(database, commune, lists, FREEZE, NUMBER)
    async with database.read() as unit:
        paper = await draw(unit, other, policy=POLICY, now=NOW)
        listed = await draw(unit, lists, policy=POLICY, now=NOW)
    assert paper.number == "Số 02-BC/ĐU"
    assert listed.number == "Số 01-DS/ĐU"
    assert paper.place_date == "Xã Long Vĩnh, ngày 20 tháng 11 năm 2026"
    assert paper.signature.name == "Nguyễn Văn An"
    assert (paper.remark, paper.shows_basis) == ("", False)


async def test_a_step_is_taken_once_and_in_order(database: Database, commune: Commune) -> None:
    opened = await begun(database, commune)
    with pytest.raises(Conflict, match="doc-step-taken"):
        await moved(database, commune, opened, NUMBER)
    with pytest.raises(Conflict, match="doc-draft-there"):
        async with database.write() as unit:
            await begin_version(await acting(unit, commune.staff, NOW), opened.document.id)
    await moved(database, commune, opened, FREEZE)
    with pytest.raises(Conflict, match="doc-step-taken"):
        await moved(database, commune, opened, FREEZE)


async def test_what_was_begun_is_opened_again_and_stands_in_the_journal(
    database: Database, commune: Commune
) -> None:
    first = await begun(database, commune)
    again = await begun(database, commune)
    assert first.document.id == again.document.id
    await moved(database, commune, first, FREEZE)
    async with database.read() as unit:
        context = await acting(unit, commune.staff, NOW)
        assert [one.document.state for one in await list_documents(context)] == [FREEZE]
        actions = [one.action for one in await journal_of(unit)]
    assert actions.count("document.begun") == 1
    assert actions.count("document.frozen") == 1


async def journal_of(unit: UnitOfWork) -> list[Any]:
    return list(await unit.all(select(audit)))


async def test_only_the_office_of_the_place_makes_its_documents(
    database: Database, commune: Commune
) -> None:
    opened = await begun(database, commune)
    async with database.write() as unit:
        make = Directory(unit)
        reader, neighbour = await make.person("Lý Đọc"), await make.person("Lý Xóm")
        youth = await make.person("Lý Đoàn")
        await make.post(reader, Role.READER, area=commune.commune)
        await make.post(neighbour, Role.STAFF, area=await make.area("Xã Đông Hải"))
        await make.post(
            youth, Role.STAFF, area=commune.commune, association="Đoàn TNCS Hồ Chí Minh"
        )
    wanted = topic(commune.commune.id)
    for person, refusal in (
        (commune.leader, NotFound),
        (commune.cadre, NotFound),
        (reader, NotAllowed),
        (neighbour, NotFound),
        (youth, NotAllowed),
    ):
        async with database.write() as unit:
            context = await acting(unit, person, NOW)
            with pytest.raises(refusal):
                await open_document(context, wanted)
            with pytest.raises(refusal):
                await advance(context, opened.document.id, FREEZE)
            assert await list_documents(context) == []
    async with database.read() as unit:
        context = await acting(unit, commune.staff, NOW)
        with pytest.raises(NotFound):
            await get_document(context, 999)


async def test_an_association_tells_of_its_own_units_only_in_its_own_name(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        youth = await make.person("Lý Đoàn")
        name = "Đoàn TNCS Hồ Chí Minh"
        await make.kind("youth", name="Chi đoàn", association=name)
        await make.post(youth, Role.STAFF, area=commune.commune, association=name)
    async with database.write() as unit:
        context = await acting(unit, youth, NOW)
        opened = await open_document(context, topic(commune.commune.id, association=name))
        paper = await draw(unit, opened, policy=POLICY, now=NOW)
    assert paper.profile.name is ProfileName.YOUTH
    assert paper.signature.authority.startswith("TM. ")
    text = " ".join(one.text for one in paper.body if isinstance(one, Paragraph))
    assert "Chi hội phụ nữ" not in text
    assert "chưa có buổi sinh hoạt nào đến hạn báo cáo" in text


async def test_a_span_that_has_not_begun_is_refused(database: Database, commune: Commune) -> None:
    async with database.write() as unit:
        context = await acting(unit, commune.staff, NOW)
        with pytest.raises(BadInput, match="doc-span-ahead"):
            await open_document(context, topic(commune.commune.id, period="2027-Q1"))


@pytest.mark.parametrize("kind", [one for one in DocumentKind if one.has_figures])
async def test_every_kind_can_be_drawn_of_a_place_without_a_single_unit(
    database: Database, kind: DocumentKind
) -> None:
    async with database.write() as unit:
        make = Directory(unit)
        empty = await make.area("Xã Trống")
        staff = await make.person("Ngô Văn Chín")
        await make.post(staff, Role.STAFF, area=empty)
        context = await acting(unit, staff, NOW)
        opened = await open_document(context, topic(empty.id, kind=kind))
        paper = await draw(unit, opened, policy=POLICY, now=NOW)
    text = " ".join(one.text for one in paper.body if isinstance(one, Paragraph))
    assert "đạt" not in text
    assert paper.issuer == "ĐẢNG ỦY XÃ TRỐNG"
    assert check_word(render_word(paper, made_at=NOW)).findings == ()
    assert render_pdf(paper, made_at=NOW).startswith(b"%PDF-")


async def test_a_hamlet_of_one_chapter_has_its_report_too(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        context = await acting(unit, commune.staff, NOW)
        opened = await open_document(context, topic(commune.hamlet.id))
        paper = await draw(unit, opened, policy=POLICY, now=NOW)
    text = " ".join(one.text for one in paper.body if isinstance(one, Paragraph))
    assert "Tất cả 1 buổi đến hạn đều đã có báo cáo." in text


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("colour", "red", "doc-setting-unknown"),
        ("profile", "royal", "doc-setting-profile"),
        ("name", "", "doc-setting-empty"),
        ("signer", "A" * 201, "doc-setting-long"),
        ("code", "B" * 41, "doc-setting-long"),
        ("term_from", "hôm qua", "doc-setting-day"),
    ],
)
async def test_a_bad_setting_is_refused_and_changes_nothing(
    database: Database, commune: Commune, name: str, text: str, code: str
) -> None:
    body = Body(commune.commune)
    async with database.write() as unit:
        before = await find_issuer(unit, body, POLICY)
        with pytest.raises(BadInput, match=code):
            await set_issuer(unit, body, {name: text}, policy=POLICY, now=NOW, by=None)
        assert await find_issuer(unit, body, POLICY) == before


async def test_settings_are_kept_one_by_one(database: Database, commune: Commune) -> None:
    body = Body(commune.commune)
    async with database.write() as unit:
        for changes in ({"profile": "state", "code": "UBND"}, {"recipients": "Như trên; HĐND xã"}):
            await set_issuer(unit, body, changes, policy=POLICY, now=NOW, by=None)
        found = await find_issuer(unit, body, POLICY)
    assert (found.profile, found.code) == (ProfileName.STATE, "UBND")
    assert found.recipients == ("Như trên", "HĐND xã")
    assert found.name == "ĐẢNG ỦY XÃ LONG VĨNH"


@pytest.mark.parametrize(
    ("level", "name", "issuer"),
    [
        ("tỉnh", "tỉnh Vĩnh Long", ("TỈNH ỦY VĨNH LONG", "", "TU", "Vĩnh Long")),
        (
            "xã",
            "xã Long Vĩnh",
            ("ĐẢNG ỦY XÃ LONG VĨNH", "ĐẢNG BỘ TỈNH VĨNH LONG", "ĐU", "Long Vĩnh"),
        ),
        ("ấp", "ấp Cái Cối", ("CHI BỘ ẤP CÁI CỐI", "ĐẢNG ỦY XÃ LONG VĨNH", "CB", "Cái Cối")),
    ],
)
async def test_who_issues_follows_from_the_directory(
    database: Database, level: str, name: str, issuer: tuple[str, ...]
) -> None:
    async with database.write() as unit:
        parent: Area | None = None
        for at_level, called in (
            ("tỉnh", "tỉnh Vĩnh Long"),
            ("khu vực", "Khu vực Duyên Hải"),
            ("xã", "xã Long Vĩnh"),
            ("ấp", "ấp Cái Cối"),
        ):
            parent = await areas.add(
                unit,
                areas.NewArea(
                    name=called, level=at_level, parent=parent, valid_from=date(2020, 1, 1)
                ),
            )
            if at_level == level:
                break
        assert parent is not None
        found = await find_issuer(unit, Body(parent), POLICY)
    assert (found.name, found.superior, found.code, found.seat) == issuer


def test_numbers_of_the_state_begin_with_each_year() -> None:
    issuer = Issuer(
        profile=ProfileName.STATE, superior="", name="UBND", code="UBND", seat="Long Vĩnh",
        term_from=date(2025, 8, 1),
    )  # fmt: skip
    assert issuer.count_from(date(2026, 11, 20)) == date(2026, 1, 1)
    party = replace(issuer, profile=ProfileName.PARTY)
    assert party.count_from(date(2026, 11, 20)) == date(2025, 8, 1)
    assert replace(party, term_from=None).count_from(date(2026, 11, 20)) == date(2026, 1, 1)


async def test_two_who_number_at_the_same_moment_never_give_one_number_twice(
    database: Database, commune: Commune
) -> None:
    async with database.write() as unit:
        context = await acting(unit, commune.staff, NOW)
        both = [
            await open_document(context, topic(commune.commune.id, period=period))
            for period in (QUARTER, "2026-11")
        ]
    both = [await moved(database, commune, one, FREEZE) for one in both]

    async def number(opened: Opened) -> int | None:
        try:
            done = await moved(database, commune, opened, NUMBER)
        except Conflict:
            return None
        assert done.document.numbering is not None
        return done.document.numbering.number

    given = [one for one in await asyncio.gather(*map(number, both)) if one]
    assert given
    assert len(given) == len(set(given))


async def test_two_who_begin_at_the_same_moment_have_one_document(
    database: Database, commune: Commune
) -> None:
    async def begin() -> int | None:
        try:
            return (await begun(database, commune)).document.id
        except Conflict:
            return None

    opened = {one for one in await asyncio.gather(begin(), begin()) if one}
    assert len(opened) == 1


async def test_whatever_people_wrote_stays_words_from_the_report_to_the_file(
    database: Database,
) -> None:
    words = '=1+1 { $place } #panic("x") $a$ <b>*b*</b> &amp; ----- ' + "Ấ" * 60
    settled = await settle_commune(database)
    meeting = await november(database, settled)
    told = replace(ROAD, text=words)
    await send(database, settled.leader, meeting, held(topic_text=words, difficulties=(told,)))
    opened = await begun(database, settled)
    async with database.read() as unit:
        paper = await draw(unit, opened, policy=POLICY, now=NOW)
    text = " ".join(one.text for one in paper.body if isinstance(one, Paragraph))
    assert f"“{words}”" in text
    written = Document(BytesIO(render_word(paper, made_at=NOW)))
    assert any(f"“{words}”" in one.text for one in written.paragraphs)
    pages = PdfReader(BytesIO(render_pdf(paper, made_at=NOW))).pages
    printed = "".join("".join(page.extract_text().split()) for page in pages)
    assert "".join(words.split()) in printed
