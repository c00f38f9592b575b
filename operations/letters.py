"""Ways on which nothing comes back: letters and rings, for whom and until when."""

from collections.abc import Collection
from datetime import datetime

from domain.mailboxes import Wish
from domain.talks import KnownAddress
from storage import UnitOfWork
from storage.directory import digest_targets
from storage.messages import addresses, devices, mailboxes, outbox


async def letter_addresses(
    unit: UnitOfWork, person_ids: Collection[int], wish: Wish
) -> dict[int, KnownAddress]:
    """Returns where letters of a kind go, for those of some people who want and confirmed them."""
    found = await mailboxes.of_people(unit, person_ids)
    wanted = {
        person_id: box.address_id
        for person_id, box in found.items()
        if box.takes_letters and wish in box.wishes
    }
    known = await addresses.by_ids(unit, list(wanted.values()))
    return {person_id: known[address_id] for person_id, address_id in wanted.items()}


async def drop_mailbox(unit: UnitOfWork, person_id: int, *, now: datetime) -> set[int]:
    """Forgets somebody's e-mail address, and what waits for it; returns the address it was."""
    address_id = await mailboxes.remove(unit, person_id)
    if address_id is None:
        return set()
    await cease_letters(unit, address_id, now=now)
    return {address_id}


async def drop_outlets(unit: UnitOfWork, person_id: int, *, now: datetime) -> set[int]:
    """Forgets where letters go and what rings for somebody; returns the addresses there were."""
    rings = await devices.remove_of(unit, person_id)
    await outbox.cancel_to(unit, rings, now=now)
    return rings | await drop_mailbox(unit, person_id, now=now)


async def cease_letters(unit: UnitOfWork, address_id: int, *, now: datetime) -> None:
    """Sends nothing more to an e-mail address of what waits or is due by the clock."""
    await outbox.cancel_to(unit, [address_id], now=now)
    await digest_targets.end(unit, address_id, now=now)
