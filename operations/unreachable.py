"""Somebody can no longer be reached: who looks after them is told, with the phone number.

A cadre hears of it in the daily bundle; only where there is none are the staff told at once.
"""

from datetime import datetime

from domain.message import Message
from domain.outbox import Priority
from domain.people import Role
from domain.talks import KnownAddress
from operations.replies import Delivery, enqueue_notices, notice
from storage import UnitOfWork
from storage.directory import chapters
from storage.messages import addresses
from storage.people import people
from texts import render


async def tell_unreachable(unit: UnitOfWork, lost: KnownAddress, *, now: datetime) -> None:
    """Tells the staff above those of a leader's chapters that no cadre looks after.

    Nobody is told while the person can still be reached at another address.
    """
    if lost.person_id is None or await addresses.preferred(unit, [lost.person_id]):
        return
    day = now.date()
    person = (await people.persons(unit, [lost.person_id]))[lost.person_id]
    posts = (await people.posts_of(unit, [person.id])).get(person.id, ())
    led = [
        post.chapter_id
        for post in posts
        if post.role in (Role.LEADER, Role.DEPUTY) and post.chapter_id and post.holds_on(day)
    ]
    known = await chapters.by_ids(unit, led)
    for chapter_id, holders in (await list_carers(unit, led, now)).items():
        reached = await addresses.preferred(unit, [holder.person.id for holder in holders])
        rows = [
            notice(
                unit,
                reached[holder.person.id],
                Message(
                    text=render(
                        "person-unreachable",
                        holder.person.language,
                        name=person.name,
                        phone=person.phone or "none",
                        chapter=known[chapter_id].name,
                    )
                ),
                Delivery(priority=Priority.NOTICE),
                dedupe_key=f"unreachable:{lost.id}:{day}:{holder.person.id}:{chapter_id}",
            )
            for holder in holders
            if holder.person.id in reached
        ]
        await enqueue_notices(unit, rows, now=now)


async def list_carers(
    unit: UnitOfWork, chapter_ids: list[int], now: datetime
) -> dict[int, tuple[people.Holder, ...]]:
    """Returns who looks after each chapter: its cadres, or the staff where there are none."""
    cadres = await people.holders(unit, chapter_ids, roles=[Role.CADRE], day=now.date())
    alone = [chapter_id for chapter_id in chapter_ids if chapter_id not in cadres]
    return await people.holders(unit, alone, roles=[Role.STAFF], day=now.date()) if alone else {}
