"""Mô hình: good practice by field and state, and who tries it."""

from desk.listing import take_rows
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from documents.tables.columns import SheetName
from domain.exemplars import Field, State
from operations.exemplars.exemplar_sheet import list_exemplars, open_exemplar_sheet
from operations.exemplars.lookup import RegisterQuery
from operations.rights import Right


async def show(visit: Visit) -> Drawn:
    """Shows the exemplars that fit, with how many another choice would bring."""
    chosen, place = visit.view.chosen, visit.stand.place
    found = await list_exemplars(
        visit.context,
        RegisterQuery(
            area_id=place.id if place else 0,
            field=Field(chosen["field"]) if chosen["field"] else None,
            state=State(chosen["state"]) if chosen["state"] else None,
            words=chosen["find"],
        ),
    )
    page = take_rows(visit, found.register.lines, key=lambda one: str(one.id))
    return Drawn(frame="exemplars.html", values={"found": found, "page": page})


async def show_exemplar(visit: Visit) -> Drawn:
    """Shows one exemplar."""
    sheet = await open_exemplar_sheet(visit.context, visit.number("exemplar"))
    return Drawn(frame="exemplar.html", values={"sheet": sheet, "exemplar": sheet.view.exemplar})


EXEMPLARS = Page(
    name="exemplars",
    path="/exemplars",
    right=Right.KEEP_EXEMPLAR,
    show=show,
    sheet=SheetName.EXEMPLARS,
    asking=Asking(
        choices={"field": ("", *Field), "state": ("", *State), "find": (), "rows": ("", "all")}
    ),
)
EXEMPLAR = Page(
    name="exemplar",
    path="/exemplars/{exemplar}",
    right=Right.KEEP_EXEMPLAR,
    show=show_exemplar,
    in_menu=False,
)
