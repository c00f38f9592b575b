"""The five phones, who can hold each, and what one sees on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.demo import zalo
from channels.web.demo import DemoPerson, DemoPhone
from domain.people import Role
from operations.titles import post_words
from storage import UnitOfWork
from storage.directory import areas, chapters, digest_targets
from storage.maintenance import settings
from storage.messages import addresses
from storage.people import people

_KEY = "demo_phones"
_FIRST_CHAPTER = "Chi hội Phụ nữ ấp Cái Cối"
_FIRST_OFFICE = "xã Long Vĩnh"

LEADER, ZALO, CADRE = "leader", "zalo", "cadre"
OFFICER, CHANNEL = "officer", "channel"
TITLES = {
    LEADER: "Chapter leader",
    ZALO: "The same leader on Zalo",
    CADRE: "Assigned cadre",
    OFFICER: "Commune office",
    CHANNEL: "Digest channel",
}
CAPTIONS = {
    LEADER: "Leads a chapter in a hamlet: is reminded of each meeting and reports it with a few "
    "taps. “Báo cáo” means “Report”. /khokhan: one of her difficulties is answered.",
    ZALO: "Her second phone, with Zalo: plain text, no buttons. “báo cáo” goes on with the report "
    "begun on the other one, and the other way round; an answer is its number or its words.",
    CADRE: "Looks after several chapters: one bundle a day (visits ahead, clashes, what came in). "
    "/chamdiem grades the meetings of an evening, /khokhan lists the difficulties to answer.",
    OFFICER: "Sees at any time who has reported and who has not. /khokhan lists the difficulties "
    "passed up, /solieukhokhan counts them, /donvi finds any chapter or person.",
    CHANNEL: "Receives the digest each Monday, and for good once the month is closed: counts "
    "only, no names. Nobody writes here.",
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can hold a phone; a channel is no person."""

    address_id: int
    person_id: int | None
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Who can hold which phone; the first of each holds it at the start."""

    slots: Mapping[str, tuple[Actor, ...]]

    def find(self, slot: str, address_id: int) -> Actor | None:
        """Returns who can hold this phone by the id of their page."""
        return next(
            (actor for actor in self.slots.get(slot, ()) if actor.address_id == address_id), None
        )

    def phones(self, holders: Mapping[str, int]) -> tuple[DemoPhone, ...]:
        """Returns the phones as the page shows them."""
        return tuple(
            DemoPhone(
                slot=slot,
                title=TITLES[slot],
                caption=CAPTIONS[slot],
                person=str(holders[slot]),
                people=tuple(
                    DemoPerson(id=str(actor.address_id), name=actor.name, role=actor.role)
                    for actor in actors
                ),
            )
            for slot, actors in self.slots.items()
        )


async def load_cast(unit: UnitOfWork, *, day: date) -> Cast:
    """Returns everybody who has a phone."""
    found = await chapters.list_in_scopes(unit, chapter_ids=(), scopes=[("/", None)], day=day)
    ids = [chapter.id for chapter in sorted(found, key=lambda value: value.name != _FIRST_CHAPTER)]
    reporting = await people.holders(unit, ids, roles=[Role.LEADER, Role.DEPUTY], day=day)
    caring = await people.holders(unit, ids, roles=[Role.CADRE], day=day)
    return Cast(
        {
            LEADER: await _actors(unit, _persons(reporting, ids), day),
            ZALO: await _on_zalo(unit),
            CADRE: await _actors(unit, _persons(caring, ids), day),
            OFFICER: await _actors(unit, await _officers(unit, day), day),
            CHANNEL: await _channels(unit),
        }
    )


def _persons(found: Mapping[int, Sequence[people.Holder]], ids: Iterable[int]) -> list[int]:
    listed = (holder.person.id for number in ids for holder in found.get(number, ()))
    return list(dict.fromkeys(listed))


async def _officers(unit: UnitOfWork, day: date) -> list[int]:
    places = await areas.list_below(unit, "/", day=day)
    listed: list[int] = []
    for place in sorted(places, key=lambda place: place.name != _FIRST_OFFICE):
        roles = [Role.STAFF, Role.ADMINISTRATOR]
        held = await people.holders_of_area(unit, place.path, roles=roles, day=day)
        listed += [holder.person.id for holder in held if holder.post.area_id == place.id]
    return list(dict.fromkeys(listed))


async def _actors(unit: UnitOfWork, ids: Sequence[int], day: date) -> tuple[Actor, ...]:
    known, posts = await people.persons(unit, ids), await people.posts_of(unit, ids)
    pages = await addresses.preferred(unit, ids, but=(zalo.NAME, zalo.ACCOUNT))
    return tuple(
        [
            Actor(
                pages[number].id,
                number,
                known[number].name,
                await post_words(unit, [p for p in posts[number] if p.holds_on(day)], "vi"),
            )
            for number in ids
            if number in pages
        ]
    )


async def _on_zalo(unit: UnitOfWork) -> tuple[Actor, ...]:
    there = await addresses.list_of_account(unit, zalo.NAME, zalo.ACCOUNT)
    known = await people.persons(unit, [here.person_id for here in there if here.person_id])
    return tuple(
        Actor(here.id, here.person_id, known[here.person_id].name, "")
        for here in there
        if here.person_id
    )


async def _channels(unit: UnitOfWork) -> tuple[Actor, ...]:
    targets = await digest_targets.list_live(unit)
    return tuple(
        Actor(digest_target.here.id, None, digest_target.here.title, "")
        for digest_target in targets
    )


async def load_holders(unit: UnitOfWork, cast: Cast) -> dict[str, int]:
    """Returns whose page each phone shows, by the id of the page."""
    kept = await settings.find(unit, _KEY) or {}
    return {
        slot: (cast.find(slot, kept.get(slot, 0)) or actors[0]).address_id
        for slot, actors in cast.slots.items()
        if actors
    }


async def save_holders(unit: UnitOfWork, holders: Mapping[str, int]) -> None:
    """Keeps whose page each phone shows."""
    await settings.put(unit, _KEY, dict(holders))
