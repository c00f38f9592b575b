"""Digests by e-mail: each who wants them gets those of the place they work for."""

from datetime import datetime

from domain.chapters import ids_of
from domain.mailboxes import Mailbox, Wish
from domain.people import Post
from domain.policy import Policy
from operations.access import held
from operations.rights import Right, roles_with
from storage import UnitOfWork
from storage.directory import areas, digest_targets
from storage.messages import mailboxes
from storage.people import people


async def list_letter_changes(
    unit: UnitOfWork, *, policy: Policy, now: datetime
) -> dict[int, tuple[Mailbox, int | None]]:
    """Returns whose digests by e-mail begin, go over to another place, or end, by address.

    Each with the place, None for an end: posts and wishes change, and addresses cease to work.
    """
    boxes = await mailboxes.list_confirmed(unit)
    posts = await people.posts_of(unit, [box.person_id for box in boxes])
    today, roles = policy.day_of(now), roles_with(Right.EXPORT)
    own = {
        box.person_id: [
            post
            for post in held(posts.get(box.person_id, ()), roles, today)
            if post.area_id is not None and post.only is None
        ]
        for box in boxes
    }
    tree = await areas.by_ids(
        unit, {post.area_id for held_by in own.values() for post in held_by if post.area_id}
    )
    live = {target.here.id: target.area_id for target in await digest_targets.list_live(unit)}

    def highest(of_person: list[Post]) -> int | None:
        places = [tree[post.area_id] for post in of_person if post.area_id]
        return min(places, key=lambda area: ids_of(area.path)).id if places else None

    wanted = {
        box.address_id: (box, highest(own[box.person_id]) if _wants(box) else None)
        for box in boxes
    }
    return {
        address_id: (box, place)
        for address_id, (box, place) in wanted.items()
        if live.get(address_id) != place
    }


def _wants(box: Mailbox) -> bool:
    return box.takes_letters and Wish.DIGESTS in box.wishes


async def change_letter(
    unit: UnitOfWork, box: Mailbox, place: int | None, *, now: datetime
) -> None:
    """Has an address receive the digests of a place from now on, or of none."""
    if place is None:
        await digest_targets.end(unit, box.address_id, now=now)
        return
    person = (await people.persons(unit, [box.person_id]))[box.person_id]
    await digest_targets.bind(
        unit,
        address_id=box.address_id,
        area_id=place,
        language=person.language,
        bound_by=box.person_id,
        now=now,
    )
