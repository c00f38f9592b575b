"""Đơn vị: the chapters of a place, and one of them with twelve months at a glance."""

from desk.listing import ask_rows, lead_on
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from documents.tables.columns import SheetName
from domain.calendar import rule_words
from operations.figures.chapter_list import ChapterList, list_chapters
from operations.figures.chapter_sheet import open_chapter
from operations.rights import Right
from operations.wording import clock_words
from storage.figures.chapter_rows import COLUMNS, STATES


async def show(visit: Visit) -> Drawn:
    """Shows a part of the list."""
    view = visit.view
    page = await list_chapters(
        visit.context,
        ChapterList(
            place=visit.stand.place,
            span=view.period,
            only=view.only,
            here=view.here,
            state=view.chosen["state"],
            words=view.chosen["find"],
        ),
        ask_rows(visit),
    )
    return Drawn(
        frame="chapters.html",
        values={
            "page": lead_on(visit, page, key=lambda row: row.number),
            "states": STATES,
        },
    )


async def show_chapter(visit: Visit) -> Drawn:
    """Shows one chapter."""
    sheet = await open_chapter(visit.context, visit.number("chapter"), visit.view.period)
    return Drawn(
        frame="chapter.html",
        values={
            "sheet": sheet,
            "chapter": sheet.chapter,
            "rule": rule_words(sheet.chapter.rule, visit.language),
            "begins": clock_words(sheet.chapter.start_time),
        },
    )


CHAPTERS = Page(
    name="chapters",
    path="/chapters",
    right=Right.SEE_REPORTS,
    show=show,
    sheet=SheetName.CHAPTERS,
    asking=Asking(
        columns=COLUMNS,
        choices={"state": ("", *STATES), "find": (), "rows": ("", "all")},
    ),
)
CHAPTER = Page(
    name="chapter",
    path="/chapters/{chapter}",
    right=Right.SEE_REPORTS,
    show=show_chapter,
    in_menu=False,
)
