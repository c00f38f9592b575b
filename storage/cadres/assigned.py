"""Rows of attendance for whoever is assigned to meetings ahead, kept by the database itself."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import (
    Date,
    and_,
    bindparam,
    delete,
    exists,
    literal,
    or_,
    select,
)

from domain.chapters import ids_of
from domain.meetings import MeetingState
from domain.people import Role
from domain.records import Presence
from storage.directory.areas import is_above
from storage.listed import listed
from storage.meetings.meetings import expected_day, looked_up_state, taken_until
from storage.meetings.pauses import is_on_leave
from storage.paths import within
from storage.tables.directory import area, chapter, chapter_kind, post
from storage.tables.meetings import attendance as table
from storage.tables.meetings import meeting
from storage.unit import UnitOfWork

_UNTOUCHED = and_(
    table.c.state == Presence.UNCONFIRMED, table.c.leader_word.is_(None), table.c.planned.is_(None)
)
_stand_in = post.alias("stand_in")
_today = bindparam("today", type_=Date)


async def sync(unit: UnitOfWork, area_ids: Collection[int], *, today: date) -> None:
    """Gives each meeting ahead, of some areas' own chapters, a row for each cadre of `today`.

    Rows of others go, unless something was said about them.
    """
    here = {"areas": area_ids}
    paths = [row.path for row in await unit.all(_PATHS, here)]
    above = {"places": {area_id for path in paths for area_id in ids_of(path)}}
    places = [row.area_id for row in await unit.all(_SERVED, above)]
    insert = unit.insert(table).from_select(["meeting_id", "person_id", "state"], _MISSING)
    await unit.run(insert.on_conflict_do_nothing(), {**here, "places": places, "today": today})
    await unit.run(_REMOVE, {**here, "places": places, "today": today})


_PATHS = select(area.c.path).where(listed(area.c.id, "areas"))
_SERVED = (
    select(post.c.area_id)
    .where(listed(post.c.area_id, "places"), post.c.role == Role.CADRE)
    .distinct()
)
_AHEAD = (
    select(meeting.c.id)
    .join(chapter, chapter.c.id == meeting.c.chapter_id)
    .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
    .join(area, area.c.id == chapter.c.area_id)
    .where(
        listed(chapter.c.area_id, "areas"),
        chapter_kind.c.recording != "off",
        looked_up_state.in_((MeetingState.PLANNED, MeetingState.MOVED)),
        taken_until >= _today,
        or_(expected_day.is_(None), expected_day >= _today),
    )
)
_is_away = exists().where(
    _stand_in.c.stands_in_for == post.c.id,
    _stand_in.c.role == Role.CADRE,
    within(_stand_in.c.valid_from, _stand_in.c.valid_to, _today),
)
_SERVES = and_(
    post.c.role == Role.CADRE,
    within(post.c.valid_from, post.c.valid_to, _today),
    ~_is_away,
    ~is_on_leave(post.c.person_id, expected_day),
)
_IS_ONE = post.c.person_id == table.c.person_id
_OF_PLACE = and_(
    is_above(post.c.area_id),
    or_(post.c.kind_id.is_(None), post.c.kind_id == chapter.c.kind_id),
    or_(post.c.association.is_(None), post.c.association == chapter_kind.c.association),
)
_PAIRS = _AHEAD.with_only_columns(
    meeting.c.id.label("meeting_id"), post.c.person_id, maintain_column_froms=True
).where(_SERVES)
_assigned = (
    _PAIRS.join(post, post.c.chapter_id == chapter.c.id)
    .union(_PAIRS.join(post, and_(listed(post.c.area_id, "places"), _OF_PLACE)))
    .subquery("assigned")
)
_MISSING = select(_assigned, literal(Presence.UNCONFIRMED.value)).where(
    ~exists().where(
        table.c.meeting_id == _assigned.c.meeting_id, table.c.person_id == _assigned.c.person_id
    )
)
_REMOVE = delete(table).where(
    table.c.id.in_(
        _AHEAD.with_only_columns(table.c.id, maintain_column_froms=True)
        .join(table, table.c.meeting_id == meeting.c.id)
        .where(
            _UNTOUCHED,
            ~exists().where(post.c.chapter_id == chapter.c.id, _IS_ONE, _SERVES),
            ~exists().where(listed(post.c.area_id, "places"), _OF_PLACE, _IS_ONE, _SERVES),
        )
    )
)
