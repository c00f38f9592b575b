"""What somebody types who takes up the bot for the first time."""

from datetime import datetime

import orjson

from channels.delivery import Received
from domain.inbound import Address, Inbound, InboundKind

MENU, OVERVIEW = "/menu", "/tonghop"


def typed(address: Address, text: str, at: datetime) -> Received:
    """Returns a first text on a page, the same however often it is made."""
    key = f"opening-{address.chat}"
    inbound = Inbound(
        address=address,
        external_id=key,
        kind=InboundKind.TEXT,
        sent_at=at,
        text=text,
        message_id=key,
    )
    return Received(orjson.dumps({"kind": "text", "text": text}).decode(), inbound)
