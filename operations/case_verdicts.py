"""The chapter's own word on its cases, and what time decides where nobody says a word."""

from collections.abc import Collection
from datetime import date, datetime

from domain.cases import SILENCE, Action, Case, state_after
from domain.policy import Policy
from domain.records import DifficultyState
from domain.refusals import Conflict, NotAllowed
from operations.case_desks import desk_above, people_at
from operations.case_telling import tell_chapters, tell_people
from operations.cases import (
    Doing,
    OpenedCase,
    checked_note,
    get_case,
    note_in_audit,
    require_version,
)
from operations.wording import day_words
from storage import Unit, areas, cases, chapters


async def solve(doing: Doing, case_id: int, *, version: int) -> None:
    """Notes that a chapter calls its difficulty solved; the desk is told."""
    opened = await _judged(doing, case_id)
    await _write(doing, opened, Action.SOLVED, version=version, solved_at=doing.now)
    await cases.hand_head_over(doing.unit, case_id)
    await _tell_desk(doing, opened, "case-news-solved")


async def reopen(doing: Doing, case_id: int, *, version: int, note: str = "") -> None:
    """Puts an answered or solved case back on the desk where it was; the desk is told."""
    opened = await _judged(doing, case_id)
    words = checked_note(note) if note else None
    await _write(
        doing,
        opened,
        Action.REOPENED,
        version=version,
        note=words,
        answered_at=None,
        solved_at=None,
        joined_to=None,
    )
    await cases.hand_head_over(doing.unit, case_id)
    await _tell_desk(doing, opened, "case-news-reopened")


async def add_photos(doing: Doing, case_id: int, attachment_ids: Collection[int]) -> None:
    """Keeps photos that a chapter sends with its case."""
    opened = await _judged(doing, case_id)
    await cases.add_photos(doing.unit, opened.case.id, attachment_ids)


async def _judged(doing: Doing, case_id: int) -> OpenedCase:
    opened = await get_case(doing.unit, doing.posts, case_id, today=doing.today)
    if not opened.judges:
        raise NotAllowed("not-your-chapter")
    return opened


async def _write(
    doing: Doing,
    opened: OpenedCase,
    action: Action,
    *,
    version: int,
    note: str | None = None,
    **values: datetime | int | None,
) -> None:
    """Writes the word of one chapter; cases joined to it keep their own."""
    case = opened.case
    require_version(case, version)
    state = state_after(case.state, action, at_home=opened.is_at_home)
    if not await cases.change(doing.unit, case.id, version=version, state=state, **values):
        raise Conflict("case-changed")
    await cases.add_events(
        doing.unit, [case.id], action=action, person_id=doing.by.id, now=doing.now, note=note
    )
    note_in_audit(doing, case, action, state)


async def _tell_desk(doing: Doing, opened: OpenedCase, key: str) -> None:
    there = await people_at(doing.unit, opened.chapter, opened.desk, today=doing.today)
    await tell_people(
        doing.unit, there, opened.case, key, args={"who": doing.by.name}, now=doing.now
    )


async def list_overdue(unit: Unit, *, today: date) -> list[Case]:
    """Returns the cases whose desk let its day go by."""
    return await cases.list_overdue(unit, today=today)


async def pass_up_overdue(unit: Unit, case_id: int, *, policy: Policy, now: datetime) -> None:
    """Passes one overdue case a level up, if anybody is there; at the top it stays overdue."""
    today = policy.local(now).date()
    case = await cases.find(unit, case_id)
    if case is None or not case.is_overdue(today):
        return
    chapter = await chapters.find(unit, case.chapter_id)
    if chapter is None:
        return
    desk = await areas.get(unit, case.desk_id)
    above = await desk_above(unit, chapter, desk, today=today, policy=policy)
    if above is None:
        return
    new = {
        "state": DifficultyState.PASSED_UP,
        "area_id": above.place.id,
        "owner_id": None,
        "due_on": above.due_on,
    }
    if not await cases.change(unit, case_id, version=case.version, **new):
        return
    await cases.change_joined(unit, case_id, **new)
    joined = [one for one in await cases.list_joined(unit, case_id) if one.is_living]
    voices = (case, *joined)
    await cases.add_events(
        unit,
        [one.id for one in voices],
        action=Action.OVERDUE,
        person_id=None,
        now=now,
        desk_id=above.place.id,
    )
    told = {"desk": above.place.name, "below": desk.name}
    await tell_people(unit, above.people, case, "case-news-overdue", args=told, now=now)
    due = day_words(above.due_on)
    await tell_chapters(
        unit, voices, "case-news-passed-up", desk=above.place.name, due=due, day=today, now=now
    )


async def settle_silent(unit: Unit, *, now: datetime) -> int:
    """Solves what was answered two weeks ago and not objected to; returns how many."""
    silent = await cases.list_silent(unit, before=now - SILENCE)
    for one in silent:
        done = {"state": DifficultyState.SOLVED, "solved_at": now}
        if await cases.change(unit, one.id, version=one.version, **done):
            await cases.add_events(unit, [one.id], action=Action.SILENT, person_id=None, now=now)
            await cases.hand_head_over(unit, one.id)
    return len(silent)
