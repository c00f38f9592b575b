"""A repeat is gone through as often as a talk allows, and corrected page by page."""

from datetime import date
from decimal import Decimal

from dialogue import Press, Say, Step, open_at_review, open_talk, step
from dialogue.asked_form import build_form, recall
from dialogue.asked_values import to_given
from dialogue.facts import Facts
from dialogue.path import ROUNDS
from domain.questionnaires.answers import GivenAnswer
from domain.questionnaires.reading import read_form
from tests.forms import damage

DAY = date(2026, 11, 2)
DEFINITION = read_form(damage()).definition
FORM = build_form(DEFINITION, 1)
FACTS: Facts = {"title": "Bão", "chapter": "Ấp La Ghi", ROUNDS: 12}


def press(before: Step, key: str) -> Step:
    return step(FORM, before.talk, Press(key), today=DAY, language="vi")


def houses(count: int) -> list[GivenAnswer]:
    owners = (
        GivenAnswer(question="owner", words=f"Hộ {number}", round=number)
        for number in range(1, count + 1)
    )
    return [GivenAnswer(question="house", number=Decimal(count)), *owners]


def test_it_ends_where_the_talk_allows_no_more() -> None:
    answers = recall(FORM, DEFINITION, houses(12), facts=FACTS, today=DAY)
    assert sum(1 for given in to_given(DEFINITION, answers) if given.question == "owner") == 12
    new = open_talk(FORM, facts={**FACTS, ROUNDS: 1}, today=DAY)
    at = Step(new)
    at = press(at, ".more")
    for key in ("A", "1"):
        at = step(FORM, at.talk, Say(key), today=DAY, language="vi")
    assert at.talk.current == ".more"


def test_lines_to_correct_come_in_pages() -> None:
    answers = recall(FORM, DEFINITION, houses(12), facts=FACTS, today=DAY)
    first = press(Step(open_at_review(FORM, answers, facts=FACTS)), "fix")
    assert first.show is not None
    assert "more" in first.show.keys
    second = press(first, "more")
    assert second.show is not None
    assert "more" not in second.show.keys
    assert not {choice.key for choice in first.show.choices} & {
        choice.key for choice in second.show.choices
    }
    fixed = press(second, "fix:.owner.11")
    assert fixed.talk.current == ".owner.11"
    assert press(second, "back").talk.current == "review"
