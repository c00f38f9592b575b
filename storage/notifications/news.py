"""What people are to be told with their next message."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, func, select, true, update

from domain.news import News, Section
from domain.people import BUNDLED, Role
from storage.meetings.pauses import is_on_leave
from storage.paths import within
from storage.tables.cadres import news as table
from storage.tables.directory import address, post
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptNews:
    """News as they are kept; `is_told` once a message with them was queued, or they were seen."""

    id: int
    news: News
    at: datetime
    is_told: bool


_UNTOLD = table.c.told_at.is_(None)


def _news(row: Row[Any]) -> News:
    return News(
        person_id=row.person_id,
        section=Section(row.section),
        key=row.key,
        args=row.args,
        command=row.command,
        label_key=row.label_key,
        dedupe_key=row.dedupe_key,
        urgent=row.urgent,
    )


async def add(unit: UnitOfWork, rows: Sequence[News], *, now: datetime) -> None:
    """Keeps news; those whose dedupe key was used before are left out."""
    if rows:
        values = [
            {
                "person_id": news.person_id,
                "at": now,
                "section": news.section,
                "key": news.key,
                "args": dict(news.args),
                "command": news.command,
                "label_key": news.label_key,
                "dedupe_key": news.dedupe_key,
                "urgent": news.urgent,
            }
            for news in rows
        ]
        await unit.run(unit.insert(table).on_conflict_do_nothing(), values)


async def list_waiting(
    unit: UnitOfWork, person_ids: Collection[int], *, urgent: bool = False
) -> set[int]:
    """Returns those of the people who are still to be told something, perhaps urgently."""
    wanted = table.c.person_id.in_(sorted(person_ids))
    hurried = table.c.urgent if urgent else true()
    statement = select(table.c.person_id).where(wanted, _UNTOLD, hurried).distinct()
    return {row.person_id for row in await unit.all(statement)} if person_ids else set()


async def list_unbundled(unit: UnitOfWork, *, before: datetime, today: date) -> set[int]:
    """Returns the leaders and deputies without a bundle who wait for news from `before`.

    Those on leave, and those whom no message reaches, are left out.
    """
    held = (
        post.c.person_id == table.c.person_id,
        within(post.c.valid_from, post.c.valid_to, today),
    )
    reports = exists().where(*held, post.c.role.in_((Role.LEADER, Role.DEPUTY)))
    has_bundle = exists().where(*held, post.c.role.in_(sorted(BUNDLED)))
    is_reached = exists().where(
        address.c.person_id == table.c.person_id,
        address.c.reachable,
        address.c.in_group.is_(False),
    )
    rows = await unit.all(
        select(table.c.person_id)
        .where(
            _UNTOLD,
            table.c.at < before,
            reports,
            ~has_bundle,
            is_reached,
            ~is_on_leave(table.c.person_id, today),
        )
        .distinct()
    )
    return {row.person_id for row in rows}


async def count_untold(unit: UnitOfWork, person_id: int) -> int:
    """Returns how many things somebody is still to be told."""
    wanted = (table.c.person_id == person_id, _UNTOLD)
    return int(await unit.scalar(select(func.count()).select_from(table).where(*wanted)) or 0)


async def take(
    unit: UnitOfWork, rows: Mapping[int, int], *, now: datetime, urgent: bool = False
) -> dict[int, list[News]]:
    """Returns what people are to be told, or the urgent part; nobody else will tell it.

    `rows` names for each person the outbox row that tells it.
    """
    waiting = await list_waiting(unit, rows, urgent=urgent)
    if not waiting:
        return {}
    statement = update(table).where(table.c.person_id == bindparam("person"), _UNTOLD)
    if urgent:
        statement = statement.where(table.c.urgent)
    values = [{"person": number, "row": rows[number], "now": now} for number in sorted(waiting)]
    await unit.run(statement.values(told_at=bindparam("now"), told_by=bindparam("row")), values)
    told = await list_told_by(unit, [rows[number] for number in waiting])
    return {number: told[rows[number]] for number in waiting if rows[number] in told}


async def list_told_by(unit: UnitOfWork, row_ids: Collection[int]) -> dict[int, list[News]]:
    """Returns the news that outbox rows tell, by row, first things first."""
    found: dict[int, list[News]] = defaultdict(list)
    statement = select(table).where(table.c.told_by.in_(sorted(row_ids))).order_by(table.c.id)
    for row in await unit.all(statement) if row_ids else []:
        found[row.told_by].append(_news(row))
    return dict(found)


async def release(unit: UnitOfWork, row_ids: Collection[int]) -> None:
    """Lets news be untold again whose outbox rows never went out."""
    if row_ids:
        await unit.run(
            update(table)
            .where(table.c.told_by.in_(sorted(row_ids)))
            .values(told_at=None, told_by=None)
        )


async def list_newest(unit: UnitOfWork, person_id: int, *, limit: int) -> list[KeptNews]:
    """Returns the newest news of a person, told or not, the newest first."""
    mine = select(table).where(table.c.person_id == person_id)
    rows = await unit.all(mine.order_by(table.c.id.desc()).limit(limit))
    return [
        KeptNews(id=row.id, news=_news(row), at=row.at, is_told=row.told_at is not None)
        for row in rows
    ]


async def mark_seen(unit: UnitOfWork, ids: Collection[int], *, now: datetime) -> None:
    """Notes that somebody has looked at some of their news."""
    if ids:
        wanted = table.c.id.in_(sorted(ids))
        await unit.run(update(table).where(wanted, _UNTOLD).values(told_at=now))


async def mark_opened(unit: UnitOfWork, person_id: int, command: str, *, now: datetime) -> None:
    """Notes that somebody has opened what some of their news lead to."""
    wanted = (table.c.person_id == person_id, table.c.command == command, _UNTOLD)
    await unit.run(update(table).where(*wanted).values(told_at=now))


async def take_buttons_away(unit: UnitOfWork, beginning: str) -> None:
    """Leaves news without the button whose command begins so: there is nothing left to do."""
    over = table.c.command.startswith(beginning, autoescape=True)
    await unit.run(update(table).where(over).values(command=None, label_key=None))


async def drop_untold(unit: UnitOfWork, beginning: str) -> set[tuple[int, str]]:
    """Deletes news that hold no more and nobody was told yet: their dedupe keys begin so.

    Returns whom they were for, with their text keys.
    """
    named = table.c.dedupe_key.startswith(beginning, autoescape=True)
    rows = await unit.all(
        delete(table).where(named, _UNTOLD).returning(table.c.person_id, table.c.key)
    )
    return {(row.person_id, row.key) for row in rows}
