"""Bảng số liệu: sheets to take out, and those that one asked for, each with its file."""

from desk.acting import read_words, try_out
from desk.files import give_file
from desk.page import Drawn, Given, Page, Visit
from desk.view import Asking
from documents.tables.columns import SheetName
from domain.refusals import BadInput
from operations.exports.asking import SheetAsked, SheetFormat, list_sheets
from operations.exports.sending import ask_at_desk, file_name, find_own_export, list_own_exports
from operations.rights import Right


async def show(visit: Visit, problem: str = "") -> Drawn:
    """Shows what can be taken out of the place and span, and how far one's own sheets are."""
    context = visit.context
    return Drawn(
        frame="exports.html",
        values={
            "sheets": list_sheets(context.posts, context.today),
            "formats": list(SheetFormat),
            "exports": await list_own_exports(context),
            "problem": problem,
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Has a sheet made of what is looked at; what may not be is said on the page."""
    sheet, form, place = read_words(visit, "sheet"), read_words(visit, "format"), visit.stand.place
    if sheet not in list(SheetName) or form not in list(SheetFormat) or place is None:
        raise BadInput("desk-bad-request")
    asked = SheetAsked(
        sheet=SheetName(sheet),
        area_id=place.id,
        span=visit.view.period,
        format=SheetFormat(form),
        kind_id=visit.view.kind,
        association=visit.view.association or "",
        as_today=sheet == SheetName.FIGURES and visit.view.chosen["geography"] == "now",
    )
    problem = await try_out(visit, ask_at_desk(visit.context, asked))
    return await show(visit, problem) if problem else visit.link()


async def show_file(visit: Visit) -> Given:
    """Gives one of one's own sheets."""
    export = await find_own_export(visit.context, visit.number("export"))
    given = await give_file(visit, export.file_id or 0)
    return Given(
        name=file_name(export.asked, visit.language),
        mime=export.asked.format.mime,
        make=given.make,
    )


EXPORTS = Page(
    name="exports",
    path="/exports",
    right=Right.EXPORT,
    show=show,
    act=act,
    asking=Asking(choices={"sheet": ("", *SheetName), "geography": ("then", "now")}),
)
EXPORT_FILE = Page(
    name="export-file",
    path="/exports/{export}/file",
    right=Right.EXPORT,
    show=show_file,
    in_menu=False,
)
