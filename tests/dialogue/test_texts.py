import pytest

from dialogue import Facts, Question, UnsupportedInput, open_talk, step
from dialogue.answer import Answer
from dialogue.conditions import Case
from dialogue.path import Slot
from dialogue.report_form import REPORT
from dialogue.words import Words, fact_args
from domain.message import Expects
from tests.dialogue.conversation import TODAY, USUAL
from texts import LANGUAGES, render

FACTS = USUAL.to_facts()
LEVELS = {"hamlet": "Ấp", "commune": "Xã"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", REPORT.questions, ids=lambda question: question.key)
def test_every_question_has_all_its_texts(question: Question, language: str) -> None:
    words = words_of(FACTS, language)
    for number in (0, 1) if question.group else (0,):
        slot = Slot(question, number)
        assert words.question(slot)
        assert words.example(slot)
        assert words.line(slot)
        if question.told_in:
            assert words.question(slot, told=True)
        for option in question.options:
            assert words.option(slot, option.key, day="")
            if option.has_said:
                assert words.option(slot, f"{option.key}-said")
        if question.offered:
            assert words.add(slot)
        if question.expects is Expects.CHOICES:
            assert words.line(slot, Answer())
        for variant in question.variants:
            for text in variant.of:
                assert words.own(f"{question.key}{text}-{variant.name}")


def words_of(facts: Facts, language: str) -> Words:
    args = {**fact_args(facts, language), **LEVELS}
    return Words("report", language, args, Case({}, facts, TODAY))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_answer_says_what_it_needs(language: str) -> None:
    for kind in Expects:
        assert render(f"dialogue-needs-{kind}", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stray_message_has_its_sentence(language: str) -> None:
    talk = open_talk(REPORT, facts=FACTS, today=TODAY)
    for kind in ("sticker", "location", "file", "other"):
        assert step(REPORT, talk, UnsupportedInput(kind), today=TODAY, language=language).notes
