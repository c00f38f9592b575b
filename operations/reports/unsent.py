"""Reports that were begun and not sent: told before their period closes, and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dialogue.report_form import REPORT
from domain.chapters import Chapter
from domain.meetings import Meeting, subject_of
from domain.message import Choice, Expects, Message, Prompt
from domain.news import News, Section
from domain.outbox import Priority
from domain.people import Person, Post, Role
from domain.policy import Policy
from operations.access import may, reporting_role
from operations.news import add_news
from operations.replies import Delivery, enqueue_notices, notice
from operations.reports.buttons import AskToReopen, GoOnWithReport, ReopenPeriod
from operations.reports.opening import reporter_of
from operations.rights import Right
from operations.turn import COMMAND_PROMPT
from operations.wording import day_words, period_words
from storage import UnitOfWork
from storage.directory import chapters
from storage.meetings import meetings
from storage.messages import addresses, talks
from storage.people import people
from storage.reports import reports
from texts import label, render

# From the day before the last one on; what closed longer ago is no news.
_BEFORE = timedelta(days=1)
_AFTER = timedelta(days=7)
_STILL_NAMED = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """A report that somebody has begun, and no report of that meeting has come."""

    person_id: int
    meeting: Meeting
    chapter: Chapter


async def tell_of_unsent(unit: UnitOfWork, *, policy: Policy, now: datetime) -> None:
    """Tells each writer once before the period closes, and once after."""
    today = policy.day_of(now)
    found = await _list(unit, first=today - _AFTER, last=today + _BEFORE, today=today)
    known = await people.persons(unit, {unsent.person_id for unsent in found})
    reached = await addresses.preferred(unit, known)
    rows = []
    for draft in found:
        if draft.person_id in reached:
            when = "after" if draft.meeting.is_closed(today) else "before"
            key = f"unsent:{draft.meeting.id}:{draft.person_id}:{draft.meeting.closes_on}:{when}"
            rows.append(
                notice(
                    unit,
                    reached[draft.person_id],
                    _message(draft, known[draft.person_id], when, prompt_id=unit.new_id()),
                    Delivery(
                        priority=Priority.REMINDER,
                        subject=subject_of(draft.meeting.id) if when == "before" else None,
                    ),
                    dedupe_key=key,
                )
            )
    await enqueue_notices(unit, rows, now=now)


def _message(unsent: Unsent, to: Person, when: str, *, prompt_id: int) -> Message:
    text = render(
        f"unsent-{when}",
        to.language,
        chapter=unsent.chapter.name,
        period=period_words(unsent.meeting.period, to.language),
        day=day_words(unsent.meeting.closes_on),
    )
    there = GoOnWithReport if when == "before" else AskToReopen
    button = Choice(there(unsent.meeting.id).key, label(f"unsent-button-{when}", to.language))
    return Message(
        text=text,
        prompt=Prompt(
            id=f"{COMMAND_PROMPT}u{prompt_id}", expects=Expects.CHOICE, choices=(button,)
        ),
    )


async def list_locked(
    unit: UnitOfWork, person_id: int, posts: Sequence[Post], *, today: date
) -> list[Unsent]:
    """Returns what somebody had begun to report when its period was closed, the newest first."""
    found = await _list(
        unit, first=today - _STILL_NAMED, last=today - timedelta(days=1), today=today
    )
    mine = [
        unsent
        for unsent in found
        if unsent.person_id == person_id and reporting_role(posts, unsent.chapter, today)
    ]
    return sorted(mine, key=lambda value: value.meeting.closes_on, reverse=True)


async def _list(unit: UnitOfWork, *, first: date, last: date, today: date) -> list[Unsent]:
    begun = await talks.list_closing(unit, form=REPORT.name, first=first, last=last)
    met = await meetings.by_ids(unit, {meeting_id for _, meeting_id in begun})
    sent = await reports.of_meetings(unit, list(met))
    of = await chapters.by_ids(unit, {meeting.chapter_id for meeting in met.values()})
    posts = await people.posts_of(unit, {person_id for person_id, _ in begun})
    return [
        Unsent(person_id=person_id, meeting=meeting, chapter=of[meeting.chapter_id])
        for person_id, meeting_id in begun
        if (meeting := met[meeting_id]).id not in sent
        and meeting.chapter_id in of
        and reporting_role(
            [post for post in posts.get(person_id, ()) if post.holds_on(today)],
            of[meeting.chapter_id],
            today,
        )
    ]


async def ask_to_reopen(
    unit: UnitOfWork,
    meeting_id: int,
    *,
    by: Person,
    posts: Sequence[Post],
    today: date,
    now: datetime,
) -> tuple[Meeting, Chapter, list[Person]]:
    """Passes a leader's wish on to the staff who may open the period again; returns them.

    Once a day for a meeting. Raises NotFound or NotAllowed for who does not report for it.
    """
    meeting, chapter, _ = await reporter_of(unit, posts, meeting_id, today=today)
    held = await people.holders(unit, [chapter.id], roles=[Role.STAFF], day=today)
    staff = {
        holder.person.id: holder.person
        for holder in held.get(chapter.id, ())
        if may(Right.REOPEN_PERIOD, [holder.post], chapter, today)
    }
    lines = [
        News(
            person_id=person.id,
            section=Section.REPORTS,
            key="unsent-asked",
            args={
                "who": by.name,
                "chapter": chapter.name,
                "period": period_words(meeting.period, person.language),
            },
            command=ReopenPeriod(chapter.id, str(meeting.period)).key,
            label_key="unsent-button-open",
            dedupe_key=f"unsent:{meeting.id}:{by.id}:{today}:{person.id}",
            urgent=True,
        )
        for person in staff.values()
    ]
    await add_news(unit, lines, now=now)
    return meeting, chapter, list(staff.values())
