"""Writes what the sample's first commune asks: prepared questions, and last quarter's answers."""

import random
from datetime import date, datetime
from decimal import Decimal

from bot.sample.directory import WrittenDirectory
from bot.sample.places import COMMUNES
from domain.questionnaires.answers import GivenAnswer
from domain.questionnaires.examples import EXAMPLES, Example, title_of
from domain.questionnaires.questionnaire import Purpose
from domain.reporting_span import span_of
from storage import UnitOfWork
from storage.questionnaires import questionnaires, responses
from storage.questionnaires.responses import AnswerKey

_QUARTER = 3
_QUESTION = "clean_water"


async def write_questions(
    unit: UnitOfWork, written: WrittenDirectory, *, seed: int, today: date, now: datetime
) -> None:
    """Writes a questionnaire about a flood, and who has clean water to be asked with reports."""
    commune = written.communes[COMMUNES[0].name]
    asked = [number for number, seat in written.chapters if seat.commune == commune.name]
    by = written.officers[commune.id]
    flood = await questionnaires.add(
        unit,
        EXAMPLES[Example.FLOOD],
        by=by,
        now=now,
        area_id=commune.id,
        title=title_of(Example.FLOOD),
    )
    await questionnaires.send_to(unit, flood, asked)
    quarter = span_of(today, _QUARTER)
    before = quarter.previous()
    told = await questionnaires.add(
        unit,
        EXAMPLES[Example.WATER],
        by=by,
        now=now,
        area_id=commune.id,
        title=f"{title_of(Example.WATER)}, quý {before.number}/{before.year}",
        sent_at=now,
        closes_on=before.last_day,
        closed_at=now,
    )
    await questionnaires.send_to(unit, told, asked)
    draw = random.Random(seed)  # noqa: S311 - a sample, no secret
    for chapter in asked:
        given = (GivenAnswer(question=_QUESTION, number=Decimal(draw.randint(40, 160))),)
        leader = written.leaders[chapter]
        await responses.add(unit, AnswerKey(told, chapter), given, version=1, by=leader, now=now)
    await questionnaires.add(
        unit,
        EXAMPLES[Example.WATER],
        by=by,
        now=now,
        area_id=commune.id,
        title=title_of(Example.WATER),
        purpose=Purpose.REPORT,
        begins_on=quarter.first_day,
        closes_on=quarter.last_day,
    )
