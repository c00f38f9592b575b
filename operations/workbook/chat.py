"""The directory by chat: a workbook comes in, its preview goes out, a button brings it in."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from domain.files import LARGEST_FILE
from domain.inbound import Address, FileRef
from domain.message import Choice, Expects, Message, Prompt
from domain.people import Person
from domain.refusals import BadInput, NotAllowed, NotFound
from domain.talks import KnownAddress
from operations.access import may_send
from operations.context import ActorContext
from operations.maintenance.files import get_uploaded
from operations.maintenance.handing_over import Asker
from operations.replies import enqueue_reply
from operations.turn import COMMAND_PROMPT, Turn
from operations.workbook.buttons import (
    AgreeToList,
    ApplyImport,
    CorrectList,
    DropImport,
    DropList,
)
from storage import UnitOfWork
from storage.directory import directory_imports
from storage.maintenance import tasks
from storage.messages import addresses, attachments
from storage.people import people
from texts import Rich, escape_rich, label

LOOK = "look_at_workbook"
APPLY = "apply_workbook"
EXPORT = "export_workbook"
WORKBOOK, TABLE = "workbook", "table"
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What is known by its name alone: text, and workbooks from before they were zip files.
_UNSIGNED = (".csv", ".xls")
_TABLES = (".zip", ".ods", ".xlsb", *_UNSIGNED)
_ENDINGS = (".xlsx", ".xlsm", *_TABLES)
_LONGEST_NAME, _LONGEST_TYPE = 200, 100
_LONGEST_SAID, _MOST_SAID = 500, 40


def is_workbook(turn: Turn) -> bool:
    """True when the file of this turn calls itself a workbook and its sender may import one."""
    file = turn.inbound.file
    is_named_so = file is not None and takes_name(file.name)
    is_for_a_talk = bool(turn.talk.state.get("files"))
    return is_named_so and not is_for_a_talk and may_send(turn.posts, turn.today)


async def find_kind(unit: UnitOfWork, address: Address, name: str, *, today: date) -> str | None:
    """Returns what a file of tables uploaded at an address must be, None for any other file.

    An .xlsx may be meant for a talk as well: it is a document until a talk says otherwise.
    """
    here = (await addresses.find_many(unit, [address])).get(address)
    if here is None or here.person_id is None or not name.lower().endswith(_TABLES):
        return None
    posts = (await people.posts_of(unit, [here.person_id])).get(here.person_id, ())
    return kind_of(name) if may_send(posts, today) else None


async def keep_workbook(turn: Turn) -> None:
    """Notes the workbook of this turn and queues the look at it."""
    if not may_send(turn.posts, turn.today):
        raise NotAllowed("not-your-area")
    attachment_id = await note_workbook(turn)
    payload = {"attachment_id": attachment_id, **_who(turn, turn.require_person())}
    await tasks.add(turn.unit, kind=LOOK, payload=payload, now=turn.now)


async def note_workbook(turn: Turn) -> int:
    """Notes the workbook of this turn, to be fetched by a task; returns the attachment's id.

    Raises BadInput where there is none, or one that is too large.
    """
    file = turn.inbound.file
    if file is None or not takes_name(file.name):
        raise BadInput("file-missing")
    if file.size > LARGEST_FILE:
        raise BadInput("file-too-large", megabytes=LARGEST_FILE // 1024 // 1024)
    if turn.abilities.in_house:
        return (await get_uploaded(turn, file.file_id)).id
    return await _note_file(turn, file)


async def _note_file(turn: Turn, file: FileRef) -> int:
    return await attachments.add(
        turn.unit,
        attachments.NewFile(
            kind=kind_of(file.name),
            source=asdict(file),
            name=file.name[:_LONGEST_NAME],
            mime=file.mime[:_LONGEST_TYPE],
            size=file.size,
        ),
        address_id=turn.here.id,
        now=turn.now,
    )


def takes_name(name: str) -> bool:
    """True for the name of a file that can be a directory."""
    return name.lower().endswith(_ENDINGS)


def kind_of(name: str) -> str:
    """Returns what a workbook's content must be, by its name: a table as text, or a zip."""
    return TABLE if name.lower().endswith(_UNSIGNED) else WORKBOOK


def _who(turn: Turn, person: Person) -> dict[str, int]:
    return {"person_id": person.id, "address_id": turn.here.id}


