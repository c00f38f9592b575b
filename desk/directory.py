"""Danh bạ: places, the chapters of one with their people, and what is searched for."""

from desk.acting import read_field, try_out
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.refusals import BadInput
from operations.directory.change_words import recent_words
from operations.directory.place_directory import find_names, look_at_place
from operations.directory.undoing import list_recent, undo
from operations.people.invitations import list_own_invitations, revoke_invitation
from operations.people.slip_sheets import ask_for_sheet_at_desk
from operations.rights import Right


async def show(visit: Visit, problem: str = "") -> Drawn:
    """Shows a place, or what was found."""
    words = visit.view.chosen["q"]
    return Drawn(
        frame="directory.html",
        values={
            "here": await look_at_place(visit.context, visit.require_place()),
            "found": await find_names(visit.context, words) if words else None,
            "problem": problem,
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Has slips made for everybody of the place who has no account."""
    if visit.form.get("do") != "slips":
        raise BadInput("desk-bad-request")
    place = visit.require_place()
    problem = await try_out(visit, ask_for_sheet_at_desk(visit.context, place.id))
    return await show(visit, problem) if problem else visit.link(done="slips")


async def show_recent(visit: Visit, problem: str = "") -> Drawn:
    """Shows what was changed within a day, or what lies in the trash."""
    context, tab = visit.context, visit.view.chosen["tab"]
    found = await list_recent(
        context.unit, context.posts, trash=tab == "trash", policy=context.policy, now=context.now
    )
    return Drawn(
        frame="directory_recent.html",
        values={
            "lines": [
                (recent, *await recent_words(context.unit, recent, visit.language))
                for recent in found
            ],
            "tab": tab,
            "problem": problem,
        },
    )


async def act_recent(visit: Visit) -> str | Drawn:
    """Takes a change back."""
    problem = await try_out(visit, undo(visit.context, read_field(visit, "change")))
    return await show_recent(visit, problem) if problem else visit.link(done="undone")


async def show_invitations(visit: Visit, problem: str = "") -> Drawn:
    """Shows the codes that one has given out and that nobody has used yet."""
    context = visit.context
    found = await list_own_invitations(context.unit, context.actor, now=context.now)
    return Drawn(frame="invitations.html", values={"invitations": found, "problem": problem})


async def act_invitations(visit: Visit) -> str | Drawn:
    """Takes a code back."""
    context = visit.context
    work = revoke_invitation(
        context.unit,
        read_field(visit, "invitation"),
        by=context.actor,
        now=context.now,
        policy=context.policy,
    )
    problem = await try_out(visit, work)
    return await show_invitations(visit, problem) if problem else visit.link(done="revoked")


DIRECTORY = Page(
    name="directory",
    path="/directory",
    right=Right.MANAGE,
    show=show,
    act=act,
    asking=Asking(by_kind=False, choices={"q": (), "done": ("", "slips")}),
)
RECENT = Page(
    name="directory-recent",
    path="/directory/recent",
    right=Right.MANAGE,
    show=show_recent,
    act=act_recent,
    asking=Asking(by_kind=False, choices={"tab": ("recent", "trash"), "done": ("", "undone")}),
    in_menu=False,
)
INVITATIONS = Page(
    name="invitations",
    path="/directory/invitations",
    right=Right.MANAGE,
    show=show_invitations,
    act=act_invitations,
    asking=Asking(by_kind=False, choices={"done": ("", "revoked")}),
    in_menu=False,
)
