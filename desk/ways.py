"""Kênh liên lạc: what each way to people sent, delivered and cost, and what is left."""

from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.people import is_within
from operations.messaging.way_figures import look_at_ways
from operations.rights import Right


async def show(visit: Visit) -> Drawn:
    """Shows the ways of a place and span, then the places that pay for text messages."""
    only = visit.view.only
    found = await look_at_ways(
        visit.context,
        visit.require_place(),
        visit.view.period,
        kinds=[kind.id for kind in visit.kinds if is_within(only, kind.id, kind.association)],
        measure=visit.settings.sms_messages,
    )
    return Drawn(
        frame="ways.html",
        values={
            "ways": found.ways,
            "paid": found.paid,
            "measure": visit.settings.sms_messages,
            "kept": visit.context.policy.retention.outbox,
        },
    )


WAYS = Page(name="ways", path="/ways", right=Right.MANAGE, show=show, asking=Asking())
