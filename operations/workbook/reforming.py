"""Mergers, splits and moves of a workbook: tried before anything is written, then done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from domain.people import Post
from domain.policy import Policy
from domain.refusals import Refusal
from operations.directory.reforms import apply_change
from operations.directory.reorganisation import Asker
from operations.meetings.replanning import look_ahead
from operations.workbook.plans import Plan
from operations.workbook.reforms import SHEET, subject_of, to_change
from storage import UnitOfWork
from storage.maintenance import audit
from texts import label


async def try_reforms(
    unit: UnitOfWork, plan: Plan, *, posts: Sequence[Post] | None, policy: Policy, now: datetime
) -> None:
    """Does what a plan's sheet of changes asks for and undoes it; notes what is refused.

    `posts` are those of who asks; None is the command line, which may do everything.
    """

    async def each() -> None:
        for row, place in zip(plan.adds[SHEET], plan.asked, strict=True):
            try:
                await _do(unit, row, by=None, posts=posts, policy=policy, now=now)
            except Refusal as refusal:
                plan.wrong(
                    replace(place, code="refused", facts={**refusal.facts, "why": refusal.code})
                )

    if plan.adds.get(SHEET):
        await look_ahead(unit, each)


async def apply_reforms(
    unit: UnitOfWork,
    rows: Iterable[Mapping[str, Any]],
    *,
    by: int | None,
    policy: Policy,
    now: datetime,
) -> None:
    """Does changes that were tried; the journal names one that has become impossible since."""
    for row in rows:
        try:
            await _do(unit, row, by=by, posts=None, policy=policy, now=now)
        except Refusal as refusal:
            audit.add_later(
                unit,
                audit.Entry(
                    person_id=by,
                    action="directory.refused",
                    subject=f"{subject_of(row)}:{row['ids'][0]}",
                    after={"reason": label(refusal.code, policy.language, **refusal.facts)},
                ),
                now=now,
            )


async def _do(
    unit: UnitOfWork,
    row: Mapping[str, Any],
    *,
    by: int | None,
    posts: Sequence[Post] | None,
    policy: Policy,
    now: datetime,
) -> None:
    await apply_change(
        unit,
        to_change(row),
        first_day=date.fromisoformat(row["first_day"]),
        asker=Asker(by, posts),
        policy=policy,
        now=now,
    )
