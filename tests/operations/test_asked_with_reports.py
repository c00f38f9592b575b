"""What is asked with reports, as staff see it: by month and place, corrected, never too few."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.official import DocumentKind, DocumentTopic
from domain.people import Role
from domain.questionnaires.answers import AskedAnswers, GivenAnswer
from domain.refusals import BadInput
from domain.report import ReportAnswers, ReportState
from domain.reporting_span import span_of
from operations.documents.editing import open_manuscript, write_passage
from operations.documents.register import open_document
from operations.questionnaires.by_place import sum_by_place
from operations.questionnaires.following import follow, list_given_words
from operations.reports.opening import open_report
from storage import Database
from tests.asking_with_reports import ask
from tests.directory import Directory, acting, at, held, posts_of, settle_commune
from tests.forms import water
from tests.operations.planned import meetings_of, plan_all, send

DECEMBER = date(2026, 12, 1)


def answered(number: int, households: int, why: str = "", wish: str = "") -> AskedAnswers:
    given = [GivenAnswer(question="water", number=Decimal(households))]
    given += [GivenAnswer(question="why", choices=(why,))] if why else []
    given += [GivenAnswer(question="wish", words=wish)] if wish else []
    return AskedAnswers(questionnaire=number, version=1, given=tuple(given))


async def test_of_each_chapter_its_newest_meeting_of_the_month_counts(database: Database) -> None:
    commune = await settle_commune(database)
    await plan_all(database, at(1))
    async with database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Út")
        await make.post(other, Role.LEADER, chapter=commune.other_chapter)
    (first, *_), (second, *_) = [
        await meetings_of(database, chapter, at(1))
        for chapter in (commune.chapter, commune.other_chapter)
    ]
    number = await ask(database, commune.staff, f"a{commune.commune.id}", water(), now=at(2))
    async with database.read() as unit:
        posts = await posts_of(database, other)
        opened = await open_report(unit, posts, second.id, today=date(2026, 11, 6))
        assert opened.facts.asked
    told = held(present=20, asked=(answered(number, 72, "dear", "Thêm vòi"),))
    await send(database, commune.leader, first, told)
    by_other = held(present=20, asked=(answered(number, 30, "far"),))
    await send(database, other, second, by_other)
    corrected = replace(told, asked=(answered(number, 80, "far", "Thêm vòi"),))
    await send(database, commune.leader, first, corrected, corrects=1)
    async with database.read() as unit:
        context = await acting(unit, commune.staff, at(7))
        found = await follow(context, number)
        results = {result.asked.name: result for result in found.results}
        assert (found.progress.answered, found.progress.asked) == (2, 2)
        assert results["water"].numbers
        assert results["water"].numbers.total == 110
        assert [(option.name, option.count) for option in results["why"].choices] == [
            ("far", 2),
            ("dear", 0),
        ]
        places = await sum_by_place(context, found.counted)
        assert [(row.name, row.total) for row in places["water"]] == [
            ("Ấp Cái Cối", Decimal(80)),
            ("Ấp La Ghi", Decimal(30)),
        ]
        # One chapter in each place would be told apart: both stand in one line.
        assert [(row.name, row.answered) for row in places["why"]] == [("", 2)]
        (words,) = await list_given_words(context, found.counted)
        assert words.words == "Thêm vòi"
        later = await follow(context, number, span_of(DECEMBER, 1))
        assert later.progress.answered == 0
    topic = DocumentTopic(
        kind=DocumentKind.PERIODIC, area_id=commune.commune.id, association="", period="2026-11"
    )
    async with database.write() as unit:
        context = await acting(unit, commune.staff, at(8))
        document = (await open_document(context, topic)).document.id
        first_key = "results.meetings.1"
        text = "Có {{water}} hộ dùng nước sạch."
        await write_passage(context, document, first_key, text, edited=0)
        passages = (await open_manuscript(context, document)).passages
        written = next(passage for passage in passages if passage.key == first_key)
        assert written.text == "Có 110 hộ dùng nước sạch."
        for text, refusal in (("{{gone}}", "doc-asked-unknown"), ("{{why.far}}", "doc-asked-few")):
            with pytest.raises(BadInput, match=refusal):
                await write_passage(context, document, first_key, text, edited=1)
    moved = ReportAnswers(state=ReportState.NOT_HELD, reason="weather")
    await send(database, commune.leader, first, moved, corrects=2)
    async with database.read() as unit:
        context = await acting(unit, commune.staff, at(7))
        assert (await follow(context, number)).progress.answered == 1
