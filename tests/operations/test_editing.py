"""Paragraphs written anew outlive new figures, go with new versions, and meet other editors."""

import pytest

from documents.official.paper import Paragraph
from domain.official import DocumentKind, DocumentState, DocumentTopic
from domain.people import Role
from domain.refusals import BadInput, Conflict
from operations.documents.editing import (
    Manuscript,
    Passage,
    open_manuscript,
    settle_passage,
    write_passage,
)
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


async def _report(database: Database, chapter_id: int, meeting_id: int) -> None:
    """The other chapter reports."""
    async with database.write() as unit:
        make = Directory(unit)
        leader = await make.person("Sơn Thị Mỹ")
        await make.post(leader, Role.LEADER, chapter=chapter_id)
        meeting = await meetings.find(unit, meeting_id)
    assert meeting is not None
    await send(database, leader, meeting, held(present=25), now=at(11))
