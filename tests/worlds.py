"""Communes that have one row of everything, and all rows of one of them have the same number.

So the number in a button names something there whatever it is taken for: a chapter, a case.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Integer, Table, insert

from domain.chapters import Area
from domain.report_json import report_to_json
from storage import UnitOfWork
from storage.directory import areas
from storage.tables import (
    cadres,
    directory,
    grading,
    history,
    meetings,
    metadata,
    programmes,
    workbook,
)
from storage.tables.base import Moment
from tests.directory import LONG_AGO, at, held

DAY = date(2026, 11, 5)
# What the columns hold that words, a usual day and the commune's number do not fit.
VALUES: Mapping[Table, Mapping[str, Any]] = {
    directory.area: {"level": "commune", "valid_to": None},
    directory.chapter: {
        "member_count": 32,
        "rule": None,
        "shift": None,
        "start_time": "19:00",
        "valid_to": None,
    },
    directory.person: {},
    directory.conversation: {"draft_id": None, "handler": None, "prompt_id": None},
    directory.address: {"channel": "telegram", "in_group": False, "unreachable_at": None},
    directory.post: {
        "role": "leader",
        "area_id": None,
        "valid_to": None,
        "stands_in_for": None,
        "kind_id": None,
        "association": None,
    },
    directory.change: {"what": "name", "undone_at": None, "undone_by": None},
    directory.invitation: {"area_id": None, "used_at": None, "used_by": None, "revoked_at": None},
    directory.consent: {"withdrawn_at": None},
    directory.privacy_request: {
        "kind": "erasure",
        "state": "open",
        "closed_at": None,
        "closed_by": None,
    },
    directory.wanted_name: {},
    directory.holiday: {},
    meetings.meeting: {
        "type": "regular",
        "period": "2026-11",
        "start_time": "19:00",
        "state": "held",
        "moved_to": None,
        "reopened_until": None,
    },
    meetings.report: {
        "role": "leader",
        "state": "held",
        "present": 28,
        "total": 32,
        "cadre_present": "yes",
        "typed_by": None,
    },
    meetings.attendance: {
        "planned": None,
        "substitute_id": None,
        "state": "unconfirmed",
        "leader_word": None,
    },
    meetings.topic: {"kind_id": None, "association": None, "period": "2026-11"},
    meetings.topic_chapter: {},
    meetings.difficulty: {
        "category": "infrastructure",
        "level": "commune",
        "state": "open",
        "joined_to": None,
    },
    meetings.difficulty_event: {"action": "raised"},
    grading.meeting_grade: {"source": "self", "grade": "tot", "score_table_id": None},
    cadres.duty: {"per": "month", "valid_to": None},
    cadres.enquiry: {"answer": None, "answered_at": None, "answered_by": None},
    history.pause: {"chapter_id": None, "area_id": None},
    programmes.exemplar: {"field": "society", "state": "recognised"},
    programmes.exemplar_copy: {"state": "trying"},
    programmes.chapter_event: {"kind": "commended"},
    workbook.directory_import: {"state": "staged", "done_at": None},
}


async def add_world(
    unit: UnitOfWork, number: int, words: str, *, kind: int, parent: Area | None = None
) -> Area:
    """Adds a commune, all of whose rows have this number and these words."""
    usual: dict[str, Any] = {
        "language": "vi",
        "path": f"{parent.path if parent else '/'}{number}/",
        "parent_id": parent.id if parent else None,
        "kind_id": kind,
        "answers": report_to_json(held(topic_text=words, place=words, chair=words)),
    }
    for table in metadata.sorted_tables:
        if table in VALUES:
            given = {**usual, **VALUES[table]}
            row = {
                column.name: given[column.name]
                if column.name in given
                else _value(column, number, words)
                for column in table.c
                if column.name != "search_key"
            }
            await unit.run(insert(table).values(row))
    return await areas.get(unit, number)


def _value(column: Column[Any], number: int, words: str) -> Any:
    """What a column holds whose values are not given."""
    if column.foreign_keys or column.primary_key:
        return number
    if isinstance(column.type, Date):
        return LONG_AGO if column.name == "valid_from" else DAY
    usual = {Boolean: True, Integer: 1, Moment: at(5), JSON: {}}
    return next((usual[kind] for kind in usual if isinstance(column.type, kind)), words)
