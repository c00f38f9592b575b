"""Gives everybody of the sample a page of their own, and the channels theirs."""

from datetime import datetime

from bot.sample.directory import WrittenDirectory
from domain.inbound import Address
from operations.people.enrolling import CONSENT_VERSION
from operations.people.web_entry import ACCOUNT, CHANNEL
from storage import UnitOfWork
from storage.directory import digest_targets
from storage.people import people
from storage.tables import directory as tables

CHANNELS = "channel-"


def page_of(name: str) -> Address:
    """Returns the address of a page by the name that it has in the sample."""
    return Address(CHANNEL, ACCOUNT, name, name)


async def write_pages(unit: UnitOfWork, written: WrittenDirectory, *, now: datetime) -> None:
    """Binds everybody to a page, with their consent, and channels to the areas' digests."""
    ids = written.people
    talks = await unit.add_all(
        tables.conversation, [{"person_id": person, "state": {}, "tail": {}} for person in ids]
    )
    known = await people.persons(unit, ids)
    pages = await unit.add_all(
        tables.address,
        [
            _row(f"p{person}", talk, known[person].name, now, person=person)
            for person, talk in zip(ids, talks, strict=True)
        ],
    )
    await unit.add_many(
        tables.consent,
        [
            {
                "person_id": person,
                "address_id": page,
                "version": CONSENT_VERSION,
                "language": "vi",
                "given_at": now,
            }
            for person, page in zip(ids, pages, strict=True)
        ],
    )
    await _write_channels(unit, written, now)


def _row(
    name: str, talk: int, title: str, now: datetime, *, person: int | None = None
) -> dict[str, object]:
    return {
        "channel": CHANNEL,
        "account": ACCOUNT,
        "chat": name,
        "user": name if person else "",
        "conversation_id": talk,
        "person_id": person,
        "in_group": person is None,
        "title": title,
        "created_at": now,
    }


async def _write_channels(unit: UnitOfWork, written: WrittenDirectory, now: datetime) -> None:
    for area in (written.upper, written.communes["xã Long Vĩnh"]):
        (talk,) = await unit.add_all(tables.conversation, [{"state": {}, "tail": {}}])
        title = f"Kênh tổng hợp {area.name}"
        (page,) = await unit.add_all(
            tables.address, [_row(f"{CHANNELS}{area.id}", talk, title, now)]
        )
        await digest_targets.bind(
            unit,
            address_id=page,
            area_id=area.id,
            language="vi",
            bound_by=written.administrator,
            now=now,
        )
