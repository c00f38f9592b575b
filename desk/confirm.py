"""Xác nhận số liệu: who stands by the figures of a closed month, level by level."""

from desk.acting import try_out
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.calendar import Period
from operations.figures.confirming import confirm_month, list_confirmations
from operations.rights import Right


async def show(visit: Visit, problem: str = "") -> Drawn:
    """Shows the confirmation of a place's month, and of those right below it."""
    place = visit.require_place()
    return Drawn(
        frame="confirm.html",
        values={
            "found": await list_confirmations(visit.context, place, month_of(visit)),
            "problem": problem,
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Confirms the place's month; what may not be is said on the page."""
    place = visit.require_place()
    problem = await try_out(visit, confirm_month(visit.context, place.id, month_of(visit)))
    return await show(visit, problem) if problem else visit.link()


def month_of(visit: Visit) -> Period:
    """Returns the month looked at: of a longer period the last that has begun."""
    return visit.view.period.begun(visit.context.today)[-1]


CONFIRM = Page(
    name="confirm",
    path="/confirm",
    right=Right.SEE_OVERVIEW,
    show=show,
    act=act,
    asking=Asking(by_kind=False),
)
