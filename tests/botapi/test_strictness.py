"""What the server refuses, in Telegram's words; each rule once."""

from collections.abc import Callable
from typing import Any

import aiohttp
import pytest

from tests.botapi import BotApi, Person, World
from tests.botapi.conftest import Clock

Parameters = dict[str, Any]


async def call(api: BotApi, method: str, **parameters: object) -> dict[str, Any]:
    address = f"{api.url}/bot{api.token}/{method}"
    async with aiohttp.ClientSession() as web, web.post(address, json=parameters) as answer:
        found: dict[str, Any] = await answer.json()
        assert found.get("error_code", 200) == answer.status
    return found


async def complaint(api: BotApi, method: str, **parameters: object) -> str:
    answer = await call(api, method, **parameters)
    assert not answer["ok"]
    return f"{answer['error_code']} {answer['description']}"


def buttons(*rows: list[Parameters]) -> Parameters:
    return {"inline_keyboard": list(rows)}


def button(text: str = "Có", data: str = "y") -> Parameters:
    return {"text": text, "callback_data": data}


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"text": "a", "colour": "red"}, "has no parameter colour"),
        ({}, "needs parameter text"),
        ({"text": 5}, "must be String"),
        ({"text": "a", "reply_markup": {"inline_keyboard": [["x"]]}}, "must be an object"),
        ({"text": "a", "reply_markup": {"inline_keyboard": [[{}]]}}, "needs parameter text"),
        ({"text": "  \n"}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "👍" * 2048 + "a"}, "message is too long"),
        (
            {"text": "a", "reply_markup": buttons([button(data="ấ" * 21 + "aa")])},
            "BUTTON_DATA_INVALID",
        ),
        ({"text": "a", "reply_markup": buttons([button(data="")])}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "reply_markup": buttons([button("")])}, "must be non-empty"),
        ({"text": "a", "reply_markup": buttons([{"text": "a"}])}, "Text buttons are unallowed"),
        ({"text": "a", "reply_markup": buttons([button()] * 101)}, "REPLY_MARKUP_TOO_LONG"),
        ({"text": "a", "parse_mode": "wiki"}, "unsupported parse_mode"),
        ({"text": "<p>a</p>", "parse_mode": "HTML"}, 'Unsupported start tag "p" at byte offset 0'),
        ({"text": "a < b", "parse_mode": "HTML"}, 'Unsupported start tag "" at byte offset 2'),
        ({"text": "<b>a", "parse_mode": "HTML"}, "Can't find end tag"),
        ({"text": "<b><i>ạ</b></i>", "parse_mode": "HTML"}, "Unmatched end tag at byte offset 9"),
        ({"text": "a</b>", "parse_mode": "HTML"}, "Unexpected end tag at byte offset 1"),
        ({"text": "a <b", "parse_mode": "HTML"}, "Unclosed start tag at byte offset 2"),
    ],
)
async def test_a_malformed_message_is_refused_and_noted(
    api: BotApi, an: Person, parameters: Parameters, reason: str
) -> None:
    assert reason in await complaint(api, "sendMessage", chat_id=an.id, **parameters)
    assert [reason in fault.description for fault in api.take_faults()] == [True]
    assert len(an.chat) == 1


async def test_what_is_just_within_the_limits_is_taken(api: BotApi, an: Person) -> None:
    markup = buttons(*[[button(data="x" * 64)]] * 100)
    sent = await call(api, "sendMessage", chat_id=an.id, text="👍" * 2048, reply_markup=markup)
    assert sent["ok"]
    fish = await call(
        api, "sendMessage", chat_id=an.id, text="<b>Tôm</b> & cá &lt; 5", parse_mode="HTML"
    )
    assert fish["result"]["text"] == "Tôm & cá < 5"
    assert an.last.html == "<b>Tôm</b> &amp; cá &lt; 5"
    assert api.faults == []


async def test_a_caption_holds_at_most_1024_units(api: BotApi, an: Person) -> None:
    photo = (await an.send_photo()).message_id
    file_id = an.private.messages[photo]["photo"][0]["file_id"]
    said = await complaint(api, "sendPhoto", chat_id=an.id, photo=file_id, caption="a" * 1025)
    assert "message caption is too long" in said


