"""Limits, lost answers, outages."""

import asyncio

import pytest
from telegram import Bot, error

from tests.botapi import BotApi, Person, Trouble
from tests.botapi.conftest import Clock


async def test_an_answer_can_be_lost_though_the_message_is_there(
    api: BotApi, bot: Bot, an: Person
) -> None:
    plan = api.fail(Trouble.LOST_ANSWER, method="sendMessage")
    with pytest.raises(error.NetworkError):
        await bot.send_message(an.id, "một")
    assert an.last.text == "một"
    await bot.send_message(an.id, "hai")
    assert plan.met == 1


@pytest.mark.parametrize(
    ("trouble", "code", "raised"),
    [
        (Trouble.RESET, 0, error.NetworkError),
        (Trouble.ERROR, 502, error.NetworkError),
        (Trouble.ERROR, 500, error.NetworkError),
        (Trouble.ERROR, 429, error.RetryAfter),
        (Trouble.ERROR, 403, error.Forbidden),
    ],
)
async def test_a_call_can_fail_without_effect(
    api: BotApi,
    bot: Bot,
    an: Person,
    trouble: Trouble,
    code: int,
    raised: type[error.TelegramError],
) -> None:
    api.fail(trouble, method="sendMessage", chat_id=an.id, code=code)
    with pytest.raises(raised):
        await bot.send_message(an.id, "một")
    assert an.last.text == "/start"
    await bot.send_message(an.id, "một")


async def test_nothing_gets_through_during_an_outage(api: BotApi, bot: Bot, an: Person) -> None:
    async with api.outage():
        with pytest.raises(error.NetworkError):
            await bot.send_message(an.id, "một")
    await bot.send_message(an.id, "hai")
    assert [seen.text for seen in an.chat] == ["/start", "hai"]


async def test_an_outage_cuts_the_long_poll_under_way(api: BotApi, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    async with api.outage():
        with pytest.raises(error.NetworkError):
            await poll


async def test_troubles_by_chance_hit_about_their_share(api: BotApi, bot: Bot, an: Person) -> None:
    plan = api.fail(Trouble.ERROR, times=None, probability=0.3, code=500)
    lost = 0
    for number in range(60):
        try:
            await bot.send_message(an.id, str(number))
        except error.NetworkError:
            lost += 1
    assert 8 <= lost == plan.met <= 28


async def test_more_than_thirty_a_second_are_refused(api: BotApi, bot: Bot, clock: Clock) -> None:
    api.world.limits.on = True
    people = [api.user(f"người {number}") for number in range(31)]
    for person in people:
        await person.send("/start")
    for person in people[:30]:
        await bot.send_message(person.id, "một")
    with pytest.raises(error.RetryAfter):
        await bot.send_message(people[30].id, "một")
    clock.now += 1.01
    await bot.send_message(people[30].id, "một")
    assert api.world.stats.busiest_second() == 30
    assert api.world.stats.errors[429] == 1


async def test_one_chat_takes_a_short_burst_then_one_a_second(
    api: BotApi, bot: Bot, an: Person, clock: Clock
) -> None:
    api.world.limits.on = True
    for _ in range(3):
        await bot.send_message(an.id, "một")
    with pytest.raises(error.RetryAfter):
        await bot.send_message(an.id, "một")
    clock.now += 1.01
    await bot.send_message(an.id, "một")


async def test_a_group_takes_twenty_a_minute(
    api: BotApi, bot: Bot, an: Person, clock: Clock
) -> None:
    api.world.limits.on = True
    group = api.group("Ấp 1")
    await group.add_bot(an)
    for _ in range(20):
        await bot.send_message(group.id, "một")
        clock.now += 1.01
    with pytest.raises(error.RetryAfter):
        await bot.send_message(group.id, "một")
    clock.now += 60
    await bot.send_message(group.id, "một")
