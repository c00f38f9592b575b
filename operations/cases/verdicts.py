"""The chapter's own word on its cases: solved, not yet, more to say, a photo."""

from typing import Any

from domain.cases import Action, ActorKind, state_after
from domain.reading import clean_text
from domain.refusals import BadInput, NotAllowed
from operations.cases.caseload import (
    OpenedCase,
    change,
    checked_note,
    get_case,
    require_version,
)
from operations.cases.desks import due_at
from operations.cases.telling import CaseWord, tell_people
from operations.context import ActorContext
from storage.cases import case_files, cases

MOST_PHOTOS = 10


async def solve(context: ActorContext, case_id: int, *, version: int) -> None:
    """Notes that a chapter calls its difficulty solved; the desk is told."""
    opened = await _judged(context, case_id)
    await _write(context, opened, Action.SOLVED, version=version, solved_at=context.now)
    await cases.hand_head_over(context.unit, case_id)
    await _tell_desk(context, opened, "case-news-solved")


async def reopen(context: ActorContext, case_id: int, *, version: int) -> None:
    """Puts an answered or solved case back on the desk where it was, with a new term.

    The desk is told; cases answered together with it go on without it.
    """
    opened = await _judged(context, case_id)
    due_on = await due_at(context.unit, opened.desk, today=context.today, policy=context.policy)
    await _write(
        context,
        opened,
        Action.REOPENED,
        version=version,
        due_on=due_on,
        answered_at=None,
        solved_at=None,
        joined_to=None,
    )
    await cases.hand_head_over(context.unit, case_id)
    await _tell_desk(context, opened, "case-news-reopened")


async def remark(context: ActorContext, case_id: int, *, version: int, note: str) -> None:
    """Adds what a chapter has to say of its case; the desk is told."""
    opened = await _judged(context, case_id)
    words = checked_note(note)
    await _write(context, opened, Action.REMARKED, version=version, note=words)
    await _tell_desk(context, opened, "case-news-remarked", note=words)


async def add_photo(
    context: ActorContext, case_id: int, attachment_id: int, *, words: str = ""
) -> int:
    """Keeps a photo that a chapter or the desk sends for a case; returns how many there are.

    The `words` sent with it stand in the history of the case. Raises BadInput when there are
    enough photos, or far too many words.
    """
    note = checked_note(words) if clean_text(words) else None
    opened = await get_photographed(context, case_id)
    before = await case_files.count(context.unit, case_id)
    if before >= MOST_PHOTOS:
        raise BadInput("case-photos-full", most=MOST_PHOTOS)
    await case_files.add(context.unit, case_id, attachment_id)
    if before == 0 or note:
        await cases.add_events(
            context.unit,
            [case_id],
            cases.NewEvent(action=Action.SHOWN, person_id=context.actor.id, note=note),
            now=context.now,
        )
    if before == 0:
        await _tell_desk(context, opened, "case-news-photos")
    return before + 1


async def get_photographed(context: ActorContext, case_id: int) -> OpenedCase:
    """Returns a case to which one may add photos; raises NotFound or NotAllowed."""
    opened = await get_case(context.unit, context.posts, case_id, today=context.today)
    if not any(Action.SHOWN in opened.ways(hand) for hand in (ActorKind.DESK, ActorKind.CHAPTER)):
        raise NotAllowed("case-not-your-desk", desk=opened.desk.name)
    return opened


async def _judged(context: ActorContext, case_id: int) -> OpenedCase:
    opened = await get_case(context.unit, context.posts, case_id, today=context.today)
    if not opened.judges:
        raise NotAllowed("not-your-chapter")
    return opened


async def _write(
    context: ActorContext,
    opened: OpenedCase,
    action: Action,
    *,
    version: int,
    note: str | None = None,
    **values: Any,  # noqa: ANN401 - the table's columns
) -> None:
    """Writes the word of one chapter; cases joined to it keep their own."""
    case = opened.case
    require_version(case, version)
    state = state_after(case.state, action, by=ActorKind.CHAPTER, at_home=opened.is_at_home)
    new: dict[str, Any] = {"state": state, **values}
    await change(context.unit, case, action, new, person_id=context.actor.id, now=context.now)
    await cases.add_events(
        context.unit,
        [case.id],
        cases.NewEvent(action=action, person_id=context.actor.id, note=note),
        now=context.now,
    )


async def _tell_desk(context: ActorContext, opened: OpenedCase, key: str, **args: str) -> None:
    told = {"who": context.actor.name, **args}
    await tell_people(
        context.unit,
        opened.people,
        opened.case,
        CaseWord(key, told),
        now=context.now,
        but=context.actor.id,
    )
