"""Keeps what a place or chapter was called before it was renamed by a workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from domain.names import same_name
from storage import UnitOfWork
from storage.directory import areas, chapters, pasts

ChangeRow = Mapping[str, Any]


async def keep_former_names(unit: UnitOfWork, sheet: str, rows: Sequence[ChangeRow]) -> None:
    """Keeps the former state of what gets another name; a mended spelling is no other name."""
    renamed = {row["id"]: row for row in rows if _is_renamed(row)}
    if sheet == "areas" and renamed:
        for old in (await areas.by_ids(unit, renamed)).values():
            after = renamed[old.id]["after"]
            new = replace(
                old,
                **{
                    literal: after[literal]
                    for literal in ("name", "level", "code")
                    if literal in after
                },
            )
            await pasts.change_areas(unit, [(old, new)], first_day=_day(renamed[old.id]))
    elif sheet == "chapters" and renamed:
        for was in (await chapters.by_ids(unit, renamed)).values():
            name = {"name": renamed[was.id]["after"]["name"]}
            await pasts.change_chapters(unit, [was], name, first_day=_day(renamed[was.id]))


def _is_renamed(row: ChangeRow) -> bool:
    after = row["after"].get("name")
    return after is not None and not same_name(after, row["before"]["name"])


def _day(row: ChangeRow) -> date:
    return date.fromisoformat(row["on"])
