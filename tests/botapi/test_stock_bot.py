"""A bot written with python-telegram-bot alone, unaware that the server is not Telegram's."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from tests.botapi import BotApi, Press

Context = ContextTypes.DEFAULT_TYPE
App = Application[Any, Any, Any, Any, Any, Any]


async def greet(update: Update, _context: Context) -> None:
    assert update.message is not None
    keyboard = [[InlineKeyboardButton("Có", callback_data="q1:yes")]]
    await update.message.reply_html(
        "Đồng chí có họp <b>tối nay</b> không?", reply_markup=InlineKeyboardMarkup(keyboard)
    )


async def echo(update: Update, _context: Context) -> None:
    assert update.message is not None
    await update.message.reply_text(f"Đã nghe: {update.message.text}")


async def agree(update: Update, _context: Context) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("Đã ghi")
    await update.callback_query.edit_message_text("Tối nay họp.")


def stock_bot(api: BotApi) -> App:
    builder = ApplicationBuilder().token(api.token)
    app = builder.base_url(f"{api.url}/bot").base_file_url(api.file_url).build()
    app.add_handler(CommandHandler("start", greet))
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.add_handler(CallbackQueryHandler(agree))
    return app


@asynccontextmanager
async def by_polling(api: BotApi) -> AsyncIterator[App]:
    app = stock_bot(api)
    async with app:
        assert app.updater is not None
        await app.start()
        await app.updater.start_polling(timeout=1)
        yield app
        await app.updater.stop()
        await app.stop()


@asynccontextmanager
async def by_webhook(api: BotApi) -> AsyncIterator[App]:
    """The library's own web server needs tornado, so a few lines of ours take the updates."""
    app = stock_bot(api)
    secrets: list[str | None] = []

    async def take(request: web.BaseRequest) -> web.Response:
        secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if len(secrets) == 1:
            return web.Response(status=500)
        await app.update_queue.put(Update.de_json(await request.json(), app.bot))
        return web.Response()

    runner = web.ServerRunner(web.Server(take))
    await runner.setup()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    await web.TCPSite(runner, "127.0.0.1", port).start()
    async with app:
        await app.start()
        await app.bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="s3cret")
        yield app
        await app.bot.delete_webhook()
        await app.stop()
    await runner.cleanup()
    assert set(secrets) == {"s3cret"}


@pytest.mark.parametrize("connect", [by_polling, by_webhook])
async def test_a_talk_with_buttons_goes_through(api: BotApi, connect: Any) -> None:
    an = api.user("An")
    async with connect(api):
        await an.send("/start")
        question = await an.wait_for("họp")
        assert question.html == "Đồng chí có họp <b>tối nay</b> không?"
        assert question.labels == [["Có"]]
        press = await an.press("yes")
        changed = await an.wait_for("Tối nay họp.")
        await an.send("cảm ơn")
        await an.wait_for("Đã nghe: cảm ơn")
    assert isinstance(press, Press)
    assert press.text == "Đã ghi"
    assert (changed.id, changed.buttons, changed.edited) == (question.id, [], True)
    assert api.faults == []


async def test_a_message_sent_while_the_bot_was_down_is_answered_by_the_next_one(
    api: BotApi,
) -> None:
    an = api.user("An")
    async with by_polling(api):
        await an.send("một")
        await an.wait_for("Đã nghe: một")
    await an.send("hai")
    async with by_polling(api):
        await an.wait_for("Đã nghe: hai")
    assert [seen.text for seen in an.chat].count("Đã nghe: một") == 1


async def test_every_kind_of_update_is_read_by_the_library(api: BotApi) -> None:
    an, group, channel = api.user("An"), api.group("Ấp 1"), api.channel("Khu vực")
    said = await an.send("/start")
    await an.send_photo(caption="biên bản")
    await an.send_album()
    await an.send_document()
    await an.send_voice()
    await an.send_sticker()
    await an.send_location()
    await an.edit(said.message_id, "sửa")
    await an.press_on(999, "forged")
    await an.block()
    await an.unblock()
    await group.add_bot(an, admin=True)
    await group.post("mã 123", by=an)
    await group.migrate_to_supergroup(an)
    await channel.add_bot(an, admin=True)
    await channel.post("mã 456")
    waiting = list(api.world.updates.pending.values())
    read = [Update.de_json(update) for update in waiting]
    assert len(read) == 19
    for update, raw in zip(read, waiting, strict=True):
        assert set(update.to_dict()) == set(raw)
        assert update.effective_chat is not None
