"""A proposal of a report is answered like a difficulty."""

from dataclasses import replace

import pytest

from domain.records import DifficultyState
from domain.report import ReportAnswers, ReportState
from storage import Database
from tests.directory import ROAD, at, held
from tests.handlers.case_office import case_of, tell_everybody
from tests.handlers.office import Office, open_office
from tests.handlers.reported import FORM, go
from tests.operations.planned import send
from tests.talks import Phone

LAMPS = "Xin lắp thêm đèn đường"


@pytest.fixture
async def office(database: Database) -> Office:
    return await open_office(database, now=at(6))


async def report(office: Office, answers: ReportAnswers, *, corrects: int = 0) -> None:
    await send(
        office.database,
        office.commune.leader,
        office.meeting,
        answers,
        now=office.town.now,
        corrects=corrects,
    )


async def open_first(phone: Phone, words: str = LAMPS) -> Phone:
    await phone.say("/vuviec")
    return await go(phone, next(button for button in phone.buttons if words in button))


async def test_a_proposal_typed_in_the_talk_is_answered_and_comes_home(office: Office) -> None:
    leader = await office.enrol(office.commune.leader)
    await leader.say("báo cáo")
    await go(leader, *FORM, "Thêm kiến nghị", f"={LAMPS}", "Gửi báo cáo")
    cadre = await office.enrol(office.commune.cadre)
    office.town.now = at(6, 17)
    await tell_everybody(office)
    assert LAMPS in cadre.see()
    await open_first(cadre)
    assert f"Kiến nghị: {LAMPS}" in cadre.last
    await go(cadre, "Trả lời", "=Xã lắp trong tháng 12")
    await leader.say("/tin")
    assert LAMPS in leader.last
    assert "Xã lắp trong tháng 12" in leader.last


async def test_it_stands_beside_difficulties_and_goes_when_it_is_taken_back(
    office: Office,
) -> None:
    await report(office, held(difficulties=(ROAD,), proposal=LAMPS))
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/vuviec")
    assert "2 khó khăn, kiến nghị đang giải quyết" in cadre.last
    await report(office, held(difficulties=(ROAD,), proposal=f"{LAMPS} ở đầu ấp"), corrects=1)
    assert (await case_of(office, 2)).text == f"{LAMPS} ở đầu ấp"
    await report(office, held(difficulties=(ROAD,)), corrects=2)
    assert (await case_of(office, 1)).state is DifficultyState.OPEN
    assert (await case_of(office, 2)).state is DifficultyState.WITHDRAWN


async def test_a_meeting_not_held_can_propose_too(office: Office) -> None:
    called_off = replace(
        held(), state=ReportState.NOT_HELD, held_date=None, present=None, reason="season"
    )
    await report(office, replace(called_off, proposal=LAMPS))
    assert (await case_of(office)).text == LAMPS


async def test_without_a_proposal_there_is_nothing_to_answer(office: Office) -> None:
    await report(office, held())
    cadre = await office.enrol(office.commune.cadre)
    await cadre.say("/vuviec")
    assert not [button for button in cadre.buttons if LAMPS in button]
