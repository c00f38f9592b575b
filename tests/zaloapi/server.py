"""The server and its driver: `async with ZaloApi() as api:` gives `api.url` and `api.token`."""

from types import TracebackType
from typing import Any, Self

import orjson
from aiohttp import web

from tests.zaloapi.methods import perform
from tests.zaloapi.people import ZaloPhone
from tests.zaloapi.webhook import Pusher
from tests.zaloapi.world import Fault, Json, Refusal, Trouble, World


class ZaloApi:
    """A local Bot Platform and the people who write to its one bot.

    Refusals come with HTTP 200 as the documents have it, or, if `plain_errors`, with their own
    status, as was seen live.
    """

    def __init__(self, *, plain_errors: bool = False) -> None:
        self.world = World()
        self.pusher = Pusher(self.world)
        self.world.push = self.pusher.push
        self.plain_errors = plain_errors
        self._people: dict[str, ZaloPhone] = {}
        self._port = 0
        app = web.Application(client_max_size=2**22)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/media/{name}", self._media)
        self._runner = web.AppRunner(
            app, access_log=None, shutdown_timeout=0.2, handler_cancellation=True
        )

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.pusher.stop()
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def token(self) -> str:
        return self.world.token

    @property
    def faults(self) -> list[Fault]:
        return self.world.faults

    def phone(self, name: str) -> ZaloPhone:
        """The person of this name, made when first asked for."""
        if name not in self._people:
            self._people[name] = ZaloPhone(self.world, self.url, name)
        return self._people[name]

    def fail(self, method: str = "", **details: Any) -> Trouble:
        """Plans a trouble for the next calls of a method."""
        plan = Trouble(method, **details)
        self.world.troubles.append(plan)
        return plan

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return self._refuse(Refusal(401, "Unauthorized"))
        self.world.calls[method] += 1
        plan = self.world.trouble(method)
        if plan is not None:
            return self._befall(plan, request)
        parameters: Json = {}
        try:
            parameters = await _read(request)
            result = await perform(self.world, method, parameters)
        except Refusal as refusal:
            if refusal.fault:
                self.faults.append(Fault(method, parameters, refusal.description))
            return self._refuse(refusal)
        answer = {"ok": True, "result": result}
        return web.Response(body=orjson.dumps(answer), content_type="application/json")

    def _befall(self, plan: Trouble, request: web.Request) -> web.StreamResponse:
        if plan.page:
            body = f"{plan.page} {request.url}"
            return web.Response(status=plan.code, text=body)
        if plan.code:
            return self._refuse(Refusal(plan.code, "on demand"))
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    def _refuse(self, refusal: Refusal) -> web.Response:
        # The daily limit of `testWebhook` is spelled its own way.
        name = "errorCode" if refusal.code == 426 else "error_code"
        answer = {"ok": False, "description": refusal.description, name: refusal.code}
        status = refusal.code if self.plain_errors else 200
        return web.Response(
            status=status, body=orjson.dumps(answer), content_type="application/json"
        )

    async def _media(self, request: web.Request) -> web.Response:
        content = self.world.media.get(request.match_info["name"])
        if content is None:
            return web.Response(status=404)
        is_picture = content.startswith(b"\xff\xd8")
        kind = "image/jpeg" if is_picture else "application/octet-stream"
        return web.Response(body=content, content_type=kind)


async def _read(request: web.Request) -> Json:
    query: Json = dict(request.query)
    if request.content_type == "application/json":
        try:
            found = orjson.loads(await request.read() or b"{}")
        except orjson.JSONDecodeError:
            raise Refusal(400, "Bad Request: no JSON", fault=True) from None
        return query | found if isinstance(found, dict) else query
    return query | {name: str(value) for name, value in (await request.post()).items()}
