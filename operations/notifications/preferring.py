"""How somebody wants to be told of things: at which hour, and what at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from domain.news import Section
from domain.people import Person
from domain.policy import Policy
from domain.preferences import Preference
from domain.refusals import BadInput
from domain.ways import order_ways
from operations.wording import time_words
from storage import UnitOfWork
from storage.maintenance import audit
from storage.messages import addresses, ways
from storage.notifications import preferences

# Offered as buttons, where the installation has no night then; any other can be typed.
HOURS = (time(7), time(11, 30), time(17), time(19, 30))


async def preference_of(unit: UnitOfWork, person: Person) -> Preference:
    """Returns what a person chose, or what holds for those who chose nothing."""
    return (await preferences.of_people(unit, [person.id])).get(person.id, Preference())


async def choose_hour(
    unit: UnitOfWork, person: Person, hour: time, *, policy: Policy, now: datetime
) -> Preference:
    """Has the bundle come at another hour; raises BadInput for one at night."""
    if not policy.quiet_until <= hour < policy.quiet_from:
        raise BadInput(
            "settings-hour-quiet",
            first=time_words(policy.quiet_until),
            last=time_words(policy.quiet_from),
        )
    before = await preference_of(unit, person)
    usual = hour == policy.bundle_at
    return await _keep(
        unit, person, before, replace(before, bundle_at=None if usual else hour), now=now
    )


async def choose_urgent(
    unit: UnitOfWork, person: Person, section: Section, *, at_once: bool, now: datetime
) -> Preference:
    """Has one section of the news come at once, or with the others again."""
    before = await preference_of(unit, person)
    chosen = before.urgent | {section} if at_once else before.urgent - {section}
    return await _keep(unit, person, before, replace(before, urgent=chosen), now=now)


async def list_ways(unit: UnitOfWork, person: Person) -> tuple[str, ...]:
    """Returns the messengers by which a person can be told now, in the order they joined them."""
    own = await addresses.of_person(unit, person.id)
    reached = (known for known in own if known.reachable and not known.in_group)
    return tuple(dict.fromkeys(known.address.channel for known in reached))


async def list_order(unit: UnitOfWork, person: Person) -> tuple[str, ...]:
    """Returns in which order messages are sent to a person, by messenger, letter or number."""
    ordered = order_ways(await ways.of_person(unit, person.id))
    known = await addresses.by_ids(unit, [way.address_id for way in ordered])
    return tuple(dict.fromkeys(known[way.address_id].address.channel for way in ordered))


async def choose_way(
    unit: UnitOfWork, person: Person, way: str | None, *, now: datetime
) -> Preference:
    """Has a person be told by a messenger; None: by whichever they used last.

    Raises BadInput for one by which they cannot be reached.
    """
    if way is not None and way not in await list_ways(unit, person):
        raise BadInput("settings-way-gone")
    before = await preference_of(unit, person)
    return await _keep(unit, person, before, replace(before, way=way), now=now)


async def forget_way(unit: UnitOfWork, person: Person, way: str, *, now: datetime) -> None:
    """Has a person be told by whichever they used last, where this way was chosen and is gone."""
    before = await preference_of(unit, person)
    if before.way == way:
        await _keep(unit, person, before, replace(before, way=None), now=now)


async def _keep(
    unit: UnitOfWork, person: Person, before: Preference, after: Preference, *, now: datetime
) -> Preference:
    if after != before:
        await preferences.put(unit, person.id, after)
        audit.add_later(
            unit,
            audit.Entry(
                person_id=person.id,
                action="preference.changed",
                subject=f"person:{person.id}",
                before=_facts(before),
                after=_facts(after),
            ),
            now=now,
        )
    return after


def _facts(chosen: Preference) -> Mapping[str, Any]:
    hour = f"{chosen.bundle_at:%H:%M}" if chosen.bundle_at else None
    return {"bundle_at": hour, "urgent": sorted(chosen.urgent)}
