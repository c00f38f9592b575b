"""What a person sees and does."""

import asyncio
from datetime import UTC, datetime

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    Update,
)

from tests.botapi import BotApi, Person, Press, Said


def markup(*keys: str) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(key.upper(), callback_data=f"p1:{key}") for key in keys]
    return InlineKeyboardMarkup([row])


@pytest.mark.parametrize("wanted", ["YES", "p1:yes", "yes"])
async def test_a_button_is_found_by_its_label_its_data_or_its_key(
    bot: Bot, an: Person, wanted: str
) -> None:
    await bot.send_message(an.id, "cũ", reply_markup=markup("yes"))
    new = await bot.send_message(an.id, "mới", reply_markup=markup("yes", "no"))
    press = await an.press(wanted)
    assert isinstance(press, Press)
    assert (press.message_id, press.data) == (new.message_id, "p1:yes")
    with pytest.raises(LookupError, match="sees no button"):
        await an.press("maybe")


async def test_a_press_on_a_message_that_is_gone_carries_only_its_id(bot: Bot, an: Person) -> None:
    sent = await bot.send_message(an.id, "a", reply_markup=markup("yes"))
    await bot.delete_message(an.id, sent.message_id)
    assert [seen.text for seen in an.chat] == ["/start"]
    await an.press_on(sent.message_id, "p1:yes")
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.message is not None
    assert not query.message.is_accessible
    await query.answer("Đã cũ", show_alert=True)


async def test_the_answer_to_a_press_can_be_awaited(bot: Bot, an: Person) -> None:
    press = await an.press_on(1, "x")
    waiting = asyncio.create_task(press.answered.wait())
    await bot.answer_callback_query(press.id, "Đã ghi", show_alert=True)
    await waiting
    assert (press.text, press.alert) == ("Đã ghi", True)


async def test_a_button_of_the_reply_keyboard_is_typed(bot: Bot, an: Person) -> None:
    await bot.send_message(an.id, "a", reply_markup=ReplyKeyboardMarkup([["Báo cáo"]]))
    assert isinstance(await an.press("Báo cáo"), Said)
    assert an.last.text == "Báo cáo"


async def test_waiting_looks_only_at_what_came_after_the_last_action(bot: Bot, an: Person) -> None:
    await bot.send_message(an.id, "cũ")
    await an.send("tiếp")
    with pytest.raises(TimeoutError, match="waited"):
        await an.wait_for("cũ", timeout=0.01)
    assert (await an.wait_for("cũ", timeout=0.01, since=0)).text == "cũ"
    waiting = asyncio.create_task(an.wait_for(lambda seen: seen.text == "mới"))
    await bot.send_message(an.id, "mới")
    assert (await waiting).text == "mới"
    await an.wait_until(lambda chat: len(chat) == 4)


async def test_who_blocked_the_bot_says_nothing_until_unblocking(an: Person) -> None:
    await an.block()
    with pytest.raises(RuntimeError, match="blocked"):
        await an.send("a")
    await an.unblock()
    assert (await an.send("a")).update_id


async def test_a_message_keeps_the_time_at_which_it_was_typed(bot: Bot, an: Person) -> None:
    typed = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)
    await an.send("muộn", date=typed)
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.date == typed


async def test_any_object_can_be_injected(api: BotApi, bot: Bot) -> None:
    update_id = api.inject({"poll_answer": {"strange": True}})
    with pytest.raises(TypeError):
        await bot.get_updates()
    api.world.updates.delivered(update_id)
    api.inject({"update_id": 7})
    assert await bot.get_updates() == (Update(7),)
