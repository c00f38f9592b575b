"""What came in is stored before the messenger is told that it arrived."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.inbound import Inbound
from domain.talks import KnownAddress
from storage import UnitOfWork
from storage.messages import addresses, inbox

# A forwarded invitation with its link is shorter.
_LONGEST_OF_STRANGER = 1000


async def store_updates(
    unit: UnitOfWork, updates: Sequence[tuple[str, Inbound]], *, now: datetime
) -> None:
    """Stores updates, given raw and understood; what is there already changes nothing."""
    wanted = {inbound.address: (inbound.in_group, inbound.title) for _, inbound in updates}
    known = await addresses.ensure(unit, wanted, now=now)
    rows = [
        (*_kept(raw, inbound, known[inbound.address]), known[inbound.address].id)
        for raw, inbound in updates
    ]
    await inbox.store(unit, rows, now=now)


def _kept(raw: str, inbound: Inbound, here: KnownAddress) -> tuple[str, Inbound]:
    """Returns what is kept of an update: of a stranger's no more than a code needs."""
    is_stranger = here.person_id is None and not here.in_group
    if not is_stranger:
        return raw, inbound
    kept = raw if len(raw) <= _LONGEST_OF_STRANGER else "{}"
    return kept, replace(inbound, text=inbound.text[:_LONGEST_OF_STRANGER])
