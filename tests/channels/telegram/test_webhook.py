from collections.abc import Sequence

import orjson
import pytest

from channels.delivery import BODY_LIMIT, ReceivedUpdate
from channels.telegram.channel import TelegramChannel
from channels.telegram.errors import TokenRejected
from channels.telegram.parse import ALLOWED_UPDATES
from domain.inbound import InboundKind
from tests.channels.telegram.stub import Stub, refusal
from tests.channels.telegram.updates import message

BODY = orjson.dumps(message(text="28/32"))
SECRET = "a-Secret_1"


class Inbox:
    def __init__(self) -> None:
        self.rows: list[ReceivedUpdate] = []

    async def store(self, received: Sequence[ReceivedUpdate]) -> None:
        self.rows.extend(received)


async def broken(received: Sequence[ReceivedUpdate]) -> None:
    raise ConnectionError("the database is away")


async def test_a_pushed_update_is_acknowledged_after_it_is_stored(
    channel: TelegramChannel,
) -> None:
    inbox = Inbox()
    assert await channel.webhook(SECRET).handle(BODY, SECRET, inbox.store) == 200
    assert [row.inbound.text for row in inbox.rows] == ["28/32"]


async def test_while_the_store_fails_telegram_is_asked_to_come_again(
    channel: TelegramChannel,
) -> None:
    assert await channel.webhook(SECRET).handle(BODY, SECRET, broken) == 503


@pytest.mark.parametrize("secret", [None, "", "wrong", "a-Secret_", "đ"])
async def test_without_the_secret_nothing_is_taken(
    channel: TelegramChannel, secret: str | None
) -> None:
    inbox = Inbox()
    assert await channel.webhook(SECRET).handle(BODY, secret, inbox.store) == 403
    assert inbox.rows == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"not json", 400),
        (b"[1]", 400),
        (b"\xff\xfe", 400),
        (b" " * (BODY_LIMIT + 1), 413),
    ],
)
async def test_what_is_no_update_is_turned_away(
    channel: TelegramChannel, body: bytes, status: int
) -> None:
    inbox = Inbox()
    assert await channel.webhook(SECRET).handle(body, SECRET, inbox.store) == status
    assert inbox.rows == []


@pytest.mark.parametrize("body", [b'{"update_id":1,"message":{"text":"\\ud800"}}', b'{"x":1}'])
async def test_an_object_that_cannot_be_used_is_stored_all_the_same(
    channel: TelegramChannel, body: bytes
) -> None:
    inbox = Inbox()
    assert await channel.webhook(SECRET).handle(body, SECRET, inbox.store) == 200
    assert inbox.rows[0].inbound.kind in (InboundKind.UNSUPPORTED, InboundKind.TEXT)


@pytest.mark.parametrize("secret", ["", "có dấu", "a b", "x" * 257])
async def test_a_secret_is_required_and_has_telegrams_shape(
    channel: TelegramChannel, secret: str
) -> None:
    with pytest.raises(ValueError, match="secret"):
        channel.webhook(secret)
    with pytest.raises(ValueError, match="secret"):
        await channel.set_webhook("https://example.org/telegram/webhook", secret)


async def test_the_webhook_is_set_as_soon_as_telegram_answers(
    stub: Stub, channel: TelegramChannel
) -> None:
    stub.answers["setWebhook"] = [refusal(502, "Bad Gateway"), True]
    await channel.set_webhook("https://example.org/telegram/webhook", SECRET)
    assert stub.asked("setWebhook")[-1] == {
        "url": "https://example.org/telegram/webhook",
        "secret_token": SECRET,
        "allowed_updates": list(ALLOWED_UPDATES),
    }
    assert channel.username == "sinhhoat_bot"


async def test_a_rejected_token_is_told_at_the_start(stub: Stub, channel: TelegramChannel) -> None:
    stub.answers["getMe"] = [refusal(401, "Unauthorized")]
    with pytest.raises(TokenRejected):
        await channel.set_webhook("https://example.org/telegram/webhook", SECRET)
