"""What was typed for a leader is put to her: she confirms it, objects, or corrects it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.message import Choice, Expects, Message, Prompt
from domain.names import given_name
from domain.news import News, Section
from domain.people import Person, Post, Role
from domain.reading import clean_text
from domain.records import Report
from domain.refusals import BadInput, Conflict, NotAllowed, NotFound
from domain.report import ReportState
from domain.reviews import Review, ReviewAction, last_word
from operations.access import own_chapters, reporting_role, require_sight
from operations.context import ActorContext
from operations.news import add_news
from operations.replies import enqueue_notices, notice
from operations.turn import COMMAND_PROMPT
from operations.wording import period_words
from storage import UnitOfWork
from storage.cadres import attendance
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


async def ask_to_confirm(
    unit: UnitOfWork, report: Report, meeting: Meeting, chapter: Chapter, *, by: int, now: datetime
) -> None:
    """Puts a typed report to the one in whose name it stands, if a message reaches her."""
    if report.person_id is None:
        return
    here = (await addresses.preferred(unit, [report.person_id])).get(report.person_id)
    if here is None:
        return
    known = await people.persons(unit, {report.person_id, by})
    to, what = known[report.person_id], f"{meeting.id}.{report.version}"
    language = to.language
    text = render(
        "typed-ask",
        language,
        who=f"{to.address_form} {given_name(to.name)}",
        by=known[by].name,
        chapter=chapter.name,
        period=period_words(meeting.period, language),
        present=str(report.answers.present or 0),
        state=str(report.state),
    )
    ways = (
        Choice(f"typed.y{what}", label("typed-button-right", language)),
        Choice(f"typed.n{what}", label("typed-button-wrong", language)),
        Choice(f"history.{meeting.id}", label("button-view-report", language)),
    )
    prompt = Prompt(id=f"{COMMAND_PROMPT}y{unit.new_id()}", expects=Expects.CHOICE, choices=ways)
    key = f"typed:{report.id}:{report.version}"
    await enqueue_notices(
        unit, [notice(unit, here, Message(text=text, prompt=prompt), dedupe_key=key)], now=now
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
    open_ones = {
        one.id: one
        for one in await meetings.list_open(unit, own_chapters(posts, today), today=today)
    }
    sent = await reports.of_meetings(unit, open_ones)
    typed = [one for one in sent.values() if one.typed_by is not None]
    said = await reviews.of_reports(unit, [one.id for one in typed])
    return [
        (one, open_ones[one.meeting_id])
        for one in typed
        if last_word(said[one.id], one.version) is None
    ]


async def confirm_typed(
    context: ActorContext,
    *,
    meeting_id: int,
    version: int,
) -> TypedReport:
    """Notes that what was typed is right; what it says of the cadre is now the chapter's word.

    Raises NotFound, NotAllowed, and Conflict where it was changed meanwhile.
    """
    one = await _mine(
        context.unit, context.actor, context.posts, meeting_id, version, context.today
    )
    await _note(context.unit, one, context.actor, ReviewAction.CONFIRMED, now=context.now)
    held = one.report.answers.state is ReportState.HELD
    word = str(one.report.answers.cadre_present) if held else None
    await attendance.set_leader_word(context.unit, meeting_id, word)
    return one


async def object_to_typed(
    context: ActorContext,
    *,
    meeting_id: int,
    version: int,
    reason: str,
) -> TypedReport:
    """Notes what is wrong with what was typed, and tells the typist, cadres and staff.

    Nothing is taken back by it. Raises as `confirm_typed` does, and BadInput for a long reason.
    """
    if len(clean_text(reason)) > _LONGEST_REASON:
        raise BadInput("text-too-long", limit=_LONGEST_REASON)
    today = context.today
    one = await _mine(context.unit, context.actor, context.posts, meeting_id, version, today)
    number = await _note(
        context.unit, one, context.actor, ReviewAction.OBJECTED, reason=reason, now=context.now
    )
    await attendance.set_leader_word(context.unit, meeting_id, None)
    held = await people.holders(context.unit, [one.chapter.id], roles=_TOLD, day=today)
    concerned = {holder.person.id for holder in held.get(one.chapter.id, ())}
    concerned |= {one.report.typed_by or context.actor.id}
    known = await people.persons(context.unit, concerned - {context.actor.id})
    await add_news(
        context.unit,
        [_news(one, context.actor, to, reason, number) for _, to in sorted(known.items())],
        now=context.now,
    )
    return one


def _news(one: TypedReport, by: Person, to: Person, reason: str, number: int) -> News:
    return News(
        person_id=to.id,
        section=Section.REPORTS,
        key="typed-news-objected",
        args={
            "who": by.name,
            "by": one.typist,
            "chapter": one.chapter.name,
            "period": period_words(one.meeting.period, to.language),
            "reason": clean_text(reason) or "–",
        },
        command=f"history.{one.meeting.id}",
        label_key="button-view-report",
        dedupe_key=f"objected:{number}:{to.id}",
    )


async def _mine(
    unit: UnitOfWork, by: Person, posts: Sequence[Post], meeting_id: int, version: int, today: date
) -> TypedReport:
    one = await find_typed(unit, posts, meeting_id, by=by.id, today=today)
    if one is None or one.report.version != version:
        raise Conflict("typed-changed-meanwhile")
    if not one.is_mine:
        raise NotAllowed("not-your-chapter")
    if not await reviews.lock(unit, one.report.id, version=version):
        raise Conflict("typed-changed-meanwhile")
    return one


async def _note(
    unit: UnitOfWork,
    one: TypedReport,
    by: Person,
    action: ReviewAction,
    *,
    now: datetime,
    reason: str = "",
) -> int:
    number = await reviews.add(
        unit,
        report_id=one.report.id,
        version=one.report.version,
        person_id=by.id,
        action=action,
        now=now,
        reason=clean_text(reason),
    )
    audit.add_later(
        unit,
        person_id=by.id,
        action=f"report.{action}",
        subject=f"report:{one.report.id}",
        now=now,
        before={"word": str(one.word.action) if one.word else None},
        after={"word": str(action), "reason": clean_text(reason) or None},
    )
    return number
