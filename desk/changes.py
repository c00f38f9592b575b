"""Thay đổi sau khi chốt: what is no longer as published, and by whose report."""

from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.refusals import NotFound
from domain.reporting_span import Span
from operations.figures.desk_changes import list_changed_months
from operations.rights import Right


async def show(visit: Visit) -> Drawn:
    """Shows each closed month of a place and period in which something changed since."""
    place = visit.stand.place
    if place is None:
        raise NotFound("not-in-sight")
    found = await list_changed_months(visit.context, place, visit.view.period, visit.view.only)
    months = [(Span(one.month.year, one.month.month, 1), one) for one in found]
    return Drawn(frame="changes.html", values={"months": months})


CHANGES = Page(
    name="changes",
    path="/changes",
    right=Right.SEE_OVERVIEW,
    show=show,
    asking=Asking(),
)
