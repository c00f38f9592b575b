import socket
from collections.abc import Mapping, Sequence
from contextlib import closing

import httpx
import orjson
import pytest
from starlette.types import Receive, Scope, Send

from bot.web_server import build_site, open_port, watch_routes, webhook_routes
from channels.delivery import BODY_LIMIT, ReceivedUpdate
from channels.telegram.parse import Reader
from channels.telegram.webhook import Webhook
from channels.values import render_raw
from tests.directory import at

SECRET = "s3cret"
UPDATE = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 1_790_000_000,
        "chat": {"id": 5, "type": "private"},
        "from": {"id": 5, "is_bot": False, "first_name": "Lan"},
        "text": "xin chào",
    },
}


async def no_page(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b""})


class Office:
    """A site whose inbox is a list."""

    def __init__(self, *, client: str = "127.0.0.1", healthy: bool = True) -> None:
        self.stored: list[ReceivedUpdate] = []
        self.is_away = False
        reader = Reader(account="main", username="bot", channel="telegram")

        def read(update: object) -> ReceivedUpdate:
            return ReceivedUpdate(render_raw(update), reader.read(update, now=at(1)))

        async def store(batch: Sequence[ReceivedUpdate]) -> None:
            if self.is_away:
                raise ConnectionError
            self.stored.extend(batch)

        async def health() -> Mapping[str, object]:
            return {"ok": healthy}

        routes = [
            *webhook_routes("telegram", {"main": Webhook(SECRET, read)}, {"main": store}),
            *watch_routes(health, token="metrics-token"),
        ]
        transport = httpx.ASGITransport(build_site(routes, no_page), client=(client, 1))
        self.browser = httpx.AsyncClient(transport=transport, base_url="http://localhost")

    async def push(
        self, secret: str | None, body: bytes = orjson.dumps(UPDATE), name: str = ""
    ) -> int:
        headers = {} if secret is None else {Webhook.header: secret}
        path = f"/telegram/webhook{name}"
        return (await self.browser.post(path, content=body, headers=headers)).status_code

    async def get(self, path: str, **headers: str) -> int:
        return (await self.browser.get(path, headers=headers)).status_code


async def test_a_pushed_update_is_stored_before_it_is_acknowledged() -> None:
    office = Office()
    assert await office.push(SECRET) == 200
    assert await office.push(SECRET, name="/main") == 200
    assert [one.inbound.text for one in office.stored] == ["xin chào", "xin chào"]
    office.is_away = True
    assert await office.push(SECRET) == 503


@pytest.mark.parametrize("secret", [None, "", "wrong", "s3cret2"])
async def test_without_the_secret_nothing_is_stored(secret: str | None) -> None:
    office = Office()
    assert await office.push(secret) == 403
    assert office.stored == []


async def test_a_body_that_is_no_update_is_refused() -> None:
    office = Office()
    assert await office.push(SECRET, b"not json") == 400
    assert await office.push(SECRET, b"x" * (BODY_LIMIT + 1)) == 413
    assert await office.push(SECRET, name="/unknown") == 404
    assert office.stored == []


@pytest.mark.parametrize(("healthy", "status"), [(True, 200), (False, 503)])
async def test_health_says_whether_the_database_answers(healthy: bool, status: int) -> None:
    assert await Office(healthy=healthy).get("/healthz") == status


async def test_figures_are_for_this_machine_or_for_the_token() -> None:
    assert await Office().get("/metrics") == 200
    behind_proxy = {"x-forwarded-for": "203.0.113.9"}
    assert await Office().get("/metrics", **behind_proxy) == 403
    stranger = Office(client="203.0.113.9")
    assert await stranger.get("/metrics") == 403
    assert await stranger.get("/metrics", authorization="Bearer wrong") == 403
    assert await stranger.get("/metrics", authorization="Bearer metrics-token") == 200


def test_a_busy_port_is_answered_by_the_next_free_one() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as busy:
        port = busy.getsockname()[1]
        with closing(open_port("127.0.0.1", port, move_on=True)) as other:
            assert other.getsockname()[1] > port
        with pytest.raises(OSError, match="in use"):
            open_port("127.0.0.1", port, move_on=False)
