"""The methods of the platform, each with the parameters it has and the rules it keeps."""

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import aiohttp

from tests.zaloapi.world import Json, Refusal, Shown, World

TEXT_LIMIT = 2000
_PARAMETERS = {
    "getMe": (set(), set()),
    "getUpdates": (set(), {"timeout"}),
    "setWebhook": ({"url", "secret_token"}, set()),
    "testWebhook": (set(), set()),
    "getWebhookInfo": (set(), set()),
    "deleteWebhook": (set(), set()),
    "sendMessage": ({"chat_id", "text"}, {"parse_mode", "text_styles"}),
    "sendPhoto": ({"chat_id", "photo"}, {"caption"}),
}


async def perform(world: World, method: str, parameters: Json) -> object:
    """Makes one call; raises Refusal."""
    if method not in _PARAMETERS:
        raise Refusal(404, "Not Found: no such method", fault=True)
    needed, allowed = _PARAMETERS[method]
    if missing := needed - set(parameters):
        raise Refusal(400, f"Bad Request: {sorted(missing)} missing", fault=True)
    if unknown := set(parameters) - needed - allowed:
        # The real platform says nothing and does without.
        raise Refusal(400, f"Bad Request: {sorted(unknown)} unknown", fault=True)
    return await _METHODS[method](world, parameters)


async def _get_me(world: World, _: Json) -> object:
    return {
        "id": world.bot_id,
        "account_name": "bot.SinhHoat",
        "account_type": "BASIC",
        "can_join_groups": False,
    }


async def _get_updates(world: World, parameters: Json) -> object:
    if world.webhook_url:
        raise Refusal(400, "Bad Request: a webhook is set", fault=True)
    if world.polls:
        # A second poller would take away what the first then never sees.
        raise Refusal(400, "Bad Request: polled twice at once", fault=True)
    world.polls += 1
    try:
        async with asyncio.timeout(min(float(parameters.get("timeout", 30)), 30.0)):
            while not world.waiting:
                world.arrived.clear()
                await world.arrived.wait()
    except TimeoutError:
        raise Refusal(408, "Request timeout") from None
    finally:
        world.polls -= 1
    # Once read it is gone, whatever becomes of the reader.
    return world.waiting.popleft()


async def _set_webhook(world: World, parameters: Json) -> object:
    url, secret = str(parameters["url"]), str(parameters["secret_token"])
    # The real platform refuses plain http and private addresses; here nothing else can be had.
    if not urlsplit(url).hostname or not 8 <= len(secret) <= 256:
        raise Refusal(400, "Bad Request: url or secret_token", fault=True)
    world.webhook_url, world.webhook_secret, world.webhook_set_at = url, secret, world.now()
    return {
        "url": url,
        "updated_at": world.webhook_set_at,
        "verification": await probe(world),
    }


async def _test_webhook(world: World, _: Json) -> object:
    if not world.tests_left:
        raise Refusal(426, "Daily limit reached")
    world.tests_left -= 1
    return await probe(world)


async def probe(world: World) -> Json:
    """Asks the webhook for a sign of life."""
    answer = {"ok": False, "url": world.webhook_url, "outcome": "", "hint": ""}
    headers = {"X-Bot-Api-Secret-Token": world.webhook_secret}
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session,
            session.post(world.webhook_url, json={}, headers=headers) as response,
        ):
            outcome = "webhook.ok" if response.ok else f"webhook.http.{response.status}"
            return answer | {"ok": response.ok, "outcome": outcome}
    except (aiohttp.ClientError, OSError, TimeoutError):
        return answer | {"outcome": "webhook.err.unreachable"}


async def _get_webhook_info(world: World, _: Json) -> object:
    if not world.webhook_set_at:
        raise Refusal(404, "Not Found")
    return {"url": world.webhook_url, "updated_at": world.webhook_set_at}


async def _delete_webhook(world: World, _: Json) -> object:
    if not world.webhook_set_at:
        raise Refusal(404, "Not Found")
    world.webhook_url, world.webhook_set_at = "", world.now()
    return {"url": "", "updated_at": world.webhook_set_at}


async def _send_message(world: World, parameters: Json) -> object:
    text, chat = parameters["text"], _chat(world, parameters)
    _check_text(text)
    if "<" in text and parameters.get("parse_mode") == "html":
        raise Refusal(400, "Bad Request: nothing says how words are escaped", fault=True)
    return world.show(chat, Shown(text))


async def _send_photo(world: World, parameters: Json) -> object:
    caption, chat = parameters.get("caption"), _chat(world, parameters)
    if caption is not None:
        _check_text(caption)
    photo = await _download(str(parameters["photo"]))
    return world.show(chat, Shown(caption or "", photo))


def _chat(world: World, parameters: Json) -> str:
    chat = parameters["chat_id"]
    if not isinstance(chat, str):
        raise Refusal(400, "Bad Request: chat_id is a string", fault=True)
    if chat not in world.chats:
        raise Refusal(400, "Bad Request: chat not found")
    return chat


def _check_text(text: object) -> None:
    if not isinstance(text, str) or not text.strip():
        raise Refusal(400, "Bad Request: text is empty", fault=True)
    if len(text.encode("utf-16-le")) // 2 > TEXT_LIMIT:
        raise Refusal(400, "Bad Request: text is too long", fault=True)


async def _download(url: str) -> bytes:
    """Fetches a picture as the platform does, before anybody sees it."""
    try:
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            content = await response.read()
            if response.status != 200 or not response.content_type.startswith("image/"):
                raise Refusal(400, "Bad Request: no picture at this address")
            return content
    except (aiohttp.ClientError, ValueError) as lost:
        raise Refusal(400, "Bad Request: no picture at this address", fault=True) from lost


_METHODS: dict[str, Callable[[World, Json], Awaitable[object]]] = {
    "getMe": _get_me,
    "getUpdates": _get_updates,
    "setWebhook": _set_webhook,
    "testWebhook": _test_webhook,
    "getWebhookInfo": _get_webhook_info,
    "deleteWebhook": _delete_webhook,
    "sendMessage": _send_message,
    "sendPhoto": _send_photo,
}
