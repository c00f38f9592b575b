"""Brings a plan in: staged in parts, decided in one step, written part by part.

Nothing is visible before the decision, and from the decision on the import is always written to
its end: each part is a short transaction that notes itself as written, and whoever comes next,
after a crash or beside another process, goes on with the first part that is not.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.policy import Policy
from domain.refusals import Conflict, NotFound
from operations.meetings.replanning import REPLAN
from operations.workbook.clashes import tell_clashes
from operations.workbook.plans import Change, Plan
from operations.workbook.reforming import apply_reforms
from operations.workbook.reforms import SHEET
from operations.workbook.renaming import keep_former_names
from storage import UnitOfWork
from storage.directory import directory_imports, directory_rows, directory_writes
from storage.directory.directory_imports import DirectoryImport, Part
from storage.maintenance import audit, tasks

FINISH = "finish_import"
# A part's transaction stays well under the 200 ms for which talks may be held up.
ROWS_AT_ONCE = 200
_LOOKED_AFTER = timedelta(minutes=2)
_ORDER = (
    "areas",
    "kinds",
    "chapters",
    "people",
    "posts",
    "duties",
    "holidays",
    "channels",
    "programmes",
    "pilots",
    "targets",
    "counters",
    "scores",
    "scales",
    SHEET,
)
_REFERENCES = {
    "parent_id": "areas",
    "area_id": "areas",
    "kind_id": "kinds",
    "chapter_id": "chapters",
    "person_id": "people",
    "programme_id": "programmes",
}
_SUBJECTS = {
    "areas": "area",
    "kinds": "kind",
    "chapters": "chapter",
    "people": "person",
    "posts": "post",
    "duties": "duty",
    "holidays": "holiday",
    "channels": "digest_target",
    "programmes": "programme",
    "pilots": "programme",
    "targets": "target",
    "counters": "counter_kind",
    "scores": "score_table",
    "scales": "rating_scale",
}

Transaction = Callable[[], AbstractAsyncContextManager[UnitOfWork]]
Progress = Callable[[int], None]
Made = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Applied:
    """How many rows an import has added, changed and ended."""

    added: int
    changed: int
    ended: int


def _ignore(_rows: int) -> None:
    return None


async def stage_import(
    write: Transaction,
    plan: Plan,
    *,
    fingerprint: str,
    person_id: int | None,
    now: datetime,
    on_rows: Progress = _ignore,
) -> int:
    """Stores a plan without deciding it; returns the import's id."""
    counts = {sort: plan.total(sort) for sort in ("added", "changed", "ended")}
    async with write() as unit:
        # Whoever sends another file means that one.
        await directory_imports.drop_staged(unit, person_id=person_id, now=now)
        import_id = await directory_imports.add(
            unit, fingerprint=fingerprint, counts=counts, person_id=person_id, now=now
        )
    for number, (sheet, action, rows) in enumerate(_parts(plan)):
        async with write() as unit:
            await directory_imports.add_part(
                unit, import_id, number=number, sheet=sheet, action=action, rows=rows
            )
        on_rows(len(rows))
    return import_id


async def apply_import(
    read: Transaction,
    write: Transaction,
    import_id: int,
    *,
    policy: Policy,
    now: datetime,
    on_rows: Progress = _ignore,
) -> Applied:
    """Decides a staged import and writes it; done once already, it changes nothing.

    Raises Conflict if the directory is no longer the one the plan was made for, NotFound if
    the import was dropped.
    """
    async with read() as unit:
        found = await _get(unit, import_id)
        if found.state == "dropped":
            raise NotFound("workbook-gone")
        known = await directory_rows.load(unit) if found.state == "staged" else None
    if known is not None and directory_rows.fingerprint(known) != found.fingerprint:
        await _require_decided(read, import_id)
    async with write() as unit:
        if await directory_imports.move(
            unit, import_id, before="staged", after="applying", now=now
        ):
            # By then whoever decided it is through, or gone.
            await tasks.add(
                unit,
                kind=FINISH,
                payload={"import_id": import_id},
                now=now,
                not_before=now + _LOOKED_AFTER,
            )
            _note(unit, found, now=now)
    await finish_import(read, write, import_id, policy=policy, now=now, on_rows=on_rows)
    return Applied(**found.counts)


async def _require_decided(read: Transaction, import_id: int) -> None:
    """Raises Conflict unless the change seen is this import itself, decided elsewhere."""
    async with read() as unit:
        if (await _get(unit, import_id)).state not in ("applying", "done"):
            raise Conflict("workbook-changed-meanwhile")


async def finish_imports(
    read: Transaction, write: Transaction, *, policy: Policy, now: datetime
) -> None:
    """Writes to their end all imports that were decided."""
    async with read() as unit:
        left = await directory_imports.list_undone(unit)
    for import_id in left:
        await finish_import(read, write, import_id, policy=policy, now=now)


