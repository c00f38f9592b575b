"""The directory from a file at the desk: looked at, put right, agreed to, brought in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any

from domain.files import StoredFile
from domain.refusals import BadInput, NotAllowed, NotFound
from operations.access import may_send
from operations.context import ActorContext
from operations.maintenance import files
from operations.maintenance.handing_over import require_here
from operations.workbook.chat import APPLY, LOOK, kind_of, queue_apply, takes_name
from storage import UnitOfWork
from storage.maintenance import tasks
from storage.maintenance.tasks import Task, TaskStand

_LISTED, _LOOKED_AT = 10, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLook:
    """A look at a file: how far it is, what it found, and what waits for a word.

    `import_id` is what can be brought in, `wants_word` is set where how the file is read must be
    agreed to first; `applied` is what bringing it in came to, "" before that.
    """

    id: int
    name: str
    at: datetime
    state: str
    lines: Sequence[str]
    import_id: int | None
    wants_word: bool
    applying: str
    applied: Sequence[str]


async def check_upload(context: ActorContext, name: str) -> str:
    """Returns what the content of a file must be; raises a refusal where none is taken."""
    if not may_send(context.posts, context.today):
        raise NotAllowed("not-your-area")
    if not takes_name(name):
        raise BadInput("workbook-other-file", name=PurePath(name).name[:80])
    here = await require_here(context)
    await files.check_upload(context.unit, here.address, policy=context.policy, now=context.now)
    return kind_of(name)


async def look_at_file(context: ActorContext, name: str, stored: StoredFile) -> int:
    """Queues the look at a file that is on disk; returns its number."""
    unit, here = context.unit, await require_here(context)
    attachment_id = await files.add_uploaded(
        unit, here.address, kind=kind_of(name), name=name, stored=stored, now=context.now
    )
    payload = {
        "attachment_id": attachment_id,
        "person_id": context.actor.id,
        "address_id": here.id,
        "at_desk": PurePath(name).name[:80],
    }
    return await tasks.add(unit, kind=LOOK, payload=payload, now=context.now)


async def apply_at_desk(context: ActorContext, look_id: int) -> None:
    """Queues the writing of what a look found; raises NotFound unless it waits for that."""
    look = await find_look(context, look_id)
    if look.import_id is None:
        raise NotFound("workbook-gone")
    await queue_apply(context, look.import_id, await require_here(context), at_desk=look.name)


async def list_looks(context: ActorContext) -> list[DeskLook]:
    """Returns the looks that somebody asked for at the desk lately, the newest first."""
    found = await tasks.list_newest(context.unit, LOOK, limit=_LOOKED_AT)
    written = await _list_written(context)
    mine = [one for one in found if _is_mine(context, one.payload)]
    return [_look(one, written) for one in mine[:_LISTED]]


async def find_look(context: ActorContext, look_id: int) -> DeskLook:
    """Returns one of one's own looks; raises NotFound for any other."""
    found = await tasks.list_newest(context.unit, LOOK, limit=_LOOKED_AT)
    mine = (one for one in found if one.id == look_id and _is_mine(context, one.payload))
    stand = next(mine, None)
    if stand is None:
        raise NotFound("workbook-gone")
    return _look(stand, await _list_written(context))


def _is_mine(context: ActorContext, payload: Mapping[str, Any]) -> bool:
    return payload.get("person_id") == context.actor.id and "at_desk" in payload


async def _list_written(context: ActorContext) -> dict[int, TaskStand]:
    found = await tasks.list_newest(context.unit, APPLY, limit=_LOOKED_AT)
    return {one.payload["import_id"]: one for one in found}


def _look(stand: TaskStand, written: Mapping[int, TaskStand]) -> DeskLook:
    waits = stand.payload.get("waits") or {}
    import_id = waits.get("id") if waits.get("is_import") else None
    applying = written.get(import_id) if import_id else None
    return DeskLook(
        id=stand.id,
        name=stand.payload["at_desk"],
        at=stand.created_at,
        state=stand.state,
        lines=stand.payload.get("lines", ()),
        import_id=None if applying else import_id,
        wants_word=bool(waits) and import_id is None,
        applying=applying.state if applying else "",
        applied=applying.payload.get("lines", ()) if applying else (),
    )


async def keep_answer(
    unit: UnitOfWork,
    task: Task,
    lines: Sequence[str],
    waits: Mapping[str, Any],
    *,
    until: datetime,
) -> None:
    """Keeps with a task what it found, for the page that asked."""
    payload = {**task.payload, "lines": list(lines), "waits": dict(waits)}
    await tasks.note(unit, task.id, payload, until=until)
