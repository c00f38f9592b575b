"""One-time codes and lost phones from the command line, as transactions on the database."""

import os
from collections.abc import Awaitable, Callable
from functools import partial

from bot.clock import utc_now
from bot.office import opened
from bot.policy import build_policy
from bot.settings import Settings
from domain.chapters import Area
from domain.codes import format_code
from domain.people import Person
from operations.people import invitations
from operations.people.access_revocation import CutOff, cut_off_by
from operations.people.invitations import NamedInvitation


async def invite_person(settings: Settings, person: Person) -> str:
    """Returns a new one-time code for a person, written in groups."""
    return await _invite(settings, partial(invitations.invite_person, person_id=person.id))


async def invite_channel(settings: Settings, area: Area) -> str:
    """Returns a new one-time code that binds a group or channel to an area's digests."""
    return await _invite(settings, partial(invitations.invite_channel, area_id=area.id))


async def _invite(settings: Settings, make: Callable[..., Awaitable[str]]) -> str:
    policy = build_policy(settings)
    async with opened(settings) as database, database.write() as unit:
        code = await make(unit, by=None, random_bytes=os.urandom, now=utc_now(), policy=policy)
    return format_code(code)


async def list_open_invitations(settings: Settings) -> list[NamedInvitation]:
    """Returns the invitations that can still be used."""
    async with opened(settings) as database, database.read() as unit:
        return await invitations.list_invitations(unit, open_at=utc_now())


async def revoke_invitation(settings: Settings, invitation_id: int) -> None:
    """Takes an invitation back."""
    async with opened(settings) as database, database.write() as unit:
        await invitations.revoke_invitation(
            unit, invitation_id, by=None, now=utc_now(), policy=build_policy(settings)
        )


async def cut_off_person(settings: Settings, person: Person) -> CutOff:
    """Closes every account of a person, with every open code."""
    async with opened(settings) as database, database.write() as unit:
        return await cut_off_by(unit, person.id, by=None, now=utc_now())
