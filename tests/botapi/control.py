"""The driver over HTTP: POST /control/<api | user:Name | group:Title | channel:Title>/<verb>."""

import inspect
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

import aiohttp
import orjson
from aiohttp import web

from tests.botapi.groups import Group
from tests.botapi.people import Person
from tests.botapi.world import Press

if TYPE_CHECKING:
    from tests.botapi.server import BotApi


async def answer_control(api: "BotApi", request: web.BaseRequest) -> web.Response:
    """Does one verb of the driver and answers its result as JSON, or 400 with the reason."""
    _, _, target, verb = request.path.split("/")
    body = orjson.loads(await request.read() or b"{}")
    try:
        found = await _do(api, _target(api, target), verb, body)
        return web.Response(body=_dump(found), content_type="application/json")
    except (LookupError, TypeError, ValueError, TimeoutError, AttributeError) as error:
        answer = {"error": type(error).__name__, "reason": str(error)}
        return web.Response(status=400, body=orjson.dumps(answer), content_type="application/json")


def _target(api: "BotApi", name: str) -> object:
    kind, _, own_name = name.partition(":")
    if kind == "api":
        return api
    if kind not in ("user", "group", "supergroup", "channel"):
        raise LookupError(f"no such thing as {kind}")
    return getattr(api, kind)(own_name)


async def _do(api: "BotApi", target: object, verb: str, body: dict[str, Any]) -> object:
    if verb.startswith("_"):
        raise LookupError(verb)
    if target is api and verb == "stats":
        return api.world.stats
    if target is api and verb == "set":
        for name, value in body["kwargs"].items():
            _set(api, name, value)
        return None
    found = getattr(target, verb)
    if not callable(found):
        return found
    arguments = {key: _thing(api, value) for key, value in body.get("kwargs", {}).items()}
    result = found(*[_thing(api, value) for value in body.get("args", [])], **arguments)
    return await result if inspect.isawaitable(result) else result


def _set(api: "BotApi", name: str, value: object) -> None:
    holder = {"limits": api.world.limits, "callback_lifetime": api.world}.get(name, api)
    setattr(holder, "on" if name == "limits" else name, value)


def _thing(api: "BotApi", value: object) -> object:
    named = isinstance(value, str) and value.startswith(("user:", "group:", "channel:"))
    return _target(api, str(value)) if named else value


def _dump(found: object) -> bytes:
    return orjson.dumps(found, default=_plain, option=orjson.OPT_NON_STR_KEYS)


def _plain(value: object) -> object:
    if isinstance(value, (Person, Group)):
        return {"id": value.id}
    if isinstance(value, Press):
        return {"id": value.id, "update_id": value.update_id, "text": value.text}
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return repr(value)


class Remote:
    """The same driver for a server in another process: `await remote("user:An").send("…")`."""

    def __init__(self, url: str, session: aiohttp.ClientSession, target: str = "api") -> None:
        self._url, self._session, self._target = url, session, target

    def __call__(self, target: str) -> "Remote":
        return Remote(self._url, self._session, target)

    def __getattr__(self, verb: str) -> "_Verb":
        return _Verb(self._session, f"{self._url}/control/{self._target}/{verb}")


class _Verb:
    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session, self._url = session, url

    async def __call__(self, *args: object, **kwargs: object) -> Any:
        body = orjson.dumps({"args": args, "kwargs": kwargs})
        async with self._session.post(self._url, data=body) as answer:
            found = orjson.loads(await answer.read())
        if answer.status != 200:
            raise RuntimeError(f"{found['error']}: {found['reason']}")
        return found
