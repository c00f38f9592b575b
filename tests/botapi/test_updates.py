"""getUpdates, redelivery and files, through the library's own bot."""

import asyncio

import pytest
from telegram import Bot, InputMediaPhoto, error

from tests.botapi import BotApi, Person, some_picture


async def texts(
    bot: Bot, *, offset: int | None = None, limit: int | None = None
) -> list[str | None]:
    updates = await bot.get_updates(offset=offset, limit=limit)
    return [update.message.text for update in updates if update.message]


async def test_an_update_comes_again_until_a_higher_offset_confirms_it(
    api: BotApi, bot: Bot, an: Person
) -> None:
    two = await an.send("hai")
    await an.send("ba")
    assert two.update_id is not None
    assert await texts(bot) == ["/start", "hai", "ba"]
    assert await texts(bot, limit=1) == ["/start"]
    assert await texts(bot, offset=two.update_id) == ["hai", "ba"]
    assert await texts(bot) == ["hai", "ba"]
    assert await texts(bot, offset=-1) == ["ba"]
    assert await texts(bot) == ["ba"]
    api.redeliver(two.update_id)
    assert await texts(bot, offset=two.update_id + 2) == ["hai"]


async def test_a_long_poll_ends_when_something_comes(bot: Bot, an: Person) -> None:
    first = (await bot.get_updates())[0].update_id
    poll = asyncio.create_task(bot.get_updates(offset=first + 1, timeout=20))
    await asyncio.sleep(0.05)
    await an.send("hai")
    assert [u.message and u.message.text for u in await poll] == ["hai"]


async def test_only_kinds_asked_for_are_kept(bot: Bot, an: Person) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    said = await an.send("hai")
    assert said.update_id is None


async def test_a_second_poller_ends_the_first(api: BotApi, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    async with Bot(api.token, base_url=f"{api.url}/bot") as other:
        await other.get_updates()
    with pytest.raises(error.Conflict, match="terminated by other getUpdates"):
        await first


async def test_no_poll_while_a_webhook_is_set(bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(error.Conflict, match="while webhook is active"):
        await bot.get_updates()
    assert (await bot.get_webhook_info()).url == "http://127.0.0.1:9/hook"
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_files_go_up_and_come_down(api: BotApi, bot: Bot, an: Person) -> None:
    sent = await bot.send_photo(an.id, some_picture(9), caption="một")
    file = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == some_picture(9)
    await bot.send_document(an.id, b"%PDF", filename="bao-cao.pdf")
    await bot.send_media_group(an.id, [InputMediaPhoto(some_picture(n)) for n in range(3)])
    assert [seen.kind for seen in an.chat[1:]] == ["photo", "document", *["photo"] * 3]
    assert len({seen.album for seen in an.chat[-3:]}) == 1
    with pytest.raises(error.BadRequest, match=r"(?i)image_process_failed"):
        await bot.send_photo(an.id, b"MZ program")
    big = await an.send_photo(size=30_000_000)
    with pytest.raises(error.BadRequest, match=r"(?i)file is too big"):
        await bot.get_file(an.private.messages[big.message_id]["photo"][0]["file_id"])
    assert len(api.take_faults()) == 1


async def test_commands_chats_and_members_are_answered(bot: Bot, api: BotApi, an: Person) -> None:
    await bot.set_my_commands([("baocao", "Báo cáo buổi họp")], language_code="vi")
    assert [c.command for c in await bot.get_my_commands(language_code="vi")] == ["baocao"]
    assert await bot.get_my_commands() == ()
    group = api.group("Ấp 1")
    group.join(an, "administrator")
    await group.add_bot(an, admin=True)
    assert (await bot.get_chat(group.id)).title == "Ấp 1"
    assert (await bot.get_chat_member(group.id, an.id)).status == "administrator"
    assert (await bot.get_chat_member(group.id, bot.id)).status == "administrator"
    await bot.send_chat_action(an.id, "typing")
    await bot.leave_chat(group.id)
    with pytest.raises(error.Forbidden):
        await bot.send_message(group.id, "a")
    assert api.faults == []
