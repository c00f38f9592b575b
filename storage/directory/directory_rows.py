"""The whole directory as it stands, read at once for comparing and for writing out."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from sqlalchemy import Table, select

from storage.tables import directory as tables
from storage.tables.cadres import duty
from storage.tables.grading import rating_scale, score_table
from storage.tables.meetings import digest_target
from storage.tables.programmes import counter_kind, programme, programme_area, target
from storage.unit import UnitOfWork

Rows = Mapping[str, Sequence[Any]]

# Columns that other work changes and no sheet shows.
_UNSEEN = {"created_at", "search_key", "version"}
_SHEETS: dict[str, Table] = {
    "areas": tables.area,
    "kinds": tables.chapter_kind,
    "chapters": tables.chapter,
    "people": tables.person,
    "posts": tables.post,
    "duties": duty,
    "holidays": tables.holiday,
    "programmes": programme,
    "pilots": programme_area,
    "targets": target,
    "counters": counter_kind,
    "scores": score_table,
    "scales": rating_scale,
}
_CHANNELS = (
    select(
        digest_target.c.id,
        tables.address.c.channel,
        tables.address.c.account,
        tables.address.c.chat,
        tables.address.c.title,
        digest_target.c.area_id,
        digest_target.c.language,
    )
    .join(tables.address, tables.address.c.id == digest_target.c.address_id)
    .where(digest_target.c.ended_at.is_(None), tables.address.c.in_group)
    .order_by(digest_target.c.id)
)


async def load(unit: UnitOfWork) -> Rows:
    """Returns the rows of each sheet, with their columns as attributes, by id."""
    found: dict[str, Sequence[Any]] = {}
    for sheet, table in _SHEETS.items():
        # The versions of score tables are rows of their own, not counts of changes.
        unseen = () if table is score_table else _UNSEEN
        columns = [column for column in table.c if column.name not in unseen]
        found[sheet] = await unit.all(select(*columns).order_by(*table.primary_key.columns))
    found["channels"] = await unit.all(_CHANNELS)
    return found


def fingerprint(rows: Rows) -> str:
    """Returns a digest of the rows: another one means that the directory has changed."""
    digest = blake2b(digest_size=16)
    for sheet, found in rows.items():
        digest.update(sheet.encode())
        for row in found:
            digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()
