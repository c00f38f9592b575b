"""The phone passes the questions that the server passes, whatever is answered."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.async_api import Page

from dialogue.answer import Answer
from dialogue.facts import facts_to_dict
from dialogue.outline import outline
from dialogue.path import walk
from dialogue.report_facts import ReportFacts
from dialogue.report_form import REPORT
from dialogue.talk import answers_to_dict
from domain.message import Expects
from tests.browser import Served

pytestmark = pytest.mark.asyncio(loop_scope="session")

DAY = date(2026, 11, 6)
WALKS = 2_000


def some_facts(draw: random.Random) -> ReportFacts:
    return ReportFacts(
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


def some_answers(draw: random.Random) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for question in REPORT.questions:
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
            elif question.expects is Expects.DATE:
                answers[slot] = Answer(day=DAY + timedelta(days=draw.randint(-2, 2)))
            else:
                answers[slot] = Answer(text="chữ")
    return answers


async def test_random_answers_lead_the_phone_and_the_server_past_the_same_questions(
    page: Page, server: Served
) -> None:
    draw = random.Random(13)  # noqa: S311 - no secret
    cases: list[dict[str, Any]] = []
    expected: list[list[str]] = []
    for _ in range(WALKS):
        facts, answers = some_facts(draw).to_facts(), some_answers(draw)
        cases.append({"facts": facts_to_dict(facts), "answers": answers_to_dict(answers)})
        path = walk(REPORT, answers, facts, DAY)
        expected.append(
            [
                f"{slot.id}{'?' if slot.offered else ''}"
                for slot in path.slots
                if slot.question.expects is not Expects.PHOTOS
            ]
        )
    form = outline(REPORT, facts, today=DAY, language="vi")
    await page.goto(server.url)
    static = await page.evaluate("document.querySelector('script[type=module]').src")
    found = await page.evaluate(
        """async ([form, cases, day, module]) => {
            const { walk } = await import(module);
            return cases.map(({ facts, answers }) =>
                walk({ ...form, facts }, answers, day).map((s) => s.id + (s.offered ? "?" : "")));
        }""",
        [form, cases, DAY.isoformat(), static.replace("chat.js", "walk.js")],
    )
    assert found == expected
