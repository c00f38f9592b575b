"""Changes of places and chapters: done as of a day, or looked at before they are done."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.people import Post
from domain.policy import Policy
from domain.reforms import (
    Change,
    CloseArea,
    CloseChapter,
    MergeAreas,
    MergeChapters,
    MoveArea,
    MoveChapter,
    Outcome,
    RenameArea,
    RenameChapter,
    SplitArea,
    SplitChapter,
)
from operations.cases.desk_moves import hand_on_cases, settle_desks
from operations.directory.area_changes import (
    close_area,
    merge_areas,
    move_area,
    rename_area,
    split_area,
)
from operations.directory.chapter_changes import (
    close_chapter,
    merge_chapters,
    move_chapter,
    rename_chapter,
    split_chapter,
)
from operations.directory.reform_news import tell_of_reform
from operations.directory.reorganisation import Asker, Reform
from operations.meetings.planning import plan_areas
from operations.meetings.replanning import look_ahead
from storage import UnitOfWork


async def apply_change(
    unit: UnitOfWork,
    change: Change,
    *,
    first_day: date,
    asker: Asker,
    policy: Policy,
    now: datetime,
) -> Outcome:
    """Does one change from `first_day` on and plans the meetings it touches anew.

    Raises a refusal with nothing changed: a day in a closed month, a place not theirs, and the
    like.
    """
    reform = Reform(unit=unit, first_day=first_day, asker=asker, policy=policy, now=now)
    async with unit.savepoint():
        made = await _do(reform, change)
        await unit.flush()
        await hand_on_cases(unit, by=asker.person_id, today=reform.today, now=now)
        await settle_desks(unit)
        await plan_areas(unit, reform.touched, policy=policy, now=now)
        await tell_of_reform(reform, change, made, now=now)
        await unit.flush()
    return Outcome(effects=tuple(reform.effects), made=made)


async def preview_change(
    unit: UnitOfWork,
    change: Change,
    *,
    first_day: date,
    posts: Sequence[Post] | None,
    policy: Policy,
    now: datetime,
) -> Outcome:
    """Returns what a change would do, having done and undone it; raises what it would raise."""
    return await look_ahead(
        unit,
        lambda: apply_change(
            unit, change, first_day=first_day, asker=Asker(posts=posts), policy=policy, now=now
        ),
    )


async def _do(reform: Reform, change: Change) -> tuple[int, ...]:
    """Returns the ids of what the change makes."""
    match change:
        case MergeAreas():
            return (await merge_areas(reform, change),)
        case SplitArea():
            return await split_area(reform, change)
        case MergeChapters():
            return (await merge_chapters(reform, change),)
        case SplitChapter():
            return await split_chapter(reform, change)
        case _:
            await _do_in_place(reform, change)
            return ()


async def _do_in_place(
    reform: Reform,
    change: RenameArea | MoveArea | CloseArea | RenameChapter | MoveChapter | CloseChapter,
) -> None:
    match change:
        case RenameArea():
            await rename_area(reform, change)
        case MoveArea():
            await move_area(reform, change)
        case CloseArea():
            await close_area(reform, change)
        case RenameChapter():
            await rename_chapter(reform, change)
        case MoveChapter():
            await move_chapter(reform, change)
        case CloseChapter():
            await close_chapter(reform, change)
