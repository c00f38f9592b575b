"""A closed period is opened again: for one chapter, for some days, with a reason."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.calendar import Period
from domain.chapters import Chapter
from domain.meetings import Meeting
from domain.message import Choice, Expects, Message, Prompt
from domain.people import Person, Post, Role
from domain.refusals import BadInput, NotFound
from operations.access import require
from operations.context import ActorContext
from operations.facts import PeriodReopened
from operations.lengths import check_length
from operations.replies import Delivery, enqueue_notices, notice
from operations.reports.buttons import WriteReport
from operations.rights import Right
from operations.turn import COMMAND_PROMPT
from operations.wording import day_words, period_words
from storage import UnitOfWork
from storage.directory import chapters
from storage.maintenance import audit
from storage.meetings import meetings
from storage.messages import addresses
from storage.people import people
from texts import label, render

# How long a period may stay open once more, and how far back one may be opened.
LONGEST = timedelta(days=14)
FURTHEST = timedelta(days=366)
_SHORTEST_REASON = 3
_LONGEST_REASON = 300


async def list_reopenable(
    unit: UnitOfWork, posts: Sequence[Post], chapter_id: int, *, today: date
) -> tuple[Chapter, list[Period]]:
    """Returns a chapter and its closed periods, newest first.

    Raises NotFound for a chapter out of sight, NotAllowed where one may not open a period.
    """
    chapter = require(Right.REOPEN_PERIOD, posts, await chapters.find(unit, chapter_id), today)
    closed = await _closed(unit, chapter_id, today)
    return chapter, list(dict.fromkeys(meeting.period for meeting in closed))


async def reopen_period(
    context: ActorContext, *, chapter_id: int, period: Period, until: date, reason: str
) -> PeriodReopened:
    """Lets a chapter report a closed period until the end of `until`.

    It closes again by itself. Raises NotFound, NotAllowed, and BadInput for a day too far
    away or a missing reason.
    """
    today = context.today
    chapter, _ = await list_reopenable(context.unit, context.posts, chapter_id, today=today)
    closed = await _closed(context.unit, chapter_id, today)
    found = [meeting for meeting in closed if meeting.period == period]
    if not found:
        raise NotFound("reopen-nothing", chapter=chapter.name)
    if not today <= until <= today + LONGEST:
        raise BadInput("reopen-too-long", days=LONGEST.days)
    check_reason(reason)
    await meetings.reopen(context.unit, [meeting.id for meeting in found], until=until)
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="period.reopened",
            subject=f"chapter:{chapter_id}",
            before={"closed_on": max(meeting.closes_on for meeting in found).isoformat()},
            after={"period": str(period), "until": until.isoformat(), "reason": reason},
        ),
        now=context.now,
    )
    opened = PeriodReopened(
        chapter=chapter, period=period, until=until, meetings=tuple(found), reason=reason
    )
    await context.publish(opened)
    return opened


def check_reason(reason: str) -> None:
    """Raises BadInput unless a reason says something and not too much."""
    words = reason.strip()
    check_length(words, least=_SHORTEST_REASON, most=_LONGEST_REASON, short="reopen-no-reason")


async def _closed(unit: UnitOfWork, chapter_id: int, today: date) -> list[Meeting]:
    return await meetings.list_closed(unit, chapter_id, today=today, since=today - FURTHEST)


async def tell_of_reopening(context: ActorContext, opened: PeriodReopened) -> None:
    """Tells those who report for the chapter, with the way to the report."""
    unit, now = context.unit, context.now
    chapter_id, first = opened.chapter.id, opened.meetings[0].id
    roles = (Role.LEADER, Role.DEPUTY)
    held = await people.holders(unit, [chapter_id], roles=roles, day=context.today)
    told = {holder.person.id: holder.person for holder in held.get(chapter_id, ())}
    reached = await addresses.preferred(unit, told)
    rows = [
        notice(
            unit,
            reached[person.id],
            _message(opened, context.actor, person, prompt_id=unit.new_id()),
            Delivery(subject=f"chapter:{opened.chapter.id}"),
            dedupe_key=f"reopened:{first}:{opened.until}:{int(now.timestamp())}:{person.id}",
        )
        for person in told.values()
        if person.id in reached
    ]
    await enqueue_notices(unit, rows, now=now)


def _message(opened: PeriodReopened, by: Person, person: Person, *, prompt_id: int) -> Message:
    buttons = tuple(
        Choice(WriteReport(meeting.id).key, label("reopen-button-report", person.language))
        for meeting in opened.meetings[:1]
    )
    return Message(
        text=render(
            "reopen-leader-told",
            person.language,
            who=by.name,
            chapter=opened.chapter.name,
            period=period_words(opened.period, person.language),
            until=day_words(opened.until),
            reason=opened.reason,
        ),
        prompt=Prompt(id=f"{COMMAND_PROMPT}o{prompt_id}", expects=Expects.CHOICE, choices=buttons),
    )
