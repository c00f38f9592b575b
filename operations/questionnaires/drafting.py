"""A questionnaire is prepared: whom it asks, what, and until when, before anybody is told."""

from collections.abc import Sequence
from datetime import date, timedelta

from documents.secrecy import find_mark
from domain.chapters import Chapter
from domain.people import split_only
from domain.questionnaires import urgent
from domain.questionnaires.questionnaire import Questionnaire
from domain.questionnaires.sheets import Sheets
from domain.questionnaires.urgent import Sort, write_question
from domain.reading import clean_text
from domain.refusals import BadInput, Conflict, NotFound
from operations.context import ActorContext
from operations.lengths import check_length
from operations.rights import Right
from operations.topics.scopes import Scope, get_scope
from storage.directory import chapters
from storage.questionnaires import questionnaires

_SHORTEST = 5
_LONGEST_TERM = timedelta(days=92)
_TITLE = 80


def read_question(text: str) -> str:
    """Returns a question as typed; raises BadInput where it cannot be asked."""
    words = clean_text(text).strip()
    check_length(words, least=_SHORTEST, most=urgent.LONGEST_QUESTION, short="survey-short")
    if find_mark(words):
        raise BadInput("survey-secret")
    return words


def read_options(text: str) -> tuple[str, ...]:
    """Returns the choices that were typed, a line or a semicolon each; raises BadInput."""
    lines = [" ".join(line.split()) for line in clean_text(text).replace(";", "\n").split("\n")]
    found = tuple(dict.fromkeys(line for line in lines if line))
    if not urgent.FEWEST_OPTIONS <= len(found) <= urgent.MOST_OPTIONS:
        raise BadInput("survey-options", least=urgent.FEWEST_OPTIONS, most=urgent.MOST_OPTIONS)
    if any(len(option) > urgent.LONGEST_OPTION for option in found):
        raise BadInput("survey-option-long", limit=urgent.LONGEST_OPTION)
    return found


def check_term(day: date, today: date) -> date:
    """Returns the last day of a questionnaire; raises BadInput for one gone or too far off."""
    if day < today:
        raise BadInput("survey-term-gone")
    if day > today + _LONGEST_TERM:
        raise BadInput("survey-term-far", days=_LONGEST_TERM.days)
    return day


async def find_scope(context: ActorContext, key: str) -> tuple[Scope, list[Chapter]]:
    """Returns whom somebody may ask by its key, and the chapters there; raises NotAllowed."""
    scope = await get_scope(
        context.unit,
        context.posts,
        key,
        today=context.today,
        language=context.actor.language,
        right=Right.ASK_CHAPTERS,
    )
    if scope.chapter_ids:
        return scope, list((await chapters.by_ids(context.unit, scope.chapter_ids)).values())
    found = await chapters.list_in_scopes(
        context.unit, chapter_ids=(), scopes=[(scope.area.path, scope.only)], day=context.today
    )
    return scope, found


async def start_question(
    context: ActorContext, scope_key: str, question: str, sort: Sort, options: Sequence[str]
) -> int:
    """Begins a questionnaire of one question; returns its id.

    Raises NotAllowed for a scope that is not theirs, and BadInput.
    """
    words = read_question(question)
    title = words if len(words) <= _TITLE else f"{words[: _TITLE - 1].rstrip()}…"
    return await start_draft(
        context, scope_key, write_question(words, sort, options, title), title=title
    )


async def start_draft(context: ActorContext, scope_key: str, sheets: Sheets, *, title: str) -> int:
    """Begins a questionnaire that nobody but its author sees; returns its id.

    Raises NotAllowed for a scope that is not theirs, BadInput where there is nobody to ask.
    """
    scope, found = await find_scope(context, scope_key)
    if not found:
        raise BadInput("survey-nobody-there")
    kind_id, association = split_only(scope.only)
    added = await questionnaires.add(
        context.unit,
        sheets,
        by=context.actor.id,
        now=context.now,
        area_id=scope.area.id,
        kind_id=kind_id,
        association=association,
        title=title,
    )
    await questionnaires.send_to(context.unit, added, [chapter.id for chapter in found])
    return added


async def get_draft(context: ActorContext, questionnaire_id: int) -> Questionnaire:
    """Returns what somebody is preparing; raises NotFound for anything else."""
    found = await questionnaires.find(context.unit, questionnaire_id)
    if found is None or not found.is_draft or found.created_by != context.actor.id:
        raise NotFound("survey-draft-gone")
    return found


async def set_term(context: ActorContext, questionnaire_id: int, day: date) -> None:
    """Sets the last day of a draft; raises NotFound and BadInput."""
    draft = await get_draft(context, questionnaire_id)
    term = check_term(day, context.today)
    if not await questionnaires.change(context.unit, draft, closes_on=term):
        raise Conflict("survey-overtaken")


async def drop_draft(context: ActorContext, questionnaire_id: int) -> None:
    """Deletes what was prepared and never sent."""
    draft = await get_draft(context, questionnaire_id)
    await questionnaires.remove(context.unit, draft.id)
