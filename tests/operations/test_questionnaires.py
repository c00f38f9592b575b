"""Whom a question reaches and at what cost, what is kept of the answers, and its end."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest

from bot.channels import Channels
from bot.questionnaire_tasks import QuestionnaireTasks
from dialogue import Answer
from dialogue.asked_values import key_of, option_key
from domain.files import StoredFile
from domain.people import Role
from domain.questionnaires.urgent import NAME, Sort
from domain.refusals import BadInput, Closed, Conflict, NotAllowed, NotFound
from operations.context import ActorContext
from operations.maintenance.housekeeping import purge_old
from operations.people.erasing import erase_person
from operations.questionnaires import sending
from operations.questionnaires.answering import give_answers, keep_begun, open_sheet
from operations.questionnaires.drafting import set_term, start_draft, start_question
from operations.questionnaires.following import follow, list_given_words, list_missing
from operations.questionnaires.reaching import get_asked
from operations.questionnaires.sending import (
    SendingPlan,
    close_ended,
    close_questionnaire,
    plan_sending,
    remind_once,
    send_questionnaire,
)
from storage import Database, UnitOfWork
from storage.maintenance import tasks
from storage.messages import attachments
from storage.questionnaires import answer_words, questionnaires
from storage.questionnaires.answer_sums import AnswerScope
from storage.questionnaires.responses import BegunAnswers
from tests.directory import POLICY, Commune, Directory, acting, at, settle_commune
from tests.operations.planned import november
from tests.reached import queued, reach
from tests.told import untold

FLOODED = "Ấp mình có bao nhiêu hộ bị ngập?"


async def asked(
    unit: UnitOfWork, commune: Commune, sort: Sort = Sort.NUMBER, *, day: int = 2, hour: int = 8
) -> tuple[int, SendingPlan]:
    """A question to the whole commune, sent that day, to be answered until the next."""
    context = await acting(unit, commune.staff, at(day, hour))
    options = ("Có", "Không") if sort is Sort.YES_NO else ()
    number = await start_question(context, f"a{commune.commune.id}", FLOODED, sort, options)
    await set_term(context, number, date(2026, 11, day + 1))
    return number, await send_questionnaire(context, number)


async def answer(context: ActorContext, number: int, chapter: int, given: Answer) -> None:
    opened = await open_sheet(context, number, chapter, takes_files=True)
    await give_answers(context, opened, {key_of(NAME): given}, edition=opened.edition)


async def test_the_cost_names_messages_by_account_and_whom_nothing_reaches(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        await reach(unit, commune.leader, now=at(1))
        number, plan = await asked(unit, commune)
        assert [cost.messages for cost in plan.costs] == [1]
        assert plan.now == 1
        assert plan.at is None
        assert [chapter.id for chapter in plan.unreached] == [commune.other_chapter]
        assert len(await queued(unit)) == 1
        staff = await acting(unit, commune.staff, at(2, 9))
        missing = await list_missing(staff, number)
        assert {chapter.id for chapter in missing} == {commune.chapter, commune.other_chapter}


async def test_whoever_would_get_a_seventh_message_is_told_with_the_next_reminder(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        await reach(unit, commune.leader, now=at(1))
        plans = [(await asked(unit, commune))[1] for _ in range(6)]
    times = [plan.now for plan in plans]
    assert times == sorted(times, reverse=True)
    assert plans[-1].later == {commune.leader}
    # The reminders of the meeting of the fifth have their place among the six.
    assert 0 < sum(times) < 6
    waiting = await untold(database, commune.leader)
    assert len(waiting) == 6 - sum(times)


async def test_a_part_is_asked_of_its_own_chapters_that_have_not_answered(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        number, _ = await asked(unit, commune)
        both = [commune.chapter, commune.other_chapter]
        lan = await acting(unit, commune.leader, at(2, 9))
        await answer(lan, number, commune.chapter, Answer(text="30"))
        staff = await acting(unit, commune.staff, at(2, 10))
        sheet = await get_asked(staff, number)
        plans = [await plan_sending(staff, sheet, part) for part in (both, both[:1], None)]
        wanted = [[chapter.id for chapter in plan.chapters] for plan in plans]
        assert wanted == [both[1:], [], both[1:]]
        assert await questionnaires.list_missing(unit, number, among=both) == both[1:]


async def test_at_night_it_waits_for_the_morning(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        await reach(unit, commune.leader, now=at(1))
        _, plan = await asked(unit, commune, hour=22)
    assert plan.at is not None
    assert (plan.at.day, plan.at.hour) == (3, 6)


async def test_numbers_are_added_and_choices_counted(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Hoa")
        await make.post(other, Role.LEADER, chapter=commune.other_chapter)
        flooded, _ = await asked(unit, commune)
        shelter, _ = await asked(unit, commune, Sort.YES_NO)
        lan, hoa = [await acting(unit, who, at(2, 9)) for who in (commune.leader, other)]
        await answer(lan, flooded, commune.chapter, Answer(text="12,5"))
        await answer(hoa, flooded, commune.other_chapter, Answer(text="30"))
        await answer(lan, shelter, commune.chapter, Answer(keys=(option_key("yes"),)))
        await answer(lan, shelter, commune.chapter, Answer(keys=(option_key("no"),)))
        staff = await acting(unit, commune.staff, at(2, 10))
        (numbers,) = (await follow(staff, flooded)).results
        assert numbers.numbers is not None
        assert numbers.numbers.total == Decimal("42.5")
        assert numbers.average == Decimal("21.25")
        assert (numbers.numbers.least, numbers.numbers.most) == (Decimal("12.5"), Decimal(30))
        found = await follow(staff, shelter)
        assert (found.progress.answered, found.progress.asked) == (1, 2)
        assert [choice.count for choice in found.results[0].choices] == [0, 1]
        assert await list_missing(staff, flooded) == []


async def test_words_are_for_those_who_may_read_reports_there(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        number, _ = await asked(unit, commune, Sort.WORDS)
        lan = await acting(unit, commune.leader, at(2, 9))
        await answer(lan, number, commune.chapter, Answer(text="Cần máy bơm"))
        staff = await acting(unit, commune.staff, at(2, 10))
        (words,) = await list_given_words(staff, AnswerScope(questionnaire_id=number))
        assert words.words == "Cần máy bơm"
        for person in (commune.cadre, commune.leader, commune.stranger):
            with pytest.raises(NotFound):
                await follow(await acting(unit, person, at(2, 10)), number)
            with pytest.raises((NotFound, NotAllowed)):
                await remind_once(await acting(unit, person, at(2, 10)), number)


async def test_of_two_answers_the_second_changes_nothing(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        number, _ = await asked(unit, commune)
        lan, be = [await acting(unit, who, at(2, 9)) for who in (commune.leader, commune.deputy)]
        seen = await open_sheet(lan, number, commune.chapter, takes_files=True)
        await answer(be, number, commune.chapter, Answer(text="3"))
        with pytest.raises(Conflict):
            await give_answers(lan, seen, {key_of(NAME): Answer(text="4")}, edition=seen.edition)
        staff = await acting(unit, commune.staff, at(2, 10))
        (result,) = (await follow(staff, number)).results
        assert result.numbers is not None
        assert result.numbers.total == 3


async def test_it_ends_at_its_term_or_before_and_is_told_of_no_more(database: Database) -> None:
    commune = await settle_commune(database)
    await november(database, commune)
    async with database.write() as unit:
        await reach(unit, commune.leader, now=at(1))
        numbers = [(await asked(unit, commune))[0] for _ in range(6)]
        staff = await acting(unit, commune.staff, at(2, 10))
        await close_questionnaire(staff, numbers[0])
        with pytest.raises(Conflict):
            await close_questionnaire(staff, numbers[0])
        with pytest.raises(Conflict):
            await remind_once(staff, numbers[0])
        lan = await acting(unit, commune.leader, at(2, 10))
        with pytest.raises(Closed):
            await open_sheet(lan, numbers[0], commune.chapter, takes_files=True)
        late = await acting(unit, commune.leader, at(4, 0))
        with pytest.raises(Closed):
            await open_sheet(late, numbers[1], commune.chapter, takes_files=True)
        await close_ended(unit, today=date(2026, 11, 4), now=at(4, 0))
        found = [await questionnaires.find(unit, number) for number in numbers]
        assert all(closed is not None and closed.closed_at for closed in found)
    assert await untold(database, commune.leader) == []


async def test_the_answer_of_last_time_is_offered_where_the_form_asks_for_it(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    water = {
        "survey": [
            ["type", "name", "label", "default"],
            ["integer", "water", "Số hộ dùng nước sạch", "${last-saved#water}"],
        ],
        "settings": [["form_title", "form_id"], ["Nước sạch", "water"]],
    }
    other = {**water, "settings": [["form_title", "form_id"], ["Khác", "other"]]}
    async with database.write() as unit:
        staff = await acting(unit, commune.staff, at(2))
        lan = await acting(unit, commune.leader, at(2, 13))
        for sheets, said in ((water, "120"), (other, "7"), (water, "")):
            number = await start_draft(staff, f"a{commune.commune.id}", sheets, title="Nước")
            await set_term(staff, number, date(2026, 11, 20))
            await send_questionnaire(staff, number)
            opened = await open_sheet(lan, number, commune.chapter, takes_files=True)
            if said:
                answers = {key_of("water"): Answer(text=said)}
                await give_answers(lan, opened, answers, edition=0)
        assert opened.facts["default.water"] == "120"


async def test_what_was_answered_outlives_a_purge_and_an_erasure_without_the_name(
    database: Database,
) -> None:
    commune = await settle_commune(database)
    sheets = {
        "survey": [
            ["type", "name", "label"],
            ["image", "picture", "Ảnh"],
            ["text", "words", "Ý kiến"],
        ]
    }
    async with database.write() as unit:
        here = (await reach(unit, commune.leader, now=at(1))).id
        staff = await acting(unit, commune.staff, at(2))
        number = await start_draft(staff, f"a{commune.commune.id}", sheets, title="Ảnh ngập")
        unsent = await start_draft(staff, f"a{commune.commune.id}", sheets, title="Chưa gửi")
        await set_term(staff, number, date(2026, 11, 20))
        await send_questionnaire(staff, number)
        given, begun = [
            await attachments.add(
                unit,
                attachments.NewFile(
                    kind="photo", source=None, name="ngap.jpg", mime="image/jpeg", size=9
                ),
                address_id=here,
                now=at(2),
            )
            for _ in range(2)
        ]
        stored = StoredFile("ab" * 32, "image/jpeg", 9, original="cd" * 32)
        for file in (given, begun):
            await attachments.mark_ready(unit, file, stored)
        lan = await acting(unit, commune.leader, at(2, 13))
        opened = await open_sheet(lan, number, commune.chapter, takes_files=True)
        answers = {
            key_of("picture"): Answer(attachments=(given,)),
            key_of("words"): Answer(text="Nhà Thạch Thị Lan ngập"),
        }
        await give_answers(lan, opened, answers, edition=0)
        again = await open_sheet(lan, number, commune.chapter, takes_files=True)
        talk = {"answers": {key_of("picture"): {"attachments": [begun]}}}
        await keep_begun(lan, again, BegunAnswers(version=1, edition=1, talk=talk))
        await unit.flush()
        await purge_old(unit, policy=POLICY, now=at(6))
        assert set(await attachments.find_many(unit, {given, begun})) == {given, begun}
        for person in (commune.leader, commune.staff):
            await erase_person(unit, person, by=None, policy=POLICY, now=at(7))
        assert set(await attachments.find_many(unit, {given, begun})) == {given}
        _, kept = await answer_words.list_in_words(unit, AnswerScope(questionnaire_id=number))
        assert kept.words.startswith("Nhà ")
        assert "Lan" not in kept.words
        assert await questionnaires.find(unit, unsent) is None
        assert await questionnaires.find(unit, number) is not None


async def test_a_draft_is_its_authors_and_needs_a_term_still_to_come(database: Database) -> None:
    commune = await settle_commune(database)
    async with database.write() as unit:
        context = await acting(unit, commune.staff, at(2))
        here = f"a{commune.commune.id}"
        number = await start_question(context, here, FLOODED, Sort.NUMBER, ())
        with pytest.raises(BadInput):
            await send_questionnaire(context, number)
        with pytest.raises(BadInput):
            await set_term(context, number, date(2026, 11, 1))
        await set_term(context, number, date(2026, 11, 3))
        draft = await questionnaires.find(unit, number)
        assert draft is not None
        assert (await plan_sending(context, draft)).chapters
        with pytest.raises(BadInput):
            await send_questionnaire(await acting(unit, commune.staff, at(4)), number)
        with pytest.raises(NotFound):
            await send_questionnaire(await acting(unit, commune.cadre, at(2)), number)
        for person in (commune.cadre, commune.leader, commune.stranger):
            with pytest.raises(NotAllowed):
                await start_question(
                    await acting(unit, person, at(2)), here, FLOODED, Sort.NUMBER, ()
                )


async def test_many_chapters_are_asked_in_parts_and_none_once_it_is_closed(
    database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sending, "TOLD_AT_ONCE", 1)
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        other = await make.person("Sơn Thị Út")
        await make.post(other, Role.LEADER, chapter=commune.other_chapter)
        for person in (commune.leader, other):
            await reach(unit, person, now=at(1))
        first, plan = await asked(unit, commune)
        assert (len(plan.chapters), plan.rest, plan.asked) == (1, 1, 2)
        assert len(await queued(unit)) == 1
        second, _ = await asked(unit, commune, hour=9)
        await close_questionnaire(await acting(unit, commune.staff, at(2, 10)), second)
        claimed = await tasks.claim(unit, now=at(2, 10), until=at(2, 11), limit=10)
    assert {task.payload["questionnaire_id"] for task in claimed} == {first, second}
    channels = cast("Channels", object())
    work = QuestionnaireTasks(
        database, channels, folder=tmp_path, policy=POLICY, clock=lambda: at(2, 10)
    ).work()
    for task in [*claimed, *claimed]:
        await work[task.kind](task)
    async with database.read() as unit:
        assert len(await queued(unit)) == 3
