"""A phone is lost: its owner's accounts are cut off at once, everywhere."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.people import Person, Post
from domain.policy import Policy
from domain.refusals import NotFound
from domain.talks import Conversation, KnownAddress
from operations.people.inviting import require_may_cut_off
from storage import UnitOfWork
from storage.cadres import calendar_links
from storage.maintenance import audit
from storage.messages import addresses, outbox, talks
from storage.people import invitations, people, web_sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    """What was closed: accounts by messenger, one-time codes, and the talk it touched."""

    person_id: int
    channels: tuple[str, ...]
    codes: int
    talk_id: int


async def find_lost(
    unit: UnitOfWork,
    person_id: int,
    *,
    by: Person,
    by_posts: Sequence[Post],
    spare: int,
    today: date,
) -> tuple[Person, tuple[KnownAddress, ...]]:
    """Returns a person and the accounts that would be closed.

    Raises NotAllowed, for one who is not there as for one out of reach.
    """
    if by.id != person_id:
        await _require_responsible(unit, by_posts, person_id, today)
    person = (await people.persons(unit, [person_id]))[person_id]
    known = await addresses.of_person(unit, person_id)
    return person, tuple(one for one in known if one.id != spare)


async def _require_responsible(
    unit: UnitOfWork, by_posts: Sequence[Post], person_id: int, day: date
) -> None:
    lost = (await people.posts_of(unit, [person_id])).get(person_id, ())
    await require_may_cut_off(unit, by_posts, lost, day=day)


async def cut_off(
    unit: UnitOfWork,
    person_id: int,
    *,
    by: Person | None,
    by_posts: Sequence[Post] = (),
    own_talk: Conversation | None = None,
    spare: int | None = None,
    policy: Policy,
    now: datetime,
) -> CutOff:
    """Takes a person's accounts from them; drafts and posts stay, a new code lets them in.

    A person does it to themselves from an account to `spare`, with the `own_talk` that is
    running; `by` None stands for the command line. Raises NotFound or NotAllowed.
    """
    if by is not None and by.id != person_id:
        await _require_responsible(unit, by_posts, person_id, policy.local(now).date())
    elif person_id not in await people.persons(unit, [person_id]):
        raise NotFound("person-missing")
    await unit.flush()
    known = await addresses.of_person(unit, person_id)
    gone = [one for one in known if one.id != spare]
    return await close_accounts(unit, person_id, gone, talk=own_talk, by=by, now=now)


async def close_accounts(
    unit: UnitOfWork,
    person_id: int,
    gone: Sequence[KnownAddress],
    *,
    talk: Conversation | None,
    by: Person | None,
    now: datetime,
) -> CutOff:
    """Takes some accounts from a person; open codes and the calendar link go as well.

    `talk` is the person's own that is running, None if somebody else does it.
    """
    own_talk = talk
    talk = own_talk or await talks.lock(unit, await talks.of_person(unit, person_id))
    await _close(unit, gone, now)
    codes = await invitations.revoke_all(unit, person_id, now=now)
    await calendar_links.remove(unit, person_id)
    _forget(talk, [one.id for one in gone], keeps_prompt=own_talk is not None)
    if own_talk is None:
        talks.save_later(unit, talk)
    channels = tuple(one.address.channel for one in gone)
    _note(unit, person_id, by, channels, codes, now)
    return CutOff(person_id=person_id, channels=channels, codes=codes, talk_id=talk.id)


async def _close(unit: UnitOfWork, gone: Sequence[KnownAddress], now: datetime) -> None:
    ids = [one.id for one in gone]
    await outbox.cancel_to(unit, ids, now=now)
    await web_sessions.end_all(unit, ids, now=now)
    for address_id in ids:
        await addresses.release(unit, address_id)


def _forget(talk: Conversation, gone: Collection[int], *, keeps_prompt: bool) -> None:
    """Leaves nothing of the talk on the lost screens, and no question open but one's own."""
    for rows in (talk.prompt_rows, talk.last_rows):
        for address_id in gone:
            rows.pop(address_id, None)
    if not keeps_prompt:
        talk.prompt, talk.prompt_rows = None, {}
        talk.handler, talk.state, talk.draft_id = None, {}, None


def _note(
    unit: UnitOfWork,
    person_id: int,
    by: Person | None,
    channels: Sequence[str],
    codes: int,
    now: datetime,
) -> None:
    audit.add_later(
        unit,
        person_id=by.id if by else None,
        action="person.cut_off",
        subject=f"person:{person_id}",
        now=now,
        before={"channels": list(channels), "codes": codes},
    )