async def queue_look(
    context: ActorContext, look_id: int, *, said: str = "", agreed: bool = False
) -> int:
    """Queues another look at a file, put right by what was said, or agreed to; its number.

    Raises NotFound unless that look was one's own.
    """
    payload = await _own_look(context, look_id)
    for found in ("lines", "waits"):
        payload.pop(found, None)
    if said:
        payload["said"] = [*payload.get("said", ()), said[:_LONGEST_SAID]][-_MOST_SAID:]
    payload["agreed"] = agreed
    return await tasks.add(context.unit, kind=LOOK, payload=payload, now=context.now)


async def require_own_look(context: ActorContext, look_id: int) -> None:
    """Raises NotFound unless somebody looked at a file themselves, and still may bring one in."""
    await _own_look(context, look_id)


async def _own_look(context: ActorContext, look_id: int) -> dict[str, Any]:
    found = await tasks.find(context.unit, look_id)
    if not may_send(context.posts, context.today):
        raise NotAllowed("not-your-area")
    is_own = found is not None and found.payload.get("person_id") == context.actor.id
    if found is None or found.kind != LOOK or not is_own:
        raise NotFound("workbook-gone")
    return dict(found.payload)


async def queue_export(turn: Turn) -> None:
    """Queues the writing of what lies within somebody's limits; raises NotAllowed for nothing."""
    if not may_send(turn.posts, turn.today):
        raise NotAllowed("not-your-area")
    who = _who(turn, turn.require_person())
    await tasks.add(turn.unit, kind=EXPORT, payload=who, now=turn.now)


async def queue_apply(
    context: ActorContext, import_id: int, here: KnownAddress, *, at_desk: str = ""
) -> None:
    """Queues the writing of a previewed import; raises NotFound unless it waits for them.

    What came of it is told at `here`; to who asked `at_desk` it is told there.
    """
    await _require_own(context, import_id)
    payload: dict[str, Any] = {
        "import_id": import_id,
        "person_id": context.actor.id,
        "address_id": here.id,
    }
    if at_desk:
        payload["at_desk"] = at_desk
    await tasks.add(context.unit, kind=APPLY, payload=payload, now=context.now)


async def drop(context: ActorContext, import_id: int) -> None:
    """Drops a previewed import; raises NotFound unless it waits for them."""
    await _require_own(context, import_id)
    await directory_imports.drop_staged(context.unit, person_id=context.actor.id, now=context.now)


async def _require_own(context: ActorContext, import_id: int) -> None:
    found = await directory_imports.find(context.unit, import_id)
    is_own = found is not None and found.person_id == context.actor.id
    if found is None or not is_own or found.state != "staged":
        raise NotFound("workbook-gone")
    if not may_send(context.posts, context.today):
        raise NotAllowed("not-your-area")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An import that waits for a yes, or a look that waits for agreement."""

    id: int
    is_import: bool


async def say_lines(
    unit: UnitOfWork,
    asker: Asker,
    lines: Sequence[str],
    *,
    key: str,
    now: datetime,
    waits: Waiting | None = None,
) -> None:
    """Sends lines to whoever asked, with the buttons of what waits for them."""
    text = Rich("\n".join(escape_rich(line) for line in lines))
    prompt = _prompt(unit, asker.person.language, waits) if waits else None
    message = Message(text=text, prompt=prompt)
    await enqueue_reply(unit, asker.here, message, dedupe_key=key, now=now)


_Kind = type[ApplyImport | DropImport | AgreeToList | CorrectList | DropList]
_IMPORT: Mapping[_Kind, str] = {
    ApplyImport: "workbook-button-apply",
    DropImport: "workbook-button-drop",
}
_LOOK: Mapping[_Kind, str] = {
    AgreeToList: "workbook-button-agree",
    CorrectList: "workbook-button-correct",
    DropList: "workbook-button-drop",
}


def _prompt(unit: UnitOfWork, language: str, waits: Waiting) -> Prompt:
    kinds = _IMPORT if waits.is_import else _LOOK
    choices = (Choice(kind(waits.id).key, label(words, language)) for kind, words in kinds.items())
    return Prompt(
        id=f"{COMMAND_PROMPT}w{unit.new_id()}", expects=Expects.CHOICE, choices=tuple(choices)
    )
