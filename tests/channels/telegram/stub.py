"""A Bot API that answers from a script and remembers what it was asked."""

from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson
from aiohttp import web
from aiohttp.test_utils import TestServer

from channels.telegram.client import TelegramClient
from tests.channels.telegram.updates import DATE, Json

TOKEN = "123456789:" + "AbC-_" * 7
SHOWN: Json = {"message_id": 77, "date": DATE, "chat": {"id": 1001, "type": "private"}}
ME: Json = {"id": 77, "is_bot": True, "first_name": "B", "username": "sinhhoat_bot"}


@dataclass
class Stub:
    """Answers by method, each used once, the last one again and again."""

    answers: dict[str, list[Any]] = field(
        default_factory=lambda: defaultdict(list, getMe=[ME], deleteWebhook=[True])
    )
    calls: list[tuple[str, Json]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    url: str = ""

    def asked(self, method: str) -> list[Json]:
        return [parameters for name, parameters in self.calls if name == method]

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.calls.append((method, await self._parameters(request)))
        script = self.answers[method]
        found = script.pop(0) if len(script) > 1 else script[0]
        if isinstance(found, web.Response):
            return web.Response(status=found.status, body=found.body)
        return web.json_response({"ok": True, "result": found})

    async def _parameters(self, request: web.Request) -> Json:
        if request.content_type == "application/json":
            return dict(orjson.loads(await request.read()))
        parameters: Json = {}
        for name, value in (await request.post()).items():
            parameters[name] = value
            if isinstance(value, web.FileField):
                self.files[name] = value.file.read()
                parameters[name] = value.filename
        return parameters

    async def download(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["path"])
        return web.Response(status=404 if content is None else 200, body=content or b"{}")


def refusal(code: int, description: str, **parameters: int) -> web.Response:
    body = {"ok": False, "error_code": code, "description": description}
    return web.Response(
        status=code, body=orjson.dumps(body | ({"parameters": parameters} if parameters else {}))
    )


@asynccontextmanager
async def running_stub() -> AsyncIterator[Stub]:
    stub = Stub()
    app = web.Application(client_max_size=2**26)
    app.router.add_route("*", f"/file/bot{TOKEN}/{{path:.*}}", stub.download)
    app.router.add_post(f"/bot{TOKEN}/{{method}}", stub.answer)
    async with TestServer(app) as server:
        stub.url = str(server.make_url("")).rstrip("/")
        yield stub


@asynccontextmanager
async def connected(url: str, *, token: str = TOKEN) -> AsyncIterator[TelegramClient]:
    client = TelegramClient(token, api_url=url)
    try:
        yield client
    finally:
        await client.close_connections()
