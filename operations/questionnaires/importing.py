"""An office's own questions come in as an XLSForm, and go out as the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.questionnaires.examples import Example
from domain.questionnaires.questionnaire import LONGEST_TITLE, Purpose, Questionnaire
from domain.questionnaires.reading import read_form
from domain.questionnaires.sheets import Fault, Sheets
from domain.questionnaires.versions import find_other_form, find_retyped
from domain.refusals import BadInput, NotFound
from operations.context import ActorContext
from operations.news import TOLD_AT_ONCE
from operations.questionnaires.drafting import find_scope, start_draft
from operations.questionnaires.publishing import check_questions
from operations.questionnaires.reaching import find_shown, get_followed, has_right
from operations.rights import Right
from operations.turn import Turn
from storage.maintenance import tasks
from storage.questionnaires import questionnaires

LOOK = "look_at_xlsform"
WRITE = "write_xlsform"
TABULATE = "tabulate_answers"
COST = "cost_of_asking"


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """What became of a form: a questionnaire, or why it is none; mild faults come with one."""

    questionnaire_id: int | None
    questions: int
    faults: Sequence[Fault]


async def queue_look(
    turn: Turn, attachment_id: int, *, scope: str = "", questionnaire_id: int = 0
) -> None:
    """Queues the look at a form, for a scope or as the next version of a questionnaire.

    Raises NotAllowed and NotFound for what is not theirs to ask.
    """
    await check_asked(turn.context, scope=scope, questionnaire_id=questionnaire_id)
    payload = {
        "attachment_id": attachment_id,
        "scope": scope,
        "questionnaire_id": questionnaire_id,
        **_asker(turn),
    }
    await tasks.add(turn.unit, kind=LOOK, payload=payload, now=turn.now)


async def check_asked(context: ActorContext, *, scope: str, questionnaire_id: int) -> None:
    """Raises NotAllowed and NotFound unless somebody may ask a scope, or change what is asked."""
    if questionnaire_id:
        await _get_changed(context, questionnaire_id)
    else:
        await find_scope(context, scope)


async def queue_writing(turn: Turn, questionnaire_id: int) -> None:
    """Queues the writing of a questionnaire as a workbook; raises NotFound."""
    await get_readable(turn.context, questionnaire_id)
    payload = {"questionnaire_id": questionnaire_id, **_asker(turn)}
    await tasks.add(turn.unit, kind=WRITE, payload=payload, now=turn.now)


async def queue_cost(turn: Turn, draft: Questionnaire) -> bool:
    """Queues the reckoning of what a draft costs where it asks many; False where it asks few.

    Who is told, and how, takes seconds for thousands of chapters, while no other talk goes on.
    """
    if len(await questionnaires.list_missing(turn.unit, draft.id)) <= TOLD_AT_ONCE:
        return False
    payload = {"questionnaire_id": draft.id, **_asker(turn)}
    await tasks.add(turn.unit, kind=COST, payload=payload, now=turn.now)
    return True


async def queue_example(turn: Turn, example: Example) -> None:
    """Queues the writing of an example as a workbook."""
    payload = {"example": example, **_asker(turn)}
    await tasks.add(turn.unit, kind=WRITE, payload=payload, now=turn.now)


async def queue_table(turn: Turn, questionnaire_id: int) -> None:
    """Queues the writing of the answers as a workbook; raises NotFound."""
    await get_followed(turn.context, questionnaire_id)
    payload = {"questionnaire_id": questionnaire_id, **_asker(turn)}
    await tasks.add(turn.unit, kind=TABULATE, payload=payload, now=turn.now)


def _asker(turn: Turn) -> dict[str, Any]:
    return {"person_id": turn.require_person().id, "address_id": turn.here.id}


async def get_readable(context: ActorContext, questionnaire_id: int) -> Questionnaire:
    """Returns one's own draft, or what one may follow; raises NotFound."""
    found = await find_shown(context, questionnaire_id)
    if found.is_draft and found.created_by == context.actor.id:
        return found
    return await get_followed(context, questionnaire_id)


async def _get_changed(context: ActorContext, questionnaire_id: int) -> Questionnaire:
    """Returns a questionnaire that somebody may give a next version; raises NotFound."""
    found = await get_readable(context, questionnaire_id)
    if not found.is_draft and not await has_right(context, Right.ASK_CHAPTERS, found):
        raise NotFound("survey-not-there")
    return found


async def load_sheets(context: ActorContext, questionnaire_id: int) -> tuple[str, Sheets]:
    """Returns the title of a questionnaire and its newest version as rows; raises NotFound."""
    found = await get_readable(context, questionnaire_id)
    sheets = await questionnaires.find_sheets(context.unit, found.id, found.version)
    return found.title, sheets


async def bring_in(
    context: ActorContext, sheets: Sheets, *, scope: str, questionnaire_id: int
) -> BroughtIn:
    """Begins a questionnaire with these questions, or gives one its next version.

    A form that is not sound changes nothing. Raises NotAllowed, NotFound and BadInput.
    """
    read = read_form(sheets)
    definition = read.definition
    count = sum(1 for _ in definition.answered())
    if not read.is_sound:
        return BroughtIn(questionnaire_id=None, questions=count, faults=read.faults)
    title = definition.words(definition.titles, context.actor.language)[:LONGEST_TITLE]
    if not questionnaire_id:
        if not title:
            raise BadInput("xlsform-no-title")
        added = await start_draft(context, scope, sheets, title=title)
        return BroughtIn(questionnaire_id=added, questions=count, faults=read.faults)
    before = await _get_changed(context, questionnaire_id)
    old = await questionnaires.find_sheets(context.unit, before.id, before.version)
    wrong = (*find_other_form(old, sheets), *find_retyped(old, sheets))
    if wrong:
        return BroughtIn(questionnaire_id=None, questions=count, faults=wrong)
    if before.purpose is Purpose.REPORT:
        await check_questions(context, before, definition)
    await questionnaires.add_version(
        context.unit, before, sheets, by=context.actor.id, now=context.now
    )
    return BroughtIn(questionnaire_id=before.id, questions=count, faults=read.faults)
