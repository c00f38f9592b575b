"""How long a questionnaire to 9,000 chapters takes: `python -m benchmarks.questionnaires`.

Makes a province, prepares twenty questions as an officer of the whole of it, plans what it costs,
sends it, and counts the answers of a tenth of the chapters.
"""

import argparse
import asyncio
import shutil
import time
from collections.abc import Awaitable
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from benchmarks.generate import generate, open_database
from benchmarks.land import PROVINCE
from benchmarks.machine import Row, fresh_folder, load, progress, show
from domain.people import Role
from domain.policy import Policy
from domain.questionnaires.answers import GivenAnswer
from domain.questionnaires.sheets import Sheets
from domain.reporting_span import span_of
from operations.context import ActorContext
from operations.questionnaires.desk import open_questionnaire
from operations.questionnaires.drafting import get_draft, set_term, start_draft
from operations.questionnaires.sending import (
    TELL_ASKED,
    plan_sending,
    send_questionnaire,
    tell_part,
)
from operations.reactions import REACTIONS
from storage import Database, UnitOfWork
from storage.directory import areas
from storage.maintenance import tasks
from storage.people import people
from storage.questionnaires import questionnaires, responses
from storage.questionnaires.responses import AnswerKey

NOW = datetime(2026, 11, 2, 8, tzinfo=Policy().timezone)
TERM = date(2026, 11, 30)
QUESTIONS, ANSWERING = 20, 10

T = TypeVar("T")


def _sheets() -> Sheets:
    rows = [("integer", f"q{at}", f"Câu {at}", ". >= 0") for at in range(QUESTIONS)]
    return {"survey": (("type", "name", "label", "constraint"), *rows)}


async def _acting(unit: UnitOfWork, person_id: int) -> ActorContext:
    person = (await people.persons(unit, [person_id]))[person_id]
    posts = (await people.posts_of(unit, [person_id]))[person_id]
    return ActorContext(unit, person, posts, Policy(), NOW, REACTIONS)


async def _officer(unit: UnitOfWork) -> tuple[int, int]:
    """Returns somebody new who works for the topmost place, and that place."""
    (root,) = await areas.list_roots(unit)
    person = await people.add(unit, name="Cán bộ tỉnh", now=NOW)
    post = people.NewPost(
        person_id=person.id, role=Role.STAFF, valid_from=date(2020, 1, 1), area_id=root.id
    )
    await people.add_post(unit, post)
    return person.id, root.id


async def _timed(what: str, work: Awaitable[T], rows: list[Row]) -> T:
    began = time.perf_counter()
    done = await work
    rows.append({"what": what, "seconds": time.perf_counter() - began, "load": load()})
    progress(str(rows[-1]))
    return done


async def _tell_rest(database: Database, officer: int, rows: list[Row]) -> None:
    """Asks the other chapters, and notes the longest of the transactions."""
    async with database.write() as unit:
        claimed = await tasks.claim(unit, now=NOW, until=NOW, limit=10)
    longest = 0.0
    for task in (task for task in claimed if task.kind == TELL_ASKED):
        for chapter_ids in task.payload["parts"]:
            began = time.perf_counter()
            async with database.write() as unit:
                context = await _acting(unit, officer)
                await tell_part(context, task.payload["questionnaire_id"], chapter_ids, again="")
            longest = max(longest, time.perf_counter() - began)
    rows.append({"what": "longest transaction of it", "seconds": longest, "load": load()})


async def _answer(unit: UnitOfWork, number: int, by: int) -> None:
    asked = await questionnaires.list_asked(unit, number)
    given = [GivenAnswer(question=f"q{at}", number=Decimal(at)) for at in range(QUESTIONS)]
    for chapter in asked[::ANSWERING]:
        key = AnswerKey(number, chapter)
        await responses.add(unit, key, given, version=1, by=by, now=NOW)


async def measure(database: Database) -> list[Row]:
    """Returns the lines of one questionnaire's life."""
    rows: list[Row] = []
    async with database.write() as unit:
        officer, root = await _officer(unit)
        context = await _acting(unit, officer)
        draft = start_draft(context, f"a{root}", _sheets(), title="Hai mươi câu")
        number = await _timed("prepare", draft, rows)
        await set_term(context, number, TERM)
    async with database.read() as unit:
        context = await _acting(unit, officer)
        found = await get_draft(context, number)
        plan = await _timed("plan", plan_sending(context, found), rows)
        progress(f"{len(plan.chapters)} chapters, {plan.now} messages")
    async with database.write() as unit:
        context = await _acting(unit, officer)
        await _timed("send (the first part)", send_questionnaire(context, number), rows)
    await _timed("send (the rest)", _tell_rest(database, officer, rows), rows)
    async with database.write() as unit:
        await _timed("answers of a tenth", _answer(unit, number, officer), rows)
    async with database.read() as unit:
        context = await _acting(unit, officer)
        await _timed(
            "page of the desk",
            open_questionnaire(context, number, span_of(context.today, 1)),
            rows,
        )
    return rows


async def _run(url: str, scale: float) -> list[Row]:
    made = await generate(url, PROVINCE.scaled(scale), months=1, today=NOW.date())
    progress(str(made))
    database = open_database(url)
    rows = await measure(database)
    await database.close()
    return rows


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--scale", type=float, default=1, help="such as .1 of a province")
    folder = fresh_folder("questionnaires")
    url = f"sqlite:///{folder / 'province.db'}"
    show("questionnaires", asyncio.run(_run(url, options.parse_args().scale)))
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
