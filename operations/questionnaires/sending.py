"""A questionnaire goes out, and is reminded of once: who is told, and what it costs."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from domain.calendar import after_quiet
from domain.chapters import Chapter
from domain.news import News, Section
from domain.news_budget import has_room_for_urgent
from domain.people import Person, Role
from domain.questionnaires.questionnaire import Questionnaire
from domain.refusals import BadInput, Conflict, NotAllowed
from operations.access import may
from operations.context import ActorContext
from operations.costs import AccountCost, list_costs
from operations.news import TOLD_AT_ONCE, add_news
from operations.news_budget import list_sent_this_month
from operations.questionnaires.buttons import AnswerSheet
from operations.questionnaires.drafting import check_term, get_draft
from operations.questionnaires.reaching import get_asked, list_by_place
from operations.rights import Right
from operations.wording import day_words
from storage import UnitOfWork
from storage.maintenance import audit, tasks
from storage.messages import addresses
from storage.notifications import news
from storage.people import people
from storage.questionnaires import questionnaires

TELL_ASKED = "tell_asked"
_KEY = "questionnaire:"
_AGAIN = ":again"
# Who is asked for a chapter: its leader, or in want of one the deputy.
_ASKED_ROLES = (Role.LEADER, Role.DEPUTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingPlan:
    """What sending means: messages now, by account; people told later; chapters not reached.

    `later` would get more than six messages this month: they are told with the next reminder.
    `at` is when messages go out, None for at once. Of many chapters only the first are told at
    once, and are what this is about; the task `TELL_ASKED` tells the `rest`.
    """

    chapters: Sequence[Chapter]
    told: Mapping[int, Sequence[Chapter]]
    later: frozenset[int]
    unreached: Sequence[Chapter]
    costs: Sequence[AccountCost]
    at: datetime | None
    rest: int = 0

    @property
    def asked(self) -> int:
        """How many chapters are asked."""
        return len(self.chapters) + self.rest

    @property
    def now(self) -> int:
        """How many messages go out at once."""
        return len(self.told) - len(self.later)


async def plan_sending(
    context: ActorContext, questionnaire: Questionnaire, among: Collection[int] | None = None
) -> SendingPlan:
    """Returns what it costs to ask the chapters of a questionnaire that have not answered.

    Only those `among` some, if these are given.
    """
    unit = context.unit
    missing = await questionnaires.list_missing(unit, questionnaire.id, among=among)
    wanted = [
        chapter
        for chapter in await list_by_place(unit, missing)
        if may(Right.ASK_CHAPTERS, context.posts, chapter, context.today)
        and chapter.is_valid_on(context.today)
    ]
    asked = await _list_asked_people(context, wanted)
    reached = await addresses.preferred(unit, asked)
    told = {number: asked[number] for number in sorted(asked) if number in reached}
    covered = {chapter.id for some in told.values() for chapter in some}
    later = await _list_full(context, told)
    return SendingPlan(
        chapters=wanted,
        told=told,
        later=later,
        unreached=[chapter for chapter in wanted if chapter.id not in covered],
        costs=await list_costs(
            unit,
            [reached[number] for number in told.keys() - later],
            policy=context.policy,
            now=context.now,
        ),
        at=_after_quiet(context),
    )


def _after_quiet(context: ActorContext) -> datetime | None:
    """Returns when the bot may begin a talk again, None if it may now."""
    policy = context.policy
    local = policy.local(context.now)
    awake = after_quiet(local, policy.quiet_from, policy.quiet_until)
    return awake if awake > local else None


async def _list_asked_people(
    context: ActorContext, wanted: Sequence[Chapter]
) -> dict[int, list[Chapter]]:
    """Returns who is asked, with their chapters."""
    found = await people.holders(
        context.unit,
        [chapter.id for chapter in wanted],
        roles=_ASKED_ROLES,
        day=context.today,
    )
    asked: dict[int, list[Chapter]] = defaultdict(list)
    for chapter in wanted:
        holders = found.get(chapter.id, ())
        leaders = [holder for holder in holders if holder.post.role is Role.LEADER]
        for holder in leaders or holders:
            asked[holder.person.id].append(chapter)
    return asked


async def _list_full(context: ActorContext, told: Collection[int]) -> frozenset[int]:
    """Returns who gets all the messages of this month that are allowed, reminders to come too."""
    policy, local = context.policy, context.policy.local(context.now)
    sent = await list_sent_this_month(context.unit, told, policy=policy, now=context.now)
    return frozenset(
        number
        for number in told
        if not has_room_for_urgent(sent[number], local=local, policy=policy)
    )


async def send_questionnaire(context: ActorContext, questionnaire_id: int) -> SendingPlan:
    """Asks the chapters of a draft; returns what was done.

    Raises NotFound, BadInput without a term or with one that is gone, NotAllowed where nobody
    there may be asked any more.
    """
    draft = await get_draft(context, questionnaire_id)
    if draft.closes_on is None:
        raise BadInput("survey-no-term")
    check_term(draft.closes_on, context.today)
    parts = await _list_parts(context, draft)
    plan = await _plan_first(context, draft, parts)
    if not plan.asked:
        raise NotAllowed("not-your-area")
    if not await questionnaires.change(context.unit, draft, sent_at=context.now):
        raise Conflict("survey-overtaken")
    _note(context, draft, "questionnaire.sent", chapters=plan.asked)
    await _tell(context, draft, plan, again="")
    await _leave_rest(context, draft, parts, again="")
    return plan


async def _list_parts(context: ActorContext, asked: Questionnaire) -> list[list[int]]:
    """Returns the chapters that have not answered, as many at a time as one transaction tells.

    Those of one leader are told together.
    """
    found = await questionnaires.list_missing_of(context.unit, asked.id, day=context.today)
    parts: list[list[int]] = []
    for _, own in groupby(found, key=lambda pair: pair[0]):
        if not parts or len(parts[-1]) >= TOLD_AT_ONCE:
            parts.append([])
        parts[-1] += [chapter_id for _, chapter_id in own]
    return parts


async def _plan_first(
    context: ActorContext, asked: Questionnaire, parts: Sequence[Sequence[int]]
) -> SendingPlan:
    plan = await plan_sending(context, asked, parts[0] if parts else ())
    return replace(plan, rest=sum(map(len, parts[1:])))


async def _leave_rest(
    context: ActorContext, asked: Questionnaire, parts: Sequence[Sequence[int]], *, again: str
) -> None:
    if len(parts) > 1:
        payload = {
            "questionnaire_id": asked.id,
            "person_id": context.actor.id,
            "parts": parts[1:],
            "again": again,
        }
        await tasks.add(context.unit, kind=TELL_ASKED, payload=payload, now=context.now)


async def tell_part(
    context: ActorContext, questionnaire_id: int, chapter_ids: Collection[int], *, again: str
) -> None:
    """Asks some more of the chapters of a questionnaire, unless it was closed meanwhile."""
    asked = await questionnaires.find(context.unit, questionnaire_id)
    if asked is not None and asked.is_open(context.today):
        plan = await plan_sending(context, asked, chapter_ids)
        await _tell(context, asked, plan, again=again)


async def remind_once(context: ActorContext, questionnaire_id: int) -> SendingPlan:
    """Reminds whoever has not answered, once for a questionnaire; returns what was done.

    Raises NotFound, NotAllowed, and Conflict where it is over, was reminded of already, or
    everybody has answered.
    """
    asked = await get_asked(context, questionnaire_id)
    if not asked.is_open(context.today):
        raise Conflict("survey-closed")
    if asked.reminded_at is not None:
        raise Conflict("survey-reminded")
    parts = await _list_parts(context, asked)
    plan = await _plan_first(context, asked, parts)
    if not plan.asked:
        raise Conflict("survey-all-answered")
    if not await questionnaires.change(context.unit, asked, reminded_at=context.now):
        raise Conflict("survey-overtaken")
    _note(context, asked, "questionnaire.reminded", chapters=plan.asked)
    await _tell(context, asked, plan, again=_AGAIN)
    await _leave_rest(context, asked, parts, again=_AGAIN)
    return plan


async def close_ended(unit: UnitOfWork, *, today: date, now: datetime) -> None:
    """Closes what has reached its term; who was not told yet is told no more."""
    for ended in await questionnaires.list_ended(unit, today=today):
        if await questionnaires.change(unit, ended, closed_at=now):
            await stop_telling(unit, ended.id)


async def stop_telling(unit: UnitOfWork, questionnaire_id: int, chapter_id: int = 0) -> None:
    """Tells nobody any more who was not told yet: of one chapter, or of all that are asked."""
    of = f"{chapter_id}:" if chapter_id else ""
    await news.drop_untold(unit, f"{_KEY}{questionnaire_id}:{of}")


async def close_questionnaire(context: ActorContext, questionnaire_id: int) -> Questionnaire:
    """Takes no more answers; who was not told yet is told no more.

    Raises NotFound, NotAllowed, and Conflict where it is over.
    """
    asked = await get_asked(context, questionnaire_id)
    if not asked.is_open(context.today):
        raise Conflict("survey-closed")
    if not await questionnaires.change(context.unit, asked, closed_at=context.now):
        raise Conflict("survey-overtaken")
    _note(context, asked, "questionnaire.closed")
    await stop_telling(context.unit, asked.id)
    return replace(asked, closed_at=context.now)


def _note(context: ActorContext, asked: Questionnaire, action: str, **facts: int) -> None:
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action=action,
            subject=f"questionnaire:{asked.id}",
            after={"title": asked.title, **facts},
        ),
        now=context.now,
    )


async def _tell(
    context: ActorContext, asked: Questionnaire, plan: SendingPlan, *, again: str
) -> None:
    """Tells people at once, those who have had six messages with their next one."""
    known = await people.persons(context.unit, plan.told)
    lines = [
        _line(asked, chapter, known[number], again=again, is_urgent=number not in plan.later)
        for number, own in plan.told.items()
        for chapter in own
    ]
    await add_news(context.unit, lines, now=context.now)


def _line(
    asked: Questionnaire, chapter: Chapter, person: Person, *, again: str, is_urgent: bool
) -> News:
    return News(
        person_id=person.id,
        section=Section.QUESTIONS,
        key="news-questionnaire-again" if again else "news-questionnaire",
        args={
            "title": asked.title,
            "chapter": chapter.name,
            "day": day_words(asked.closes_on) if asked.closes_on else "",
        },
        command=AnswerSheet(asked.id, chapter.id).key,
        label_key="news-questionnaire-button",
        dedupe_key=f"{_KEY}{asked.id}:{chapter.id}:{person.id}{again}",
        urgent=is_urgent,
    )
