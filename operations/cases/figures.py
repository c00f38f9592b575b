"""The figures of difficulties: told, solved, passed up, overdue, how long, how old."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar import Period
from domain.case_figures import CaseCount, CaseFacts, count_by, count_cases
from domain.chapters import Area
from domain.policy import Policy
from domain.refusals import NotAllowed
from operations.access import place_in_reach, reach, scopes
from operations.context import ActorContext
from operations.report_status import part_of
from operations.rights import Right
from storage.cases import case_figures
from storage.directory import areas


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFigures:
    """The figures of a place, None for all in one's reach: the whole and its parts.

    Parts are the categories, and the places right below it.
    """

    place: Area | None
    above: Area | None
    whole: CaseCount
    by_category: Mapping[str, CaseCount]
    by_place: Sequence[tuple[Area, CaseCount]]


async def count_reach(context: ActorContext, period: Period, *, area_id: int = 0) -> CaseFigures:
    """Returns the figures of a period for a place, or for all chapters in one's reach.

    Raises NotAllowed for somebody who sees none, NotFound for a place out of sight.
    """
    far = reach(context.posts, context.today, Right.SEE_CASE_FIGURES)
    if not far.chapter_ids and not far.places:
        raise NotAllowed("case-not-yours")
    place, above = await place_in_reach(context.unit, far, area_id)
    path, days = place.path if place else "/", _days(period, context.today)
    found = await case_figures.list_facts(
        context.unit,
        chapter_ids=far.chapter_ids,
        scopes=await scopes(context.unit, far),
        since=_begins(period, context.policy),
        day_of=context.policy.day_of,
    )
    facts = [case for case in found if case.area_path.startswith(path)]
    by_place = count_by(facts, lambda case: part_of(case.area_path, path), **days)
    named = await areas.by_ids(context.unit, by_place)
    return CaseFigures(
        place=place,
        above=above,
        whole=count_cases(facts, **days),
        by_category=count_by(facts, _category, **days),
        by_place=tuple((named[number], count) for number, count in by_place.items()),
    )


def _category(facts: CaseFacts) -> str:
    return facts.category


def _days(period: Period, today: date) -> dict[str, date]:
    return {"first": period.first_day, "last": period.last_day, "today": today}


def _begins(period: Period, policy: Policy) -> datetime:
    return policy.midnight(period.first_day)
