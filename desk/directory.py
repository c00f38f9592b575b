"""Danh bạ: places, the chapters of one with their people, and what is searched for."""

from desk.acting import go_on, read_field, read_words, try_out
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from domain.chapter_changes import What
from domain.refusals import BadInput
from operations.directory.change_words import recent_words
from operations.directory.founding import NewChapter, found_chapter, found_place
from operations.directory.place_directory import find_names, look_at_place
from operations.directory.undoing import list_recent, undo
from operations.people.invitations import list_own_invitations, revoke_invitation
from operations.people.slip_sheets import ask_for_sheet_at_desk
from operations.rights import Right

# What is asked of a new chapter, in this order, beside its name and kind.
_ASKED = (What.MEMBERS, What.DAY, What.TIME, What.PLACE)


async def show(visit: Visit, problem: str = "") -> Drawn:
    """Shows a place, or what was found; a problem stands at the form that was sent."""
    words, place = visit.view.chosen["q"], visit.require_place()
    return Drawn(
        frame="directory.html",
        values={
            "here": await look_at_place(visit.context, place),
            "found": await find_names(visit.context, words) if words else None,
            "problem": problem,
            "do": read_words(visit, "do") if problem else "",
            "typed": {
                name: read_words(visit, name) for name in ("name", "kind", "level", *_ASKED)
            },
            "asked": _ASKED,
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Adds a chapter or a place, or has slips made for who has no account there."""
    return await go_on(visit, _add(visit), lambda problem: show(visit, problem))


async def _add(visit: Visit) -> str:
    context, place = visit.context, visit.require_place()
    match visit.form.get("do"):
        case "slips":
            await ask_for_sheet_at_desk(context, place.id)
        case "unit":
            typed = {what: read_words(visit, what) for what in _ASKED}
            new = NewChapter(
                name=read_words(visit, "name"), kind_id=read_field(visit, "kind"), typed=typed
            )
            return visit.link("unit", chapter=await found_chapter(context, place, new))
        case "place":
            name, level = read_words(visit, "name"), read_words(visit, "level")
            await found_place(context, place, name, level)
        case _:
            raise BadInput("desk-bad-request")
    return visit.link(done=visit.form["do"])


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
    asking=Asking(by_kind=False, choices={"q": (), "done": ("", "slips", "place")}),
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
