"""Groups and channels that receive an area's digests: bound, moved, ended."""

from dataclasses import replace
from datetime import datetime

from domain.inbound import Address
from domain.invitations import Invitation
from domain.talks import KnownAddress
from storage import Unit
from storage.directory import areas, digest_targets
from storage.keeping import audit, tasks
from storage.messages import addresses
from storage.people import invitations

DELETE_MESSAGE = "delete_message"


async def own_address(unit: Unit, address: Address, *, title: str, now: datetime) -> KnownAddress:
    """Returns the address of a group as a whole, whoever wrote in it."""
    group = Address(address.channel, address.account, address.chat, "")
    return (await addresses.ensure(unit, {group: (True, title)}, now=now))[group]


async def bind_target(
    unit: Unit, group: KnownAddress, invitation: Invitation, *, language: str, now: datetime
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
        person_id=invitation.created_by,
        action="digest_target.bind",
        subject=f"address:{group.id}",
        now=now,
        after={"area": invitation.area_id, "title": group.title},
    )
    return (await areas.get(unit, invitation.area_id)).name


async def enqueue_deletion(
    unit: Unit, address_id: int, message_id: str | None, *, now: datetime
) -> None:
    """Has a message removed from the messenger, as far as it lets the bot."""
    if message_id:
        payload = {"address_id": address_id, "message_id": message_id}
        await tasks.add(unit, kind=DELETE_MESSAGE, payload=payload, now=now)


async def end_target(unit: Unit, group: KnownAddress, *, now: datetime) -> None:
    """Ends a group's digests because the bot was taken out of it."""
    await addresses.set_reachable(unit, group.id, reachable=False, now=now)
    ended = await digest_targets.find(unit, group.id)
    if ended is not None and await digest_targets.end(unit, group.id, now=now):
        audit.add_later(
            unit,
            person_id=None,
            action="digest_target.end",
            subject=f"address:{group.id}",
            now=now,
            before={"area": ended.area_id, "title": group.title},
            after={"area": None, "title": group.title},
        )


async def follow_group(unit: Unit, old: Address, *, chat: str, now: datetime) -> None:
    """Keeps a group, and who wrote in it, when the messenger gives it another id.

    Harmless when done twice. Where the new id was bound by itself, that binding is kept.
    """
    for user in sorted({"", old.user}):
        await _move(unit, replace(old, user=user), chat=chat, now=now)


async def _move(unit: Unit, old: Address, *, chat: str, now: datetime) -> None:
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
