"""A post of a chapter: given, taken away, lent for a time; shown before it is done."""

from dataclasses import dataclass, replace

import orjson

from desk.acting import (
    go_on,
    read_chosen,
    read_day,
    read_words,
    require_number,
)
from desk.page import Drawn, Page, Visit
from desk.unit import read_seen
from desk.view import Asking
from domain.chapter_changes import What
from domain.people import Role
from domain.reading import parse_phone
from domain.refusals import BadInput
from operations.access import APPOINTED_ROLES
from operations.directory.appointments import (
    Appointees,
    SeatChange,
    SeatProposal,
    find_appointees,
    list_seats,
    make_seat_change,
    propose_seat,
)
from operations.directory.change_words import seat_words
from operations.directory.changing import get_managed
from operations.rights import Right
from operations.titles import role_words

_WAYS = (What.APPOINTED, What.STAND_IN, What.DISMISSED)
_FIELDS = ("name", "person", "phone", "first", "last")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What of the questions is shown: who may be meant, the change itself, or what is wrong."""

    found: Appointees | None = None
    proposal: SeatProposal | None = None
    problem: str = ""


async def show(visit: Visit, shown: _Shown | None = None) -> Drawn:
    """Asks who is to have a post, or shows what will be done."""
    context, chosen = visit.context, visit.view.chosen
    shown = shown or _Shown()
    chapter = await get_managed(
        context.unit, context.posts, visit.number("chapter"), today=context.today
    )
    role = Role(chosen["role"])
    seats = await list_seats(context.unit, chapter.id, role, day=context.today)
    proposal = shown.proposal
    return Drawn(
        frame="seat.html",
        values={
            "chapter": chapter,
            "role": role_words(role, chapter, visit.language),
            "what": chosen["what"],
            "old": next((one for one in seats if str(one.post.id) == chosen["old"]), None),
            "typed": {name: read_words(visit, name) for name in _FIELDS},
            "found": shown.found,
            "problem": shown.problem,
            "proposal": proposal,
            "before_after": seat_words(proposal, visit.language) if proposal else None,
            "seen": orjson.dumps(proposal.seen).decode() if proposal else "",
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Looks for whoever is named, shows what will be done, does it once that is agreed to."""
    return await go_on(visit, _change(visit), lambda problem: show(visit, _Shown(problem=problem)))


async def _change(visit: Visit) -> str | Drawn:
    change = _read_change(visit)
    person, name = read_words(visit, "person"), read_words(visit, "name")
    if change.what is not What.DISMISSED:
        if person not in ("", "new"):
            change = replace(change, person_id=require_number(person))
        elif person == "new":
            change = replace(change, newcomer=name, phone=_read_phone(visit))
        else:
            return await show(visit, _Shown(found=await find_appointees(visit.context, name)))
    proposal = await propose_seat(visit.context, change)
    if visit.form.get("do") != "make":
        return await show(visit, _Shown(proposal=proposal))
    number = await make_seat_change(visit.context, proposal, seen=read_seen(visit))
    return visit.link("unit", chapter=change.chapter_id, done=number)


def _read_change(visit: Visit) -> SeatChange:
    chosen = visit.view.chosen
    what = What(chosen["what"])
    stands_in = what is What.STAND_IN
    return SeatChange(
        what=what,
        chapter_id=visit.number("chapter"),
        role=Role(chosen["role"]),
        old_post=read_chosen(visit, "old"),
        first_day=read_day(visit, "first") if stands_in else None,
        last_day=read_day(visit, "last") if stands_in else None,
    )


def _read_phone(visit: Visit) -> str | None:
    text = read_words(visit, "phone")
    phone = parse_phone(text) if text else None
    if text and phone is None:
        raise BadInput("appoint-bad-phone")
    return phone


SEAT = Page(
    name="seat",
    path="/directory/chapters/{chapter}/seat",
    right=Right.MANAGE,
    show=show,
    act=act,
    asking=Asking(
        by_kind=False,
        choices={
            "role": tuple(str(role) for role in APPOINTED_ROLES),
            "what": tuple(str(what) for what in _WAYS),
            "old": (),
        },
    ),
    in_menu=False,
)
