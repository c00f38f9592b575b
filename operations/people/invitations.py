"""Invitations: handed out, listed and taken back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.codes import format_code, make_code
from domain.inbound import Address
from domain.invitations import Invitation
from domain.message import Message
from domain.people import Person, Post
from domain.policy import Policy
from domain.refusals import Conflict, NotAllowed, NotFound
from operations.access import OFFICE, held, may_at, require_office
from operations.codes import RandomBytes, hash_code
from operations.context import ActorContext
from operations.people.inviting import list_invitable, require_may_invite
from operations.replies import Delivery, enqueue_notices, notice
from operations.rights import Right
from storage import UnitOfWork
from storage.directory import areas
from storage.maintenance import audit
from storage.messages import addresses
from storage.people import consents, invitations, people
from texts import render

LINK_MINUTES = 15
# A text message waits on a phone until somebody looks.
LINE_LASTS = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class NamedInvitation:
    """An invitation with the name of the person, or of the area, that it is for."""

    invitation: Invitation
    name: str


async def invite_person(
    unit: UnitOfWork,
    *,
    by: Person | None,
    person_id: int,
    random_bytes: RandomBytes,
    now: datetime,
    policy: Policy,
) -> str:
    """Returns a new one-time code for a person; `by` is None for the command line.

    Raises NotAllowed, for one who is not there as for one out of reach; NotFound to the
    command line.
    """
    if by is not None:
        await require_may_invite(
            unit,
            await _posts(unit, by.id),
            await _posts(unit, person_id),
            day=policy.day_of(now),
        )
        await _require_by_hand(unit, by, person_id, day=policy.day_of(now))
    elif person_id not in await people.persons(unit, [person_id]):
        raise NotFound("person-missing")
    lasts = timedelta(days=policy.invitation_days)
    return await _add(unit, CodeFor(by, lasts, person_id=person_id), random_bytes, now)


async def goes_to_account(unit: UnitOfWork, by: Person, person_id: int, *, day: date) -> bool:
    """True where a new code is not given into the hand of who asks for it.

    Whoever has come in once is reached by their own account. A code in another's hand would make
    them that person; only an office hands one out, as after a lost phone.
    """
    if not await consents.list_enrolled(unit, [person_id]):
        return False
    offices = held(await _posts(unit, by.id), OFFICE, day)
    return not await list_invitable(
        unit, offices, {person_id: await _posts(unit, person_id)}, day=day
    )


async def _require_by_hand(unit: UnitOfWork, by: Person, person_id: int, *, day: date) -> None:
    if await goes_to_account(unit, by, person_id, day=day):
        raise NotAllowed("invite-by-office")


async def send_code(context: ActorContext, *, person_id: int, random_bytes: RandomBytes) -> Person:
    """Sends a new code to the account that a person uses, and says who asked for it.

    Returns the person; raises NotAllowed, also where no account of theirs takes messages.
    """
    unit, by = context.unit, context.actor
    theirs = await _posts(unit, person_id)
    await require_may_invite(unit, await _posts(unit, by.id), theirs, day=context.today)
    here = (await addresses.preferred(unit, [person_id])).get(person_id)
    if here is None:
        raise NotAllowed("invite-by-office")
    person = (await people.persons(unit, [person_id]))[person_id]
    days = context.policy.invitation_days
    lasts = timedelta(days=days)
    wanted = CodeFor(by, lasts, person_id=person_id)
    code = await _add(unit, wanted, random_bytes, context.now)
    text = render(
        "invite-code-for-you",
        person.language,
        code=format_code(code),
        days=days,
        by=by.name,
    )
    row = notice(
        unit,
        here,
        Message(text=text),
        Delivery(started_by_bot=False),
        dedupe_key=f"code:{hash_code(code)}",
    )
    await enqueue_notices(unit, [row], now=context.now)
    return person


async def invite_channel(
    unit: UnitOfWork,
    *,
    by: Person | None,
    area_id: int,
    random_bytes: RandomBytes,
    now: datetime,
    policy: Policy,
) -> str:
    """Returns a one-time code that makes a group or channel receive an area's digests.

    Raises NotFound or NotAllowed.
    """
    area = (await areas.by_ids(unit, [area_id])).get(area_id)
    if by is not None:
        require_office(await _posts(unit, by.id), area, policy.day_of(now))
    elif area is None:
        raise NotFound("area-missing")
    lasts = timedelta(days=policy.invitation_days)
    return await _add(unit, CodeFor(by, lasts, area_id=area_id), random_bytes, now)


async def make_link_code(
    unit: UnitOfWork, person: Person, *, random_bytes: RandomBytes, now: datetime
) -> str:
    """Returns a code with which a person opens the web page themselves, within minutes."""
    wanted = CodeFor(person, timedelta(minutes=LINK_MINUTES), person_id=person.id)
    return await _add(unit, wanted, random_bytes, now)


async def make_line_code(
    unit: UnitOfWork, address: Address, *, random_bytes: RandomBytes, now: datetime
) -> str:
    """Returns a code with which whoever has a telephone number opens their page within days.

    "" for a number of nobody.
    """
    known = (await addresses.find_many(unit, [address])).get(address)
    if known is None or known.person_id is None:
        return ""
    person = (await people.persons(unit, [known.person_id]))[known.person_id]
    wanted = CodeFor(person, LINE_LASTS, person_id=person.id)
    return await _add(unit, wanted, random_bytes, now)


async def list_invitations(
    unit: UnitOfWork, *, open_at: datetime | None = None
) -> list[NamedInvitation]:
    """Returns invitations, the newest first; those usable at a moment if one is given."""
    found = await invitations.list_newest(unit, open_at=open_at)
    known = await people.persons(
        unit, {invitation.person_id for invitation in found if invitation.person_id}
    )
    places = await areas.by_ids(
        unit, {invitation.area_id for invitation in found if invitation.area_id}
    )
    names = {person.id: person.name for person in known.values()}
    titles = {area.id: area.name for area in places.values()}
    return [
        NamedInvitation(
            invitation,
            names.get(invitation.person_id or 0) or titles.get(invitation.area_id or 0, ""),
        )
        for invitation in found
    ]


async def list_own_invitations(
    unit: UnitOfWork, by: Person, *, now: datetime
) -> list[NamedInvitation]:
    """Returns the usable invitations that a person made for others, the newest first."""
    found = await invitations.list_open_by(unit, by.id, now=now)
    known = await people.persons(
        unit, {invitation.person_id for invitation in found if invitation.person_id}
    )
    return [
        NamedInvitation(invitation, known[invitation.person_id].name)
        for invitation in found
        if invitation.person_id is not None and invitation.person_id != by.id
    ]


async def revoke_codes_of(context: ActorContext, person_id: int) -> None:
    """Takes back every open code for a person; raises NotAllowed."""
    unit, now = context.unit, context.now
    theirs = await _posts(unit, person_id)
    await require_may_invite(unit, context.posts, theirs, day=context.today)
    for code in await invitations.list_open_of(unit, [person_id], now=now):
        await invitations.revoke(unit, code.id, now=now)
        _note(unit, context.actor, "invitation.revoke", code.id, now)


async def revoke_invitation(
    unit: UnitOfWork, invitation_id: int, *, by: Person | None, now: datetime, policy: Policy
) -> None:
    """Takes an invitation back; raises NotFound unless it is in reach, Conflict if used up."""
    found = await invitations.find_by_id(unit, invitation_id)
    if found is None or not (
        by is None
        or by.id == found.created_by
        or await _is_in_reach(unit, by, found, now=now, policy=policy)
    ):
        raise NotFound("invitation-missing")
    if not await invitations.revoke(unit, found.id, now=now):
        raise Conflict("invitation-over")
    _note(unit, by, "invitation.revoke", found.id, now)


async def _is_in_reach(
    unit: UnitOfWork, by: Person, found: Invitation, *, now: datetime, policy: Policy
) -> bool:
    own, day = await _posts(unit, by.id), policy.day_of(now)
    if found.area_id is not None:
        path = (await areas.get(unit, found.area_id)).path
        return may_at(Right.BIND_CHANNEL, own, path, day)
    try:
        await require_may_invite(unit, own, await _posts(unit, found.person_id or 0), day=day)
    except NotAllowed:
        return False
    return True


async def _posts(unit: UnitOfWork, person_id: int) -> Collection[Post]:
    return (await people.posts_of(unit, [person_id])).get(person_id, ())


@dataclass(frozen=True, slots=True)
class CodeFor:
    """Whom a code invites, a person or the channel of an area, on whose word, and how long."""

    by: Person | None
    lasts: timedelta
    person_id: int | None = None
    area_id: int | None = None


async def _add(unit: UnitOfWork, wanted: CodeFor, random_bytes: RandomBytes, now: datetime) -> str:
    code = make_code(random_bytes)
    await add_invitation(unit, code, wanted, now=now)
    return code


async def add_invitation(unit: UnitOfWork, code: str, wanted: CodeFor, *, now: datetime) -> None:
    """Stores an invitation whose code was drawn before; rights are the caller's business."""
    invitation_id = await invitations.add(
        unit,
        invitations.NewInvitation(
            code_hash=hash_code(code),
            created_by=wanted.by.id if wanted.by else None,
            expires_at=now + wanted.lasts,
            person_id=wanted.person_id,
            area_id=wanted.area_id,
        ),
        now=now,
    )
    _note(unit, wanted.by, "invitation.create", invitation_id, now)


def _note(
    unit: UnitOfWork, by: Person | None, action: str, invitation_id: int, now: datetime
) -> None:
    audit.add_later(
        unit,
        audit.Entry(
            person_id=by.id if by else None, action=action, subject=f"invitation:{invitation_id}"
        ),
        now=now,
    )
