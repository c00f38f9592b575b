"""Where an SMS gateway calls back: whether a message arrived, and what people send."""

import hmac
from collections.abc import Callable, Mapping
from datetime import datetime
from http import HTTPStatus

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Message

from channels.delivery import Receive, ReceivedUpdate
from channels.sms.callback import read_inbound, read_report
from channels.sms.shape import GatewayShape
from domain.inbound import Inbound
from domain.policy import Policy
from operations.messaging.phone_lines import is_known_line
from operations.messaging.sending import note_arrival
from storage import Database, Unavailable
from web.guard import read_body

log = structlog.get_logger()

_LARGEST_CALL = 64 * 1024


class SmsCallbacks:
    """Takes what a gateway of a shape calls in under `/sms/SECRET`; any other secret is refused.

    A gateway can keep nothing but an address, so the secret stands in it.
    """

    def __init__(
        self,
        shape: GatewayShape,
        secret: str,
        database: Database,
        store: Receive,
        *,
        policy: Policy,
        clock: Callable[[], datetime],
    ) -> None:
        self._shape = shape
        self._secret = secret.encode()
        self._database = database
        self._store = store
        self._policy = policy
        self._clock = clock

    def routes(self) -> list[BaseRoute]:
        """Returns the path that is called."""
        return [Route("/sms/{secret}", self._answer, methods=["GET", "POST"])]

    async def _answer(self, request: Request) -> Response:
        given = str(request.path_params["secret"]).encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret):
            return PlainTextResponse("", HTTPStatus.FORBIDDEN)
        called = await _read_call(request)
        if called is None:
            return PlainTextResponse("", HTTPStatus.BAD_REQUEST)
        try:
            await self._take(called)
        except Unavailable:
            return PlainTextResponse("", HTTPStatus.SERVICE_UNAVAILABLE)
        return PlainTextResponse("OK")

    async def _take(self, called: Mapping[str, object]) -> None:
        now = self._clock()
        if report := read_report(called, self._shape.report):
            async with self._database.write() as unit:
                await note_arrival(
                    unit,
                    report.id,
                    delivered=report.delivered,
                    cost=report.cost,
                    policy=self._policy,
                    now=now,
                )
        elif inbound := read_inbound(called, self._shape.inbound, now=now):
            await self._receive(called, inbound)

    async def _receive(self, called: Mapping[str, object], inbound: Inbound) -> None:
        async with self._database.read() as unit:
            is_known = await is_known_line(unit, inbound.address)
        if is_known:
            await self._store([ReceivedUpdate(orjson.dumps(called).decode(), inbound)])
        else:
            # An answer would be paid for by nobody.
            log.info("a text message from a number of nobody known was left be")


async def _read_call(request: Request) -> Mapping[str, object] | None:
    """Returns what a gateway called with: by its address, a form or JSON; None for neither."""
    found: dict[str, object] = dict(request.query_params)
    if request.method == "GET":
        return found
    body = await read_body(request, limit=_LARGEST_CALL)
    if "json" not in request.headers.get("content-type", ""):
        form = await _read_again(request, body).form(max_files=0)
        return {**found, **{name: str(value) for name, value in form.items()}}
    try:
        called = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return {**found, **called} if isinstance(called, dict) else None


def _read_again(request: Request, body: bytes) -> Request:
    """Returns a request whose body was read, as one that is still to be read."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return Request(request.scope, receive)
