"""What came in is stored before the messenger is told that it arrived."""

from collections.abc import Collection, Sequence
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
    await inbox.store(unit, await _rows(unit, updates, now), now=now)
    unit.wake("inbox")


async def store_for_turns(
    unit: UnitOfWork, updates: Sequence[tuple[str, Inbound]], *, now: datetime
) -> list[tuple[str, Inbound]]:
    """Stores updates whose turns run in this transaction, and returns them as they are kept.

    What a turn answers needs no raw text; of what has to wait, `keep_raw` keeps it.
    """
    rows = await _rows(unit, updates, now)
    await inbox.store(unit, [("", inbound, here) for _, inbound, here in rows], now=now)
    return [(raw, inbound) for raw, inbound, _ in rows]


async def keep_raw(
    unit: UnitOfWork, stored: Sequence[tuple[str, Inbound]], *, answered: Collection[str]
) -> None:
    """Keeps the raw text of what was stored and not `answered`, each by its external id."""
    left = [update for update in stored if update[1].external_id not in answered]
    if left:
        await inbox.keep_raw(unit, left)


async def _rows(
    unit: UnitOfWork, updates: Sequence[tuple[str, Inbound]], now: datetime
) -> list[tuple[str, Inbound, int]]:
    wanted = {inbound.address: (inbound.in_group, inbound.title) for _, inbound in updates}
    known = await addresses.ensure(unit, wanted, now=now)
    return [
        (*_kept(raw, inbound, known[inbound.address]), known[inbound.address].id)
        for raw, inbound in updates
    ]


def _kept(raw: str, inbound: Inbound, here: KnownAddress) -> tuple[str, Inbound]:
    """Returns what is kept of an update: of a stranger's, or a group's, what a code needs."""
    if here.person_id is not None:
        return raw, inbound
    kept = raw if len(raw) <= _LONGEST_OF_STRANGER else "{}"
    return kept, replace(inbound, text=inbound.text[:_LONGEST_OF_STRANGER])
