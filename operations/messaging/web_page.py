"""The web chat page: what stands on it, and what its person sends."""

from collections.abc import Collection, Sequence
from datetime import datetime

from domain.bubbles import Bubble
from domain.inbound import Address, Inbound, InboundKind
from domain.message import Message
from operations.messaging.receiving import store_updates
from operations.people.web_entry import CHANNEL
from storage import UnitOfWork
from storage.messages import addresses, bubbles
from texts import escape_rich

_WAKE = "web:"
# Beyond any page number: "before the end".
_END = 2**31 - 1


def page_wake(address: Address) -> str:
    """Returns the name under which the streams of a page are woken."""
    return f"{_WAKE}{address.chat}"


async def count_changes(unit: UnitOfWork, pages: Collection[str]) -> dict[str, int]:
    """Returns how often each page, named as in `page_wake`, was changed so far."""
    chats = [page.removeprefix(_WAKE) for page in pages]
    counted = await addresses.count_web_changes(unit, CHANNEL, chats)
    return {f"{_WAKE}{chat}": count for chat, count in counted.items()}


async def show_bubble(
    unit: UnitOfWork, address: Address, *, key: str, message: Message, now: datetime
) -> None:
    """Puts what the bot says on a page, once for each key."""
    page = await _page(unit, address)
    await bubbles.add(unit, address_id=page, key=key, author="bot", message=message, now=now)
    unit.wake(page_wake(address))


async def change_bubble(unit: UnitOfWork, address: Address, *, key: str, message: Message) -> bool:
    """Changes what the bot said; False if it is not there."""
    found = await bubbles.change(
        unit, address_id=await _page(unit, address), key=key, message=message
    )
    unit.wake(page_wake(address))
    return found


async def store_sent(
    unit: UnitOfWork, sent: Sequence[tuple[str, Inbound, tuple[int, ...]]], *, now: datetime
) -> None:
    """Stores what a person sent, given raw, understood and with its files, and shows it."""
    await store_updates(unit, [(raw, inbound) for raw, inbound, _ in sent], now=now)
    for _, inbound, files in sent:
        message = Message(text=escape_rich(inbound.text), attachments=files)
        page = await _page(unit, inbound.address)
        if inbound.kind is InboundKind.EDITED and inbound.message_id:
            await bubbles.change(unit, address_id=page, key=inbound.message_id, message=message)
        elif inbound.kind is not InboundKind.CHOICE and inbound.message_id:
            await bubbles.add(
                unit,
                address_id=page,
                key=inbound.message_id,
                author="me",
                message=message,
                now=now,
            )
        unit.wake(page_wake(inbound.address))


async def list_changes(
    unit: UnitOfWork, address: Address, *, after: int, limit: int
) -> Sequence[Bubble]:
    """Returns the bubbles of a page that were changed after a number."""
    return await bubbles.list_after(unit, await _page(unit, address), after=after, limit=limit)


async def list_history(
    unit: UnitOfWork, address: Address, *, before: int | None, limit: int
) -> list[Bubble]:
    """Returns the last bubbles of a page before a place."""
    page = await _page(unit, address)
    return await bubbles.list_before(unit, page, before=before or _END, limit=limit)


async def _page(unit: UnitOfWork, address: Address) -> int:
    return (await addresses.find_many(unit, [address]))[address].id
