"""Groups and channels that receive an area's digests: bound, moved, lost, found again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from domain.chapters import Area, ids_of
from domain.inbound import Address
from domain.invitations import Invitation
from domain.news import News, Section
from domain.outbox import OutboxRow
from domain.people import Person, Post, Role
from domain.refusals import NotAllowed, NotFound
from domain.talks import KnownAddress
from operations.access import OFFICE, held
from operations.context import ActorContext
from operations.news import add_news
from storage import UnitOfWork
from storage.directory import areas, digest_targets
from storage.directory.digest_targets import DigestTarget
from storage.maintenance import audit, tasks
from storage.messages import addresses
from storage.notifications import digest_posts
from storage.people import invitations, people

DELETE_MESSAGE = "delete_message"
# The subject of a digest's message names the post that it carries.
DIGEST = "digest:"


async def own_address(
    unit: UnitOfWork, address: Address, *, title: str, now: datetime
) -> KnownAddress:
    """Returns the address of a group as a whole, whoever wrote in it."""
    group = Address(address.channel, address.account, address.chat, "")
    return (await addresses.ensure(unit, {group: (True, title)}, now=now))[group]


async def bind_target(
    unit: UnitOfWork, group: KnownAddress, invitation: Invitation, *, language: str, now: datetime
) -> str | None:
    """Makes a group receive the digests that a code is for; returns the area's name.

    None for a code that is not for a group, or that was used meanwhile.
    """
    if invitation.area_id is None:
        return None
    if not await invitations.use(unit, invitation.id, address_id=group.id, now=now):
        return None
    await digest_targets.bind(
        unit,
        address_id=group.id,
        area_id=invitation.area_id,
        language=language,
        bound_by=invitation.created_by,
        now=now,
    )
    await addresses.set_reachable(unit, group.id, reachable=True, now=now)
    audit.add_later(
        unit,
        audit.Entry(
            person_id=invitation.created_by,
            action="digest_target.bind",
            subject=f"address:{group.id}",
            after={"area": invitation.area_id, "title": group.title},
        ),
        now=now,
    )
    return (await areas.get(unit, invitation.area_id)).name


async def enqueue_deletion(
    unit: UnitOfWork, address_id: int, message_id: str | None, *, now: datetime
) -> None:
    """Has a message removed from the messenger, as far as it lets the bot."""
    if message_id:
        payload = {"address_id": address_id, "message_id": message_id}
        await tasks.add(unit, kind=DELETE_MESSAGE, payload=payload, now=now)


async def lose_target(
    unit: UnitOfWork, group: KnownAddress, *, today: date, now: datetime
) -> None:
    """Notes that nothing can be sent to a group, and tells who looks after its area, once."""
    if await addresses.set_reachable(unit, group.id, reachable=False, now=now):
        await _tell(unit, group, "channel-lost", today=today, now=now)


async def regain_target(
    unit: UnitOfWork, group: KnownAddress, *, today: date, now: datetime
) -> str | None:
    """Notes that a group takes messages again and tells the same people.

    Returns the area whose digests go on, None where nothing had stopped.
    """
    if not await addresses.set_reachable(unit, group.id, reachable=True, now=now):
        return None
    return await _tell(unit, group, "channel-regained", today=today, now=now)


async def list_own_targets(
    unit: UnitOfWork, posts: Iterable[Post], *, today: date
) -> list[tuple[DigestTarget, Area]]:
    """Returns the bound groups of the places somebody works for, with their areas, by place.

    Raises NotAllowed for who works for no place.
    """
    own = {post.area_id for post in held(posts, OFFICE, today) if post.only is None} - {None}
    if not own:
        raise NotAllowed("not-your-area")
    live = [target for target in await digest_targets.list_live(unit) if target.here.in_group]
    known = await areas.by_ids(unit, {target.area_id for target in live})
    pairs = [(target, known[target.area_id]) for target in live]
    mine = [pair for pair in pairs if own & set(ids_of(pair[1].path))]
    return sorted(mine, key=lambda pair: (ids_of(pair[1].path), pair[0].here.title))


async def get_own_target(
    unit: UnitOfWork, posts: Iterable[Post], address_id: int, *, today: date
) -> tuple[DigestTarget, Area]:
    """Returns a bound group of the places somebody works for; raises NotFound for any other."""
    for target, area in await list_own_targets(unit, posts, today=today):
        if target.here.id == address_id:
            return target, area
    raise NotFound("channels-gone")


async def end_target(
    context: ActorContext,
    address_id: int,
) -> tuple[DigestTarget, Area]:
    """Ends the digests to a group, and tells the others who look after its area.

    Raises NotFound for a group that is not bound, or not in one's places.
    """
    today = context.today
    target, area = await get_own_target(context.unit, context.posts, address_id, today=today)
    await _tell(
        context.unit,
        target.here,
        "channel-ended",
        today=today,
        now=context.now,
        by=context.actor,
    )
    await digest_targets.end(context.unit, address_id, now=context.now)
    audit.add_later(
        context.unit,
        audit.Entry(
            person_id=context.actor.id,
            action="digest_target.end",
            subject=f"address:{address_id}",
            before={"area": area.id, "title": target.here.title},
        ),
        now=context.now,
    )
    return target, area


async def _tell(
    unit: UnitOfWork,
    group: KnownAddress,
    key: str,
    *,
    today: date,
    now: datetime,
    by: Person | None = None,
) -> str | None:
    """Tells the staff and administrators of a bound group's area, but for who did it.

    Returns the area's name.
    """
    target = await digest_targets.find(unit, group.id)
    if target is None:
        return None
    area = await areas.get(unit, target.area_id)
    args = {"area": area.name, "title": group.title, "by": by.name if by else ""}
    holders = await people.holders_of_area(
        unit, area.path, roles=[Role.STAFF, Role.ADMINISTRATOR], day=today
    )
    told = dict.fromkeys(holder.person.id for holder in holders)
    told |= dict.fromkeys(await people.administrators(unit, day=today))
    lines = [
        News(
            person_id=person_id,
            section=Section.FIGURES,
            key=key,
            args=args,
            urgent=True,
        )
        for person_id in told
        if by is None or person_id != by.id
    ]
    await add_news(unit, lines, now=now)
    return area.name


async def forget_failed_digest(unit: UnitOfWork, row: OutboxRow) -> None:
    """Lets a digest that its group did not take be due again."""
    if row.subject and row.subject.startswith(DIGEST):
        await digest_posts.remove(unit, int(row.subject.removeprefix(DIGEST)))


async def follow_group(unit: UnitOfWork, old: Address, *, chat: str, now: datetime) -> None:
    """Keeps a group, and who wrote in it, when the messenger gives it another id.

    Harmless when done twice. Where the new id was bound by itself, that binding is kept.
    """
    for user in sorted({"", old.user}):
        await _move(unit, replace(old, user=user), chat=chat, now=now)


async def _move(unit: UnitOfWork, old: Address, *, chat: str, now: datetime) -> None:
    wanted = replace(old, chat=chat)
    known = await addresses.find_many(unit, [old, wanted])
    left, new = known.get(old), known.get(wanted)
    if left is None or left == new:
        return
    if new is not None:
        if (taken := await digest_targets.find(unit, new.id)) is not None:
            await digest_targets.end(unit, new.id, now=now)
            await digest_targets.bind(
                unit,
                address_id=left.id,
                area_id=taken.area_id,
                language=taken.language,
                bound_by=taken.bound_by,
                now=taken.bound_at,
            )
        # The row that is kept has the history; the other makes way under an id nobody has.
        await addresses.move_chat(unit, new.id, chat=f"moved:{new.id}")
    await addresses.move_chat(unit, left.id, chat=chat)
