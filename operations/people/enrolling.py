"""An account becomes a person's: asked first, agreed to, and noted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from domain.chapters import ids_of
from domain.inbound import Inbound, InboundKind
from domain.invitations import Invitation
from domain.levels import name_within_sentence
from domain.people import Person, Post
from domain.refusals import Conflict, NotFound
from domain.talks import KnownAddress
from operations.access import OFFICE
from operations.people.devices import tell_of_account, tell_of_first_account
from storage import UnitOfWork
from storage.directory import areas, chapters
from storage.maintenance import audit
from storage.messages import addresses, inbox, talks
from storage.people import consents, invitations, people

# Changed together with the words of the consent; who agreed to older words is asked again.
CONSENT_VERSION = "2026-11"
# What the bot has a person's own conversation say once an account has joined it.
WELCOME = "joined"


async def find_pending(unit: UnitOfWork, code_hash: str, *, now: datetime) -> Invitation | None:
    """Returns the invitation whose consent is being asked, if it can still be used."""
    found = await invitations.find(unit, code_hash)
    return found if found and found.is_open(now) else None


async def get_invitee(unit: UnitOfWork, invitation: Invitation) -> Person:
    """Returns whom an invitation is for; raises NotFound for one that is for a group."""
    if invitation.person_id is None:
        raise NotFound("code-for-group")
    return (await people.persons(unit, [invitation.person_id]))[invitation.person_id]


async def has_consented(unit: UnitOfWork, person_id: int, *, channel: str, in_house: bool) -> bool:
    """True when the person agreed to today's words for this messenger.

    Where nobody but the office sees what is written, what holds for any messenger holds.
    """
    given = [
        consent.channel
        for consent in await consents.list_live(unit, person_id)
        if consent.version == CONSENT_VERSION
    ]
    return channel in given or (in_house and bool(given))


# A whole installation is run from a province, a region or a commune.
_HIGH = 3


async def find_controller(unit: UnitOfWork, person: Person, *, body: str, day: date) -> str:
    """Returns the body that answers for a person's data, of the nearest place that has staff."""
    posts = (await people.posts_of(unit, [person.id])).get(person.id, ())
    for path in await _paths(unit, posts):
        holders = await people.holders_of_area(unit, path, roles=OFFICE, day=day)
        staffed = {holder.post.area_id for holder in holders}
        ids = ids_of(path)
        nearest = next((place for place in reversed(ids) if place in staffed), ids[0])
        return name_body(body, (await areas.get(unit, nearest)).name)
    return ""


async def find_body(unit: UnitOfWork, *, body: str, day: date) -> str:
    """Returns the body of the highest place that has staff: whose installation this is."""
    places = [
        (len(ids_of(area.path)), area) for area in await areas.list_below(unit, "/", day=day)
    ]
    high = sorted((pair for pair in places if pair[0] <= _HIGH), key=lambda pair: pair[0])
    for _, place in high:
        holders = await people.holders_of_area(unit, place.path, roles=OFFICE, day=day)
        if any(holder.post.area_id == place.id for holder in holders):
            return name_body(body, place.name)
    return ""


def name_body(body: str, place: str) -> str:
    """Returns the body of a place by its whole name: "Đảng ủy xã Long Vĩnh"."""
    return f"{body} {name_within_sentence(place)}"


async def _paths(unit: UnitOfWork, posts: Iterable[Post]) -> list[str]:
    known = await chapters.by_ids(unit, {p.chapter_id for p in posts if p.chapter_id})
    places = await areas.by_ids(unit, {p.area_id for p in posts if p.area_id})
    return [c.area_path for c in known.values()] + [place.path for place in places.values()]


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person who comes in by an invitation, and whether they consent by doing so."""

    person: Person
    invitation: Invitation
    consents_now: bool


async def count_people(unit: UnitOfWork, account: tuple[str, str]) -> int:
    """Returns how many people have joined by one bot account, named by messenger and name."""
    return await addresses.count_people(unit, account)


async def join(
    unit: UnitOfWork, here: KnownAddress, newcomer: Newcomer, *, day: date, now: datetime
) -> None:
    """Binds an address to a person and has their own conversation welcome it there.

    Raises Conflict if the invitation was used meanwhile.
    """
    person, invitation = newcomer.person, newcomer.invitation
    if not await invitations.use(unit, invitation.id, address_id=here.id, now=now):
        raise Conflict("code-wrong")
    talk = await talks.of_person(unit, person.id)
    await addresses.bind(unit, here.id, person_id=person.id, conversation_id=talk)
    if newcomer.consents_now:
        await note_consent(unit, person, here.id, now=now)
    await note_join(unit, person, here, invitation, day=day, now=now)
    await _welcome(unit, here, invitation, now)


async def note_consent(
    unit: UnitOfWork, person: Person, address_id: int, *, now: datetime
) -> None:
    """Notes that a person agrees, by an account, to what is said there today."""
    await consents.add(
        unit,
        person_id=person.id,
        address_id=address_id,
        version=CONSENT_VERSION,
        language=person.language,
        now=now,
    )


async def note_join(
    unit: UnitOfWork,
    person: Person,
    here: KnownAddress,
    invitation: Invitation,
    *,
    day: date,
    now: datetime,
) -> None:
    """Notes which account joined by whose invitation, and tells the person's other accounts.

    Where they have none, their office is told.
    """
    if not await tell_of_account(unit, person, here, invitation, now=now):
        await tell_of_first_account(unit, person, here, invitation, day=day, now=now)
    inviter = invitation.created_by
    audit.add_later(
        unit,
        audit.Entry(
            person_id=person.id,
            action="address.join",
            subject=f"address:{here.id}",
            after={"channel": here.address.channel, **({"inviter": inviter} if inviter else {})},
        ),
        now=now,
    )


async def _welcome(
    unit: UnitOfWork, here: KnownAddress, invitation: Invitation, now: datetime
) -> None:
    """Puts "/start" into the inbox: the next turn has the person's talk, posts and drafts."""
    await open_talk(unit, here, f"/start {WELCOME}", key=f"join:{invitation.id}", now=now)


async def open_talk(
    unit: UnitOfWork, here: KnownAddress, text: str, *, key: str, now: datetime
) -> None:
    """Lets a talk begin by itself, as if the person at this address had sent a command."""
    inbound = Inbound(
        address=here.address,
        external_id=f"{key}:{here.id}",
        kind=InboundKind.TEXT,
        sent_at=now,
        text=text,
    )
    await inbox.store(unit, [("", inbound, here.id)], now=now)
    unit.wake("inbox")
