"""Browsers that ring for somebody: offered at the right moment, agreed to, ended."""

from dataclasses import dataclass
from datetime import datetime

from domain.devices import Subscription, is_usable
from domain.policy import Policy
from domain.refusals import BadInput, Conflict
from operations.access import REPORTING, held
from operations.codes import RandomBytes, hash_code
from storage import UnitOfWork
from storage.messages import devices
from storage.people import people, web_sessions
from storage.reports import reports

# Nobody has more phones and computers than that; each ring calls all of them.
_MOST = 5
_CHAT_BYTES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class RingRules:
    """Which push services may be called; none where nothing rings."""

    hosts: frozenset[str]
    random_bytes: RandomBytes


@dataclass(frozen=True, slots=True)
class RingState:
    """Where the browser of a session is called, "" for nowhere; whether to offer it now."""

    endpoint: str
    is_offered: bool


async def find_ring_state(
    unit: UnitOfWork, token: str, *, policy: Policy, now: datetime
) -> RingState | None:
    """Returns how a session of the page rings; None where it is nobody's.

    A leader is offered it after the first report, never at once.
    """
    person_id = await _find_person(unit, token, now)
    if person_id is None:
        return None
    endpoint = await devices.find_endpoint(unit, hash_code(token))
    if endpoint is not None:
        return RingState(endpoint, is_offered=False)
    posts = (await people.posts_of(unit, [person_id])).get(person_id, ())
    reports_too = bool(held(posts, REPORTING, policy.day_of(now)))
    is_offered = not reports_too or await reports.has_sent(unit, person_id)
    return RingState("", is_offered=is_offered)


async def _find_person(unit: UnitOfWork, token: str, now: datetime) -> int | None:
    found = await web_sessions.find(unit, hash_code(token), now=now)
    return found.here.person_id if found else None


async def let_ring(
    unit: UnitOfWork, token: str, subscription: Subscription, rules: RingRules, *, now: datetime
) -> None:
    """Has the browser of a session ring.

    Raises BadInput for a push service that may not be called, Conflict for one browser too many
    or a session that is nobody's.
    """
    if not is_usable(subscription, rules.hosts):
        raise BadInput("ring-unusable")
    person_id = await _find_person(unit, token, now)
    if person_id is None:
        raise Conflict("ring-nobody")
    already = await devices.find_endpoint(unit, hash_code(token)) is not None
    if not already and await devices.count_of(unit, person_id, now=now) >= _MOST:
        raise Conflict("ring-too-many", most=_MOST)
    await devices.put(
        unit,
        rules.random_bytes(_CHAT_BYTES).hex(),
        subscription,
        person_id=person_id,
        token_hash=hash_code(token),
        now=now,
    )


async def let_be_silent(unit: UnitOfWork, token: str) -> None:
    """Has the browser of a session ring no more."""
    await devices.remove(unit, hash_code(token))
