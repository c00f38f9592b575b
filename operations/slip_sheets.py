"""A sheet of invitation slips for everybody of a place who has no account yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from documents.slip import Slip
from domain.chapters import Chapter
from domain.codes import format_code, make_code
from domain.files import StoredFile
from domain.people import Person, Post, Role
from domain.policy import Policy
from domain.refusals import NotFound
from domain.talks import KnownAddress
from operations.access import may
from operations.desks import get_desk
from operations.handing_over import hand_over
from operations.invitations import RandomBytes, add_invitation
from operations.person_card import list_followed
from operations.rights import Right
from operations.wording import day_words
from storage import (
    Unit,
    addresses,
    areas,
    chapters,
    directory_search,
    people,
    tasks,
)
from texts import label, render

MAKE_SHEET = "invitation_sheet"
# A file of more pages than this is made place by place.
MOST = 400
_ROLES = (Role.LEADER, Role.DEPUTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """Somebody without an account, and the post to name on the slip."""

    person: Person
    post: Post
    chapter: Chapter


async def list_uninvited(
    unit: Unit, posts: Sequence[Post] | None, area_id: int, *, today: date
) -> list[Invitee]:
    """Returns the leaders and deputies below a place who have no account, by place.

    Those in one's reach only; `posts` None stands for the command line.
    """
    path = (await areas.get(unit, area_id)).path
    found = await chapters.list_in_scopes(unit, chapter_ids=(), scopes=[(path, None)], day=today)
    mine = [one for one in found if posts is None or may(Right.INVITE, posts, one, today)]
    held = await list_followed(unit, [one.id for one in mine], day=today)
    everybody = {holder.person.id for holders in held.values() for holder in holders}
    known = await directory_search.list_reached(unit, everybody)
    wanted: dict[int, Invitee] = {}
    for chapter in mine:
        for one in held.get(chapter.id, ()):
            if one.post.role in _ROLES and one.person.id not in known:
                invitee = Invitee(person=one.person, post=one.post, chapter=chapter)
                wanted.setdefault(one.person.id, invitee)
    return list(wanted.values())[:MOST]


async def count_uninvited(unit: Unit, posts: Sequence[Post], area_id: int, *, today: date) -> int:
    """Returns for how many people a sheet would be made; raises NotFound out of sight."""
    await get_desk(unit, posts, area_id, today=today)
    return len(await list_uninvited(unit, posts, area_id, today=today))


async def ask_for_sheet(
    unit: Unit, area_id: int, *, by: Person, here: KnownAddress, now: datetime
) -> None:
    """Has a sheet made and sent to an address, once this turn is over."""
    payload = {"area_id": area_id, "person_id": by.id, "address_id": here.id}
    await tasks.add(unit, kind=MAKE_SHEET, payload=payload, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet drawn up: slips and, by person, the code that is on each; nothing is stored yet."""

    heading: str
    file_name: str
    language: str
    slips: tuple[Slip, ...]
    codes: dict[int, str]


async def draw_up_sheet(
    unit: Unit,
    posts: Sequence[Post] | None,
    area_id: int,
    *,
    public_url: str,
    language: str,
    random_bytes: RandomBytes,
    policy: Policy,
    now: datetime,
) -> Sheet:
    """Returns what stands on a sheet, with codes that work once `keep_codes` has stored them."""
    invitees = await list_uninvited(unit, posts, area_id, today=policy.local(now).date())
    until = policy.local(now + timedelta(days=policy.invitation_days)).date()
    codes = {one.person.id: make_code(random_bytes) for one in invitees}
    place = (await areas.get(unit, area_id)).name
    return Sheet(
        heading=label("slip-heading", language, place=place),
        file_name=label("slip-file", language, place=place),
        language=language,
        slips=tuple(
            _slip(one, format_code(codes[one.person.id]), public_url, until) for one in invitees
        ),
        codes=codes,
    )


def _slip(one: Invitee, code: str, public_url: str, until: date) -> Slip:
    words = one.chapter.kind.words
    title = words.get(one.post.role) or words["unit"]
    return Slip(
        name=one.person.name,
        title=f"{title[:1].upper()}{title[1:]}, {one.chapter.name}",
        code=code,
        link=f"{public_url.rstrip('/')}/enter?c={code}" if public_url else "",
        until=day_words(until),
    )


async def keep_codes(
    unit: Unit, sheet: Sheet, *, by: Person | None, policy: Policy, now: datetime
) -> None:
    """Stores the invitations whose codes stand on a sheet."""
    lasts = timedelta(days=policy.invitation_days)
    for person_id, code in sheet.codes.items():
        await add_invitation(unit, code, by=by, person_id=person_id, lasts=lasts, now=now)


async def hand_over_sheet(
    unit: Unit, sheet: Sheet, stored: StoredFile, *, address_id: int, key: str, now: datetime
) -> None:
    """Sends the finished file to whoever asked for it."""
    here = (await addresses.by_ids(unit, [address_id])).get(address_id)
    if here is None or here.person_id is None:
        raise NotFound("not-in-sight")
    await hand_over(
        unit,
        here,
        stored,
        name=sheet.file_name,
        text=render("invite-sheet-done", sheet.language, count=len(sheet.slips)),
        key=key,
        now=now,
    )


async def asker_of(
    unit: Unit, *, person_id: int, address_id: int
) -> tuple[Person, Sequence[Post]] | None:
    """Returns who asked for a sheet, None if the account was cut off since."""
    here = (await addresses.by_ids(unit, [address_id])).get(address_id)
    if here is None or here.person_id != person_id:
        return None
    person = (await people.persons(unit, [person_id]))[person_id]
    return person, (await people.posts_of(unit, [person_id])).get(person_id, ())
