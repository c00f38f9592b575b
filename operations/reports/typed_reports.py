"""What was typed for a leader is put to her: she confirms it, objects, or corrects it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.message import Choice, Expects, Message, Prompt
from domain.news import News, Section
from domain.people import Person, Post, Role
from domain.reading import clean_text
from domain.records import Report
from domain.refusals import BadInput, Conflict, NotAllowed, NotFound
from domain.reviews import Review, ReviewAction, last_word
from operations.access import own_chapters, reporting_role, require_sight
from operations.context import ActorContext
from operations.facts import ReportTaken, TypedReportConfirmed, TypedReportDisputed
from operations.news import add_news
from operations.replies import enqueue_notices, notice
from operations.reports.buttons import ConfirmTyped, DisputeTyped, SeeReport
from operations.turn import COMMAND_PROMPT
from operations.wording import period_words
from storage import UnitOfWork
from storage.directory import chapters
from storage.maintenance import audit
from storage.meetings import meetings
from storage.messages import addresses
from storage.people import people
from storage.reports import reports, reviews
from texts import label, render

_LONGEST_REASON = 300
_TOLD = (Role.CADRE, Role.STAFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedReport:
    """A report that stands in somebody's name; `word` is what was said of its live version."""

    report: Report
    meeting: Meeting
    chapter: Chapter
    typist: str
    word: Review | None
    is_mine: bool


async def ask_to_confirm(context: ActorContext, fact: ReportTaken) -> None:
    """Puts a typed report to the one in whose name it stands, if a message reaches her."""
    unit, report, meeting = context.unit, fact.report, fact.meeting
    if report.typed_by is None or report.person_id is None:
        return
    here = (await addresses.preferred(unit, [report.person_id])).get(report.person_id)
    if here is None:
        return
    to = (await people.persons(unit, {report.person_id}))[report.person_id]
    what = (meeting.id, report.version)
    language = to.language
    text = render(
        "typed-ask",
        language,
        who=to.called,
        by=context.actor.name,
        chapter=fact.chapter.name,
        period=period_words(meeting.period, language),
        present=str(report.answers.present or 0),
        state=str(report.state),
    )
    ways = (
        Choice(ConfirmTyped(*what).key, label("typed-button-right", language)),
        Choice(DisputeTyped(*what).key, label("typed-button-wrong", language)),
        Choice(SeeReport(meeting.id).key, label("button-view-report", language)),
    )
    prompt = Prompt(id=f"{COMMAND_PROMPT}y{unit.new_id()}", expects=Expects.CHOICE, choices=ways)
    key = f"typed:{report.id}:{report.version}"
    await enqueue_notices(
        unit,
        [notice(unit, here, Message(text=text, prompt=prompt), dedupe_key=key)],
        now=context.now,
    )


async def find_typed(
    unit: UnitOfWork, posts: Sequence[Post], meeting_id: int, *, by: int, today: date
) -> TypedReport | None:
    """Returns a report in one's sight that was typed for somebody, None if it was not."""
    report = (await reports.of_meetings(unit, [meeting_id])).get(meeting_id)
    meeting = await meetings.find(unit, meeting_id)
    if report is None or meeting is None:
        raise NotFound("not-in-sight")
    chapter = require_sight(posts, await chapters.find(unit, meeting.chapter_id), today)
    if report.typed_by is None:
        return None
    said = (await reviews.of_reports(unit, [report.id]))[report.id]
    known = await people.persons(unit, {report.typed_by})
    return TypedReport(
        report=report,
        meeting=meeting,
        chapter=chapter,
        typist=known[report.typed_by].name,
        word=last_word(said, report.version),
        is_mine=reporting_role(posts, chapter, today) is not None and report.typed_by != by,
    )


