"""What a code is good for; wrong ones are counted, and cost whoever sends many."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime

from domain.codes import normalise_code
from domain.inbound import Address
from domain.invitations import Invitation
from domain.policy import Policy
from domain.refusals import NotFound
from operations.codes import hash_code
from storage import UnitOfWork
from storage.people import invitations, wrong_codes

_EVERYWHERE = "*"
_NETWORKS = {4: 24, 6: 64}


class CodesBlocked(NotFound):
    """A wrong code, after too many of them from here, or in all; a right one still works."""


def source_of(address: Address) -> str:
    """Returns the account that a code came from, under which wrong ones are counted."""
    return f"{address.channel}/{address.account}/{address.user or address.chat}"


def network_of(client: str) -> str:
    """Returns the network under which wrong codes of a network address are counted.

    A household or an office has a /64 of IPv6 to itself; of IPv4 neighbours share a /24.
    """
    try:
        address = ipaddress.ip_address(client.partition("%")[0])
    except ValueError:
        return client
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    length = _NETWORKS[address.version]
    return str(ipaddress.ip_network(f"{address}/{length}", strict=False))


@dataclass(frozen=True, slots=True)
class CodeSource:
    """Where codes are typed: an address that may have used one, or a network and its limit."""

    name: str
    address_id: int | None = None
    most_wrong: int | None = None


async def look_up(
    unit: UnitOfWork, code: str, *, source: CodeSource, now: datetime, policy: Policy
) -> Invitation:
    """Returns the invitation of a typed code; one already used at the source counts as well.

    A right code always works: it cannot be guessed, and whoever errs locks out nobody. Raises
    NotFound for a code that cannot be used, CodesBlocked when too many wrong ones came from the
    source before. A wrong one is noted in this transaction, so it must be committed whatever
    is raised; text without a code's shape is none.
    """
    shaped = normalise_code(code)
    if shaped is None:
        raise NotFound("code-wrong")
    found = await invitations.find(unit, hash_code(shaped))
    if found is None:
        most = source.most_wrong or policy.wrong_codes_per_address
        await count_wrong(unit, source.name, most, now=now, policy=policy)
        raise NotFound("code-wrong")
    is_own = source.address_id is not None and found.used_by == source.address_id
    if found.is_spent and not is_own:
        raise NotFound("code-wrong")
    if not is_own and found.expires_at <= now:
        raise NotFound("code-expired")
    return found


async def count_wrong(
    unit: UnitOfWork, source: str, most: int, *, now: datetime, policy: Policy
) -> None:
    """Notes a wrong code; raises CodesBlocked for one too many, which is not noted."""
    since = now - policy.wrong_codes_window
    counted = await wrong_codes.count(unit, {source, _EVERYWHERE}, since=since)
    if counted.get(source, 0) >= most or counted.get(_EVERYWHERE, 0) >= policy.wrong_codes_in_all:
        raise CodesBlocked("code-blocked")
    await wrong_codes.purge(unit, before=since)
    await wrong_codes.add(unit, {source, _EVERYWHERE}, now=now)
