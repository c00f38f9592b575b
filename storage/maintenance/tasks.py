"""Long work as rows: taken up outside any transaction, and again if the process dies."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select, update

from storage.tables.mail import PENDING
from storage.tables.mail import task as table
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One piece of work: what `kind`, with which `payload`, and how often it was begun."""

    id: int
    kind: str
    payload: dict[str, Any]
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStand:
    """How far a piece of work is: "pending", "done" or "failed"."""

    id: int
    kind: str
    payload: dict[str, Any]
    state: str
    created_at: datetime


_STANDS = select(table.c.id, table.c.kind, table.c.payload, table.c.state, table.c.created_at)
_DUE = (
    select(table)
    .where(
        table.c.state == PENDING,
        or_(table.c.not_before.is_(None), table.c.not_before <= bindparam("now")),
    )
    .order_by(table.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)


async def add(
    unit: UnitOfWork,
    *,
    kind: str,
    payload: dict[str, Any],
    now: datetime,
    not_before: datetime | None = None,
) -> int:
    """Queues a task."""
    task_id = unit.new_id()
    await unit.run(
        table.insert(),
        {
            "id": task_id,
            "kind": kind,
            "payload": payload,
            "state": "pending",
            "tries": 0,
            "not_before": not_before,
            "created_at": now,
        },
    )
    unit.wake("tasks")
    return task_id


async def find(unit: UnitOfWork, task_id: int) -> Task | None:
    """Returns a task, done or not, None once it is gone."""
    row = await unit.first(select(table).where(table.c.id == task_id))
    if row is None:
        return None
    return Task(id=row.id, kind=row.kind, payload=row.payload, tries=row.tries)


async def claim(unit: UnitOfWork, *, now: datetime, until: datetime, limit: int) -> list[Task]:
    """Takes tasks up; one that is not finished until `until` is taken up again."""
    rows = await unit.all(_DUE, {"now": now, "limit": limit})
    if rows:
        await unit.run(
            update(table)
            .where(table.c.id.in_([row.id for row in rows]))
            .values(tries=table.c.tries + 1, not_before=until)
        )
    return [
        Task(id=row.id, kind=row.kind, payload=row.payload, tries=row.tries + 1) for row in rows
    ]


async def list_newest(unit: UnitOfWork, kind: str, *, limit: int) -> list[TaskStand]:
    """Returns the newest pieces of work of a kind that are still known."""
    rows = await unit.all(
        _STANDS.where(table.c.kind == kind).order_by(table.c.id.desc()).limit(limit)
    )
    return [TaskStand(**row._mapping) for row in rows]


async def find_stand(unit: UnitOfWork, task_id: int) -> TaskStand | None:
    """Returns how far a piece of work is, None once it is gone."""
    row = await unit.first(_STANDS.where(table.c.id == task_id))
    return TaskStand(**row._mapping) if row else None


async def note(
    unit: UnitOfWork, task_id: int, payload: dict[str, Any], *, until: datetime
) -> None:
    """Notes how far a task is, which is not taken up again before `until`."""
    values = {"payload": payload, "not_before": until}
    await unit.run(update(table).where(table.c.id == task_id).values(values))


async def finish(
    unit: UnitOfWork, task_id: int, *, now: datetime, error: str | None = None
) -> None:
    """Closes a task, as failed if there is an error."""
    await unit.run(
        update(table)
        .where(table.c.id == task_id)
        .values(state="failed" if error else "done", error=error, done_at=now)
    )


async def postpone(unit: UnitOfWork, task_id: int, *, until: datetime, error: str) -> None:
    """Lets a task wait for its next try."""
    await unit.run(
        update(table).where(table.c.id == task_id).values(not_before=until, error=error)
    )


async def count_pending(unit: UnitOfWork) -> int:
    """Returns how many tasks wait."""
    return int(await unit.scalar(select(func.count()).where(table.c.state == PENDING)) or 0)
