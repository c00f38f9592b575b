"""Nudges from those who look after chapters: a friendly word, once a day to each person."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.meetings import Meeting, subject_of
from domain.outbox import Priority
from domain.people import Person, Post
from domain.policy import Policy
from domain.refusals import Conflict, NotFound
from operations.access import may, require
from operations.context import ActorContext
from operations.costs import AccountCost, list_costs
from operations.notifications.reminder_words import render_nudge
from operations.replies import Delivery, enqueue_notices, notice
from operations.rights import Right
from operations.turn import COMMAND_PROMPT
from storage import UnitOfWork
from storage.directory import chapters
from storage.maintenance import audit
from storage.meetings import meetings
from storage.messages import addresses, outbox
from storage.notifications import nudges, reminders
from storage.notifications.reminders import Reminding
from storage.people import people

# More are not written in one go.
AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class NudgePlan:
    """Who is to be nudged of what, who had a word from the bot today, and who has no phone here.

    `costs` is what that takes of each bot account's month, `left` counts those beyond what is
    done in one go.
    """

    due: Mapping[int, tuple[Reminding, ...]]
    costs: Sequence[AccountCost]
    told_today: Collection[int]
    unreached: int
    left: int = 0


async def plan_nudges(
    unit: UnitOfWork,
    *,
    posts: Sequence[Post],
    meeting_ids: Collection[int],
    policy: Policy,
    now: datetime,
) -> NudgePlan:
    """Returns whom a nudge about some meetings reaches; those of others are passed over."""
    today = policy.day_of(now)
    wanted = await _allowed(unit, posts, meeting_ids, now=now, policy=policy)
    found = await reminders.list_of_meetings(unit, set(wanted), today=today)
    by_person: dict[int, list[Reminding]] = defaultdict(list)
    for reminder in found:
        by_person[reminder.person_id].append(reminder)
    told = await nudges.people_on(unit, by_person, today)
    keys = {
        key: person_id
        for person_id in by_person
        for key in (reminders.morning_key(person_id, today), reminders.end_key(person_id, today))
    }
    told |= {keys[key] for key in await outbox.list_used(unit, keys)}
    due = {number: tuple(about) for number, about in by_person.items() if number not in told}
    first = dict(sorted(due.items())[:AT_ONCE])
    reached = await addresses.preferred(unit, first)
    return NudgePlan(
        due=first,
        costs=await list_costs(unit, reached.values(), policy=policy, now=now),
        told_today=told,
        unreached=len(set(wanted) - {reminding.meeting.id for reminding in found}),
        left=len(due) - len(first),
    )


async def _allowed(
    unit: UnitOfWork,
    posts: Sequence[Post],
    meeting_ids: Collection[int],
    *,
    policy: Policy,
    now: datetime,
) -> dict[int, Meeting]:
    """Returns the meetings that have come, await their report, and may be asked for."""
    today = policy.day_of(now)
    known = await meetings.by_ids(unit, meeting_ids)
    of = await chapters.by_ids(unit, {meeting.chapter_id for meeting in known.values()})
    return {
        number: meeting
        for number, meeting in known.items()
        if meeting.awaits_report(today)
        and meeting.has_come(today)
        and not meeting.is_closed(today)
        and may(Right.NUDGE, posts, of[meeting.chapter_id], today)
    }


async def nudge_one(
    context: ActorContext,
    *,
    meeting_id: int,
) -> list[Person]:
    """Nudges who reports for a meeting; returns them.

    Raises NotFound, NotAllowed, Conflict where they had a word from the bot today or the
    meeting awaits no report, and NotFound where no message reaches anybody.
    """
    await _require(context.unit, context.posts, meeting_id, policy=context.policy, now=context.now)
    plan = await plan_nudges(
        context.unit,
        posts=context.posts,
        meeting_ids=[meeting_id],
        policy=context.policy,
        now=context.now,
    )
    if plan.told_today and not plan.due:
        raise Conflict("nudge-told-today")
    if not plan.due:
        raise NotFound("nudge-unreached")
    done = await send_nudges(
        context.unit, plan, by=context.actor, policy=context.policy, now=context.now
    )
    if not done:
        raise Conflict("nudge-told-today")
    return done


async def _require(
    unit: UnitOfWork, posts: Sequence[Post], meeting_id: int, *, policy: Policy, now: datetime
) -> None:
    today = policy.day_of(now)
    meeting = await meetings.find(unit, meeting_id)
    chapter = await chapters.find(unit, meeting.chapter_id) if meeting else None
    require(Right.NUDGE, posts, chapter, today)
    if meeting is None or not (meeting.awaits_report(today) and meeting.has_come(today)):
        raise Conflict("nudge-nothing-waits")
    if meeting.is_closed(today):
        raise Conflict("nudge-closed")


async def send_nudges(
    unit: UnitOfWork, plan: NudgePlan, *, by: Person, policy: Policy, now: datetime
) -> list[Person]:
    """Queues the nudges of a plan; returns who gets one, without those nudged meanwhile."""
    local = policy.local(now)
    reached = await addresses.preferred(unit, plan.due)
    about = {number: plan.due[number] for number in reached}
    first = {number: lines[0].meeting.id for number, lines in about.items()}
    fresh = await nudges.add(unit, first, by=by.id, day=local.date(), now=now)
    known = await people.persons(unit, fresh)
    rows = [
        notice(
            unit,
            reached[number],
            render_nudge(
                known[number],
                by,
                about[number],
                local,
                prompt_id=f"{COMMAND_PROMPT}g{unit.new_id()}",
            ),
            Delivery(
                priority=Priority.REMINDER,
                subject=subject_of(first[number]) if len(about[number]) == 1 else None,
            ),
            dedupe_key=f"nudge:{number}:{local.date().isoformat()}",
        )
        for number in sorted(fresh)
    ]
    await enqueue_notices(unit, rows, now=now)
    for number in sorted(fresh):
        audit.add_later(
            unit,
            audit.Entry(
                person_id=by.id,
                action="meeting.nudged",
                subject=subject_of(first[number]),
                after={"person": known[number].name},
            ),
            now=now,
        )
    return [known[number] for number in sorted(fresh)]
