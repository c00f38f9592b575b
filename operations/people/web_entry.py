"""The way into the web page: by a personal link or typed code, then by a session."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.inbound import Address
from domain.invitations import Invitation
from domain.people import Person, Post
from domain.policy import Policy
from domain.refusals import Conflict, Refusal
from domain.talks import KnownAddress
from operations.access import may_send, sets_topics
from operations.codes import RandomBytes, hash_code
from operations.people.enrolling import (
    WELCOME,
    Newcomer,
    get_invitee,
    has_consented,
    join,
    note_join,
    open_talk,
)
from operations.people.redeeming import CodeSource, look_up, network_of
from operations.titles import post_places
from storage import UnitOfWork
from storage.messages import addresses, talks
from storage.people import invitations, people, web_sessions
from storage.people.web_sessions import NewSession

CHANNEL, ACCOUNT = "web", "main"

IDLE = timedelta(days=180)
# Written at most this often, so that reading the page is not a write each time; it tells as well
# whether somebody has looked since a message was put there.
_PROLONGED_EVERY = timedelta(minutes=10)
TOKEN_BYTES = 32
_CHAT_BYTES = 12


@dataclass(frozen=True, slots=True)
class EntryResult:
    """What became of a code: a session token, or why there is none."""

    token: str = ""
    refusal: Refusal | None = None

    def unwrap(self) -> str:
        """Returns the token or raises the refusal; called after the commit."""
        if self.refusal is not None:
            raise self.refusal
        return self.token


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSession:
    """Who looks at the page; a stranger who is still to agree has no name yet."""

    address: Address
    language: str
    name: str
    title: str
    can_write: bool
    sends_files: bool
    is_ageing: bool


async def enter(
    unit: UnitOfWork,
    code: str,
    *,
    client: str,
    now: datetime,
    policy: Policy,
    random_bytes: RandomBytes,
) -> EntryResult:
    """Opens a session for a code that came from the network address `client`.

    Who agreed before goes on at the page they have; anybody else is asked on a page of its
    own, and only that answer spends the code. A refusal is handed back, not raised, so that
    the wrong code stays counted.
    """
    try:
        invitation = await look_up(
            unit,
            code,
            source=CodeSource(
                f"{CHANNEL}/{network_of(client)}", most_wrong=policy.wrong_codes_per_network
            ),
            now=now,
            policy=policy,
        )
        day = policy.day_of(now)
        here = await _open_page(unit, invitation, random_bytes, day, now)
    except Refusal as refusal:
        return EntryResult(refusal=refusal)
    return EntryResult(await start_session(unit, here.id, random_bytes=random_bytes, now=now))


async def _open_page(
    unit: UnitOfWork, invitation: Invitation, random_bytes: RandomBytes, day: date, now: datetime
) -> KnownAddress:
    person = await get_invitee(unit, invitation)
    if not await has_consented(unit, person.id, channel=CHANNEL, in_house=True):
        here = await _fresh_page(unit, random_bytes, now)
        await _ask_consent(unit, here, invitation, now)
        return here
    known = await _find_page(unit, person)
    here = known or await _fresh_page(unit, random_bytes, now)
    if known is None:
        newcomer = Newcomer(person, invitation, consents_now=False)
        await join(unit, here, newcomer, day=day, now=now)
    elif await invitations.use(unit, invitation.id, address_id=here.id, now=now):
        await note_join(unit, person, here, invitation, day=day, now=now)
        # Whoever comes in again by a code is welcomed as well: nobody stands before nothing.
        await open_talk(unit, here, f"/start {WELCOME}", key=f"enter:{invitation.id}", now=now)
    else:
        raise Conflict("code-wrong")
    return here


async def _find_page(unit: UnitOfWork, person: Person) -> KnownAddress | None:
    pages = [
        known
        for known in await addresses.of_person(unit, person.id)
        if (known.address.channel, known.address.account) == (CHANNEL, ACCOUNT)
    ]
    return next((page for page in pages if not page.in_group), None)


async def _fresh_page(unit: UnitOfWork, random_bytes: RandomBytes, now: datetime) -> KnownAddress:
    chat = random_bytes(_CHAT_BYTES).hex()
    address = Address(CHANNEL, ACCOUNT, chat, chat)
    return (await addresses.ensure(unit, {address: (False, "")}, now=now))[address]


async def _ask_consent(
    unit: UnitOfWork, here: KnownAddress, invitation: Invitation, now: datetime
) -> None:
    talk = (await talks.load(unit, [here.conversation_id]))[here.conversation_id]
    talk.state = {"invitation": invitation.code_hash}
    talks.save_later(unit, talk)
    await open_talk(unit, here, "/start", key=f"enter:{invitation.id}", now=now)


async def start_session(
    unit: UnitOfWork, address_id: int, *, random_bytes: RandomBytes, now: datetime
) -> str:
    """Returns the token of a new session for a page."""
    token = random_bytes(TOKEN_BYTES).hex()
    new = NewSession(token_hash=hash_code(token), address_id=address_id, expires_at=now + IDLE)
    await web_sessions.add(unit, new, now=now)
    return token


async def find_session(
    unit: UnitOfWork, token: str, *, now: datetime, policy: Policy
) -> WebSession | None:
    """Returns whose session a token opens; one that `is_ageing` is to be prolonged."""
    found = await web_sessions.find(unit, hash_code(token), now=now)
    if found is None:
        return None
    here, person_id = found.here, found.here.person_id or 0
    person = (await people.persons(unit, [person_id])).get(person_id)
    language = person.language if person else policy.language
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    today = policy.day_of(now)
    held = [post for post in posts if post.holds_on(today)]
    return WebSession(
        address=here.address,
        language=language,
        name=person.name if person else here.title,
        title=await post_places(unit, held),
        can_write=not here.in_group,
        sends_files=sends_files(held, today),
        is_ageing=found.expires_at < now + IDLE - _PROLONGED_EVERY,
    )


def sends_files(posts: Sequence[Post], today: date) -> bool:
    """True for who has a use for a button for documents: the directory or topics are theirs."""
    return may_send(posts, today) or sets_topics(posts, today)


async def list_open_sessions(
    unit: UnitOfWork, tokens: Collection[str], *, now: datetime
) -> set[str]:
    """Returns which of these tokens still open their page."""
    hashes = {hash_code(token): token for token in tokens}
    return {hashes[known] for known in await web_sessions.list_open(unit, hashes, now=now)}


async def prolong_session(unit: UnitOfWork, token: str, *, now: datetime) -> None:
    """Keeps a session in use alive; one that has ended stays so."""
    await web_sessions.prolong(unit, hash_code(token), now=now, expires_at=now + IDLE)


async def end_session(unit: UnitOfWork, token: str, *, now: datetime) -> None:
    """Ends a session; one that has ended stays so."""
    await web_sessions.end(unit, hash_code(token), now=now)
