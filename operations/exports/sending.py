"""Sheets on their way to who asked for them: queued, handed over, noted in the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.files import StoredFile
from domain.message import Message
from domain.names import name_key
from domain.policy import Policy
from domain.refusals import BadInput, NotFound
from domain.talks import KnownAddress
from operations.context import ActorContext
from operations.exports.asking import (
    SheetAsked,
    SheetOrder,
    accept_order,
    asked_from_json,
    asked_to_json,
)
from operations.maintenance.handing_over import MadeFile, asker_of, hand_over
from operations.replies import enqueue_reply
from storage import UnitOfWork
from storage.directory import chapters
from storage.maintenance import audit, tasks
from storage.maintenance.tasks import Task
from storage.messages import addresses
from texts import label, render
from texts.numbers import count

EXPORT_SHEET = "export_sheet"
# While it is worked on nobody else takes it up.
_LASTS = timedelta(minutes=5)
_LISTED, _LOOKED_AT = 10, 200


async def ask_for_sheet(context: ActorContext, asked: SheetAsked, here: KnownAddress) -> None:
    """Has a sheet made and sent; raises as `accept_order` does."""
    await _accept(context, asked)
    payload = {
        "asked": asked_to_json(asked),
        "person_id": context.actor.id,
        "address_id": here.id,
    }
    await tasks.add(context.unit, kind=EXPORT_SHEET, payload=payload, now=context.now)


async def ask_at_desk(context: ActorContext, asked: SheetAsked) -> None:
    """Has a sheet made, sent as well to where its reader is met; raises as `accept_order` does.

    Raises BadInput where nothing can be sent to them.
    """
    me = context.actor.id
    here = (await addresses.preferred(context.unit, [me])).get(me)
    if here is None:
        raise BadInput("sheet-nowhere")
    await ask_for_sheet(context, asked, here)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A sheet that somebody asked for: how many rows are written `of` all, and the file."""

    id: int
    asked: SheetAsked
    asked_at: datetime
    state: str
    rows: int
    of: int
    file_id: int | None


async def list_own_exports(context: ActorContext) -> list[Export]:
    """Returns the sheets that somebody asked for lately, the newest first."""
    found = await tasks.list_newest(context.unit, EXPORT_SHEET, limit=_LOOKED_AT)
    mine = [stand for stand in found if stand.payload["person_id"] == context.actor.id]
    return [
        Export(
            id=stand.id,
            asked=asked_from_json(stand.payload["asked"]),
            asked_at=stand.created_at,
            state=stand.state,
            rows=stand.payload.get("rows", 0),
            of=stand.payload.get("of", 0),
            file_id=stand.payload.get("file_id"),
        )
        for stand in mine[:_LISTED]
    ]


async def find_own_export(context: ActorContext, export_id: int) -> Export:
    """Returns a finished sheet of somebody's own.

    Raises NotFound for any other, and as `accept_order` does where the right is gone since.
    """
    mine = await list_own_exports(context)
    found = next((each for each in mine if each.id == export_id and each.file_id), None)
    if found is None:
        raise NotFound("not-in-sight")
    await _accept(context, found.asked)
    return found


async def _accept(context: ActorContext, asked: SheetAsked) -> SheetOrder:
    return await accept_order(
        context.unit,
        context.posts,
        asked,
        policy=context.policy,
        now=context.now,
        language=context.actor.language,
    )


async def accept_task(
    unit: UnitOfWork, payload: Mapping[str, Any], *, policy: Policy, now: datetime
) -> SheetOrder | None:
    """Returns what a task is to make, None if the account was cut off since.

    Raises as `accept_order` does where the right is gone meanwhile.
    """
    asker = await asker_of(unit, payload)
    if asker is None:
        return None
    return await accept_order(
        unit,
        asker.posts,
        asked_from_json(payload["asked"]),
        policy=policy,
        now=now,
        language=asker.person.language,
    )


async def note_progress(
    unit: UnitOfWork, task: Task, rows: int, of: int, *, now: datetime
) -> None:
    """Notes how many rows of a sheet are written, and that somebody is at it."""
    payload = {**task.payload, "rows": rows, "of": of}
    await tasks.note(unit, task.id, payload, until=now + _LASTS)


async def hand_over_sheet(
    unit: UnitOfWork, task: Task, stored: StoredFile, *, rows: int, now: datetime
) -> None:
    """Sends a finished sheet to whoever asked for it, if the account is still theirs."""
    asked = asked_from_json(task.payload["asked"])
    asker = await asker_of(unit, task.payload)
    if asker is None:
        return
    language = asker.person.language
    name = label(f"sheet-name-{asked.sheet}", language)
    text = render("sheet-sent", language, sheet=name, rows=count(rows, language))
    made = MadeFile(stored=stored, name=file_name(asked, language), text=text, by_email=True)
    file_id = await hand_over(unit, asker.here, made, key=f"sheet:{task.id}", now=now)
    done = {**task.payload, "rows": rows, "of": rows, "file_id": file_id}
    await tasks.note(unit, task.id, done, until=now + _LASTS)
    await note_taken(unit, asked, rows=rows, by=asker.person.id, now=now)


def file_name(asked: SheetAsked, language: str) -> str:
    """Returns what the file of a sheet is called."""
    name = name_key(label(f"sheet-name-{asked.sheet}", language)).replace(" ", "-")
    return f"{name}-{asked.span}{asked.format.suffix}"


async def note_taken(
    unit: UnitOfWork, asked: SheetAsked, *, rows: int, by: int | None, now: datetime
) -> None:
    """Writes in the journal who took which sheet, with its filter and how many rows."""
    kinds = await chapters.kind_names(unit, [asked.kind_id] if asked.kind_id else [])
    limited = {"kind": kinds.get(asked.kind_id or 0), "association": asked.association}
    audit.add_later(
        unit,
        audit.Entry(
            person_id=by,
            action="sheet.taken",
            subject=f"area:{asked.area_id}",
            after={
                "sheet": asked.sheet,
                "span": str(asked.span),
                **{name: value for name, value in limited.items() if value},
                "file": asked.format,
                "rows": rows,
            },
        ),
        now=now,
    )


async def tell_broken(unit: UnitOfWork, task: Task, *, now: datetime) -> None:
    """Tells whoever asked that a sheet could not be made."""
    asker = await asker_of(unit, task.payload)
    if asker is None:
        return
    asked = asked_from_json(task.payload["asked"])
    name = label(f"sheet-name-{asked.sheet}", asker.person.language)
    message = Message(text=render("sheet-broken", asker.person.language, sheet=name))
    key = f"sheet-broken:{task.id}"
    await enqueue_reply(unit, asker.here, message, dedupe_key=key, now=now)
