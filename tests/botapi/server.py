"""The server and its driver: `async with BotApi() as api:` gives `api.url` and `api.token`."""

import asyncio
import inspect
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, Unpack

import orjson
from aiohttp import StreamReader, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http import RawRequestMessage

from tests.botapi.chats import Kind
from tests.botapi.control import answer_control
from tests.botapi.errors import ApiError, forbidden, too_many
from tests.botapi.groups import Group
from tests.botapi.methods_rest import METHODS
from tests.botapi.people import Person
from tests.botapi.requests import read_call
from tests.botapi.schema import read_parameters
from tests.botapi.troubles import Details, Plan, Trouble
from tests.botapi.world import World

LARGEST_CALL = 52_000_000
_NAMES = {name.lower(): name for name in METHODS}


@dataclass(frozen=True, slots=True)
class Fault:
    """A call that breaks the Bot API's rules."""

    method: str
    parameters: dict[str, Any]
    description: str


class _CutError(Exception):
    """The connection is to be cut without an answer."""


class BotApi:
    """A local Bot API server, strict as the real one, and the world of people behind it."""

    def __init__(
        self,
        *,
        port: int = 0,
        control: bool = False,
        latency: float = 0.0,
        limits: bool = False,
        world: World | None = None,
    ) -> None:
        self.world = world or World()
        self.world.limits.on = limits
        self.latency = latency
        self.faults: list[Fault] = []
        self.control = control
        self.is_out = False
        self._port = port
        self._people: dict[str, Person] = {}
        self._groups: dict[str, Group] = {}
        self._open: set[asyncio.Transport] = set()
        self._runner = web.ServerRunner(
            web.Server(self._handle, request_factory=_request, access_log=None),
            shutdown_timeout=0.2,
        )

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.world.webhook.stop()
        self._cut_everything()
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        """Where the server listens; the library's base_url is `url + "/bot"`."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def file_url(self) -> str:
        """The library's base_file_url."""
        return f"{self.url}/file/bot"

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.token

    def user(self, name: str, *, language_code: str | None = "vi") -> Person:
        """The person of this name, made when first asked for."""
        if name not in self._people:
            self._people[name] = Person(self.world, name, language_code)
        return self._people[name]

    def group(self, title: str) -> Group:
        """The group of this title, made when first asked for."""
        return self._place(title, "group")

    def supergroup(self, title: str) -> Group:
        """The supergroup of this title, made when first asked for."""
        return self._place(title, "supergroup")

    def channel(self, title: str, *, username: str = "") -> Group:
        """The channel of this title, made when first asked for."""
        return self._place(title, "channel", username)

    def _place(self, title: str, kind: Kind, username: str = "") -> Group:
        if title not in self._groups:
            self._groups[title] = Group(self.world, title, kind, username=username)
        return self._groups[title]

    def redeliver(self, update_id: int) -> None:
        """Delivers an update again under its own id, even if it was confirmed."""
        self.world.updates.redeliver(update_id)

    def inject(self, update: dict[str, Any]) -> int:
        """Delivers any object as an update; returns its id."""
        return self.world.updates.push_raw(update)

    def fail(self, trouble: Trouble | str, **details: Unpack[Details]) -> Plan:
        """Plans a trouble for the next fitting calls; its `met` counts how often it happened."""
        plan = Plan(Trouble(trouble), **details)
        self.world.troubles.plans.append(plan)
        return plan

    def heal(self) -> None:
        """Cancels every planned trouble."""
        self.world.troubles.plans.clear()

    def start_outage(self) -> None:
        """Cuts every connection and takes no call until the outage ends."""
        self.is_out = self.world.webhook.paused = True
        self._cut_everything()

    def end_outage(self) -> None:
        """Serves again."""
        self.is_out = self.world.webhook.paused = False

    @asynccontextmanager
    async def outage(self) -> AsyncIterator[None]:
        """The server is away as long as the block runs."""
        self.start_outage()
        try:
            yield
        finally:
            self.end_outage()

    def take_faults(self) -> list[Fault]:
        """The faults so far, which are forgotten thereby."""
        faults, self.faults = self.faults, []
        return faults

    def _cut_everything(self) -> None:
        for transport in list(self._open):
            transport.abort()
        self.world.updates.end_poll("the server is away")

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        transport = request.transport
        if transport is None:
            return web.Response()
        self._open.add(transport)
        try:
            return await self._answer(request)
        except _CutError:
            transport.abort()
            return web.Response()
        finally:
            self._open.discard(transport)

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        if self.control and request.path.startswith("/control/"):
            return await answer_control(self, request)
        if self.is_out:
            raise _CutError
        try:
            _, first, *rest = request.path.split("/")
            if first == "file":
                return self._file(rest)
            result = await self._call(first, "/".join(rest), request)
        except ApiError as error:
            return self._refusal(error)
        body = b'{"ok":true,"result":' + orjson.dumps(result) + b"}"
        return web.Response(body=body, content_type="application/json")

    def _refusal(self, error: ApiError) -> web.Response:
        self.world.stats.errors[error.code] += 1
        answer: dict[str, Any] = {
            "ok": False,
            "error_code": error.code,
            "description": error.description,
        }
        if error.parameters:
            answer["parameters"] = error.parameters
        return web.Response(
            status=error.code, body=orjson.dumps(answer), content_type="application/json"
        )

    async def _call(self, bot: str, wanted: str, request: web.BaseRequest) -> object:
        if not bot.startswith("bot"):
            raise ApiError(404, "Not Found")
        if bot != f"bot{self.token}":
            raise ApiError(401, "Unauthorized")
        method = _NAMES.get(wanted.lower(), "")
        raw: dict[str, Any] = {}
        try:
            raw, form = await read_call(request)
            if not method:
                raise ApiError(404, "Not Found: method not found", fault=True)
            parameters = read_parameters(method, raw, form=form)
            return await self._perform(method, parameters)
        except ApiError as error:
            if error.fault:
                self.faults.append(Fault(method or wanted, raw, error.description))
            raise

    async def _perform(self, method: str, parameters: dict[str, Any]) -> object:
        self.world.stats.called(method)
        plan = self.world.troubles.pick(method, parameters.get("chat_id"))
        if plan:
            await self._befall(plan)
        if self.latency:
            await asyncio.sleep(self.latency / 2)
        if self.is_out:
            raise _CutError
        result = METHODS[method](self.world, parameters)
        if inspect.isawaitable(result):
            result = await result
        if self.latency:
            await asyncio.sleep(self.latency / 2)
        if self.is_out or (plan and plan.trouble is Trouble.LOST_ANSWER):
            raise _CutError
        return result

    async def _befall(self, plan: Plan) -> None:
        if plan.delay:
            await asyncio.sleep(plan.delay)
        if plan.trouble is Trouble.RESET:
            raise _CutError
        if plan.trouble is Trouble.ERROR:
            if plan.code == 429:
                raise too_many(plan.retry_after)
            reasons = {500: "Internal Server Error", 502: "Bad Gateway"}
            if plan.code == 403:
                raise forbidden("bot was blocked by the user")
            raise ApiError(plan.code, reasons.get(plan.code, "Bad Request: on demand"))

    def _file(self, rest: list[str]) -> web.Response:
        if rest[0] != f"bot{self.token}":
            raise ApiError(401, "Unauthorized")
        path = "/".join(rest[1:])
        for file in self.world.files.values():
            if file.path == path:
                return web.Response(body=file.data, content_type="application/octet-stream")
        raise ApiError(404, "Not Found")


def _request(
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: web.RequestHandler,
    writer: AbstractStreamWriter,
    task: asyncio.Task[None],
) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop, client_max_size=LARGEST_CALL
    )
