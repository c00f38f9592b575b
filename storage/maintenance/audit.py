"""Who did what to which row, when, before and after, and where it belongs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Insert, Select, bindparam, func, select

from storage.tables.cadres import duty, enquiry
from storage.tables.directory import address, area, chapter, invitation, post
from storage.tables.directory import audit as table
from storage.tables.meetings import digest_target, meeting, report, topic
from storage.tables.programmes import programme, target
from storage.tables.questionnaires import questionnaire
from storage.unit import UnitOfWork

_of: Any = bindparam("of")
_newest_post = func.max(post.c.id)
_of_person = select(_newest_post).where(post.c.person_id == _of).scalar_subquery()
_of_office = (
    select(_newest_post)
    .where(post.c.person_id == bindparam("person_id"), post.c.area_id.is_not(None))
    .scalar_subquery()
)
_of_address = (
    select(_newest_post)
    .join(address, address.c.person_id == post.c.person_id)
    .where(address.c.id == _of)
    .scalar_subquery()
)
_of_invitation = (
    select(_newest_post)
    .join(invitation, invitation.c.person_id == post.c.person_id)
    .where(invitation.c.id == _of)
    .scalar_subquery()
)
_bound = select(digest_target.c.area_id).where(digest_target.c.address_id == _of)
_offered = select(invitation.c.area_id).where(invitation.c.id == _of)
_reported = (
    select(meeting.c.chapter_id)
    .join(report, report.c.meeting_id == meeting.c.id)
    .where(report.c.id == _of)
)

Places = dict[str, ColumnElement[int]]


def _first(column: Column[int], where: ColumnElement[bool]) -> ColumnElement[int]:
    return select(column).where(where).limit(1).scalar_subquery()


def _of_post(post_id: ColumnElement[int]) -> Places:
    mine = post.c.id == post_id
    return {"chapter_id": _first(post.c.chapter_id, mine), "area_id": _first(post.c.area_id, mine)}


def _or_else(places: Places, area_id: Select[tuple[int]]) -> Places:
    found = func.coalesce(places["area_id"], area_id.limit(1).scalar_subquery())
    return {**places, "area_id": found}


# Where a subject belongs, by its kind; either may be nowhere.
_PLACES: dict[str, Places] = {
    "chapter": {"chapter_id": _first(chapter.c.id, chapter.c.id == _of)},
    "area": {"area_id": _first(area.c.id, area.c.id == _of)},
    "meeting": {"chapter_id": _first(meeting.c.chapter_id, meeting.c.id == _of)},
    "report": {"chapter_id": _reported.scalar_subquery()},
    "topic": {"area_id": _first(topic.c.area_id, topic.c.id == _of)},
    "questionnaire": {"area_id": _first(questionnaire.c.area_id, questionnaire.c.id == _of)},
    "enquiry": {"chapter_id": _first(enquiry.c.chapter_id, enquiry.c.id == _of)},
    "programme": {"area_id": _first(programme.c.area_id, programme.c.id == _of)},
    "target": {"area_id": _first(target.c.area_id, target.c.id == _of)},
    "duty": {"area_id": _first(duty.c.area_id, duty.c.id == _of)},
    "post": _of_post(_of),
    "person": _of_post(_of_person),
    "address": _or_else(_of_post(_of_address), _bound),
    "invitation": _or_else(_of_post(_of_invitation), _offered),
}
_FIELDS = ("at", "person_id", "action", "subject", "before", "after")


def _insert(places: Places) -> Insert:
    values: dict[str, Any] = {name: bindparam(name, type_=table.c[name].type) for name in _FIELDS}
    return table.insert().values(**values, **places)


_INSERTS = {kind: _insert(places) for kind, places in _PLACES.items()}
# What holds everywhere is told at the topmost place.
_top = _first(area.c.id, area.c.parent_id.is_(None))
_EVERYWHERE = _insert({"area_id": _top})
_OF_ALL = frozenset({"kind", "everybody", "counter_kind", "rating_scale"})
# An import is told where whoever brought it in works, by the command line at the topmost place.
_office = _first(post.c.area_id, post.c.id == _of_office)
_IMPORTED = _insert({"area_id": func.coalesce(_office, _top)})
_ELSEWHERE = table.insert()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Who did what, with the values before and after; None stands for the bot itself.

    Which chapter or area it belongs to is found by the `subject`, as "report:12".
    """

    person_id: int | None
    action: str
    subject: str
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


def add_later(unit: UnitOfWork, entry: Entry, *, now: datetime) -> None:
    """Notes an action by the end of the transaction."""
    row = {
        "at": now,
        "person_id": entry.person_id,
        "action": entry.action,
        "subject": entry.subject,
        "before": entry.before,
        "after": entry.after,
    }
    kind, _, number = entry.subject.partition(":")
    if kind in _INSERTS and number.isdecimal():
        unit.buffer(_INSERTS[kind], {**row, "of": int(number)})
    elif kind == "import":
        unit.buffer(_IMPORTED, row)
    elif kind in _OF_ALL:
        unit.buffer(_EVERYWHERE, row)
    else:
        unit.buffer(_ELSEWHERE, row)
