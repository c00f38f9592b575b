"""Over which questionnaires somebody has a right, and the chapters that they ask."""

from collections.abc import Collection

from domain.chapters import Area, Chapter, ids_of
from domain.people import Post, is_within
from domain.questionnaires.questionnaire import Questionnaire
from domain.refusals import NotAllowed, NotFound
from operations.access import held
from operations.context import ActorContext
from operations.rights import Relation, Right, allows, roles_with
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.questionnaires import questionnaires


def may_ask(context: ActorContext) -> bool:
    """True for somebody who may ask chapters at all."""
    return bool(held(context.posts, roles_with(Right.ASK_CHAPTERS), context.today))


async def has_right(context: ActorContext, right: Right, asked: Questionnaire) -> bool:
    """True when somebody has a right over all whom a questionnaire asks."""
    place = await areas.get(context.unit, asked.area_id)
    kinds = await chapters.associations_of(context.unit)
    association = asked.association or kinds.get(asked.kind_id or 0)
    return any(
        is_within(post.only, asked.kind_id, association)
        and allows(right, post.role, _relation(post, place))
        for post in held(context.posts, roles_with(right), context.today)
    )


def _relation(post: Post, place: Area) -> Relation:
    """Returns how a place lies to a post, whatever there the post is for."""
    if post.area_id not in ids_of(place.path):
        return Relation.NEIGHBOUR
    return Relation.OWN if post.area_id == place.id else Relation.BELOW


async def list_by_place(unit: UnitOfWork, chapter_ids: Collection[int]) -> list[Chapter]:
    """Returns chapters, those of one place beside each other."""
    known = await chapters.by_ids(unit, chapter_ids)
    return sorted(known.values(), key=lambda chapter: (chapter.area_path, chapter.id))


async def find_shown(context: ActorContext, questionnaire_id: int) -> Questionnaire:
    """Returns a questionnaire, sent or not; raises NotFound for none."""
    found = await questionnaires.find(context.unit, questionnaire_id)
    if found is None:
        raise NotFound("survey-not-there")
    return found


async def get_followed(context: ActorContext, questionnaire_id: int) -> Questionnaire:
    """Returns a questionnaire that was sent and whose answers somebody may see.

    Raises NotFound for any other.
    """
    found = await find_shown(context, questionnaire_id)
    if found.is_draft or not await has_right(context, Right.SEE_OVERVIEW, found):
        raise NotFound("survey-not-there")
    return found


async def get_asked(context: ActorContext, questionnaire_id: int) -> Questionnaire:
    """Returns a questionnaire that somebody may remind of and close.

    Raises NotFound for one out of sight, NotAllowed for one that is only seen.
    """
    found = await get_followed(context, questionnaire_id)
    if not await has_right(context, Right.ASK_CHAPTERS, found):
        raise NotAllowed("not-your-area")
    return found
