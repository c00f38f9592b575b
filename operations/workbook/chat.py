"""The directory by chat: a workbook comes in, its preview goes out, a button brings it in."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from domain.files import LARGEST_FILE
from domain.message import Choice, Expects, Message, Prompt
from domain.outbox import Priority
from domain.people import Person, Post
from domain.refusals import BadInput, NotAllowed, NotFound
from domain.talks import KnownAddress
from operations.speech import enqueue_notices, notice
from operations.turn import STANDING, Turn
from operations.workbook.plans import limits_of
from storage import Unit, addresses, attachments, directory_imports, people, tasks
from texts import Rich, escape_rich, label

LOOK = "look_at_workbook"
APPLY = "apply_workbook"
KIND = "workbook"
_ENDINGS = (".xlsx", ".xlsm", ".xls", ".zip")
_LONGEST_NAME, _LONGEST_TYPE = 200, 100


@dataclass(frozen=True, slots=True)
class Asker:
    """Who sent a workbook, from where, with which posts."""

    person: Person
    here: KnownAddress
    posts: Sequence[Post]


def is_workbook(turn: Turn) -> bool:
    """True when the file of this turn calls itself a workbook and its sender may import one."""
    file = turn.inbound.file
    named = file is not None and file.name.lower().endswith(_ENDINGS)
    is_elsewhere = turn.here.address.channel == "web" or bool(turn.talk.state.get("files"))
    return named and not is_elsewhere and bool(limits_of(turn.posts, turn.today).places)


async def keep_workbook(turn: Turn) -> None:
    """Notes the workbook of this turn and queues the look at it."""
    file, person = turn.inbound.file, turn.require_person()
    if not limits_of(turn.posts, turn.today).places:
        raise NotAllowed("not-your-area")
    if file is None or turn.here.address.channel == "web":
        raise BadInput("file-missing")
    if file.size > LARGEST_FILE:
        raise BadInput("file-too-large", megabytes=LARGEST_FILE // 1024 // 1024)
    attachment_id = await attachments.add(
        turn.unit,
        address_id=turn.here.id,
        kind=KIND,
        source=asdict(file),
        name=file.name[:_LONGEST_NAME],
        mime=file.mime[:_LONGEST_TYPE],
        size=file.size,
        now=turn.now,
    )
    payload = {
        "attachment_id": attachment_id,
        "person_id": person.id,
        "address_id": turn.here.id,
    }
    await tasks.add(turn.unit, kind=LOOK, payload=payload, now=turn.now)


async def queue_apply(turn: Turn, import_id: int) -> None:
    """Queues the writing of a previewed import; raises NotFound unless it waits for them."""
    await _require_own(turn, import_id)
    payload = {
        "import_id": import_id,
        "person_id": turn.require_person().id,
        "address_id": turn.here.id,
    }
    await tasks.add(turn.unit, kind=APPLY, payload=payload, now=turn.now)


async def drop(turn: Turn, import_id: int) -> None:
    """Drops a previewed import; raises NotFound unless it waits for them."""
    await _require_own(turn, import_id)
    await directory_imports.drop_staged(
        turn.unit, person_id=turn.require_person().id, now=turn.now
    )


async def _require_own(turn: Turn, import_id: int) -> None:
    found = await directory_imports.find(turn.unit, import_id)
    is_own = found is not None and found.person_id == turn.require_person().id
    if found is None or not is_own or found.state != "staged":
        raise NotFound("workbook-gone")
    if not limits_of(turn.posts, turn.today).places:
        raise NotAllowed("not-your-area")


async def find_asker(unit: Unit, *, person_id: int, address_id: int) -> Asker | None:
    """Returns who asked, None if the account was cut off since."""
    here = (await addresses.by_ids(unit, [address_id])).get(address_id)
    if here is None or here.person_id != person_id:
        return None
    person = (await people.persons(unit, [person_id]))[person_id]
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    return Asker(person, here, posts)


async def say_lines(
    unit: Unit,
    asker: Asker,
    lines: Sequence[str],
    *,
    key: str,
    now: datetime,
    import_id: int | None = None,
) -> None:
    """Sends lines to whoever asked, with the buttons of an import that waits for a word."""
    text = Rich("\n".join(escape_rich(line) for line in lines))
    prompt = _buttons(unit, asker.person.language, import_id) if import_id else None
    row = notice(
        unit,
        asker.here,
        Message(text=text, prompt=prompt),
        dedupe_key=key,
        priority=Priority.REPLY,
        started_by_bot=False,
    )
    await enqueue_notices(unit, [row], now=now)


def _buttons(unit: Unit, language: str, import_id: int) -> Prompt:
    return Prompt(
        id=f"{STANDING}w{unit.new_id()}",
        expects=Expects.CHOICE,
        choices=(
            Choice(f"workbook.a{import_id}", label("workbook-button-apply", language)),
            Choice(f"workbook.x{import_id}", label("workbook-button-drop", language)),
        ),
    )
