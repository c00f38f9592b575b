"""What those who answer for somebody may know of them: posts, accounts, codes, last messages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.invitations import Invitation
from domain.people import Person, Post, Role
from domain.refusals import NotAllowed, NotFound
from domain.talks import KnownAddress
from operations.access import is_in_reach
from operations.meetings.pausing import PauseOf, require_may_pause
from operations.people.inviting import require_may_cut_off, require_may_invite
from storage import UnitOfWork
from storage.messages import addresses, sent_to
from storage.messages.sent_to import SentLine
from storage.people import invitations, people

_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """A person as somebody responsible sees them; `posts` are those held now or later."""

    person: Person
    posts: tuple[Post, ...]
    accounts: tuple[KnownAddress, ...]
    codes: tuple[Invitation, ...]
    sent: tuple[SentLine, ...]
    unanswered: int
    may_invite: bool
    may_cut_off: bool
    may_pause: bool


async def get_person_card(
    unit: UnitOfWork, viewer: Sequence[Post], person_id: int, *, today: date, now: datetime
) -> PersonCard:
    """Returns the card of a person in one's reach; raises NotFound as for one not there."""
    person = (await people.persons(unit, [person_id])).get(person_id)
    every = (await people.posts_of(unit, [person_id])).get(person_id, ())
    if person is None or not await is_in_reach(unit, viewer, every, today=today):
        raise NotFound("not-in-sight")
    known = [
        address for address in await addresses.of_person(unit, person_id) if not address.in_group
    ]
    return PersonCard(
        person=person,
        posts=tuple(post for post in every if post.valid_to is None or post.valid_to >= today),
        accounts=tuple(known),
        codes=tuple(await invitations.list_open_of(unit, [person_id], now=now)),
        sent=tuple(await sent_to.list_last(unit, person_id, limit=_LINES)),
        unanswered=(await sent_to.count_unanswered(unit, [person_id])).get(person_id, 0),
        may_invite=await _may_invite(unit, viewer, every, today),
        may_cut_off=bool(known) and await _may_cut_off(unit, viewer, every, today),
        may_pause=await _may_pause(unit, viewer, person_id, today),
    )


async def _may_invite(
    unit: UnitOfWork, viewer: Sequence[Post], posts: Sequence[Post], today: date
) -> bool:
    try:
        await require_may_invite(unit, viewer, posts, day=today)
    except NotAllowed:
        return False
    return True


async def _may_cut_off(
    unit: UnitOfWork, viewer: Sequence[Post], posts: Sequence[Post], today: date
) -> bool:
    try:
        await require_may_cut_off(unit, viewer, posts, day=today)
    except NotAllowed:
        return False
    return True


async def _may_pause(
    unit: UnitOfWork, viewer: Sequence[Post], person_id: int, today: date
) -> bool:
    try:
        await require_may_pause(
            unit, PauseOf(person_id=person_id), by=None, posts=viewer, today=today
        )
    except NotAllowed:
        return False
    return True


async def list_followed(
    unit: UnitOfWork, chapter_ids: Sequence[int], *, day: date
) -> dict[int, tuple[people.Holder, ...]]:
    """Returns who leads, helps to lead and looks after each chapter, in this order."""
    order = [Role.LEADER, Role.DEPUTY, Role.CADRE]
    found = await people.holders(unit, chapter_ids, roles=order, day=day)
    return {
        chapter_id: tuple(sorted(held, key=lambda value: order.index(value.post.role)))
        for chapter_id, held in found.items()
    }
