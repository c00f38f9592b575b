"""Máy đang mở: one's own open desks, each with a button that ends it."""

from desk.acting import read_field
from desk.page import Drawn, Page, Visit
from operations.people.desk_entry import close_own_desk, list_own_desks
from operations.rights import Right


async def show(visit: Visit) -> Drawn:
    """Shows on which machines one's desk is open."""
    return Drawn(frame="sessions.html", values={"desks": await list_own_desks(visit.context)})


async def act(visit: Visit) -> str:
    """Ends one of them."""
    await close_own_desk(visit.context, read_field(visit, "desk"))
    return visit.link()


SESSIONS = Page(
    name="sessions",
    path="/sessions",
    right=Right.SEE_REPORTS,
    show=show,
    act=act,
    in_menu=False,
)
