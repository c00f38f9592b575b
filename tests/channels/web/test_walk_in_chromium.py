"""The phone passes the questions that the server passes, whatever is answered."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.async_api import Page

from dialogue.answer import Answer
from dialogue.asked_values import is_asked
from dialogue.facts import facts_to_dict
from dialogue.form import Form
from dialogue.outline import outline
from dialogue.path import walk
from dialogue.report_asked import AskedPart, report_form, write_parts
from dialogue.report_facts import ASKED, ReportFacts
from dialogue.talk import answers_to_dict
from domain.message import Expects
from domain.questionnaires.reading import read_form
from tests.browser import Served

pytestmark = pytest.mark.asyncio(loop_scope="session")

DAY = date(2026, 11, 6)
WALKS, FORMS = 2_000, 12
# What a phone without a network does not ask: pictures, and what hangs on what it cannot tell.
ONLY_THERE = {"photos", ".seen", ".w4", ".w5", ".w6", ".w7"}


CONDITIONS = (
    "${whole} > 5 and not(selected(${many}, 'b'))",
    "${whole} + ${part} * 2 = 7 or ${one} = 'a'",
    "${part} div 3 > 1.5",
    "${whole} mod 2 = 0",
    "round(${part}, 1) = 2.4 or int(${part}) = 3",
    "0.1 + 0.2 = 0.3 and ${one} != ''",
    "count-selected(${many}) >= 2",
    "${on} > today() - 2 and ${on} <= today()",
    "${on} - date('2026-11-01') < 5",
    "today() - ${on} = 1 or ${on} = date('2026-11-07')",
    "string-length(${said}) > 3 and contains(${said}, 'nước')",
    "starts-with(concat(${one}, ${said}), 'an')",
    "coalesce(${said}, 'x') = 'x'",
    "if(${whole} > ${part}, ${one} = 'a', ${one} = 'c')",
    "min(${whole}, ${part}, 4) < max(abs(${part}), 3)",
    "boolean(${whole}) = true()",
    "number(${said}) > 2 or string(${whole}) = '4'",
    "'19:30' > '07:00' and ${many} = 'a b'",
    "-${whole} < -3",
)
TYPES = {
    "whole": "integer",
    "part": "decimal",
    "one": "select_one letters",
    "many": "select_multiple letters",
    "on": "date",
    "said": "text",
    "seen": "image",
    "at": "time",
}


def some_asked(draw: random.Random) -> str:
    """What an office asks: each sort of answer, then questions that hang on them."""
    conditions = draw.sample(CONDITIONS, 4)
    # What is known on the server alone is asked there.
    conditions += ["regex(${said}, 'n.*')", "${at} > '07:00'", "${seen} = 'file'", "${w4} = 'x'"]
    survey = [["type", "name", "label", "relevant"]]
    survey += [[kind, name, f"Câu {name}"] for name, kind in TYPES.items()]
    survey += [["text", f"w{at}", f"Vì sao {at}", text] for at, text in enumerate(conditions)]
    choices = [["list_name", "name", "label"], *(["letters", name, name] for name in "abc")]
    sheets = {"survey": survey, "choices": choices, "settings": []}
    assert read_form(sheets).is_sound
    return write_parts([AskedPart(7, 1, "Xã Long Vĩnh", sheets)])


def some_facts(draw: random.Random, asked: str) -> ReportFacts:
    return ReportFacts(
        asked=asked,
        chapter="Chi hội Phụ nữ ấp Bào Môn",
        period="tháng 11/2026",
        meeting="định kỳ",
        unit="chi hội",
        members="hội viên",
        planned_date=draw.choice((None, DAY, DAY - timedelta(days=1), DAY + timedelta(days=2))),
        place=draw.choice(("", "Nhà văn hóa ấp")),
        chair=draw.choice(("", "Thạch Thị Lan")),
        total=draw.choice((None, 32)),
        topics=draw.choice(((), ((1, "Chủ đề"),))),
        activities=draw.choice(((), ("discussion",))),
        cadre=draw.choice(("", "Lê Văn Sáu")),
        frame=draw.random() < 0.2,
    )


def some_answers(draw: random.Random, form: Form) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for question in form.questions:
        keys = [option.key for option in question.options]
        for number in range(4 if question.group else 1):
            slot = f"{question.key}.{number}" if question.group else question.key
            if draw.random() < 0.3:
                continue
            if question.expects is Expects.CHOICES:
                few = draw.sample(keys, draw.randint(0, len(keys)))
                answers[slot] = Answer(keys=tuple(few))
            elif keys and question.expects is Expects.CHOICE:
                answers[slot] = Answer(keys=(draw.choice(keys),))
            elif question.expects is Expects.COUNT and is_asked(question):
                text = draw.choice(("0", "2,35", "3", "4", "7", "12,5", "1.250", "-2", "mười"))
                answers[slot] = Answer(text=text)
            elif question.expects is Expects.DATE:
                answers[slot] = Answer(day=DAY + timedelta(days=draw.randint(-2, 2)))
            else:
                said = draw.choice(("chữ", "nước sạch", "3", "", "2026-11-05"))
                answers[slot] = Answer(text=said, skipped=not said)
    return answers


def outlined(draw: random.Random, asked: str) -> dict[str, Any]:
    facts = some_facts(draw, asked).to_facts()
    return outline(report_form(facts), facts, today=DAY, language="vi")


async def test_random_answers_lead_the_phone_and_the_server_past_the_same_questions(
    page: Page, server: Served
) -> None:
    draw = random.Random(13)  # noqa: S311 - no secret
    cases: list[dict[str, Any]] = []
    expected: list[list[str]] = []
    kinds = ["", *(some_asked(draw) for _ in range(FORMS))]
    forms = [outlined(draw, asked) for asked in kinds]
    for number in range(WALKS):
        at = number % len(kinds)
        facts = some_facts(draw, kinds[at]).to_facts()
        form, there = report_form(facts), {each["key"] for each in forms[at]["questions"]}
        answers = some_answers(draw, form)
        known = facts_to_dict({name: value for name, value in facts.items() if name != ASKED})
        cases.append({"form": at, "facts": known, "answers": answers_to_dict(answers)})
        path = walk(form, answers, facts, DAY)
        expected.append(
            [
                f"{slot.id}{'?' if slot.offered else ''}"
                for slot in path.slots
                if slot.question.key in there
            ]
        )
        assert {question.key for question in form.questions} - there <= ONLY_THERE
    await page.goto(server.url)
    static = await page.evaluate("document.querySelector('script[type=module]').src")
    found = await page.evaluate(
        """async ([forms, cases, day, module]) => {
            const { walk } = await import(module);
            return cases.map(({ form, facts, answers }) =>
                walk({ ...forms[form], facts }, answers, day)
                    .map((s) => s.id + (s.offered ? "?" : "")));
        }""",
        [forms, cases, DAY.isoformat(), static.replace("chat.js", "walk.js")],
    )
    assert found == expected