async def test_edits_are_refused_when_nothing_changes_or_nothing_is_there(
    api: BotApi, an: Person
) -> None:
    markup = buttons([button()])
    sent = await call(api, "sendMessage", chat_id=an.id, text="a", reply_markup=markup)
    where = {"chat_id": an.id, "message_id": sent["result"]["message_id"]}
    same = await complaint(api, "editMessageText", text="a", reply_markup=markup, **where)
    assert "message is not modified" in same
    assert "message is not modified" in await complaint(
        api, "editMessageReplyMarkup", reply_markup=markup, **where
    )
    assert (await call(api, "editMessageText", text="a", **where))["ok"]
    assert an.last.buttons == []
    own = {"chat_id": an.id, "message_id": an.chat[0].id}
    assert "message can't be edited" in await complaint(api, "editMessageText", text="b", **own)
    assert (await call(api, "deleteMessage", **where))["ok"]
    assert "to edit not found" in await complaint(api, "editMessageText", text="b", **where)
    assert "to delete not found" in await complaint(api, "deleteMessage", **where)
    assert api.faults == []


async def test_an_old_message_or_another_members_cannot_be_deleted(clock: Clock) -> None:
    wall = Clock()
    async with BotApi(world=World(clock=clock, wall_clock=wall)) as api:
        an, group = api.user("An"), api.group("Ấp 1")
        said = await an.send("/start")
        await group.add_bot(an)
        posted = await group.post("/chao", by=an)
        wall.now += 172_801
        old = {"chat_id": an.id, "message_id": said.message_id}
        assert "deleted for everyone" in await complaint(api, "deleteMessage", **old)
        other = {"chat_id": group.id, "message_id": posted.message_id}
        assert "can't be deleted" in await complaint(api, "deleteMessage", **other)
        await group.promote_bot(an)
        assert (await call(api, "deleteMessage", **other))["ok"]


async def test_a_tap_is_answered_once_and_in_time(api: BotApi, an: Person, clock: Clock) -> None:
    async def answer(query: str) -> dict[str, Any]:
        return await call(api, "answerCallbackQuery", callback_query_id=query)

    press, late = await an.press_on(1, "a"), await an.press_on(1, "b")
    assert (await answer(press.id))["ok"]
    assert "query is too old" in (await answer(press.id))["description"]
    clock.now += 16
    for query in (late.id, "777"):
        assert "query is too old" in (await answer(query))["description"]


async def test_the_bot_reaches_only_who_lets_it(api: BotApi, an: Person) -> None:
    async def speak(chat_id: int) -> str:
        return await complaint(api, "sendMessage", chat_id=chat_id, text="a")

    await an.block()
    assert await speak(an.id) == "403 Forbidden: bot was blocked by the user"
    binh = api.user("Bình")
    assert await speak(binh.id) == "403 Forbidden: bot can't initiate conversation with a user"
    assert await speak(42) == "400 Bad Request: chat not found"
    group, channel = api.group("Ấp 1"), api.channel("Khu vực")
    assert await speak(group.id) == "403 Forbidden: bot is not a member of the group chat"
    await group.add_bot(binh)
    await group.remove_bot(binh)
    assert await speak(group.id) == "403 Forbidden: bot was kicked from the group chat"
    await channel.add_bot(binh)
    assert "need administrator rights" in await speak(channel.id)


async def test_a_migrated_group_tells_its_new_id(api: BotApi, an: Person) -> None:
    group = api.group("Ấp 1")
    await group.add_bot(an)
    new = await group.migrate_to_supergroup(an)
    answer = await call(api, "sendMessage", chat_id=group.id, text="a")
    assert answer["error_code"] == 400
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    assert (await call(api, "sendMessage", chat_id=new.id, text="a"))["ok"]


async def test_a_wrong_token_and_an_unknown_method_are_refused(api: BotApi) -> None:
    async with aiohttp.ClientSession() as web, web.get(f"{api.url}/bot1:x/getMe") as answer:
        assert answer.status == 401
    assert await complaint(api, "sendPigeon") == "404 Not Found: method not found"
    assert len(api.take_faults()) == 1


async def test_a_bot_without_rights_hears_only_commands_in_a_group(
    api: BotApi, an: Person
) -> None:
    group = api.group("Ấp 1")
    await group.add_bot(an)
    assert (await group.post("mã 123", by=an)).update_id is None
    assert (await group.post("/start", by=an)).update_id is not None
    await group.promote_bot(an)
    assert (await group.post("mã 123", by=an)).update_id is not None


@pytest.mark.parametrize("encode", [lambda p: {"json": p}, lambda p: {"data": p}])
async def test_json_and_forms_are_read_alike(
    api: BotApi, an: Person, encode: Callable[[Parameters], Parameters]
) -> None:
    form = {"chat_id": str(an.id), "text": "5", "disable_notification": "true"}
    body = encode(form)
    if "json" in body:
        body["json"] = {"chat_id": an.id, "text": "5", "disable_notification": True}
    address = f"{api.url}/bot{api.token}/sendMessage"
    async with aiohttp.ClientSession() as web, web.post(address, **body) as answer:
        assert answer.status == 200
    assert an.last.text == "5"
