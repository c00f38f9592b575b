from dataclasses import replace
from datetime import date

import pytest

from dialogue import (
    Answer,
    Answers,
    Form,
    Input,
    Late,
    Photos,
    Press,
    Question,
    Say,
    Talk,
    VoiceNote,
    open_at_review,
    open_talk,
    resume,
    step,
)
from dialogue.report_form import REPORT
from domain.message import Expects
from tests.dialogue.conversation import TODAY, USUAL, Conversation

FACTS = USUAL.to_facts()


def renamed(version: int, answers: Answers) -> dict[str, Answer]:
    assert version == 1
    return {"present" if slot == "heads" else slot: answer for slot, answer in answers.items()}


HEADS = replace(next(q for q in REPORT.questions if q.key == "total"), when=(), offered=None)
V1 = Form(
    "report",
    1,
    (
        replace(HEADS, key="heads", preset="", check=None),
        Question(key="place", expects=Expects.TEXT),
        Question(key="chair", expects=Expects.TEXT),
    ),
)
V2 = Form(
    "report",
    2,
    (
        Question(key="proposal", expects=Expects.TEXT),
        replace(HEADS, key="present", preset="", check=None),
        Question(key="chair", expects=Expects.TEXT),
    ),
    renamed,
)


def test_an_open_draft_goes_on_at_its_question_after_the_form_has_changed() -> None:
    answers = {"heads": Answer(number=28), "place": Answer(text="Nhà bà Tư")}
    talk = Talk(form="report", version=1, current="chair", answers=answers, facts=FACTS)
    took = step(V2, talk, Say("Trần Thị Lành"), today=TODAY, language="vi").talk
    assert took.version == 2
    assert took.answers["present"].number == 28
    assert took.answers["place"].text == "Nhà bà Tư"
    assert took.answers["chair"].text == "Trần Thị Lành"
    assert took.current == "proposal"


@pytest.mark.parametrize("given", [Say("Nhà bà Tư"), Press("skip"), Late("x"), VoiceNote(4)])
def test_what_was_sent_to_a_question_that_is_gone_answers_no_other(given: Input) -> None:
    talk = open_talk(replace(V1, questions=V1.questions[1:]), facts=FACTS, today=TODAY)
    took = step(V2, talk, given, today=TODAY, language="vi")
    assert took.talk.current == "proposal"
    assert took.talk.answers == {}
    assert took.show
    assert took.notes


def test_pictures_sent_to_a_question_that_is_gone_are_kept() -> None:
    talk = replace(open_talk(REPORT, facts=FACTS, today=TODAY), current="gone")
    talk = replace(talk, answers={"opening": Answer(keys=("as_planned",))})
    took = step(REPORT, talk, Photos((3,)), today=TODAY, language="vi")
    assert took.talk.answers["photos"].attachments == (3,)


def test_a_question_added_before_the_review_is_asked() -> None:
    talk = open_at_review(REPORT, {"opening": Answer(keys=("as_planned",))}, facts=FACTS)
    conversation = Conversation()
    conversation.start(talk)
    conversation.see("Có bao nhiêu")


def test_fresh_facts_replace_the_kept_ones() -> None:
    talk = open_talk(REPORT, facts=FACTS, today=TODAY)
    fresh = {**FACTS, "planned_date": date(2026, 11, 9)}
    shown = resume(REPORT, talk, facts=fresh, today=TODAY, language="vi")
    took = step(REPORT, shown.talk, Say("đúng như trên"), today=TODAY, language="vi")
    assert took.talk.facts["planned_date"] == date(2026, 11, 9)
    assert took.talk.current == "present"
