"""Paragraphs written anew outlive new figures, go with new versions, and meet other editors."""

import pytest

from documents.official.paper import Heading, Paragraph, Sentence, Table, ended
from domain.official import DocumentKind, DocumentState, DocumentTopic, Edit
from domain.people import Role
from domain.refusals import BadInput, Conflict, Refusal
from operations.documents.editing import (
    Manuscript,
    Passage,
    add_passage,
    move_passage,
    open_manuscript,
    settle_passage,
    write_passage,
)
from operations.documents.own_passages import add_own, key_of
from operations.documents.register import advance, begin_version, draw, open_document
from storage import Database
from storage.meetings import meetings
from tests.directory import Directory, acting, at, held, settle_commune
from tests.operations.planned import meetings_of, november, send

KEY = "results.meetings.1"


def passage(manuscript: Manuscript) -> Passage:
    """The paragraph on meetings held."""
    return next(one for one in manuscript.passages if one.key == KEY)


async def test_a_paragraph_written_anew_is_kept_beside_new_figures(database: Database) -> None:
    commune = await settle_commune(database)
    meeting = await november(database, commune)
    await send(database, commune.leader, meeting)
    topic = DocumentTopic(
        kind=DocumentKind.PERIODIC, area_id=commune.commune.id, association="", period="2026-11"
    )
    words = "Các chi hội đã sinh hoạt nghiêm túc."
    async with database.write() as unit:
        context = await acting(unit, commune.staff, at(11))
        number = (await open_document(context, topic)).document.id
        told = passage(await open_manuscript(context, number))
        assert (told.edit, told.reports) == (None, [f"11.26-{meeting.id:04}"])
        await write_passage(context, number, KEY, words, edited=0)
        with pytest.raises(Conflict, match="doc-edited-meanwhile"):
            await write_passage(context, number, KEY, "Chi hội khác.", edited=0)
        for text, refusal in (("", "doc-passage-empty"), ("x" * 5000, "words-too-long")):
            with pytest.raises(BadInput, match=refusal):
                await write_passage(context, number, KEY, text, edited=1)
        with pytest.raises(BadInput, match="doc-passage-gone"):
            await write_passage(context, number, "results.none.1", words, edited=1)
    other = (await meetings_of(database, commune.other_chapter, at(1)))[0]
    async with database.write() as unit:
        context = await acting(unit, commune.staff, at(12))
        assert not passage(await open_manuscript(context, number)).has_moved
    await _report(database, commune.other_chapter, other.id)
    async with database.write() as unit:
        context = await acting(unit, commune.staff, at(12))
        moved = passage(await open_manuscript(context, number))
        assert moved.has_moved
        assert moved.edit is not None
        assert (moved.text, moved.edit.was) == (words, told.told)
        await settle_passage(context, number, KEY, keeps=True, edited=1)
        assert not passage(await open_manuscript(context, number)).has_moved
        opened = await advance(context, number, DocumentState.FROZEN)
        paper = await draw(unit, opened, policy=context.policy, now=context.now)
        said = [one for one in paper.body if isinstance(one, Paragraph) and one.key == KEY]
        assert [one.text for one in said] == [words]
        newer = (await begin_version(context, number)).document.id
        assert passage(await open_manuscript(context, newer)).text == words
        await settle_passage(context, newer, KEY, keeps=False, edited=1)
        assert passage(await open_manuscript(context, newer)).edit is None
        await advance(context, number, DocumentState.NUMBERED)
        with pytest.raises(Conflict, match="doc-step-taken"):
            await write_passage(context, number, KEY, "Muộn rồi.", edited=2)


