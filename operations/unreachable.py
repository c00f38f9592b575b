"""Somebody can no longer be reached: who looks after them is told, with the phone number.

A cadre hears of it in the daily bundle; only where there is none are the staff told at once.
"""

from datetime import date, datetime

from domain.chapters import Chapter
from domain.message import Message
from domain.news import News, Section
from domain.outbox import Priority
from domain.people import Person, Role
from domain.talks import KnownAddress
from operations.news import add_news
from operations.replies import Delivery, enqueue_notices, notice
from storage import UnitOfWork
from storage.directory import chapters
from storage.messages import addresses
from storage.people import people
from texts import render

_Of = dict[int, tuple[people.Holder, ...]]


async def tell_unreachable(
    unit: UnitOfWork, lost: KnownAddress, *, today: date, now: datetime
) -> None:
    """Tells the staff above those of a leader's chapters that no cadre looks after.

    Nobody is told while the person can still be reached at another address.
    """
    if lost.person_id is None or await addresses.preferred(unit, [lost.person_id]):
        return
    person = (await people.persons(unit, [lost.person_id]))[lost.person_id]
    led = await _list_led(unit, person.id, today)
    _, alone = await _find_carers(unit, [*led], today)
    for chapter_id, staff in alone.items():
        key = f"unreachable:{lost.id}:{today}"
        await _tell_staff(unit, person, led[chapter_id], staff, key=key, now=now)


async def tell_to_phone(unit: UnitOfWork, person_id: int, *, today: date, now: datetime) -> None:
    """Has whoever looks after a leader phone, once a day: no message reached them by any way.

    The cadre reads it in the bundle of the day.
    """
    person = (await people.persons(unit, [person_id]))[person_id]
    led = await _list_led(unit, person_id, today)
    cadres, alone = await _find_carers(unit, [*led], today)
    lines = [
        News(
            person_id=holder.person.id,
            section=Section.REPORTS,
            key="news-phone",
            args={
                "name": person.name,
                "phone": person.phone or "none",
                "chapter": led[chapter_id].name,
            },
            dedupe_key=f"phone:{person_id}:{today}:{holder.person.id}",
        )
        for chapter_id, holders in cadres.items()
        for holder in holders
    ]
    await add_news(unit, lines, now=now)
    for chapter_id, staff in alone.items():
        key = f"phone:{person_id}:{today}"
        await _tell_staff(unit, person, led[chapter_id], staff, key=key, now=now)


async def _list_led(unit: UnitOfWork, person_id: int, day: date) -> dict[int, Chapter]:
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    return await chapters.by_ids(
        unit,
        [
            post.chapter_id
            for post in posts
            if post.role in (Role.LEADER, Role.DEPUTY) and post.chapter_id and post.holds_on(day)
        ],
    )


async def _tell_staff(
    unit: UnitOfWork,
    person: Person,
    chapter: Chapter,
    staff: tuple[people.Holder, ...],
    *,
    key: str,
    now: datetime,
) -> None:
    reached = await addresses.preferred(unit, [holder.person.id for holder in staff])
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
                    chapter=chapter.name,
                )
            ),
            Delivery(priority=Priority.NOTICE),
            dedupe_key=f"{key}:{holder.person.id}:{chapter.id}",
        )
        for holder in staff
        if holder.person.id in reached
    ]
    await enqueue_notices(unit, rows, now=now)


async def list_carers(
    unit: UnitOfWork, chapter_ids: list[int], *, day: date
) -> dict[int, tuple[people.Holder, ...]]:
    """Returns who looks after each chapter: its cadres, or the staff where there are none."""
    cadres, alone = await _find_carers(unit, chapter_ids, day)
    return {**cadres, **alone}


async def _find_carers(unit: UnitOfWork, chapter_ids: list[int], day: date) -> tuple[_Of, _Of]:
    """Returns the cadres of chapters, and the staff above those that no cadre looks after."""
    cadres = await people.holders(unit, chapter_ids, roles=[Role.CADRE], day=day)
    left = [chapter_id for chapter_id in chapter_ids if chapter_id not in cadres]
    alone = await people.holders(unit, left, roles=[Role.STAFF], day=day) if left else {}
    return cadres, alone
