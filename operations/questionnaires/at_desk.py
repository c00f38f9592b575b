"""An XLSForm sent at the desk: looked at, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from domain.files import StoredFile
from domain.refusals import BadInput, NotAllowed, NotFound
from operations.context import ActorContext
from operations.maintenance import files
from operations.maintenance.handing_over import require_here
from operations.questionnaires.importing import LOOK, check_asked
from operations.questionnaires.reaching import may_ask
from storage import UnitOfWork
from storage.maintenance import tasks
from storage.maintenance.tasks import Task

_KIND, _ENDINGS = "workbook", (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLook:
    """A look at a form: how far it is, what is wrong or not used, and what was begun with it."""

    name: str
    state: str
    lines: Sequence[str]
    questionnaire_id: int | None


async def check_form_file(context: ActorContext, name: str) -> str:
    """Returns what the content of a file must be; raises a refusal where none is taken."""
    if not may_ask(context):
        raise NotAllowed("not-your-area")
    if not name.lower().endswith(_ENDINGS):
        raise BadInput("xlsform-send")
    here = await require_here(context)
    await files.check_upload(context.unit, here.address, policy=context.policy, now=context.now)
    return _KIND


async def look_at_form(
    context: ActorContext, name: str, stored: StoredFile, *, scope: str, questionnaire_id: int
) -> int:
    """Queues the look at a form that is on disk; returns its number.

    It is for a scope, or the next version of a questionnaire. Raises NotAllowed and NotFound.
    """
    await check_asked(context, scope=scope, questionnaire_id=questionnaire_id)
    here = await require_here(context)
    attachment_id = await files.add_uploaded(
        context.unit, here.address, kind=_KIND, name=name, stored=stored, now=context.now
    )
    payload = {
        "attachment_id": attachment_id,
        "scope": scope,
        "questionnaire_id": questionnaire_id,
        "person_id": context.actor.id,
        "address_id": here.id,
        "at_desk": PurePath(name).name[:80],
    }
    return await tasks.add(context.unit, kind=LOOK, payload=payload, now=context.now)


async def find_form_look(context: ActorContext, look_id: int) -> FormLook:
    """Returns one of one's own looks; raises NotFound for any other."""
    found = await tasks.find_stand(context.unit, look_id)
    if found is None or found.kind != LOOK or found.payload["person_id"] != context.actor.id:
        raise NotFound("workbook-gone")
    return FormLook(
        name=found.payload.get("at_desk", ""),
        state=found.state,
        lines=found.payload.get("lines", ()),
        questionnaire_id=found.payload.get("begun"),
    )


async def keep_look(
    unit: UnitOfWork,
    task: Task,
    lines: Sequence[str],
    questionnaire_id: int | None,
    *,
    now: datetime,
) -> None:
    """Keeps with a task what it found, for the page that asked."""
    payload = {**task.payload, "lines": list(lines), "begun": questionnaire_id}
    await tasks.note(unit, task.id, payload, until=now)
