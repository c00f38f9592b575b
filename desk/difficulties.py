"""Khó khăn: a board by state, one case with its way, and what its desk does with it."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from desk.acting import read_field, read_words, try_out
from desk.files import give_file
from desk.listing import ask_rows, lead_on
from desk.page import Drawn, Given, Page, Visit
from desk.view import Asking
from dialogue.report_form import CATEGORIES
from documents.tables.columns import SheetName
from domain.cases import Action, ActorKind
from domain.refusals import BadInput, NotFound
from domain.report import PROPOSAL
from operations.cases import desk_actions, merging
from operations.cases.case_board import BoardAsked, look_at_board, open_case
from operations.rights import Right
from storage.cases.case_rows import COLUMNS, OVERDUE, STANDINGS

# What is done with words of its own, in the order of the buttons, and with another case.
_WRITE: dict[object, Callable[..., Awaitable[object]]] = {
    Action.ANSWERED: desk_actions.answer,
    Action.ADVISED: desk_actions.advise,
    Action.PASSED_UP: desk_actions.pass_up,
    Action.SENT_DOWN: desk_actions.send_down,
}
_BESIDE: dict[object, Callable[..., Awaitable[object]]] = {
    Action.JOINED: merging.join,
    Action.SEPARATED: merging.separate,
}


async def show(visit: Visit) -> Drawn:
    """Shows the board of a place, and a part of the list."""
    view = visit.view
    board = await look_at_board(
        visit.context,
        BoardAsked(
            place=visit.stand.place,
            span=view.period,
            only=view.only,
            here=view.here,
            standing=view.chosen["state"],
            category=view.chosen["category"],
        ),
        ask_rows(visit),
    )
    return Drawn(
        frame="difficulties.html",
        values={
            "board": board,
            "page": lead_on(visit, board.page, key=lambda row: row.id),
            "tab_ways": _tabs(visit, board.counts, board.late),
        },
    )


def _tabs(visit: Visit, counts: Mapping[str, int], late: int) -> list[tuple[str, str, int, bool]]:
    """Returns the ways to each state with how many stand so."""
    here = visit.view.chosen["state"]
    known = {"": sum(counts.values()), **{name: counts[name] for name in STANDINGS}}
    return [
        (
            visit.word(f"cases-{name or 'all'}"),
            visit.link(state=name, category=""),
            number,
            name == here,
        )
        for name, number in {**known, OVERDUE: late}.items()
    ]


async def show_case(visit: Visit, problem: str = "") -> Drawn:
    """Shows one case with its way, and what can be done with it."""
    sheet = await open_case(visit.context, visit.number("case"))
    ways = sheet.opened.ways(ActorKind.DESK)
    return Drawn(
        frame="difficulty.html",
        values={
            "sheet": sheet,
            "opened": sheet.opened,
            "of": sheet.opened.case,
            "ways": [one for one in _WRITE if one in ways],
            "may_set_due": Action.DUE_SET in ways,
            "may_join": Action.JOINED in ways,
            "may_separate": Action.SEPARATED in ways,
            "problem": problem,
            "note": read_words(visit, "note"),
            "due": read_words(visit, "due"),
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Does something to a case; what could not be done is said, with what was typed."""
    problem = await try_out(visit, _work(visit, visit.number("case")))
    return await show_case(visit, problem) if problem else visit.link()


def _work(visit: Visit, case_id: int) -> Awaitable[object]:
    context, version = visit.context, read_field(visit, "version")
    do = visit.form.get("do")
    if do == Action.DUE_SET:
        return desk_actions.set_due(context, case_id, version=version, day=_read_day(visit))
    if do in _BESIDE:
        return _BESIDE[do](context, case_id, read_field(visit, "other"), version=version)
    if do in _WRITE:
        return _WRITE[do](context, case_id, version=version, note=read_words(visit, "note"))
    raise BadInput("desk-bad-request")


def _read_day(visit: Visit) -> date:
    try:
        return date.fromisoformat(read_words(visit, "due"))
    except ValueError as error:
        raise BadInput("desk-bad-request") from error


async def show_photo(visit: Visit) -> Given:
    """Gives a photo of a case in sight."""
    sheet, photo = await open_case(visit.context, visit.number("case")), visit.number("photo")
    if photo not in sheet.opened.photos:
        raise NotFound("not-in-sight")
    return await give_file(visit, photo)


DIFFICULTIES = Page(
    name="difficulties",
    path="/difficulties",
    right=Right.SEE_CASE_FIGURES,
    show=show,
    sheet=SheetName.DIFFICULTIES,
    asking=Asking(
        columns=COLUMNS,
        choices={
            "state": ("", *STANDINGS, OVERDUE),
            "category": ("", *CATEGORIES, PROPOSAL),
            "rows": ("", "all"),
        },
    ),
)
DIFFICULTY = Page(
    name="difficulty",
    path="/difficulties/{case}",
    right=Right.SEE_CASE_FIGURES,
    show=show_case,
    act=act,
    in_menu=False,
)
CASE_PHOTO = Page(
    name="case-photo",
    path="/difficulties/{case}/photos/{photo}",
    right=Right.SEE_CASE_FIGURES,
    show=show_photo,
    in_menu=False,
)
