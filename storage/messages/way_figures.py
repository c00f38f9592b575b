"""How many messages went by each way, arrived or not, and what they cost."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, case, exists, func, or_, select

from domain.sms import CHANNEL as SMS
from storage.paths import lies_at
from storage.tables.directory import address, area, chapter, conversation, post
from storage.tables.mail import mailbox, outbox, outbox_passed, push_device, sms_sent
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class WayCount:
    """Messages by one way: sent and failed; delivered where that is reported, and in đồng."""

    channel: str
    sent: int = 0
    failed: int = 0
    delivered: int | None = None
    cost: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSms:
    """What a place has paid for: parts of text messages, and đồng."""

    area_id: int
    parts: int
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose messages count: of people with posts in a place, for chapters of these kinds."""

    path: str
    kinds: Collection[int]


def _people(whose: Whose) -> Select[tuple[int]]:
    in_chapters = (
        select(post.c.person_id)
        .join(chapter, chapter.c.id == post.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(lies_at(area.c.path, whose.path), chapter.c.kind_id.in_(sorted(whose.kinds)))
    )
    over_places = (
        select(post.c.person_id)
        .join(area, area.c.id == post.c.area_id)
        .where(
            lies_at(area.c.path, whose.path),
            or_(post.c.kind_id.is_(None), post.c.kind_id.in_(sorted(whose.kinds))),
            post.c.association.is_(None),
        )
    )
    found: Any = in_chapters.union(over_places)
    return select(found.subquery().c.person_id)


# Letters and rings are nobody's in the table of addresses.
_OWNER = func.coalesce(conversation.c.person_id, mailbox.c.person_id, push_device.c.person_id)


def _of(whose: Whose, columns: Collection[Any]) -> Select[Any]:
    return (
        select(*columns)
        .select_from(outbox)
        .join(address, address.c.id == outbox.c.address_id)
        .join(conversation, conversation.c.id == outbox.c.conversation_id)
        .outerjoin(mailbox, mailbox.c.address_id == address.c.id)
        .outerjoin(push_device, push_device.c.address_id == address.c.id)
        .where(_OWNER.in_(_people(whose)), outbox.c.edits.is_(None))
    )


async def count_by_way(
    unit: UnitOfWork, whose: Whose, *, begins: datetime, ends: datetime
) -> list[WayCount]:
    """Returns what went by each way between two moments, what is sent most first.

    What left a way for another failed there.
    """
    rows = await unit.all(
        _of(
            whose,
            (
                address.c.channel,
                func.count(case((outbox.c.state == "sent", 1))).label("sent"),
                func.count(case((outbox.c.state == "failed", 1))).label("failed"),
            ),
        )
        .where(outbox.c.state != "pending", outbox.c.sent_at >= begins, outbox.c.sent_at < ends)
        .group_by(address.c.channel)
    )
    left = await _count_left(unit, whose, begins=begins, ends=ends)
    found = {
        row.channel: WayCount(channel=row.channel, sent=row.sent, failed=row.failed)
        for row in rows
    }
    for channel, number in left.items():
        way = found.get(channel, WayCount(channel=channel))
        found[channel] = replace(way, failed=way.failed + number)
    texts = await _count_texts(unit, whose, begins=begins, ends=ends)
    if texts is not None:
        failed = found[SMS].failed if SMS in found else 0
        found[SMS] = replace(texts, failed=texts.failed + failed)
    return sorted(found.values(), key=lambda way: (-way.sent, way.channel))


async def _count_texts(
    unit: UnitOfWork, whose: Whose, *, begins: datetime, ends: datetime
) -> WayCount | None:
    """Returns what the gateway took, wherever it went on afterwards; None for nothing."""
    row = await unit.first(
        _of(
            whose,
            (
                func.count().label("sent"),
                func.count(case((sms_sent.c.state == "delivered", 1))).label("delivered"),
                func.count(case((sms_sent.c.state == "failed", 1))).label("failed"),
                func.sum(sms_sent.c.cost).label("cost"),
            ),
        )
        .join(sms_sent, sms_sent.c.outbox_id == outbox.c.id)
        .where(sms_sent.c.at >= begins, sms_sent.c.at < ends)
    )
    if row is None or not row.sent:
        return None
    return WayCount(
        channel=SMS,
        sent=row.sent,
        delivered=row.delivered,
        failed=row.failed,
        cost=int(row.cost) or None,
    )


async def _count_left(
    unit: UnitOfWork, whose: Whose, *, begins: datetime, ends: datetime
) -> dict[str, int]:
    """Returns how many messages went on by another way; text messages that were taken apart."""
    there = address.alias("there")
    is_taken = exists().where(sms_sent.c.outbox_id == outbox.c.id)
    rows = await unit.all(
        _of(whose, (there.c.channel, func.count().label("number")))
        .join(outbox_passed, outbox_passed.c.outbox_id == outbox.c.id)
        .join(there, there.c.id == outbox_passed.c.address_id)
        .where(
            outbox_passed.c.at >= begins,
            outbox_passed.c.at < ends,
            ~((there.c.channel == SMS) & is_taken),
        )
        .group_by(there.c.channel)
    )
    return {row.channel: row.number for row in rows}


async def list_paid(unit: UnitOfWork, path: str, *, months: Collection[str]) -> list[PlaceSms]:
    """Returns what the places at or below one have paid for in some months, the most first."""
    parts, cost = func.sum(sms_sent.c.parts), func.sum(sms_sent.c.cost)
    rows = await unit.all(
        select(sms_sent.c.area_id, parts.label("parts"), cost.label("cost"))
        .join(area, area.c.id == sms_sent.c.area_id)
        .where(lies_at(area.c.path, path), sms_sent.c.month.in_(sorted(months)))
        .group_by(sms_sent.c.area_id)
        .order_by(parts.desc(), sms_sent.c.area_id)
    )
    return [
        PlaceSms(area_id=row.area_id, parts=int(row.parts), cost=int(row.cost)) for row in rows
    ]
