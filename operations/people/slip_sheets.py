"""A sheet of invitation slips for everybody of a place who has no account yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from documents.slip import Slip
from domain.chapters import Area, Chapter
from domain.codes import format_code, make_code, normalise_code
from domain.files import StoredFile
from domain.people import Person, Post, Role
from domain.policy import Policy
from domain.quota import Quota
from domain.refusals import BadInput, NotFound
from domain.talks import KnownAddress
from operations.access import OFFICE, held
from operations.codes import RandomBytes
from operations.context import ActorContext
from operations.desks import get_desk
from operations.maintenance.handing_over import MadeFile, hand_over
from operations.people.invitations import CodeFor, add_invitation
from operations.people.inviting import list_invitable
from operations.people.person_card import list_followed
from operations.titles import role_at
from operations.wording import day_words
from storage import UnitOfWork
from storage.directory import areas, chapters, directory_search
from storage.maintenance import tasks
from storage.messages import addresses
from storage.people import consents, people
from texts import label, render

MAKE_SHEET = "invitation_sheet"
# So many slips are one file, and one transaction.
_IN_A_FILE = 400
_OF_PLACES = (Role.CADRE, Role.STAFF, Role.READER, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """Somebody without an account, the post to name on the slip, and its chapter or place."""

    person: Person
    post: Post
    of: Chapter | Area


async def list_uninvited(
    unit: UnitOfWork, posts: Sequence[Post] | None, area_id: int, *, today: date
) -> list[Invitee]:
    """Returns who has a post at or below a place and no account: of chapters, then of places.

    Those only whom one may invite; `posts` None stands for the command line.
    """
    path = (await areas.get(unit, area_id)).path
    found = [
        *await _list_of_chapters(unit, path, today),
        *await _list_of_places(unit, path, today),
    ]
    known = await directory_search.list_reached(unit, {invitee.person.id for invitee in found})
    wanted: dict[int, Invitee] = {}
    for invitee in found:
        if invitee.person.id not in known:
            wanted.setdefault(invitee.person.id, invitee)
    if posts is not None:
        theirs = await people.posts_of(unit, wanted)
        mine = await list_invitable(unit, posts, theirs, day=today)
        enrolled = await consents.list_enrolled(unit, wanted)
        by_office = await list_invitable(unit, held(posts, OFFICE, today), theirs, day=today)
        mine -= enrolled - by_office
        wanted = {number: invitee for number, invitee in wanted.items() if number in mine}
    return list(wanted.values())


async def _list_of_chapters(unit: UnitOfWork, path: str, today: date) -> list[Invitee]:
    here = await chapters.list_in_scopes(unit, chapter_ids=(), scopes=[(path, None)], day=today)
    followed = await list_followed(unit, [chapter.id for chapter in here], day=today)
    return [
        Invitee(person=holder.person, post=holder.post, of=chapter)
        for chapter in here
        for holder in followed.get(chapter.id, ())
        if holder.post.chapter_id is not None
    ]


async def _list_of_places(unit: UnitOfWork, path: str, today: date) -> list[Invitee]:
    holders = await people.holders_below(unit, path, roles=_OF_PLACES, day=today)
    places = await areas.by_ids(unit, {holder.post.area_id or 0 for holder in holders})
    return [
        Invitee(person=holder.person, post=holder.post, of=places[holder.post.area_id])
        for holder in holders
        if holder.post.area_id is not None
    ]


async def count_uninvited(
    unit: UnitOfWork, posts: Sequence[Post], area_id: int, *, today: date
) -> int:
    """Returns for how many people a sheet would be made; raises NotFound out of sight."""
    await get_desk(unit, posts, area_id, today=today)
    return len(await list_uninvited(unit, posts, area_id, today=today))


async def ask_for_sheet(
    unit: UnitOfWork, area_id: int, *, by: Person, here: KnownAddress, now: datetime
) -> None:
    """Has a sheet made and sent to an address, once this turn is over."""
    payload = {"area_id": area_id, "person_id": by.id, "address_id": here.id}
    await tasks.add(unit, kind=MAKE_SHEET, payload=payload, now=now)


async def ask_for_sheet_at_desk(context: ActorContext, area_id: int) -> None:
    """Has a sheet made and sent to where its reader is met.

    Raises BadInput where nothing can be sent to them, or nobody is left to invite.
    """
    unit, me = context.unit, context.actor.id
    here = (await addresses.preferred(unit, [me])).get(me)
    if here is None:
        raise BadInput("sheet-nowhere")
    if not await count_uninvited(unit, context.posts, area_id, today=context.today):
        raise BadInput("invite-sheet-nobody")
    await ask_for_sheet(unit, area_id, by=context.actor, here=here, now=context.now)


async def draw_up_slip(
    context: ActorContext, person_id: int, code: str, *, public_url: str
) -> Slip:
    """Returns the slip of somebody for whom a code was just made."""
    unit, today = context.unit, context.today
    person = (await people.persons(unit, [person_id]))[person_id]
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    post = next(post for post in posts if post.valid_to is None or post.valid_to >= today)
    here = await chapters.find(unit, post.chapter_id) if post.chapter_id else None
    place = await areas.get(unit, post.area_id) if post.area_id else None
    lasts = timedelta(days=context.policy.invitation_days)
    made = _Slips(
        public_url=public_url.rstrip("/"),
        bot="",
        zalo="",
        contact=_contact(context.actor),
        until=day_words(context.policy.day_of(context.now + lasts)),
        language=person.language,
    )
    of = here or place
    if of is None:
        raise NotFound("not-in-sight")
    return made.slip(Invitee(person=person, post=post, of=of), code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A file of slips drawn up, with the code on each by person; nothing is stored yet."""

    heading: str
    file_name: str
    language: str
    slips: tuple[Slip, ...]
    codes: dict[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOrder:
    """Slips of a place that are wanted, in a language.

    `by` is whom to ring; the command line names the staff of the place. `bot` is the Telegram
    bot's user name: it is where a slip leads if there is no page. `zalo` are the links of accounts
    on Zalo by name, each with the `zalo_quota`.
    """

    area_id: int
    by: Person | None
    language: str
    public_url: str
    bot: str = ""
    zalo: Mapping[str, str] = field(default_factory=dict)
    zalo_quota: Quota = field(default_factory=Quota)


async def _find_zalo(unit: UnitOfWork, order: SheetOrder) -> str:
    """Returns the link of the first account on Zalo that has room, "" for none."""
    for account, link in order.zalo.items():
        if not order.zalo_quota.is_full(await addresses.count_people(unit, ("zalo", account))):
            return link
    return ""


async def draw_up_sheets(
    unit: UnitOfWork,
    posts: Sequence[Post] | None,
    order: SheetOrder,
    *,
    random_bytes: RandomBytes,
    policy: Policy,
    now: datetime,
) -> list[Sheet]:
    """Returns what stands on a place's slips, file by file, with codes for `keep_codes`."""
    today, language, area_id = policy.day_of(now), order.language, order.area_id
    invitees = await list_uninvited(unit, posts, area_id, today=today)
    until = policy.day_of(now + timedelta(days=policy.invitation_days))
    area = await areas.get(unit, area_id)
    made = _Slips(
        public_url=order.public_url.rstrip("/"),
        bot=order.bot,
        zalo=await _find_zalo(unit, order),
        contact=_contact(order.by or await _staff_of(unit, area, today)),
        until=day_words(until),
        language=language,
    )
    parts = [invitees[at : at + _IN_A_FILE] for at in range(0, len(invitees), _IN_A_FILE)]
    sheets = []
    for number, part in enumerate(parts, start=1):
        codes = {invitee.person.id: make_code(random_bytes) for invitee in part}
        sheets.append(
            Sheet(
                heading=label("slip-heading", language, place=area.name),
                file_name=label(
                    "slip-file", language, place=area.name, part=number if len(parts) > 1 else 0
                ),
                language=language,
                slips=tuple(
                    made.slip(invitee, format_code(codes[invitee.person.id])) for invitee in part
                ),
                codes=codes,
            )
        )
    return sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slips:
    """What the slips of a place have in common."""

    public_url: str
    bot: str
    zalo: str
    contact: str
    until: str
    language: str

    def slip(self, invitee: Invitee, code: str) -> Slip:
        if self.public_url:
            link = f"{self.public_url}/enter?c={code}"
        else:
            link = f"https://t.me/{self.bot}?start={normalise_code(code)}" if self.bot else ""
        return Slip(
            name=invitee.person.name,
            title=_title(invitee, self.language),
            code=code,
            link=link,
            until=self.until,
            page=f"{self.public_url}/enter".partition("://")[2],
            bot="" if self.public_url else self.bot,
            zalo=self.zalo,
            contact=self.contact,
        )


def _contact(person: Person | None) -> str:
    return f"{person.name}, {person.phone}" if person and person.phone else ""


async def _staff_of(unit: UnitOfWork, area: Area, today: date) -> Person | None:
    """Returns somebody of a place's staff with a phone."""
    held = await people.holders_below(unit, area.path, roles=(Role.STAFF,), day=today)
    own = (holder.person for holder in held if holder.post.area_id == area.id)
    return next((person for person in own if person.phone), None)


def _title(invitee: Invitee, language: str) -> str:
    if isinstance(invitee.of, Area):
        return role_at(invitee.post.role, invitee.of.name, language)
    words = invitee.of.kind.words
    title = words.get(invitee.post.role) or label(f"post-{invitee.post.role}", language)
    return f"{title[:1].upper()}{title[1:]}, {invitee.of.name}"


async def keep_codes(
    unit: UnitOfWork, sheet: Sheet, *, by: Person | None, policy: Policy, now: datetime
) -> None:
    """Stores the invitations whose codes stand on a sheet."""
    lasts = timedelta(days=policy.invitation_days)
    for person_id, code in sheet.codes.items():
        wanted = CodeFor(by, lasts, person_id=person_id)
        await add_invitation(unit, code, wanted, now=now)


async def hand_over_sheet(
    unit: UnitOfWork, sheet: Sheet, stored: StoredFile, *, address_id: int, key: str, now: datetime
) -> None:
    """Sends the finished file to whoever asked for it."""
    here = (await addresses.by_ids(unit, [address_id])).get(address_id)
    if here is None or here.person_id is None:
        raise NotFound("not-in-sight")
    await hand_over(
        unit,
        here,
        MadeFile(
            stored=stored,
            name=sheet.file_name,
            text=render("invite-sheet-done", sheet.language, count=len(sheet.slips)),
        ),
        key=key,
        now=now,
    )
