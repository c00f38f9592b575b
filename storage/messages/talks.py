"""Conversations and drafts, loaded and saved for many turns at once."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from domain.message_json import message_from_json, message_to_json
from domain.talks import Conversation, Draft
from storage.tables.directory import conversation as table
from storage.tables.mail import draft
from storage.tables.meetings import meeting
from storage.unit import UnitOfWork

_LOAD = select(table).where(table.c.id.in_(bindparam("ids", expanding=True)))
_LOAD_DRAFTS = select(draft).where(draft.c.id.in_(bindparam("ids", expanding=True)))
_SAVE = (
    update(table)
    .where(table.c.id == bindparam("row_id"))
    .values(
        handler=bindparam("new_handler"),
        state=bindparam("new_state"),
        draft_id=bindparam("new_draft"),
        prompt=bindparam("new_prompt"),
        prompt_id=bindparam("new_prompt_id"),
        prompt_count=bindparam("new_count"),
        tail=bindparam("new_tail"),
        active_at=bindparam("new_active"),
        practice=bindparam("new_practice"),
        version=table.c.version + 1,
    )
)
_OF_PERSON = (
    select(draft)
    .where(draft.c.person_id == bindparam("person"))
    .order_by(draft.c.updated_at.desc())
)
_DRAFT = select(draft).where(
    draft.c.person_id == bindparam("person"),
    draft.c.form == bindparam("of_form"),
    draft.c.meeting_id == bindparam("meeting"),
)
_SAVE_DRAFT = (
    update(draft)
    .where(draft.c.id == bindparam("row_id"))
    .values(
        state=bindparam("new_state"),
        form_version=bindparam("new_version"),
        updated_at=bindparam("at"),
    )
)


async def load(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Conversation]:
    """Returns conversations by id."""
    rows = await unit.all(_LOAD, {"ids": sorted(ids)}) if ids else []
    return {row.id: conversation_of(row) for row in rows}


async def lock(unit: UnitOfWork, conversation_id: int) -> Conversation:
    """Returns one conversation, held until the transaction ends."""
    statement = select(table).where(table.c.id == conversation_id).with_for_update()
    row = await unit.first(statement)
    if row is None:
        raise LookupError(conversation_id)
    return conversation_of(row)


async def of_person(unit: UnitOfWork, person_id: int) -> int:
    """Returns the id of a person's conversation, made if there is none."""
    found = await unit.scalar(select(table.c.id).where(table.c.person_id == person_id))
    return int(found or await unit.add(table, person_id=person_id, state={}, tail={}))


def save_later(unit: UnitOfWork, talk: Conversation) -> None:
    """Writes a conversation by the end of the transaction."""
    unit.buffer(
        _SAVE,
        {
            "row_id": talk.id,
            "new_handler": talk.handler,
            "new_state": talk.state,
            "new_draft": talk.draft_id,
            "new_prompt": message_to_json(talk.prompt) if talk.prompt else None,
            "new_prompt_id": talk.prompt_id,
            "new_count": talk.prompt_count,
            "new_tail": {
                "prompt": _texts(talk.prompt_rows),
                "last": _texts(talk.last_rows),
                **({"left": _texts(talk.left)} if talk.left else {}),
                **({"tap": talk.last_tap} if talk.last_tap else {}),
            },
            "new_active": talk.active_at,
            "new_practice": talk.practice,
        },
    )


async def load_drafts(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Draft]:
    """Returns drafts by id."""
    rows = await unit.all(_LOAD_DRAFTS, {"ids": sorted(ids)}) if ids else []
    return {row.id: draft_of(row) for row in rows}


async def list_drafts(unit: UnitOfWork, person_id: int) -> list[Draft]:
    """Returns a person's open drafts, the one touched last first."""
    rows = await unit.all(_OF_PERSON, {"person": person_id})
    return [draft_of(row) for row in rows]


