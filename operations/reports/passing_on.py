"""What a former leader had begun to report goes to whoever answers for the chapter now."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from domain.people import Role
from operations.access import REPORTING
from operations.context import ActorContext
from operations.facts import PostsChanged
from operations.notices import Notice, tell
from operations.reports.buttons import GoOnWithReport
from operations.reports.drafts import BESIDE, KEPT_AS
from operations.wording import period_words
from storage import UnitOfWork
from storage.messages import left_drafts
from storage.messages.left_drafts import LeftDraft
from storage.people import people
from storage.people.people import Holder

_TOLD_WITHIN = timedelta(days=14)


async def give_drafts_to_heirs(context: ActorContext, fact: PostsChanged) -> None:
    """Passes drafts on in the whole place of a chapter."""
    places = [fact.chapter.area_id]
    await pass_drafts_on(context.unit, places, today=context.today, now=context.now)


async def pass_drafts_on(
    unit: UnitOfWork, area_ids: Collection[int], *, today: date, now: datetime
) -> None:
    """Gives the drafts of those who no longer report for a chapter to its leader, else deputy.

    Both are told. A draft that nobody can have yet stays until there is somebody. Where the new
    one has begun the same report, or has somebody's already, it is kept beside, and they choose.
    """
    await unit.flush()
    left = await left_drafts.list_left(unit, area_ids, forms=KEPT_AS, today=today)
    if not left:
        return
    held = await people.holders(
        unit, {draft.chapter_id for draft in left}, roles=sorted(REPORTING), day=today
    )
    told: list[Notice] = []
    for draft in left:
        heir = _heir(held.get(draft.chapter_id, ()))
        if heir is None:
            continue
        for form in KEPT_AS:
            if await left_drafts.give(unit, draft, heir.person.id, form=form, now=now):
                told += await _notices(unit, draft, heir, now=now, beside=form in BESIDE)
                break
    await tell(unit, told, now=now)


def _heir(holders: Collection[Holder]) -> Holder | None:
    order = [Role.LEADER, Role.DEPUTY]
    return min(
        holders, key=lambda value: (order.index(value.post.role), value.post.id), default=None
    )


async def _notices(
    unit: UnitOfWork, draft: LeftDraft, heir: Holder, *, now: datetime, beside: bool
) -> list[Notice]:
    known = await people.persons(unit, [draft.person_id, heir.person.id])
    found = []
    taken = "draft-beside" if beside else "draft-taken-up"
    for person_id, key in ((draft.person_id, "draft-passed-on"), (heir.person.id, taken)):
        person = known[person_id]
        other = known[heir.person.id if person_id == draft.person_id else draft.person_id]
        found.append(
            Notice(
                person_id=person_id,
                key=key,
                args={
                    "who": other.name,
                    "chapter": draft.chapter_name,
                    "period": period_words(draft.period, person.language),
                },
                subject=f"meeting:{draft.meeting_id}",
                dedupe_key=f"{key}:{draft.meeting_id}:{draft.person_id}:{heir.person.id}",
                expires_at=now + _TOLD_WITHIN,
                button=(GoOnWithReport(draft.meeting_id), "button-go-on")
                if key == taken
                else None,
            )
        )
    return found
