"""Thay đổi sau khi chốt: what is no longer as published, and by whose report."""

from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.reporting_span import span_of
from operations.figures.desk_changes import list_changed_months
from operations.rights import Right


async def show(visit: Visit) -> Drawn:
    """Shows each closed month of a place and period in which something changed since."""
    view, place = visit.view, visit.require_place()
    found = await list_changed_months(visit.context, place, view.period, view.only)
    months = [(span_of(one.month.first_day, 1), one) for one in found]
    return Drawn(frame="changes.html", values={"months": months})


CHANGES = Page(
    name="changes",
    path="/changes",
    right=Right.SEE_OVERVIEW,
    show=show,
    asking=Asking(),
)
