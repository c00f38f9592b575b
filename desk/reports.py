"""Báo cáo: the meetings of a place and period with their reports, narrowed and ordered at will."""

from desk.listing import MOST_ROWS, ROWS, Rows
from desk.page import Drawn, Page, Visit
from desk.view import Asking, read_number
from operations.figures.report_list import ReportList, list_reports
from operations.rights import Right
from storage.figures.report_rows import COLUMNS, STATES


async def show(visit: Visit) -> Drawn:
    """Shows a part of the list."""
    view = visit.view
    is_whole = view.chosen["rows"] == "all"
    found = await list_reports(
        visit.context,
        ReportList(
            place=visit.stand.place,
            span=view.period,
            only=view.only,
            here=view.here,
            state=view.chosen["state"],
            sender=view.chosen["sender"],
            column=view.column,
            is_falling=view.is_falling,
        ),
        after=read_key(view.after),
        limit=MOST_ROWS if is_whole else ROWS,
    )
    page = found.page
    is_last = not page.rows or page.first + len(page.rows) > page.total
    return Drawn(
        frame="reports.html",
        values={
            "page": Rows(
                rows=page.rows,
                total=page.total,
                first=page.first,
                more="" if is_last else visit.link(after=str(page.rows[-1].meeting_id)),
                start=visit.link() if page.first > 1 else "",
                every="" if is_whole or page.total <= len(page.rows) else visit.link(rows="all"),
            ),
            "reviewed": found.reviewed,
            "states": STATES,
        },
    )


def read_key(text: str) -> int:
    """Returns the number after which a list goes on, 0 for its beginning."""
    try:
        return read_number(text) if text else 0
    except ValueError:
        return 0


REPORTS = Page(
    name="reports",
    path="/reports",
    right=Right.SEE_REPORTS,
    show=show,
    asking=Asking(
        columns=COLUMNS,
        choices={"state": ("", *STATES), "sender": (), "rows": ("", "all")},
    ),
)
