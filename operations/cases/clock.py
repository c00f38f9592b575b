"""What time does to cases: the overdue go up, answers nobody objects to settle them."""

from datetime import date, datetime

from domain.cases import SILENCE, Action, ActorKind, Case, state_after
from domain.chapters import Area, Chapter
from domain.policy import Policy
from operations.cases.caseload import change
from operations.cases.desks import Desk, desk_above
from operations.cases.telling import CaseWord, tell_chapters, tell_people
from operations.wording import day_words
from storage import UnitOfWork
from storage.cases import cases
from storage.directory import areas, chapters


async def list_to_pass_up(unit: UnitOfWork, *, policy: Policy, now: datetime) -> list[int]:
    """Returns the cases whose desk let its day go by and that have somebody above.

    At the top a case stays where it is, overdue.
    """
    today = policy.day_of(now)
    overdue = await cases.list_overdue(unit, today=today)
    return [case.id for case in overdue if await _way_up(unit, case, today, policy)]


async def _way_up(
    unit: UnitOfWork, case: Case, today: date, policy: Policy
) -> tuple[Chapter, Area, Desk] | None:
    chapter = await chapters.find(unit, case.chapter_id)
    if chapter is None:
        return None
    desk = await areas.get(unit, case.desk_id)
    above = await desk_above(unit, chapter, desk, today=today, policy=policy)
    return (chapter, desk, above) if above else None


async def pass_up_overdue(
    unit: UnitOfWork, case_id: int, *, policy: Policy, now: datetime
) -> None:
    """Passes one overdue case a level up; done twice, it does nothing the second time."""
    today = policy.day_of(now)
    case = await cases.find(unit, case_id)
    if case is None or case.joined_to or not case.is_overdue(today):
        return
    way = await _way_up(unit, case, today, policy)
    if way is None:
        return
    _, desk, above = way
    new = {
        "state": state_after(case.state, Action.OVERDUE, by=ActorKind.CLOCK),
        "area_id": above.place.id,
        "owner_id": above.owner_id,
        "due_on": above.due_on,
    }
    await change(unit, case, Action.OVERDUE, new, person_id=None, now=now)
    await cases.change_joined(unit, case_id, **new)
    joined = [case for case in await cases.list_joined(unit, case_id) if case.is_living]
    await _tell(unit, (case, *joined), desk, above, today=today, now=now)


async def _tell(
    unit: UnitOfWork,
    voices: tuple[Case, ...],
    desk: Area,
    above: Desk,
    *,
    today: date,
    now: datetime,
) -> None:
    await cases.add_events(
        unit,
        [case.id for case in voices],
        cases.NewEvent(action=Action.OVERDUE, person_id=None, desk_id=above.place.id),
        now=now,
    )
    told = {"desk": above.place.name, "below": desk.name}
    word = CaseWord("case-news-overdue", told)
    await tell_people(unit, above.people, voices[0], word, now=now)
    due = day_words(above.due_on)
    await tell_chapters(
        unit, voices, "case-news-passed-up", desk=above.place.name, due=due, day=today, now=now
    )


async def settle_silent(unit: UnitOfWork, *, now: datetime) -> None:
    """Solves what was answered two weeks ago and not objected to."""
    silent = await cases.list_silent(unit, before=now - SILENCE)
    for case in silent:
        state = state_after(case.state, Action.SILENT, by=ActorKind.CLOCK)
        new = {"state": state, "solved_at": now}
        await change(unit, case, Action.SILENT, new, person_id=None, now=now)
    ids = [case.id for case in silent]
    await cases.add_events(
        unit, ids, cases.NewEvent(action=Action.SILENT, person_id=None), now=now
    )
    for case in silent:
        await cases.hand_head_over(unit, case.id)
