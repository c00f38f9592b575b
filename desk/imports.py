"""Nhập từ tệp: a workbook or list looked at, how it is read agreed to, then brought in."""

from desk.acting import go_on, read_chosen, read_field, read_words
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.refusals import BadInput
from operations.rights import Right
from operations.workbook.at_desk import (
    apply_at_desk,
    check_upload,
    find_look,
    list_looks,
    look_at_file,
)
from operations.workbook.chat import drop, queue_look

# Seconds after which a page that waits for a file asks again.
_AGAIN = 3


async def show(visit: Visit, problem: str = "") -> Drawn:
    """Shows a look at a file and what can be said to it; else takes a file."""
    chosen = read_chosen(visit, "look")
    look = None if chosen is None else await find_look(visit.context, chosen)
    waits = look is not None and "pending" in (look.state, look.applying)
    return Drawn(
        frame="import.html",
        values={
            "look": look,
            "looks": [] if look else await list_looks(visit.context),
            "waits": waits,
            "problem": problem,
            "said": read_words(visit, "said") if problem else "",
        },
        again=_AGAIN if waits and not problem else 0,
    )


async def act(visit: Visit) -> str | Drawn:
    """Takes a file, a correction of how it is read, agreement, or the word that brings it in."""
    return await go_on(visit, _take(visit), lambda problem: show(visit, problem))


async def _take(visit: Visit) -> str:
    context, look = visit.context, ""
    match read_words(visit, "do"):
        case "send":
            upload = visit.upload
            look = str(await look_at_file(context, upload.name, upload.require()))
        case "agree":
            look = str(await queue_look(context, read_field(visit, "of"), agreed=True))
        case "correct":
            said = read_words(visit, "said", longest=500)
            if not said:
                raise BadInput("workbook-said-nothing")
            look = str(await queue_look(context, read_field(visit, "of"), said=said))
        case "apply":
            await apply_at_desk(context, read_field(visit, "of"))
            return visit.link()
        case "drop":
            await drop(context, read_field(visit, "import"))
        case _:
            raise BadInput("desk-bad-request")
    return visit.link(look=look)


IMPORT = Page(
    name="import",
    path="/directory/import",
    right=Right.MANAGE,
    show=show,
    act=act,
    asking=Asking(by_kind=False, choices={"look": ()}),
    in_menu=False,
    admit=check_upload,
)
