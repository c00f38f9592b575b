"""Questions that are asked with each report of a meeting: prepared, checked, published, ended."""

from dataclasses import replace
from datetime import date

from domain.chapters import Chapter
from domain.questionnaires.definition import Definition
from domain.questionnaires.questionnaire import Purpose, Questionnaire
from domain.questionnaires.report_room import AskedSet, check_room
from domain.refusals import BadInput, Conflict
from operations.context import ActorContext
from operations.questionnaires.definitions import load_version
from operations.questionnaires.drafting import get_draft
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.maintenance import audit
from storage.questionnaires import confining, questionnaires, report_questions


async def ask_with_reports(
    context: ActorContext, questionnaire_id: int, begins_on: date, closes_on: date | None
) -> None:
    """Lets a draft be asked with the reports of meetings from one day to another.

    Raises NotFound, and BadInput for days that cannot be and for a form with a repeat.
    """
    draft = await get_draft(context, questionnaire_id)
    if closes_on is not None and closes_on < max(begins_on, context.today):
        raise BadInput("asked-days-reversed")
    _refuse_repeats((await load_version(context.unit, draft)).definition)
    if draft.purpose is Purpose.SHEET:
        await _widen(context, draft)
    values = {"purpose": Purpose.REPORT, "begins_on": begins_on, "closes_on": closes_on}
    if not await questionnaires.change(context.unit, draft, **values):
        raise Conflict("survey-overtaken")


def _refuse_repeats(definition: Definition) -> None:
    """A report has room for few questions; one case after the other has none."""
    for repeat in definition.repeats():
        raise BadInput("asked-repeat", name=repeat.name)


async def _widen(context: ActorContext, draft: Questionnaire) -> None:
    """Lets it go to every chapter there, those to come too, unless some were picked out."""
    confined = await confining.find_confined(context.unit, draft)
    everywhere = await list_there(context.unit, draft, context.today)
    if confined.chapter_ids == {chapter.id for chapter in everywhere}:
        await confining.ask_everywhere(context.unit, draft.id)


async def list_there(unit: UnitOfWork, asked: Questionnaire, day: date) -> list[Chapter]:
    """Returns the chapters of its place that a questionnaire is for, confined or not."""
    place = await areas.get(unit, asked.area_id)
    return await chapters.list_in_scopes(
        unit, chapter_ids=(), scopes=[(place.path, asked.only)], day=day
    )


async def check_questions(
    context: ActorContext, asked: Questionnaire, definition: Definition
) -> None:
    """Raises BadInput where reports would have too many questions of offices by these."""
    unit = context.unit
    _refuse_repeats(definition)
    new = await _set(unit, asked, definition)
    since = asked.begins_on or context.today
    others = [
        await _set(unit, live, (await load_version(unit, live)).definition)
        for live in await report_questions.list_live(unit, since=since)
        if live.id != asked.id
    ]
    check_room(new, others, await list_asked_chapters(context, asked))


async def _set(unit: UnitOfWork, asked: Questionnaire, definition: Definition) -> AskedSet:
    confined = await confining.find_confined(unit, asked)
    return AskedSet(questionnaire=asked, confined=confined, names=definition.names)


async def list_asked_chapters(context: ActorContext, asked: Questionnaire) -> list[Chapter]:
    """Returns the chapters with whose reports questions are asked today."""
    confined = await confining.find_confined(context.unit, asked)
    there = await list_there(context.unit, asked, context.today)
    return [chapter for chapter in there if confined.takes(chapter)]


async def publish(context: ActorContext, questionnaire_id: int) -> Questionnaire:
    """Asks the questions of a draft with reports from now on; returns what is asked.

    Raises NotFound, BadInput where that is too much, and Conflict.
    """
    draft = await get_draft(context, questionnaire_id)
    if draft.purpose is not Purpose.REPORT or draft.begins_on is None:
        raise BadInput("survey-no-term")
    if draft.closes_on is not None and draft.closes_on < context.today:
        raise BadInput("survey-term-gone")
    version = await load_version(context.unit, draft)
    await check_questions(context, draft, version.definition)
    if not await questionnaires.change(context.unit, draft, sent_at=context.now):
        raise Conflict("survey-overtaken")
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="questionnaire.published",
            subject=f"questionnaire:{draft.id}",
            after={
                "title": draft.title,
                "questions": sum(1 for _ in version.definition.answered()),
            },
        ),
        now=context.now,
    )
    return replace(draft, sent_at=context.now)
