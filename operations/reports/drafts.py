"""Drafts of a turn's person: found, begun, given up; saved with the turn itself."""

from typing import Any

from dialogue import Form
from domain.talks import Draft
from operations.turn import Turn
from storage.messages import talks


async def find(turn: Turn, *, form: str, meeting_id: int) -> Draft | None:
    """Returns the person's draft for a meeting."""
    if turn.draft and (turn.draft.form, turn.draft.meeting_id) == (form, meeting_id):
        return turn.draft
    person = turn.require_person()
    return await talks.find_draft(turn.unit, person_id=person.id, form=form, meeting_id=meeting_id)


async def list_meetings(turn: Turn, *, form: str) -> frozenset[int]:
    """Returns the meetings for which the person has a draft."""
    drafts = await talks.list_drafts(turn.unit, turn.require_person().id)
    return frozenset(draft.meeting_id for draft in drafts if draft.form == form)


async def start(turn: Turn, form: Form, meeting_id: int, state: dict[str, Any]) -> Draft:
    """Begins a draft, or begins the one there is anew."""
    known = await find(turn, form=form.name, meeting_id=meeting_id)
    if known is None:
        return await talks.add_draft(
            turn.unit,
            person_id=turn.require_person().id,
            form=form.name,
            form_version=form.version,
            meeting_id=meeting_id,
            state=state,
            now=turn.now,
        )
    known.state, known.form_version = state, form.version
    return known


async def delete(turn: Turn, draft: Draft) -> None:
    """Throws a draft away."""
    turn.draft = None
    turn.talk.draft_id = None
    await talks.delete_draft(turn.unit, draft.id)
