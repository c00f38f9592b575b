"""What came in is stored before the messenger is told that it arrived."""

from collections.abc import Sequence
from datetime import datetime

from domain.inbound import Inbound
from storage import Unit
from storage.messages import addresses, inbox


async def store_updates(
    unit: Unit, updates: Sequence[tuple[str, Inbound]], *, now: datetime
) -> None:
    """Stores updates, given raw and understood; what is there already changes nothing."""
    wanted = {inbound.address: (inbound.in_group, inbound.title) for _, inbound in updates}
    known = await addresses.ensure(unit, wanted, now=now)
    rows = [(raw, inbound, known[inbound.address].id) for raw, inbound in updates]
    await inbox.store(unit, rows, now=now)
