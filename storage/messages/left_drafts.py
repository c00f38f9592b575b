"""Drafts about a chapter's meetings whose writers no longer report for it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Date, String, bindparam, cast, delete, exists, literal, or_, select

from domain.calendar import Period, parse_period
from domain.people import Role
from storage.paths import within
from storage.tables.directory import area, chapter, post
from storage.tables.mail import draft
from storage.tables.meetings import meeting
from storage.unit import UnitOfWork

_LEADING = (Role.LEADER, Role.DEPUTY)
_LED = exists().where(
    post.c.person_id == draft.c.person_id,
    post.c.chapter_id == chapter.c.id,
    post.c.role.in_(_LEADING),
)
_ABOVE = area.c.path.contains(literal("/") + cast(post.c.area_id, String) + literal("/"))
_HOLDS = exists().where(
    post.c.person_id == draft.c.person_id,
    or_(post.c.chapter_id == chapter.c.id, _ABOVE),
    within(post.c.valid_from, post.c.valid_to, bindparam("today", type_=Date)),
)
_LEFT = (
    select(
        draft.c.id,
        draft.c.person_id,
        draft.c.meeting_id,
        meeting.c.period,
        meeting.c.chapter_id,
        chapter.c.name.label("chapter_name"),
    )
    .select_from(draft)
    .join(meeting, meeting.c.id == draft.c.meeting_id)
    .join(chapter, chapter.c.id == meeting.c.chapter_id)
    .join(area, area.c.id == chapter.c.area_id)
    .where(
        draft.c.form.in_(bindparam("forms", expanding=True)),
        chapter.c.area_id.in_(bindparam("areas", expanding=True)),
        _LED.correlate(draft, chapter),
        ~_HOLDS.correlate(draft, chapter, area),
    )
    .order_by(draft.c.updated_at)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftDraft:
    """A draft, whose it was, and the meeting it is about."""

    id: int
    person_id: int
    meeting_id: int
    period: Period
    chapter_id: int
    chapter_name: str


async def list_left(
    unit: UnitOfWork, area_ids: Collection[int], *, forms: Collection[str], today: date
) -> list[LeftDraft]:
    """Returns the drafts in some places of those who led a chapter and have no post for it now.

    Who types for others, by a post for a place above, keeps theirs.
    """
    wanted = {"forms": sorted(forms), "areas": sorted(area_ids), "today": today}
    rows = await unit.all(_LEFT, wanted)
    return [LeftDraft(**{**row._mapping, "period": parse_period(row.period)}) for row in rows]


async def give(
    unit: UnitOfWork, left: LeftDraft, person_id: int, *, form: str, now: datetime
) -> bool:
    """Gives a draft to somebody as one of `form`; False if they have one of that already.

    It gets a new number, so that a talk which has it open finds it gone. Its state tells by
    whom it was begun.
    """
    row = await unit.first(select(draft).where(draft.c.id == left.id))
    if row is None:
        return False
    values = {
        "form": form,
        "form_version": row.form_version,
        "meeting_id": row.meeting_id,
        "state": {"by": row.person_id, **row.state},
        "created_at": row.created_at,
        "updated_at": now,
    }
    given = await unit.run(
        unit.insert(draft).values(person_id=person_id, **values).on_conflict_do_nothing()
    )
    if given:
        await unit.run(delete(draft).where(draft.c.id == left.id))
    return bool(given)
