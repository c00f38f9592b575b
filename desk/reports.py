"""Báo cáo: the meetings of a place and period with their reports, narrowed and ordered at will."""

from desk.listing import ask_rows, lead_on
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from documents.tables.columns import SheetName
from operations.figures.report_list import ReportList, list_reports
from operations.rights import Right
from storage.figures.report_rows import COLUMNS, STATES


async def show(visit: Visit) -> Drawn:
    """Shows a part of the list."""
    view = visit.view
    found = await list_reports(
        visit.context,
        ReportList(
            place=visit.stand.place,
            span=view.period,
            only=view.only,
            here=view.here,
            state=view.chosen["state"],
            sender=view.chosen["sender"],
            afresh=view.afresh,
        ),
        ask_rows(visit),
    )
    return Drawn(
        frame="reports.html",
        values={
            "page": lead_on(visit, found.page, key=lambda row: row.meeting_id),
            "reviewed": found.reviewed,
            "states": STATES,
        },
    )


REPORTS = Page(
    name="reports",
    path="/reports",
    right=Right.SEE_REPORTS,
    show=show,
    sheet=SheetName.REPORTS,
    asking=Asking(
        columns=COLUMNS,
        choices={"state": ("", *STATES), "sender": (), "rows": ("", "all")},
    ),
)
