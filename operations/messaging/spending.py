"""What text messages cost, and each place's measure of them in a month."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.abilities import ChannelAbilities
from domain.chapters import ids_of
from domain.levels import is_commune
from domain.outbox import OutboxRow
from domain.policy import Policy
from domain.quota import Quota
from operations.context import ActorContext
from operations.costs import month_of
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.messages import outbox, sms
from storage.people import people

# An answer may be as long as this (`channels.sms.channel`).
LONGEST = 3


async def places_of(unit: UnitOfWork, person_ids: Collection[int], *, day: date) -> dict[int, int]:
    """Returns the commune that pays for messages to each person, else the highest place."""
    posts = await people.posts_of(unit, person_ids)
    held = {
        person_id: next((post for post in theirs if post.holds_on(day)), None)
        for person_id, theirs in posts.items()
    }
    chosen = {person_id: post for person_id, post in held.items() if post is not None}
    led = await chapters.by_ids(unit, {p.chapter_id for p in chosen.values() if p.chapter_id})
    over = await areas.by_ids(unit, {p.area_id for p in chosen.values() if p.area_id})
    paths = {
        person_id: led[post.chapter_id].area_path
        if post.chapter_id
        else over[post.area_id or 0].path
        for person_id, post in chosen.items()
        if post.chapter_id or post.area_id
    }
    above = await areas.by_ids(
        unit, {number for path in paths.values() for number in ids_of(path)}
    )
    return {
        person_id: next(
            (number for number in ids_of(path) if is_commune(above[number].level)),
            ids_of(path)[0],
        )
        for person_id, path in paths.items()
    }


async def list_unpaid(
    unit: UnitOfWork,
    rows: Sequence[OutboxRow],
    abilities: ChannelAbilities,
    *,
    policy: Policy,
    now: datetime,
) -> set[int]:
    """Returns those of the rows for which their place has no messages left this month.

    What the bot starts leaves the last tenth to answers; whoever has no post has none at all.
    """
    if abilities.place_messages is None or not rows:
        return set()
    payers = await find_payers(unit, rows, policy=policy, now=now)
    used = await sms.count_parts(unit, {*payers.values()}, month_of(now, policy))
    quota, unpaid = Quota(messages=abilities.place_messages), set[int]()
    for row in rows:
        place = payers.get(row.id)
        spent = used.get(place or 0, 0)
        is_short = quota.is_short(spent) if row.started_by_bot else False
        if place is None or is_short or spent + LONGEST > abilities.place_messages:
            unpaid.add(row.id)
        else:
            used[place] = spent + LONGEST
    return unpaid


async def has_room(context: ActorContext, person_id: int, *, messages: int) -> bool:
    """True where the place of a person has a message left this month for what they ask for."""
    unit = context.unit
    place = (await places_of(unit, [person_id], day=context.today)).get(person_id)
    if place is None:
        return False
    used = await sms.count_parts(unit, [place], month_of(context.now, context.policy))
    return used.get(place, 0) + LONGEST <= messages


async def find_payers(
    unit: UnitOfWork, rows: Sequence[OutboxRow], *, policy: Policy, now: datetime
) -> Mapping[int, int]:
    """Returns the place that pays for each row; rows of nobody are left out."""
    whose = await sms.people_of_talks(unit, {row.conversation_id for row in rows})
    places = await places_of(unit, {*whose.values()}, day=policy.day_of(now))
    return {
        row.id: places[whose[row.conversation_id]]
        for row in rows
        if whose.get(row.conversation_id) in places
    }


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A row that the gateway took, under its number there."""

    row_id: int
    gateway_id: str
    parts: int
    cost: int


async def note_spent(
    unit: UnitOfWork, handed: Sequence[HandedOver], *, policy: Policy, now: datetime
) -> None:
    """Counts messages that were handed over against the places that pay for them."""
    if not handed:
        return
    rows = await outbox.by_ids(unit, {message.row_id for message in handed})
    payers = await find_payers(unit, [*rows.values()], policy=policy, now=now)
    month = month_of(now, policy)
    sent = [
        sms.SentSms(
            outbox_id=message.row_id,
            gateway_id=message.gateway_id,
            area_id=payers.get(message.row_id),
            month=month,
            parts=message.parts,
            cost=message.cost,
        )
        for message in handed
    ]
    await sms.add(unit, sent, now=now)
