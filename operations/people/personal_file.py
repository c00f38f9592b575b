"""The file with a person's own data: written outside the transactions, sent to who asked."""

from datetime import datetime

from domain.files import StoredFile
from domain.talks import KnownAddress
from operations.maintenance import handing_over
from storage import UnitOfWork
from storage.messages import addresses
from storage.people import people
from texts import label, render

MIME = "application/json"


async def find_asker(unit: UnitOfWork, *, person_id: int, address_id: int) -> KnownAddress | None:
    """Returns where the file goes, None if the account is no longer the person's."""
    here = (await addresses.by_ids(unit, [address_id])).get(address_id)
    return here if here is not None and here.person_id == person_id else None


async def hand_over(
    unit: UnitOfWork, here: KnownAddress, stored: StoredFile, *, key: str, now: datetime
) -> None:
    """Sends the finished file to the account that asked for it."""
    language = (await people.persons(unit, [here.person_id or 0]))[here.person_id or 0].language
    await handing_over.hand_over(
        unit,
        here,
        handing_over.MadeFile(
            stored=stored,
            name=label("privacy-file-name", language),
            text=render("privacy-file-here", language),
        ),
        key=key,
        now=now,
    )
