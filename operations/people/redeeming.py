"""What a code is good for, with guessing kept hopeless: wrong ones are counted and stop it."""

import hashlib
from collections.abc import Collection
from datetime import datetime, timedelta

from domain.codes import normalise_code
from domain.inbound import Address
from domain.invitations import Invitation
from domain.policy import Policy
from domain.refusals import NotAllowed, NotFound
from storage import Unit
from storage.people import invitations, wrong_codes

_EVERYWHERE = "*"


class CodesBlocked(NotAllowed):
    """Too many wrong codes came from here, or in all: even a right one is not taken now."""


def hash_code(characters: str) -> str:
    """Returns what is stored of a code, or of a session token."""
    return hashlib.sha256(characters.encode()).hexdigest()


def source_of(address: Address) -> str:
    """Returns the account that a code came from, under which wrong ones are counted."""
    return f"{address.channel}/{address.account}/{address.user or address.chat}"


async def look_up(
    unit: Unit,
    code: str,
    *,
    sources: Collection[str],
    now: datetime,
    policy: Policy,
    address_id: int | None = None,
) -> Invitation:
    """Returns the invitation of a typed code; one already used by `address_id` counts as well.

    Raises CodesBlocked, or NotFound for a code that cannot be used. A wrong one is noted in
    this transaction, so it must be committed whatever is raised.
    """
    found = await invitations.find(unit, hash_code(normalise_code(code) or ""))
    if await _is_blocked(unit, sources, now=now, policy=policy):
        minutes = policy.wrong_codes_window // timedelta(minutes=1)
        raise CodesBlocked("code-blocked", minutes=minutes)
    is_own = found is not None and address_id is not None and found.used_by == address_id
    if found is None or (found.is_spent and not is_own):
        await wrong_codes.purge(unit, before=now - policy.wrong_codes_window)
        await wrong_codes.add(unit, {*sources, _EVERYWHERE}, now=now)
        raise NotFound("code-wrong")
    if not is_own and found.expires_at <= now:
        raise NotFound("code-expired")
    return found


async def _is_blocked(
    unit: Unit, sources: Collection[str], *, now: datetime, policy: Policy
) -> bool:
    since = now - policy.wrong_codes_window
    counted = await wrong_codes.count(unit, {*sources, _EVERYWHERE}, since=since)
    in_all = counted.pop(_EVERYWHERE, 0)
    return in_all >= policy.wrong_codes_in_all or any(
        number >= policy.wrong_codes_per_address for number in counted.values()
    )
