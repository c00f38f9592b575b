"""A phone is lost: its owner's accounts are cut off at once, everywhere."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.people import Person
from domain.refusals import NotFound
from domain.talks import Conversation, KnownAddress
from operations.context import ActorContext
from operations.letters import drop_outlets
from operations.people.inviting import require_may_cut_off
from storage import UnitOfWork
from storage.cadres import calendar_links
from storage.maintenance import audit
from storage.messages import addresses, outbox, talks
from storage.people import api_tokens, invitations, people, web_sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    """What was closed: accounts by messenger, one-time codes, and the talk it touched."""

    person_id: int
    channels: tuple[str, ...]
    codes: int
    talk_id: int


async def find_lost(
    context: ActorContext, person_id: int, *, spare: int
) -> tuple[Person, tuple[KnownAddress, ...]]:
    """Returns a person and the accounts that would be closed.

    Raises NotAllowed, for one who is not there as for one out of reach.
    """
    unit = context.unit
    if context.actor.id != person_id:
        await _require_responsible(context, person_id)
    person = (await people.persons(unit, [person_id]))[person_id]
    known = await addresses.of_person(unit, person_id)
    return person, tuple(account for account in known if account.id != spare)


async def _require_responsible(context: ActorContext, person_id: int) -> None:
    lost = (await people.posts_of(context.unit, [person_id])).get(person_id, ())
    await require_may_cut_off(context.unit, context.posts, lost, day=context.today)


async def cut_off(context: ActorContext, person_id: int) -> CutOff:
    """Takes somebody's accounts from them; drafts and posts stay, a new code lets them in.

    Raises NotFound or NotAllowed.
    """
    await _require_responsible(context, person_id)
    return await cut_off_by(context.unit, person_id, by=context.actor, now=context.now)


async def cut_off_oneself(context: ActorContext, talk: Conversation, *, spare: int) -> CutOff:
    """Takes a person's accounts from them, but the one they say so from, in the running talk."""
    person = context.actor
    await context.unit.flush()
    known = await addresses.of_person(context.unit, person.id)
    gone = [account for account in known if account.id != spare]
    return await close_accounts(
        context.unit, person.id, gone, talk=talk, by=person, now=context.now
    )


async def cut_off_by(
    unit: UnitOfWork, person_id: int, *, by: Person | None, now: datetime
) -> CutOff:
    """Takes a person's accounts from them, whoever may say so; `by` None is the command line.

    Raises NotFound for somebody who is not there.
    """
    if person_id not in await people.persons(unit, [person_id]):
        raise NotFound("person-missing")
    await unit.flush()
    gone = await addresses.of_person(unit, person_id)
    return await close_accounts(unit, person_id, gone, talk=None, by=by, now=now)


async def close_accounts(
    unit: UnitOfWork,
    person_id: int,
    gone: Sequence[KnownAddress],
    *,
    talk: Conversation | None,
    by: Person | None,
    now: datetime,
) -> CutOff:
    """Takes some accounts from a person; open codes, desks, tokens, the calendar link go too.

    `talk` is the person's own that is running, None if somebody else does it.
    """
    own_talk = talk
    talk = own_talk or await talks.lock(unit, await talks.of_person(unit, person_id))
    # Which account opened a desk does not say who sits there now.
    await web_sessions.end_desks(unit, person_id, now=now)
    await api_tokens.end_of_maker(unit, person_id, now=now)
    await _close(unit, gone, now)
    # Letters and rings may reach who has the lost phone, or whoever had come in.
    await drop_outlets(unit, person_id, now=now)
    codes = await invitations.revoke_all(unit, person_id, now=now)
    await calendar_links.remove(unit, person_id)
    _forget(talk, [address.id for address in gone], keeps_prompt=own_talk is not None)
    if own_talk is None:
        talks.save_later(unit, talk)
    channels = tuple(address.address.channel for address in gone)
    _note(unit, person_id, by, channels, codes, now)
    return CutOff(person_id=person_id, channels=channels, codes=codes, talk_id=talk.id)


async def _close(unit: UnitOfWork, gone: Sequence[KnownAddress], now: datetime) -> None:
    ids = [address.id for address in gone]
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
        audit.Entry(
            person_id=by.id if by else None,
            action="person.cut_off",
            subject=f"person:{person_id}",
            before={"channels": list(channels), "codes": codes},
        ),
        now=now,
    )
