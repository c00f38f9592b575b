"""A personal link by which a phone's calendar shows one's meetings."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.calendar_feed import FeedEntry
from domain.inbound import Address
from domain.people import Person
from domain.policy import Policy
from domain.refusals import NotAllowed
from operations.access import own_chapters
from operations.codes import RandomBytes, hash_code
from operations.namesakes import name_chapters
from storage import UnitOfWork
from storage.cadres import calendar_links
from storage.maintenance import audit
from storage.messages import addresses
from storage.people import people

_TOKEN_BYTES = 32
_BACK, _AHEAD = timedelta(days=31), timedelta(days=120)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a link shows: the language of whoever has it, and the meetings."""

    language: str
    entries: tuple[FeedEntry, ...]


async def make_calendar_link(
    unit: UnitOfWork, person: Person, *, random_bytes: RandomBytes, policy: Policy, now: datetime
) -> str:
    """Returns the token of a new link; the one before no longer works.

    Raises NotAllowed for somebody without a post.
    """
    posts = (await people.posts_of(unit, [person.id])).get(person.id, ())
    if not any(post.holds_on(policy.day_of(now)) for post in posts):
        raise NotAllowed("calendar-no-post")
    token = random_bytes(_TOKEN_BYTES).hex()
    await calendar_links.put(unit, person.id, hash_code(token), now=now)
    _note(unit, person, "calendar.linked", now)
    return token


async def revoke_calendar_link(unit: UnitOfWork, person: Person, *, now: datetime) -> bool:
    """Takes a person's link back; False if there was none."""
    was_there = await calendar_links.remove(unit, person.id)
    if was_there:
        _note(unit, person, "calendar.revoked", now)
    return was_there


async def linked_since(unit: UnitOfWork, person: Person) -> datetime | None:
    """Returns when a person's link was made, None if there is none."""
    return await calendar_links.find_since(unit, person.id)


async def find_feed(unit: UnitOfWork, token: str, *, policy: Policy, now: datetime) -> Feed | None:
    """Returns what a token opens; None for a wrong one, or once its person holds no post."""
    person_id = await calendar_links.find_person(unit, hash_code(token))
    if person_id is None:
        return None
    today = policy.day_of(now)
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    if not any(post.holds_on(today) for post in posts):
        return None
    person = (await people.persons(unit, [person_id]))[person_id]
    entries = await calendar_links.list_entries(
        unit, person_id, own_chapters(posts, today), first=today - _BACK, last=today + _AHEAD
    )
    entries = await name_chapters(unit, entries)
    return Feed(language=person.language, entries=tuple(entries))


async def list_ahead(
    unit: UnitOfWork, address: Address, *, policy: Policy, now: datetime
) -> list[FeedEntry]:
    """Returns the meetings from today on of whoever has an account; none for a stranger."""
    known = (await addresses.find_many(unit, [address])).get(address)
    person_id = known.person_id if known else None
    if person_id is None:
        return []
    today = policy.day_of(now)
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    entries = await calendar_links.list_entries(
        unit, person_id, own_chapters(posts, today), first=today, last=today + _AHEAD
    )
    return list(await name_chapters(unit, entries))


def _note(unit: UnitOfWork, person: Person, action: str, now: datetime) -> None:
    audit.add_later(
        unit,
        audit.Entry(person_id=person.id, action=action, subject=f"person:{person.id}"),
        now=now,
    )
