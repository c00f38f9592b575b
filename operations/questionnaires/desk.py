"""Questionnaires as the desk shows them: whom one can be for there, and how it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.chapters import Area
from domain.people import Only
from domain.questionnaires.questionnaire import Purpose, Questionnaire
from domain.refusals import BadInput
from domain.reporting_span import Span
from operations.context import ActorContext
from operations.questionnaires.by_place import PlaceRow, sum_by_place
from operations.questionnaires.definitions import AskedVersion, load_version
from operations.questionnaires.drafting import get_draft
from operations.questionnaires.following import (
    Followed,
    GivenWords,
    MissingChapter,
    follow,
    list_given_words,
    list_missing,
    name_leaders,
    scope_words,
)
from operations.questionnaires.narrowing import Narrowing, find_narrowing
from operations.questionnaires.publishing import check_questions, list_asked_chapters
from operations.questionnaires.reaching import find_shown
from operations.questionnaires.sending import SendingPlan, plan_sending
from operations.rights import Right
from operations.topics.scopes import list_scopes
from texts import label

# More are not read on one page.
_NAMED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSheet:
    """A questionnaire before it is sent: what it asks, whom, and what that costs.

    Of one that is to be asked with reports, of how many `chapters`, to what it can be confined,
    and why it cannot be.
    """

    questionnaire: Questionnaire
    version: AskedVersion
    scope: str
    plan: SendingPlan | None
    chapters: int = 0
    hindrance: str = ""
    narrowing: Narrowing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBoard:
    """A questionnaire that was sent: how far it is, by place, who is missing, and the words.

    Of those missing the first are `named`.
    """

    followed: Followed
    places: Mapping[str, Sequence[PlaceRow]]
    missing: int
    named: Sequence[MissingChapter]
    words: Sequence[GivenWords]


async def find_scope_key(context: ActorContext, place: Area, only: Only) -> str:
    """Returns the key of whom one asks at a place; raises NotAllowed, or BadInput for nobody."""
    found = await list_scopes(
        context.unit,
        context.posts,
        today=context.today,
        language=context.actor.language,
        right=Right.ASK_CHAPTERS,
    )
    there = [scope for scope in found if not scope.chapter_ids and scope.area.id == place.id]
    # Who works for one association asks for no other, and a kind by itself may be all there is.
    fitting = [scope for scope in there if scope.only == only] or (there if only is None else [])
    if not fitting:
        raise BadInput("survey-nobody-there")
    return fitting[0].key


async def _open_draft(context: ActorContext, draft: Questionnaire) -> DraftSheet:
    version = await load_version(context.unit, draft)
    scope = await scope_words(context, draft)
    sheet = DraftSheet(questionnaire=draft, version=version, scope=scope, plan=None)
    if draft.purpose is Purpose.SHEET:
        return replace(sheet, plan=await plan_sending(context, draft))
    hindrance = ""
    try:
        await check_questions(context, draft, version.definition)
    except BadInput as refusal:
        hindrance = label(refusal.code, context.actor.language, **refusal.facts)
    there = await list_asked_chapters(context, draft)
    narrowing = await find_narrowing(context, draft)
    return replace(sheet, chapters=len(there), hindrance=hindrance, narrowing=narrowing)


async def open_questionnaire(
    context: ActorContext, questionnaire_id: int, span: Span
) -> DraftSheet | AnswerBoard:
    """Returns one's own draft, or what became of a questionnaire; raises NotFound.

    Of what is asked with reports it is about the meetings of the span.
    """
    if (await find_shown(context, questionnaire_id)).is_draft:
        return await _open_draft(context, await get_draft(context, questionnaire_id))
    followed = await follow(context, questionnaire_id, span)
    missing = [] if followed.span else await list_missing(context, questionnaire_id)
    return AnswerBoard(
        followed=followed,
        places=await sum_by_place(context, followed.counted),
        missing=len(missing),
        named=await name_leaders(context, missing[:_NAMED]),
        words=await list_given_words(context, followed.counted),
    )
