"""Questions with reports are confined to some kinds of chapters, or to a programme's places."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from domain.questionnaires.questionnaire import Purpose, Questionnaire
from domain.refusals import BadInput, Conflict
from operations.context import ActorContext
from operations.questionnaires.drafting import get_draft
from operations.questionnaires.publishing import list_there
from storage.directory import areas
from storage.figures import programmes
from storage.figures.programmes import Programme
from storage.questionnaires import confining, questionnaires


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """To what a draft can be confined, and to what it is.

    `kinds` are the names of those there by id, none where there is but one.
    """

    kinds: Mapping[int, str]
    programmes: Sequence[Programme]
    chosen: frozenset[int]
    programme: Programme | None


async def find_narrowing(context: ActorContext, asked: Questionnaire) -> Narrowing:
    """Returns to what questions with reports can be confined."""
    place = await areas.get(context.unit, asked.area_id)
    there = await list_there(context.unit, asked, context.today)
    kinds = {chapter.kind.id: chapter.kind.name for chapter in there}
    found = await programmes.list_in_force(context.unit, place.path, day=context.today)
    confined = await confining.find_confined(context.unit, asked)
    return Narrowing(
        kinds=dict(sorted(kinds.items())) if len(kinds) > 1 else {},
        programmes=found,
        chosen=confined.kind_ids,
        programme=next((each for each in found if each.id == asked.programme_id), None),
    )


async def narrow_to_kinds(
    context: ActorContext, questionnaire_id: int, kind_ids: Collection[int]
) -> None:
    """Confines a draft to kinds of chapters, none for all; raises NotFound and BadInput."""
    draft = await _get_aside(context, questionnaire_id)
    known = (await find_narrowing(context, draft)).kinds
    if not known.keys() >= set(kind_ids):
        raise BadInput("asked-kind-unknown")
    # Who ticks every kind means those to come too.
    chosen = () if known.keys() == set(kind_ids) else kind_ids
    await confining.confine_to_kinds(context.unit, draft.id, chosen)


async def narrow_to_programme(
    context: ActorContext, questionnaire_id: int, programme_id: int | None
) -> None:
    """Confines a draft to where and while a programme is tried out; None takes that back.

    Raises NotFound, BadInput and Conflict.
    """
    draft = await _get_aside(context, questionnaire_id)
    known = (await find_narrowing(context, draft)).programmes
    if programme_id is not None and programme_id not in {each.id for each in known}:
        raise BadInput("asked-programme-unknown")
    if not await questionnaires.change(context.unit, draft, programme_id=programme_id):
        raise Conflict("survey-overtaken")


async def _get_aside(context: ActorContext, questionnaire_id: int) -> Questionnaire:
    draft = await get_draft(context, questionnaire_id)
    if draft.purpose is not Purpose.REPORT:
        raise BadInput("survey-no-term")
    return draft