async def finish_import(
    read: Transaction,
    write: Transaction,
    import_id: int,
    *,
    policy: Policy,
    now: datetime,
    on_rows: Progress = _ignore,
) -> None:
    """Writes those parts of a decided import that are not written yet."""
    async with read() as unit:
        found = await _get(unit, import_id)
        if found.state != "applying":
            return
        parts = await directory_imports.list_parts(unit, import_id)
        made: Made = {}
        for sheet, ids in await directory_imports.list_made(unit, import_id):
            made.setdefault(sheet, []).extend(ids)
    for number, _, is_written in parts:
        if not is_written:
            async with write() as unit:
                rows = await _write_part(unit, found, number, made, policy=policy, now=now)
            on_rows(rows)
    async with write() as unit:
        await directory_imports.move(unit, import_id, before="applying", after="done", now=now)
        # Days of chapters and kinds, free days and posts: the meetings ahead follow them.
        await tasks.add(unit, kind=REPLAN, payload={"path": "/"}, now=now)


async def _get(unit: UnitOfWork, import_id: int) -> DirectoryImport:
    found = await directory_imports.find(unit, import_id)
    if found is None:
        raise NotFound("workbook-gone")
    return found


async def _write_part(
    unit: UnitOfWork,
    found: DirectoryImport,
    number: int,
    made: Made,
    *,
    policy: Policy,
    now: datetime,
) -> int:
    """Writes one part unless another process has; keeps the ids of what was added in `made`."""
    part = await directory_imports.get_part(unit, found.id, number)
    ids = part.ids
    if ids is None:
        by = found.person_id
        if part.sheet == SHEET:
            await apply_reforms(unit, part.rows, by=by, policy=policy, now=now)
            ids = []
        else:
            ids = await _write(unit, part, made, by=by, now=now)
            if part.sheet == "people" and part.action == "add" and by is not None:
                added = dict(zip(ids, part.rows, strict=True))
                await tell_clashes(unit, added, import_id=found.id, by=by, policy=policy, now=now)
        await directory_imports.mark_written(unit, found.id, number, ids=ids, now=now)
    if part.action == "add":
        made.setdefault(part.sheet, []).extend(ids)
    return len(part.rows)


async def _write(
    unit: UnitOfWork, part: Part, made: Made, *, by: int | None, now: datetime
) -> Sequence[int]:
    if part.action == "add":
        rows = [_resolved(row, made) for row in part.rows]
        return await directory_writes.add_rows(unit, part.sheet, rows, now=now)
    await keep_former_names(unit, part.sheet, part.rows)
    changes = [(row["id"], _resolved(row["after"], made)) for row in part.rows]
    await directory_writes.change_rows(unit, part.sheet, changes, now=now)
    for row in part.rows:
        audit.add_later(
            unit,
            audit.Entry(
                person_id=by,
                action="directory.change",
                subject=_subject(part.sheet, row),
                before=row["before"],
                after=row["after"],
            ),
            now=now,
        )
    return []


def _subject(sheet: str, row: Mapping[str, Any]) -> str:
    """Returns what a change is filed under; a target that goes, under its programme."""
    if sheet == "targets" and "valid_to" in row["after"]:
        return f"programme:{row['before']['programme_id']}"
    return f"{_SUBJECTS[sheet]}:{row['id']}"


def _resolved(values: Mapping[str, Any], made: Made) -> dict[str, Any]:
    """Returns values with the ids of rows that were new when the plan was made."""
    return {
        column: made[_REFERENCES[column]][-value - 1]
        if column in _REFERENCES and value is not None and value < 0
        else value
        for column, value in values.items()
    }


def _note(unit: UnitOfWork, found: DirectoryImport, *, now: datetime) -> None:
    audit.add_later(
        unit,
        audit.Entry(
            person_id=found.person_id,
            action="directory.import",
            subject=f"import:{found.id}",
            after=found.counts,
        ),
        now=now,
    )


def _parts(plan: Plan) -> Iterator[tuple[str, str, list[Any]]]:
    for sheet in _ORDER:
        added = plan.adds.get(sheet, [])
        for rows in _divided(sheet, added):
            yield sheet, "add", list(rows)
    for sheet in _ORDER:
        for changes in _chunks(plan.changes.get(sheet, [])):
            yield sheet, "change", [_change_row(change, plan) for change in changes]


def _divided(sheet: str, added: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yields new rows by the transaction; each merger, split or move is one of its own."""
    if sheet == "areas":
        yield from _generations(added)
    elif sheet == SHEET:
        yield from ([value] for value in added)
    else:
        yield from _chunks(added)


def _chunks(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for first in range(0, len(rows), ROWS_AT_ONCE):
        yield rows[first : first + ROWS_AT_ONCE]


def _generations(areas: Sequence[Mapping[str, Any]]) -> Iterator[Sequence[Any]]:
    """Cuts where an area's parent would stand in the same part."""
    first = 0
    for place, area in enumerate(areas):
        parent = area["parent_id"]
        is_here = parent is not None and parent < 0 and -parent - 1 >= first
        if is_here or place - first >= ROWS_AT_ONCE:
            yield areas[first:place]
            first = place
    if first < len(areas):
        yield areas[first:]


def _change_row(change: Change, plan: Plan) -> dict[str, Any]:
    return {"id": change.id, "before": change.before, "after": change.after, "on": plan.today}
