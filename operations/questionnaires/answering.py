"""A leader answers a questionnaire for the chapter, corrects it, and leaves it for later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue.answer import Answers
from dialogue.asked_form import TAKES_FILES, default_fact
from dialogue.asked_values import default_of, to_given
from dialogue.facts import Facts
from dialogue.path import ROUNDS
from domain.chapters import Chapter
from domain.questionnaires.answers import GivenAnswer
from domain.questionnaires.questionnaire import Purpose, Questionnaire
from domain.refusals import Closed, Conflict, NotFound
from operations.access import own_chapters, require_reporter
from operations.context import ActorContext
from operations.questionnaires.definitions import AskedVersion, load_version
from operations.questionnaires.last_saved import find_last_saved
from operations.questionnaires.sending import stop_telling
from operations.wording import moment_words
from storage.directory import chapters
from storage.maintenance import audit
from storage.people import people
from storage.questionnaires import questionnaires, responses
from storage.questionnaires.questionnaires import AskedOfChapter
from storage.questionnaires.responses import AnswerKey, BegunAnswers, Response


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedChapter:
    """What one of somebody's chapters is asked, and when it has answered."""

    asked: AskedOfChapter
    chapter: Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSheet:
    """A questionnaire that can be answered for a chapter, with what was answered or begun.

    `facts` are what the talk knows: the answers offered among them.
    """

    questionnaire: Questionnaire
    version: AskedVersion
    chapter: Chapter
    facts: Facts
    response: Response | None
    given: Sequence[GivenAnswer]
    begun: BegunAnswers | None

    @property
    def edition(self) -> int:
        """The edition that is corrected, 0 where nothing was answered yet."""
        return self.response.edition if self.response else 0

    @property
    def key(self) -> AnswerKey:
        """Whose answers it takes."""
        return AnswerKey(self.questionnaire.id, self.chapter.id)


async def list_asked(context: ActorContext) -> list[AskedChapter]:
    """Returns what one's own chapters are asked and can still answer, what ends first in front."""
    own = await chapters.by_ids(context.unit, own_chapters(context.posts, context.today))
    found = await questionnaires.list_open_of(context.unit, own, today=context.today)
    return [AskedChapter(asked=asked, chapter=own[asked.chapter_id]) for asked in found]


async def open_sheet(
    context: ActorContext, questionnaire_id: int, chapter_id: int, *, takes_files: bool
) -> OpenedSheet:
    """Returns a questionnaire to be answered, in the version that was begun if one was.

    Raises NotFound where the chapter is not asked, NotAllowed for whoever does not report for
    it, and Closed once it is over.
    """
    unit, key = context.unit, AnswerKey(questionnaire_id, chapter_id)
    asked = await questionnaires.find(unit, questionnaire_id)
    chapter = await chapters.find(unit, chapter_id)
    if asked is None or chapter is None or asked.is_draft or asked.purpose is Purpose.REPORT:
        raise NotFound("answer-not-asked")
    if not await questionnaires.is_asked(unit, asked.id, chapter.id):
        raise NotFound("answer-not-asked")
    require_reporter(context.posts, chapter, context.today)
    if not asked.is_open(context.today):
        raise Closed("answer-closed", title=asked.title)
    begun = await responses.find_begun(unit, key, context.actor.id)
    response = await responses.find(unit, key)
    # What was begun before somebody else answered would undo that.
    if begun and begun.edition != (response.edition if response else 0):
        begun = None
    version = await load_version(unit, asked, begun.version if begun else 0)
    given = (await responses.list_given(unit, [response.id]))[response.id] if response else ()
    before = await find_last_saved(unit, key, version.sheets, version.definition)
    return OpenedSheet(
        questionnaire=asked,
        version=version,
        chapter=chapter,
        facts={
            **list_facts(
                context, asked, version, chapter.name, takes_files=takes_files, before=before
            ),
            # What was sent stays, also where fewer are asked for by now.
            ROUNDS: max(context.policy.repeats, *(answer.round for answer in given), 0),
        },
        response=response,
        given=given,
        begun=begun,
    )


def list_facts(
    context: ActorContext,
    asked: Questionnaire,
    version: AskedVersion,
    chapter: str,
    *,
    takes_files: bool,
    before: Mapping[str, GivenAnswer],
) -> Facts:
    """Returns what a talk about a questionnaire knows; `before` is what was answered last time."""
    return {
        "title": asked.title,
        "chapter": chapter,
        TAKES_FILES: takes_files,
        ROUNDS: context.policy.repeats,
        **_defaults(version, before, context.today),
    }


def _defaults(version: AskedVersion, before: Mapping[str, GivenAnswer], today: date) -> Facts:
    """Returns the answers that are offered: what was answered before, or what the form says."""
    offered = {
        default_fact(question.name): default_of(question, before.get(question.name), today)
        for question in version.definition.answered()
    }
    return {name: value for name, value in offered.items() if value is not None}


async def keep_begun(context: ActorContext, opened: OpenedSheet, begun: BegunAnswers) -> None:
    """Keeps what was answered so far."""
    await responses.keep_begun(context.unit, opened.key, context.actor.id, begun, now=context.now)


async def drop_begun(context: ActorContext, opened: OpenedSheet) -> None:
    """Throws away what was answered and not sent."""
    await responses.drop_begun(context.unit, opened.key, context.actor.id)


async def give_answers(
    context: ActorContext, opened: OpenedSheet, answers: Answers, *, edition: int
) -> None:
    """Keeps the answers of a chapter, or others instead of those of an edition.

    Raises Conflict where somebody else has answered meanwhile.
    """
    given = to_given(opened.version.definition, answers)
    version, by = opened.version.number, context.actor.id
    before = opened.response
    if opened.edition != edition:
        raise await _overtaken(context, opened)
    if before is None:
        taken = await responses.add(
            context.unit, opened.key, given, version=version, by=by, now=context.now
        )
    else:
        taken = await responses.correct(
            context.unit, before, given, version=version, by=by, now=context.now
        )
    if not taken:
        raise await _overtaken(context, opened)
    await responses.drop_begun(context.unit, opened.key, context.actor.id)
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="answers.corrected" if before else "answers.given",
            subject=f"chapter:{opened.chapter.id}",
            after={"title": opened.questionnaire.title},
        ),
        now=context.now,
    )
    # Whoever else leads the chapter need not be asked any more.
    await stop_telling(context.unit, opened.questionnaire.id, opened.chapter.id)


async def _overtaken(context: ActorContext, opened: OpenedSheet) -> Conflict:
    found = await responses.find(context.unit, opened.key)
    by = found.person_id if found else None
    known = await people.persons(context.unit, [by] if by else [])
    at = moment_words(context.policy.local(found.at), context.actor.language) if found else ""
    name = next((person.name for person in known.values()), "")
    return Conflict("answer-overtaken", who=name, at=at)
