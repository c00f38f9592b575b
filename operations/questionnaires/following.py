"""What became of a questionnaire: who has answered, who has not, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.chapters import Chapter
from domain.people import Person, Role
from domain.questionnaires.questionnaire import Purpose, Questionnaire
from domain.refusals import NotAllowed
from domain.reporting_span import Span, span_of
from operations.access import may_see, reach, scopes
from operations.context import ActorContext
from operations.questionnaires.definitions import AskedVersion, load_version
from operations.questionnaires.publishing import list_asked_chapters
from operations.questionnaires.reaching import get_followed, has_right, list_by_place
from operations.questionnaires.results import QuestionResult, sum_up
from operations.rights import Right
from storage.directory import areas, chapters
from storage.people import people
from storage.questionnaires import answer_sums, answer_words, confining, questionnaires
from storage.questionnaires.answer_sums import AnswerScope
from storage.questionnaires.questionnaires import Progress
from texts import label

_LISTED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """A questionnaire in a list, with how far it is; what is asked with reports never ends so."""

    questionnaire: Questionnaire
    progress: Progress | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A questionnaire that was sent: whom it asks, how far it is, and what was answered.

    What is asked with reports is answered anew each time: it is about a `span`.
    """

    questionnaire: Questionnaire
    version: AskedVersion
    scope: str
    author: str
    progress: Progress
    results: Sequence[QuestionResult]
    may_ask: bool
    span: Span | None = None

    @property
    def counted(self) -> AnswerScope:
        """Which answers the results are of."""
        return AnswerScope(questionnaire_id=self.questionnaire.id, span=self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingChapter:
    """A chapter that has not answered, and who leads it."""

    chapter: Chapter
    leaders: Sequence[Person]


async def list_followed(context: ActorContext) -> list[AskedLine]:
    """Returns what somebody prepares, and what was sent where they answer, the newest first.

    Raises NotAllowed for whoever looks after no place.
    """
    far = reach(context.posts, context.today, Right.SEE_OVERVIEW)
    if not far.places:
        raise NotAllowed("survey-not-yours")
    found = await questionnaires.list_in_scopes(
        context.unit, await scopes(context.unit, far), by=context.actor.id, limit=_LISTED
    )
    sheets = [asked.id for asked in found if asked.purpose is Purpose.SHEET]
    progress = await questionnaires.count_progress(context.unit, sheets)
    return [AskedLine(questionnaire=asked, progress=progress.get(asked.id)) for asked in found]


async def follow(
    context: ActorContext, questionnaire_id: int, span: Span | None = None
) -> Followed:
    """Returns how far a questionnaire is and what was answered; raises NotFound.

    Of what is asked with reports it is about the meetings of a span, by itself of this month.
    """
    asked = await get_followed(context, questionnaire_id)
    is_aside = asked.purpose is Purpose.REPORT
    about = (span or span_of(context.today, 1)) if is_aside else None
    scope = AnswerScope(questionnaire_id=asked.id, span=about)
    version = await load_version(context.unit, asked)
    authors = await people.persons(context.unit, [asked.created_by] if asked.created_by else [])
    if is_aside:
        progress = Progress(
            asked=len(await list_asked_chapters(context, asked)),
            answered=await answer_sums.count_chapters(context.unit, scope),
        )
    else:
        progress = (await questionnaires.count_progress(context.unit, [asked.id]))[asked.id]
    return Followed(
        questionnaire=asked,
        version=version,
        scope=await scope_words(context, asked),
        author=next((person.name for person in authors.values()), ""),
        progress=progress,
        span=about,
        results=await sum_up(context, scope, version.definition),
        may_ask=await has_right(context, Right.ASK_CHAPTERS, asked),
    )


async def list_missing(context: ActorContext, questionnaire_id: int) -> list[Chapter]:
    """Returns the chapters that have not answered a questionnaire, by place; raises NotFound."""
    asked = await get_followed(context, questionnaire_id)
    missing = await questionnaires.list_missing(context.unit, asked.id)
    return await list_by_place(context.unit, missing)


async def name_leaders(context: ActorContext, missing: Sequence[Chapter]) -> list[MissingChapter]:
    """Returns chapters with those who lead them."""
    held = await people.holders(
        context.unit,
        [chapter.id for chapter in missing],
        roles=[Role.LEADER, Role.DEPUTY],
        day=context.today,
    )
    return [
        MissingChapter(
            chapter=chapter, leaders=[holder.person for holder in held.get(chapter.id, ())]
        )
        for chapter in missing
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenWords:
    """What a chapter answered in its own words, and how many files came with it."""

    chapter: Chapter
    question: str
    words: str
    files: int


async def list_given_words(context: ActorContext, scope: AnswerScope) -> list[GivenWords]:
    """Returns what was answered in words, by place, of chapters whose reports somebody may see.

    Raises NotFound.
    """
    await get_followed(context, scope.questionnaire_id)
    found = await answer_words.list_in_words(context.unit, scope)
    known = await chapters.by_ids(context.unit, {answer.chapter_id for answer in found})
    given = [
        GivenWords(
            chapter=known[answer.chapter_id],
            question=answer.question,
            words=answer.words,
            files=answer.files,
        )
        for answer in found
        if may_see(context.posts, known[answer.chapter_id], context.today)
    ]
    return sorted(given, key=lambda value: (value.chapter.area_path, value.chapter.id))


async def scope_words(context: ActorContext, asked: Questionnaire) -> str:
    """Returns whom a questionnaire asks: a chapter, a place, or one kind there."""
    only = await questionnaires.find_only_asked(context.unit, asked.id)
    if only is not None:
        return (await chapters.by_ids(context.unit, [only]))[only].name
    language = context.actor.language
    place = (await areas.get(context.unit, asked.area_id)).name
    confined = await confining.find_confined(context.unit, asked)
    wanted = confined.kind_ids or ({asked.kind_id} if asked.kind_id else set())
    kinds = await chapters.kind_names(context.unit, wanted)
    kind = ", ".join(kinds.values()) or asked.association
    if not kind:
        return label("topic-scope-all", language, place=place)
    return label("topic-scope-kind", language, kind=kind, place=place)
