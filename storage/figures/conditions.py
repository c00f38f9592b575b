"""What the report on a meeting counts for: one condition for each figure, whoever counts."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, and_, exists, func, or_

from domain.records import Presence
from domain.report import CadrePresence, ReportState
from storage.tables.meetings import attendance, meeting, report

_CAME = (CadrePresence.YES, CadrePresence.SUBSTITUTE)
HELD = report.c.state == ReportState.HELD
# A cadre's word, or one sent in their place, that they were there.
CONFIRMED = exists().where(
    attendance.c.meeting_id == meeting.c.id,
    attendance.c.state.in_([Presence.ATTENDED, Presence.SUBSTITUTE]),
)
_done = report.c.answers["activities"].as_string()
_other_day = and_(HELD, report.c.held_on != meeting.c.planned_on)
# Where the chapter chooses the day, there is no other day.
_on_day = or_(meeting.c.planned_on.is_(None), report.c.held_on == meeting.c.planned_on)
_topical = or_(report.c.topic_id.is_not(None), func.length(report.c.topic_text) > 0)

# What is read out of the answers, which takes longer than all the rest.
SAID = ("discussion", "dialogue", "proposals")
COUNTS_FOR: Mapping[str, ColumnElement[bool]] = {
    "held": HELD,
    "on_day": and_(HELD, _on_day),
    "on_time": report.c.on_time.is_(True),
    "late": report.c.on_time.is_(False),
    "not_held": report.c.state == ReportState.NOT_HELD,
    "moved": or_(report.c.state == ReportState.MOVED, _other_day),
    "topic": and_(HELD, _topical),
    "discussion": and_(HELD, _done.contains('"discussion"')),
    "dialogue": and_(HELD, _done.contains('"dialogue"')),
    "cadre": and_(HELD, CONFIRMED),
    "cadre_told": and_(HELD, report.c.cadre_present.in_(_CAME)),
    "proposals": func.length(report.c.answers["proposal"].as_string()) > 0,
}