async def list_closing(
    unit: UnitOfWork, *, form: str, first: date, last: date
) -> list[tuple[int, int]]:
    """Returns who has begun a form about which meeting whose period closes in a span of days."""
    rows = await unit.all(
        select(draft.c.person_id, draft.c.meeting_id)
        .join(meeting, meeting.c.id == draft.c.meeting_id)
        .where(draft.c.form == form, meeting.c.closes_on.between(first, last))
        .order_by(draft.c.id)
    )
    return [(row.person_id, row.meeting_id) for row in rows]


async def find_draft(
    unit: UnitOfWork, *, person_id: int, form: str, meeting_id: int
) -> Draft | None:
    """Returns the person's draft of this form for this meeting."""
    row = await unit.first(_DRAFT, {"person": person_id, "of_form": form, "meeting": meeting_id})
    return draft_of(row) if row else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDraft:
    """A report that somebody begins."""

    person_id: int
    form: str
    form_version: int
    meeting_id: int
    state: dict[str, Any]


async def add_draft(unit: UnitOfWork, new: NewDraft, *, now: datetime) -> Draft:
    """Begins a draft."""
    values = asdict(new)
    draft_id = await unit.add(draft, created_at=now, updated_at=now, **values)
    return Draft(id=draft_id, updated_at=now, **values)


def save_draft_later(unit: UnitOfWork, value: Draft, *, now: datetime) -> None:
    """Writes a draft by the end of the transaction."""
    unit.buffer(
        _SAVE_DRAFT,
        {
            "row_id": value.id,
            "new_state": value.state,
            "new_version": value.form_version,
            "at": now,
        },
    )


async def delete_draft(unit: UnitOfWork, draft_id: int) -> None:
    """Deletes one draft."""
    await unit.run(delete(draft).where(draft.c.id == draft_id))


async def list_writers(unit: UnitOfWork, *, form: str, meeting_id: int) -> list[int]:
    """Returns who has begun a form about a meeting."""
    mine = (draft.c.form == form, draft.c.meeting_id == meeting_id)
    rows = await unit.all(select(draft.c.person_id).where(*mine).order_by(draft.c.id))
    return [row.person_id for row in rows]


async def delete_drafts(
    unit: UnitOfWork, *, forms: Collection[str], meeting_id: int, person_id: int | None = None
) -> None:
    """Deletes the drafts of forms for a meeting, everybody's or one person's.

    Talks that had one open forget it.
    """
    await unit.flush()
    statement = delete(draft).where(draft.c.form.in_(forms), draft.c.meeting_id == meeting_id)
    if person_id is not None:
        statement = statement.where(draft.c.person_id == person_id)
    await unit.run(statement)


def conversation_of(row: Any) -> Conversation:  # noqa: ANN401 - a row, or part of one
    """Returns a conversation row as its value."""
    return Conversation(
        id=row.id,
        person_id=row.person_id,
        handler=row.handler,
        state=row.state,
        draft_id=row.draft_id,
        prompt=message_from_json(row.prompt) if row.prompt else None,
        prompt_count=row.prompt_count,
        prompt_rows=_numbers(row.tail.get("prompt", {})),
        last_rows=_numbers(row.tail.get("last", {})),
        left=_numbers(row.tail.get("left", {})),
        last_tap=row.tail.get("tap", []),
        active_at=row.active_at,
        practice=row.practice,
    )


def draft_of(row: Any) -> Draft:  # noqa: ANN401 - a row, or part of one
    """Returns a draft row as its value."""
    return Draft(
        id=row.id,
        person_id=row.person_id,
        form=row.form,
        form_version=row.form_version,
        meeting_id=row.meeting_id,
        state=row.state,
        updated_at=row.updated_at,
    )


def _texts(rows: dict[int, int]) -> dict[str, int]:
    return {str(address): row for address, row in rows.items()}


def _numbers(rows: dict[str, int]) -> dict[int, int]:
    return {int(address): row for address, row in rows.items()}