async def list_unconfirmed(
    unit: UnitOfWork, posts: Sequence[Post], *, today: date
) -> list[tuple[Report, Meeting]]:
    """Returns the reports typed for one's own chapters on which one has not said a word."""
    open_now = {
        meeting.id: meeting
        for meeting in await meetings.list_open(unit, own_chapters(posts, today), today=today)
    }
    sent = await reports.of_meetings(unit, open_now)
    typed = [report for report in sent.values() if report.typed_by is not None]
    said = await reviews.of_reports(unit, [report.id for report in typed])
    return [
        (report, open_now[report.meeting_id])
        for report in typed
        if last_word(said[report.id], report.version) is None
    ]


async def confirm_typed(context: ActorContext, *, meeting_id: int, version: int) -> TypedReport:
    """Notes that what was typed is right.

    Raises NotFound, NotAllowed, and Conflict where it was changed meanwhile.
    """
    typed = await _mine(context, meeting_id, version)
    await _note(context, typed, ReviewAction.CONFIRMED)
    await context.publish(
        TypedReportConfirmed(report=typed.report, meeting=typed.meeting, chapter=typed.chapter)
    )
    return typed


async def object_to_typed(
    context: ActorContext, *, meeting_id: int, version: int, reason: str
) -> TypedReport:
    """Notes what is wrong with what was typed; nothing is taken back by it.

    Raises as `confirm_typed` does, and BadInput for a long reason.
    """
    words = clean_text(reason)
    if len(words) > _LONGEST_REASON:
        raise BadInput("text-too-long", limit=_LONGEST_REASON)
    typed = await _mine(context, meeting_id, version)
    number = await _note(context, typed, ReviewAction.OBJECTED, reason=words)
    await context.publish(
        TypedReportDisputed(
            review_id=number,
            report=typed.report,
            meeting=typed.meeting,
            chapter=typed.chapter,
            typist=typed.typist,
            reason=words,
        )
    )
    return typed


async def tell_of_dispute(context: ActorContext, fact: TypedReportDisputed) -> None:
    """Tells the typist, cadres and staff what the leader says is wrong."""
    chapter_id = fact.chapter.id
    held = await people.holders(context.unit, [chapter_id], roles=_TOLD, day=context.today)
    concerned = {holder.person.id for holder in held.get(chapter_id, ())}
    concerned |= {fact.report.typed_by or context.actor.id}
    known = await people.persons(context.unit, concerned - {context.actor.id})
    lines = [_news(fact, context.actor, to) for _, to in sorted(known.items())]
    await add_news(context.unit, lines, now=context.now)


def _news(fact: TypedReportDisputed, by: Person, to: Person) -> News:
    return News(
        person_id=to.id,
        section=Section.REPORTS,
        key="typed-news-objected",
        args={
            "who": by.name,
            "by": fact.typist,
            "chapter": fact.chapter.name,
            "period": period_words(fact.meeting.period, to.language),
            "reason": fact.reason or "–",
        },
        command=SeeReport(fact.meeting.id).key,
        label_key="button-view-report",
        dedupe_key=f"objected:{fact.review_id}:{to.id}",
    )


async def _mine(context: ActorContext, meeting_id: int, version: int) -> TypedReport:
    typed = await find_typed(
        context.unit, context.posts, meeting_id, by=context.actor.id, today=context.today
    )
    if typed is None or typed.report.version != version:
        raise Conflict("typed-changed-meanwhile")
    if not typed.is_mine:
        raise NotAllowed("not-your-chapter")
    if not await reviews.lock(context.unit, typed.report.id, version=version):
        raise Conflict("typed-changed-meanwhile")
    return typed


async def _note(
    context: ActorContext, typed: TypedReport, action: ReviewAction, *, reason: str = ""
) -> int:
    report = typed.report
    number = await reviews.add(
        context.unit,
        reviews.NewReview(
            report_id=report.id,
            version=report.version,
            person_id=context.actor.id,
            action=action,
            reason=reason,
        ),
        now=context.now,
    )
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action=f"report.{action}",
            subject=f"report:{report.id}",
            before={"word": str(typed.word.action) if typed.word else None},
            after={"word": str(action), "reason": reason or None},
        ),
        now=context.now,
    )
    return number
