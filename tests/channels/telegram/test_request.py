import asyncio
import logging

import pytest
from telegram import InputFile
from telegram.error import NetworkError, TelegramError, TimedOut

from channels.telegram.client import TelegramClient
from channels.telegram.errors import ApiRefusal
from channels.telegram.request import AiohttpRequest
from tests.channels.telegram.stub import SHOWN, TOKEN, Stub, connected, refusal
from tests.channels.telegram.updates import Json


async def test_parameters_travel_as_json_with_nested_values_as_they_are(stub: Stub) -> None:
    stub.answers["sendMessage"] = [SHOWN]
    keyboard = {"inline_keyboard": [[{"text": "Có", "callback_data": "1:a"}]]}
    async with connected(stub.url) as client:
        result = await client.call("sendMessage", chat_id=5, text="Chào", reply_markup=keyboard)
        await client.call("sendMessage", chat_id=5, text="Chào", reply_markup=None)
    assert result == SHOWN
    assert stub.calls[0] == (
        "sendMessage",
        {"chat_id": 5, "text": "Chào", "reply_markup": keyboard},
    )
    assert "reply_markup" not in stub.calls[1][1]


async def test_files_are_uploaded_as_multipart(stub: Stub) -> None:
    stub.answers["sendPhoto"] = [SHOWN]
    content = b"\xff\xd8\xff" + bytes(3_000_000)
    async with connected(stub.url) as client:
        photo = InputFile(content, filename="ảnh.jpg")
        await client.call("sendPhoto", chat_id=5, photo=photo, caption="Biên bản")
    assert stub.asked("sendPhoto") == [{"chat_id": "5", "caption": "Biên bản", "photo": "ảnh.jpg"}]
    assert stub.files["photo"] == content


async def test_the_librarys_own_methods_work_on_this_transport(stub: Stub) -> None:
    async with connected(stub.url) as client:
        me = await client.get_me()
    assert me.username == "sinhhoat_bot"


async def test_a_refusal_carries_code_words_and_parameters(stub: Stub) -> None:
    stub.answers["sendMessage"] = [refusal(429, "Too Many Requests: retry", retry_after=7)]
    async with connected(stub.url) as client:
        with pytest.raises(ApiRefusal) as caught:
            await client.call("sendMessage", chat_id=5, text="x")
    assert (caught.value.code, caught.value.retry_after) == (429, 7.0)
    assert caught.value.description == "too many requests: retry"


async def test_a_gateway_page_is_a_refusal_without_words(stub: Stub) -> None:
    page = refusal(502, "")
    page.body = b"<html>Bad Gateway</html>"
    stub.answers["getMe"] = [page]
    async with connected(stub.url) as client:
        with pytest.raises(ApiRefusal, match="502"):
            await client.call("getMe")


async def test_a_server_that_is_not_there_is_a_network_error_without_the_token(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    async with connected("http://127.0.0.1:1") as client:
        with pytest.raises(NetworkError) as caught:
            await client.call("getMe")
    assert TOKEN not in repr(caught.value) + caplog.text
    assert caught.value.__cause__ is None


async def test_an_address_that_is_none_is_told_without_the_token() -> None:
    async with connected("http://[broken") as client:
        with pytest.raises(NetworkError) as caught:
            await client.call("getMe")
    assert TOKEN not in str(caught.value)


async def test_silence_is_a_time_out() -> None:
    over = asyncio.Event()

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()
        await writer.wait_closed()
        over.set()

    silent = await asyncio.start_server(say_nothing, "127.0.0.1")
    port = silent.sockets[0].getsockname()[1]
    request = AiohttpRequest(read_timeout=0.02)
    try:
        with pytest.raises(TimedOut):
            await request.post(f"http://127.0.0.1:{port}/bot{TOKEN}/getMe")
    finally:
        await request.shutdown()
        await over.wait()
        silent.close()


async def test_words_that_cannot_be_encoded_are_refused_for_good(stub: Stub) -> None:
    async with connected(stub.url) as client:
        with pytest.raises(ApiRefusal, match="400"):
            await client.call("sendMessage", chat_id=5, text="\ud800")


@pytest.mark.parametrize("payload", [b"", b"[]", b"{}", b"{" * 100_000])
def test_an_answer_that_is_none_is_an_error_of_the_library(payload: bytes) -> None:
    with pytest.raises(TelegramError):
        AiohttpRequest.parse_json_payload(payload)


def test_broken_characters_do_not_spoil_the_answer_around_them() -> None:
    answer: Json = AiohttpRequest.parse_json_payload(b'{"ok":true,"result":["\\ud800"]}')
    assert answer["result"] == ["\ud800"]


def test_a_proxy_that_cannot_be_used_is_refused_at_the_start() -> None:
    with pytest.raises(ValueError, match="http://"):
        TelegramClient(TOKEN, proxy="socks5://127.0.0.1:1080")


async def test_calls_go_through_the_proxy(stub: Stub) -> None:
    client = TelegramClient(TOKEN, api_url="http://telegram.invalid", proxy=stub.url)
    try:
        assert (await client.call("getMe"))["username"] == "sinhhoat_bot"
    finally:
        await client.close_connections()
