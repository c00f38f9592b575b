"""Bản tổng hợp: what channels were told, as posted, and what was corrected later."""

from desk.page import Drawn, Page, Visit
from desk.view import Asking, read_number
from domain.calendar import parse_period
from domain.refusals import NotFound
from domain.reporting_span import Span
from operations.notifications.digest_history import get_posted, list_posted
from operations.rights import Right
from storage.notifications.digest_posts import ToldChannel


async def show(visit: Visit) -> Drawn:
    """Shows what went to the channels of a place and below about a period."""
    place = visit.stand.place
    if place is None:
        raise NotFound("not-in-sight")
    found = await list_posted(visit.context, place, visit.view.period)
    return Drawn(frame="digests.html", values={"posts": [(one, _month(one)) for one in found]})


async def show_one(visit: Visit) -> Drawn:
    """Shows one digest with its text."""
    try:
        number = read_number(visit.given["number"])
    except ValueError:
        raise NotFound("not-in-sight") from None
    found = await get_posted(visit.context, number)
    return Drawn(
        frame="digest.html",
        values={
            "found": found,
            "month": _month(found.post),
            "later": [(one, _month(one)) for one in found.later],
        },
    )


def _month(post: ToldChannel) -> Span:
    month = parse_period(post.period)
    return Span(month.year, month.month, 1)


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
