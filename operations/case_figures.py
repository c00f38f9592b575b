"""The figures of difficulties: told, solved, passed up, overdue, how long, how old."""

from datetime import datetime, time

from domain.calendar import Period
from domain.cases import CaseCount, count_cases
from domain.refusals import NotAllowed
from operations.access import reach, scopes
from operations.cases import Doing
from operations.rights import Right
from storage import cases


async def count_reach(doing: Doing, period: Period) -> list[CaseCount]:
    """Returns the figures of a period for all chapters in one's reach, by category.

    Raises NotAllowed for somebody who sees none.
    """
    far = reach(doing.posts, doing.today, Right.TEND_CASES)
    if not far.chapter_ids and not far.places:
        raise NotAllowed("case-not-yours")
    first = datetime.combine(period.first_day, time(), doing.policy.timezone)
    facts = await cases.list_facts(
        doing.unit,
        chapter_ids=far.chapter_ids,
        scopes=await scopes(doing.unit, far),
        since=first,
        local=doing.policy.local,
    )
    return count_cases(facts, first=period.first_day, last=period.last_day, today=doing.today)
