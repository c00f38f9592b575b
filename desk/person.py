"""A person of the directory: posts, accounts, codes; invited, cut off, codes taken back."""

from markupsafe import Markup

from desk.acting import read_words, try_out
from desk.page import Drawn, Page, Visit
from desk.view import Asking
from documents.square import draw_square
from domain.codes import format_code
from domain.refusals import BadInput
from operations.contacts import SILENT_AFTER
from operations.people.access_revocation import cut_off
from operations.people.devices import tell_office
from operations.people.invitations import (
    goes_to_account,
    invite_person,
    revoke_codes_of,
    send_code,
)
from operations.people.person_card import PersonCard, get_person_card
from operations.people.slip_sheets import draw_up_slip
from operations.rights import Right
from operations.titles import post_words


async def _open(visit: Visit) -> PersonCard:
    """Returns the card of the person whom the address names; raises NotFound out of reach."""
    context = visit.context
    return await get_person_card(
        context.unit,
        context.posts,
        visit.number("person"),
        today=context.today,
        now=context.now,
    )


async def show(visit: Visit, problem: str = "") -> Drawn:
    """Shows who somebody is and how they are reached."""
    card = await _open(visit)
    return Drawn(
        frame="person.html",
        values={
            "card": card,
            "titles": await post_words(visit.context.unit, card.posts, visit.language),
            "is_silent": card.unanswered >= SILENT_AFTER,
            "problem": problem,
        },
    )


async def act(visit: Visit) -> str | Drawn:
    """Invites somebody, takes their codes back, or closes their accounts."""
    do, person_id = read_words(visit, "do"), visit.number("person")
    await _open(visit)  # nobody acts on whom they do not see
    match do:
        case "invite":
            return await _invite(visit, person_id)
        case "revoke":
            work = revoke_codes_of(visit.context, person_id)
        case "cut_off":
            work = _cut_off(visit, person_id)
        case _:
            raise BadInput("desk-bad-request")
    problem = await try_out(visit, work)
    return await show(visit, problem) if problem else visit.link(done=do)


async def _cut_off(visit: Visit, person_id: int) -> None:
    context = visit.context
    done = await cut_off(context, person_id)
    await tell_office(context.unit, done, by=context.actor, policy=context.policy, now=context.now)


async def _invite(visit: Visit, person_id: int) -> str | Drawn:
    """Makes a code; it goes to the account of whoever has one, else onto a slip to print."""
    context, random_bytes = visit.context, visit.settings.random_bytes
    if await goes_to_account(context.unit, context.actor, person_id, day=context.today):
        await send_code(context, person_id=person_id, random_bytes=random_bytes)
        return visit.link(done="sent")
    code = await invite_person(
        context.unit,
        by=context.actor,
        person_id=person_id,
        random_bytes=random_bytes,
        now=context.now,
        policy=context.policy,
    )
    slip = await draw_up_slip(
        context, person_id, format_code(code), public_url=visit.settings.public_url
    )
    return Drawn(
        frame="slip.html",
        values={
            "slip": slip,
            # A picture of ours.
            "square": Markup(draw_square(slip.link)) if slip.link else "",  # noqa: S704
            "days": context.policy.invitation_days,
        },
    )


PERSON = Page(
    name="person",
    path="/directory/people/{person}",
    right=Right.MANAGE,
    show=show,
    act=act,
    asking=Asking(by_kind=False, choices={"done": ("", "sent", "revoke", "cut_off")}),
    in_menu=False,
)
