"""How long each level below a place has for a difficulty."""

from domain.chapters import Area
from domain.refusals import BadInput, NotFound
from operations.access import require_office
from operations.cases.caseload import Doing
from storage.cases import case_terms
from storage.directory import areas
from storage.keeping import audit

LONGEST_TERM = 366


async def list_terms(doing: Doing, area_id: int) -> tuple[Area, dict[str, int]]:
    """Returns a place and the days of each level there and below, as they hold now.

    Raises NotFound, or NotAllowed for who does not work for the place.
    """
    place = (await areas.by_ids(doing.unit, [area_id])).get(area_id)
    place = require_office(doing.posts, place, doing.today)
    below = await areas.list_below(doing.unit, place.path, day=doing.today)
    levels = dict.fromkeys(one.level for one in below)
    found = {
        level: await case_terms.find(doing.unit, place.path, level)
        or doing.policy.case_term(level)
        for level in levels
    }
    return place, found


async def set_term(doing: Doing, area_id: int, level: str, days: int) -> None:
    """Sets the days that a level has from now on; cases on their way keep their day."""
    place, terms = await list_terms(doing, area_id)
    if level not in terms:
        raise NotFound("not-in-sight")
    if not 0 < days <= LONGEST_TERM:
        raise BadInput("case-term-wrong", longest=LONGEST_TERM)
    await case_terms.put(doing.unit, area_id, level, days)
    audit.add_later(
        doing.unit,
        person_id=doing.by.id,
        action="case.term_set",
        subject=f"area:{place.id}",
        now=doing.now,
        before={"level": level, "days": terms[level]},
        after={"level": level, "days": days},
    )
