"""How long each level below a place has for a difficulty."""

from domain.chapters import Area
from domain.refusals import BadInput, NotFound
from operations.access import require_office
from operations.context import ActorContext
from storage.cases import case_terms
from storage.directory import areas
from storage.maintenance import audit

LONGEST_TERM = 366


async def list_terms(context: ActorContext, area_id: int) -> tuple[Area, dict[str, int]]:
    """Returns a place and the days of each level there and below, as they hold now.

    Raises NotFound, or NotAllowed for who does not work for the place.
    """
    place = (await areas.by_ids(context.unit, [area_id])).get(area_id)
    place = require_office(context.posts, place, context.today)
    below = await areas.list_below(context.unit, place.path, day=context.today)
    levels = dict.fromkeys(area.level for area in below)
    found = {
        level: await case_terms.find(context.unit, place.path, level)
        or context.policy.case_term(level)
        for level in levels
    }
    return place, found


async def set_term(context: ActorContext, area_id: int, level: str, days: int) -> None:
    """Sets the days that a level has from now on; cases on their way keep their day."""
    place, terms = await list_terms(context, area_id)
    if level not in terms:
        raise NotFound("not-in-sight")
    if not 0 < days <= LONGEST_TERM:
        raise BadInput("case-term-wrong", longest=LONGEST_TERM)
    await case_terms.put(context.unit, area_id, level, days)
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="case.term_set",
            subject=f"area:{place.id}",
            before={"level": level, "days": terms[level]},
            after={"level": level, "days": days},
        ),
        now=context.now,
    )
