"""Bản tổng hợp: what channels were told, as posted, and what was corrected later."""

from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.reporting_span import parse_span
from operations.notifications.digest_history import get_posted, list_posted
from operations.rights import Right


async def show(visit: Visit) -> Drawn:
    """Shows what went to the channels of a place and below about a period."""
    found = await list_posted(visit.context, visit.require_place(), visit.view.period)
    return Drawn(
        frame="digests.html", values={"posts": [(one, parse_span(one.period)) for one in found]}
    )


async def show_one(visit: Visit) -> Drawn:
    """Shows one digest with its text."""
    found = await get_posted(visit.context, visit.number("number"))
    return Drawn(
        frame="digest.html",
        values={
            "found": found,
            "month": parse_span(found.post.period),
            "later": [(one, parse_span(one.period)) for one in found.later],
        },
    )


DIGESTS = Page(
    name="digests",
    path="/digests",
    right=Right.SEE_OVERVIEW,
    show=show,
    asking=Asking(by_kind=False),
)
DIGEST = Page(
    name="digest",
    path="/digests/{number}",
    right=Right.SEE_OVERVIEW,
    show=show_one,
    asking=Asking(by_kind=False),
    in_menu=False,
)
