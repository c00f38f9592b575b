"""The way to the desk: by a code that people make for themselves, then by a session."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.people import Person, Post
from domain.policy import Policy
from domain.refusals import NotFound, Refusal
from operations.codes import RandomBytes, hash_code
from operations.context import ActorContext
from operations.people.redeeming import CodeSource, look_up, network_of
from operations.people.web_entry import TOKEN_BYTES, EntryResult
from storage import UnitOfWork
from storage.messages import addresses
from storage.people import invitations, people, web_sessions
from storage.people.web_sessions import NewSession, SessionKind

_IDLE = timedelta(hours=12)
# Written at most this often, so that reading a page is not a write each time.
_PROLONGED_EVERY = timedelta(minutes=10)
_SOURCE = "desk"


@dataclass(frozen=True, slots=True)
class Browser:
    """Where somebody knocks from: the network address, and what their browser says it is."""

    network: str
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSession:
    """Who sits at a desk, with their posts; one that `is_ageing` is to be prolonged."""

    id: int
    person: Person
    posts: Sequence[Post]
    is_ageing: bool


async def enter_desk(
    unit: UnitOfWork,
    code: str,
    *,
    browser: Browser,
    now: datetime,
    policy: Policy,
    random_bytes: RandomBytes,
) -> EntryResult:
    """Opens a desk by a code that its person made for themselves.

    A refusal is handed back, not raised, so that the wrong code stays counted. A code that an
    office made leads into the chat first, where its person is asked whether they agree.
    """
    try:
        invitation = await look_up(
            unit,
            code,
            source=CodeSource(
                f"{_SOURCE}/{network_of(browser.network)}",
                most_wrong=policy.wrong_codes_per_network,
            ),
            now=now,
            policy=policy,
        )
        person_id = invitation.person_id
        if person_id is None or invitation.created_by != person_id:
            raise NotFound("desk-code-of-chat")
        here = (await addresses.preferred(unit, [person_id])).get(person_id)
        if here is None:
            raise NotFound("desk-unreachable")
        if not await invitations.use(unit, invitation.id, address_id=None, now=now):
            raise NotFound("code-wrong")
    except Refusal as refusal:
        return EntryResult(refusal=refusal)
    token = await start_desk_session(
        unit, here.id, browser.device, random_bytes=random_bytes, now=now
    )
    return EntryResult(token)


async def start_desk_session(
    unit: UnitOfWork, address_id: int, device: str, *, random_bytes: RandomBytes, now: datetime
) -> str:
    """Returns the token of a new session at the desk of an account's person."""
    token = random_bytes(TOKEN_BYTES).hex()
    new = NewSession(
        token_hash=hash_code(token),
        address_id=address_id,
        expires_at=now + _IDLE,
        kind=SessionKind.DESK,
        device=device,
    )
    await web_sessions.add(unit, new, now=now)
    return token


async def find_desk_session(unit: UnitOfWork, token: str, *, now: datetime) -> DeskSession | None:
    """Returns who sits at a desk, as their posts are now; None for a session that is over."""
    found = await web_sessions.find(unit, hash_code(token), now=now, kind=SessionKind.DESK)
    person_id = found.here.person_id if found else None
    if found is None or person_id is None:
        return None
    return DeskSession(
        id=found.id,
        person=(await people.persons(unit, [person_id]))[person_id],
        posts=(await people.posts_of(unit, [person_id])).get(person_id, ()),
        is_ageing=found.expires_at < now + _IDLE - _PROLONGED_EVERY,
    )


async def prolong_desk_session(unit: UnitOfWork, token: str, *, now: datetime) -> None:
    """Keeps a desk in use open; one that was left stays so."""
    await web_sessions.prolong(unit, hash_code(token), now=now, expires_at=now + _IDLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDesk:
    """One of a person's open desks: on which machine, since when, when it was used last."""

    id: int
    device: str
    since: datetime
    used_at: datetime


async def list_own_desks(context: ActorContext) -> list[OwnDesk]:
    """Returns the open desks of whoever asks, the newest first."""
    found = await web_sessions.list_desks(context.unit, context.actor.id, now=context.now)
    return [
        OwnDesk(
            id=one.id,
            device=one.device,
            since=one.created_at,
            used_at=max(one.expires_at - _IDLE, one.created_at),
        )
        for one in found
    ]


async def close_own_desk(context: ActorContext, session_id: int) -> None:
    """Ends one of a person's own desks; one of somebody else is left alone."""
    await web_sessions.end_desk(context.unit, session_id, context.actor.id, now=context.now)