async def test_own_paragraphs_stand_where_they_were_put_whatever_the_figures_tell(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    topic = DocumentTopic(
        kind=DocumentKind.PERIODIC, area_id=commune.commune.id, association="", period="2026-11"
    )
    first, last = "Mưa lũ từ ngày 03/11 <b>#x[$y$]</b> =1+1", "Đề nghị cấp trên xem xét."
    async with database.write() as unit:
        context = await acting(unit, commune.staff, at(11))
        number = (await open_document(context, topic)).document.id
        before = [one.key for one in (await open_manuscript(context, number)).passages]
        await add_passage(context, number, before[1], first, edited=0)
        await add_passage(context, number, before[-1], last, edited=1)
        for after, words, edited, refusal in (
            ("results.none", "Không có đoạn này.", 2, "doc-passage-gone"),
            ("", " ", 2, "doc-passage-empty"),
            ("", "Có người thêm trước.", 1, "doc-edited-meanwhile"),
        ):
            with pytest.raises(Refusal, match=refusal):
                await add_passage(context, number, after, words, edited=edited)
        await move_passage(context, number, "own.1", by=-1, edited=2)
        await add_passage(context, number, "own.1", "Đoạn thứ hai.", edited=3)
        with pytest.raises(BadInput, match="doc-passage-gone"):
            await move_passage(context, number, before[2], by=1, edited=4)
        await write_passage(context, number, "own.3", "Đoạn thứ ba.", edited=4)
        shown = await open_manuscript(context, number)
        assert [passage.key for passage in shown.passages] == [
            *(before[0], "own.1", "own.3", *before[1:], "own.2"),
        ]
        assert shown.passages[1].is_own
        assert not shown.passages[1].reports
    other = (await meetings_of(database, commune.other_chapter, at(1)))[0]
    await _report(database, commune.other_chapter, other.id)
    async with database.write() as unit:
        context = await acting(unit, commune.staff, at(12))
        (own, *_) = (
            one for one in (await open_manuscript(context, number)).passages if one.is_own
        )
        assert (own.text, own.has_moved) == (first, False)
        opened = await open_document(context, topic)
        paper = await draw(unit, opened, policy=context.policy, now=context.now)
        said = {one.key: one for one in paper.body if isinstance(one, Paragraph)}
        assert (said["own.1"].text, said["own.2"].text) == (first, last)
        assert not any(one.reports for one in said["own.1"].sentences)
        assert [*said].index("own.2") == [*said].index(before[-1]) + 1
        basis = next(one for one in paper.annexes if "Căn cứ" in one.subject).blocks[0]
        assert isinstance(basis, Table)
        assert [row[2] for row in basis.rows if row[1] == first] == [
            "Cơ quan soạn thảo tự viết, không dựa vào báo cáo nào."
        ]
        await settle_passage(context, number, "own.1", keeps=False, edited=5)
        newer = (await advance(context, number, DocumentState.FROZEN)).document.id
        newer = (await begin_version(context, newer)).document.id
        keys = [one.key for one in (await open_manuscript(context, newer)).passages]
        assert [key for key in keys if key.startswith("own.")] == ["own.3", "own.2"]


def test_an_own_paragraph_stays_in_its_section_when_what_stood_before_it_is_gone() -> None:
    body = (
        Heading(1, "I", "results"),
        Paragraph((Sentence("Một."),), "results.meetings.1"),
        Heading(1, "II", "tasks"),
        Paragraph((Sentence("Hai./."),), "tasks..1"),
    )
    for after, before in (
        ("results.meetings.2", "results.meetings.1"),
        ("results.models.1", "results.meetings.1"),
        ("tasks..4", "tasks..1"),
        ("models..1", "tasks..1"),
    ):
        own = Edit(key="own.1", text="Ba.", after=after)
        keys = [key_of(block) for block in add_own(body, [own], "vi")]
        assert keys[keys.index("own.1") - 1] == before, after
    woven = ended(add_own(body, [Edit(key="own.1", text="Ba", after="tasks..1")], "vi"), "./.")
    assert [one.text for one in woven if isinstance(one, Paragraph)] == ["Một.", "Hai.", "Ba./."]


async def _report(database: Database, chapter_id: int, meeting_id: int) -> None:
    """The other chapter reports."""
    async with database.write() as unit:
        make = Directory(unit)
        leader = await make.person("Sơn Thị Mỹ")
        await make.post(leader, Role.LEADER, chapter=chapter_id)
        meeting = await meetings.find(unit, meeting_id)
    assert meeting is not None
    await send(database, leader, meeting, held(present=25), now=at(11))
