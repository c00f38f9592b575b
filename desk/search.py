"""Tra cứu: words, category, period and place; the count in a sentence, the reports behind it."""

from desk.listing import take_rows
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from dialogue.report_form import CATEGORIES
from domain.report import PROPOSAL
from operations.reports.search import SearchQuery, search_reports
from operations.rights import Right
from storage.reports.told_words import PRACTICE, TOPIC

_ABOUTS = (*CATEGORIES, PROPOSAL, TOPIC, PRACTICE)


async def show(visit: Visit) -> Drawn:
    """Shows what was found, with the ways to more of it and less."""
    view = visit.view
    found = await search_reports(
        visit.context,
        SearchQuery(
            words=view.chosen["q"],
            place=visit.stand.place,
            span=view.period,
            about=view.chosen["about"],
            only=view.only,
        ),
    )
    page = take_rows(visit, found.rows, key=lambda row: f"{row.number}.{row.about}.{row.text[:9]}")
    return Drawn(frame="search.html", values={"found": found, "page": page})


SEARCH = Page(
    name="search",
    path="/search",
    right=Right.SEE_REPORTS,
    show=show,
    asking=Asking(choices={"q": (), "about": ("", *_ABOUTS), "rows": ("", "all")}),
)
