"""What a gateway calls back with: whether a message arrived, or one that somebody sent."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from channels.sms.shape import InboundShape, ReportShape, is_any, look_up, read_cost
from channels.values import clean
from domain.inbound import Address, Inbound, InboundKind
from domain.reading import parse_phone
from domain.sms import ACCOUNT, CHANNEL, to_dialled


@dataclass(frozen=True, slots=True)
class Arrived:
    """Whether a message, by the gateway's number, arrived, and what it cost, 0 if unknown."""

    id: str
    delivered: bool
    cost: int


def read_report(called: object, shape: ReportShape | None) -> Arrived | None:
    """Returns what a call reports; None where it reports nothing final."""
    number = look_up(called, shape.id) if shape else ""
    if shape is None or not number:
        return None
    delivered = is_any(called, shape.delivered)
    if not delivered and not is_any(called, shape.failed):
        return None
    return Arrived(number, delivered, read_cost(called, shape.cost))


def read_inbound(called: object, shape: InboundShape | None, *, now: datetime) -> Inbound | None:
    """Returns the message that a call brings; None for none, or without a sender's number."""
    if shape is None or (shape.only and not is_any(called, shape.only)):
        return None
    phone = parse_phone(look_up(called, shape.phone))
    text = clean(look_up(called, shape.text))
    if phone is None or not text.strip():
        return None
    dialled = to_dialled(phone)
    number = look_up(called, shape.id) if shape.id else ""
    # Without a number of its own, what is called in again within the minute is the same.
    same = number or f"{now:%Y%m%d%H%M} {text}"
    return Inbound(
        address=Address(CHANNEL, ACCOUNT, dialled, dialled),
        external_id=f"sms-{hashlib.sha256(f'{dialled} {same}'.encode()).hexdigest()[:32]}",
        kind=InboundKind.TEXT,
        sent_at=now,
        text=text,
    )
