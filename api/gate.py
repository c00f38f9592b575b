"""Who reads: the token of a request, how often it comes, and who only guesses."""

import base64
import binascii
from dataclasses import dataclass, field
from datetime import datetime

from starlette.requests import Request

from api.meter import Meter
from api.problems import too_many, unknown_token
from domain.policy import Policy
from operations.api.tokens import Bearer, find_bearer, is_well_formed
from operations.codes import hash_code
from operations.people.redeeming import network_of
from storage import UnitOfWork

_LONGEST = 400


def read_token(request: Request) -> str:
    """Returns the token of a request; raises Problem for none, or for what cannot be one.

    It comes as a bearer, or as the password of Basic, which is what spreadsheets ask for.
    """
    scheme, _, given = request.headers.get("authorization", "")[:_LONGEST].partition(" ")
    token = given.strip()
    if scheme.lower() == "basic":
        token = _password(token)
    elif scheme.lower() != "bearer":
        token = ""
    if not is_well_formed(token):
        raise unknown_token()
    return token


def _password(given: str) -> str:
    try:
        return base64.b64decode(given, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


@dataclass(slots=True)
class Gate:
    """Lets tokens in so often a minute; who guesses has the same share, of a network's own.

    Those that were in before are not held up by whoever guesses beside them.
    """

    _known: Meter = field(default_factory=Meter)
    _guesses: Meter = field(default_factory=Meter)

    def check(self, request: Request, token: str, now: datetime) -> None:
        """Raises Problem for who comes too often, before anything is looked up."""
        name = hash_code(token)
        meter, who = (
            (self._known, name) if name in self._known else (self._guesses, _network(request))
        )
        if wait := meter.seconds_to_wait(who, now):
            raise too_many(wait)
        meter.note(who, now)

    async def let_in(
        self, unit: UnitOfWork, token: str, *, policy: Policy, now: datetime
    ) -> Bearer:
        """Returns who reads; raises Problem for a token that does not work."""
        bearer = await find_bearer(unit, token, today=policy.day_of(now), now=now)
        name = hash_code(token)
        if bearer is None:
            self._known.forget(name)
            raise unknown_token()
        if name not in self._known:
            self._known.note(name, now)
        return bearer


def _network(request: Request) -> str:
    return network_of(request.client.host) if request.client else ""
