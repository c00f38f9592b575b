"""The desk opened from the chat: a browser shows a code, its person sends it and matches a number.

The code alone opens nothing. Whoever is talked into sending a stranger's code sees which machine
it is for, and would have to name a number that stands only on the stranger's screen.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.codes import make_short_code
from domain.policy import Policy
from domain.refusals import Closed, NotFound
from domain.talks import KnownAddress
from operations.codes import RandomBytes, hash_code
from operations.people.desk_entry import Browser, start_desk_session
from operations.people.redeeming import count_wrong, network_of, source_of
from operations.people.web_entry import TOKEN_BYTES
from storage import UnitOfWork
from storage.messages import addresses
from storage.people import desk_requests
from storage.people.desk_requests import DeskRequest, NewDeskRequest

LASTS = timedelta(minutes=2)
_MOST, _WITHIN = 20, timedelta(minutes=10)
_FIRST_NUMBER, _NUMBERS = 10, 90
_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a browser is given: its secret, and what it shows to its person."""

    secret: str
    code: str
    number: int


async def ask_for_desk(
    unit: UnitOfWork, browser: Browser, *, random_bytes: RandomBytes, now: datetime
) -> Waiting:
    """Returns a code and a number for a browser to show; raises Closed after too many."""
    network = network_of(browser.network)
    if await desk_requests.count_of(unit, network, since=now - _WITHIN) >= _MOST:
        raise Closed("desk-too-many")
    code, secret = make_short_code(random_bytes), random_bytes(TOKEN_BYTES).hex()
    number = _FIRST_NUMBER + int.from_bytes(random_bytes(2)) % _NUMBERS
    new = NewDeskRequest(
        code_hash=hash_code(code),
        secret_hash=hash_code(secret),
        network=network,
        device=browser.device,
        number=number,
        expires_at=now + LASTS,
    )
    await desk_requests.add(unit, new, now=now)
    return Waiting(secret, code, number)


async def find_request(
    unit: UnitOfWork, code: str, here: KnownAddress, *, policy: Policy, now: datetime
) -> DeskRequest | None:
    """Returns the browser that shows a code; None, noted as a wrong one, where none does.

    Raises CodesBlocked after too many wrong ones from this account.
    """
    found = await desk_requests.find_by_code(unit, hash_code(code), now=now)
    if found is None:
        most = policy.wrong_codes_per_address
        await count_wrong(unit, source_of(here.address), most, now=now, policy=policy)
    return found


def offer_numbers(request: DeskRequest, random_bytes: RandomBytes) -> list[int]:
    """Returns the number to match among others, in no order that tells which it is."""
    offered = {request.number}
    while len(offered) < _OFFERED:
        offered.add(_FIRST_NUMBER + int.from_bytes(random_bytes(2)) % _NUMBERS)
    return sorted(offered)


async def answer_request(
    unit: UnitOfWork, request_id: int, number: int | None, *, here: KnownAddress, now: datetime
) -> bool:
    """Opens the desk where the number matches, else refuses it for good; returns which.

    Raises NotFound for a request that is over.
    """
    request = await desk_requests.find(unit, request_id)
    if request is None or not request.is_open(now):
        raise NotFound("desk-request-over")
    opened = number == request.number
    if not await desk_requests.answer(unit, request.id, address_id=here.id, opened=opened):
        raise NotFound("desk-request-over")
    return opened


async def is_waiting(unit: UnitOfWork, secret: str, *, now: datetime) -> bool:
    """True while the person of a browser has not answered and still can."""
    request = await desk_requests.find_by_secret(unit, hash_code(secret))
    return request is not None and request.is_open(now)


async def take_answer(
    unit: UnitOfWork, secret: str, *, random_bytes: RandomBytes, now: datetime
) -> str:
    """Returns a session for a browser whose person opened the desk, once; "" for any other."""
    request = await desk_requests.find_by_secret(unit, hash_code(secret))
    if request is None:
        return ""
    known = await addresses.by_ids(unit, [request.address_id]) if request.address_id else {}
    here = known.get(request.address_id or 0)
    is_late = now >= request.expires_at + LASTS
    if not request.opened or here is None or here.person_id is None or is_late:
        return ""
    if not await desk_requests.remove(unit, request.id):
        return ""
    return await start_desk_session(
        unit, here.id, request.device, random_bytes=random_bytes, now=now
    )
