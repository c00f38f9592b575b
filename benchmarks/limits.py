"""3,000 reminders under Telegram's limits, with people talking: `python -m benchmarks.limits`."""

import argparse
import asyncio
import random
import time
from collections import Counter
from datetime import UTC, datetime

from benchmarks.machine import Row, cost_of, fresh_folder, percentile, progress, show
from benchmarks.throughput import Count, Leader, our_commands, ours
from domain.message import Message
from domain.outbox import OutboxRow, Priority
from storage.messages import addresses, outbox
from tests.bot.leaders import open_database
from tests.botapi import BotApi, Person

REMINDED = 3000
TALKING = 30
_CHUNK = 200


async def queue_reminders(url: str, count: int) -> None:
    """Queues one message the bot starts itself for each of the first `count` addresses."""
    database = open_database(url)
    now = datetime.now(UTC)
    for first in range(1, count + 1, _CHUNK):
        async with database.write() as unit:
            known = await addresses.by_ids(
                unit, list(range(first, min(first + _CHUNK, count + 1)))
            )
            for here in known.values():
                row = OutboxRow(
                    id=unit.new_id(),
                    address_id=here.id,
                    conversation_id=here.conversation_id,
                    message=Message(text="Nhắc đồng chí: mai có buổi sinh hoạt."),
                    priority=Priority.REMINDER,
                    started_by_bot=True,
                    dedupe_key=f"bench:{here.id}",
                )
                outbox.add_later(unit, row, now=now)
    await database.close()


def where_it_is_noon() -> str:
    """Returns a zone without quiet hours just now."""
    east = (12 - datetime.now(UTC).hour + 11) % 24 - 11
    return f"Etc/GMT{-east:+d}"


def reached(phones: list[Person]) -> int:
    """Returns how many have their reminder."""
    return sum(bool(phone.private.messages) for phone in phones)


async def measure(*, reminded: int, talking: int, thinking: float) -> Row:
    """Sends the reminders while some people talk."""
    folder, count = fresh_folder("limits"), Count()
    url = f"sqlite:///{folder / 'data' / 'sinhhoat.db'}"
    async with BotApi(limits=True) as api:
        phones = [api.user(f"Leader {number}") for number in range(reminded + talking)]
        for phone in phones:
            phone.private.bot_status = "member"
        commands = await our_commands(url, phones)
        await queue_reminders(url, reminded)
        bot = ours(folder, api, TIMEZONE=where_it_is_noon())
        await bot.start()
        talkers, silent = phones[reminded:], phones[:reminded]
        while not reached(silent):  # noqa: ASYNC110 - many chats, none to wait for
            await asyncio.sleep(0.01)
        tasks = [
            asyncio.create_task(
                Leader(phone, commands[phone.id], thinking=thinking, count=count).keep_talking(
                    random.uniform(0, thinking)  # noqa: S311 - no secret
                )
            )
            for phone in talkers
        ]
        began, before = time.monotonic(), cost_of(bot.pid)
        while (done := reached(silent)) < reminded:
            progress(f"{done} reminded")
            await asyncio.sleep(1 if done < reminded - 30 else 0.01)
        lasted, after = time.monotonic() - began, cost_of(bot.pid)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        stats = api.world.stats
        errors: Counter[int] = stats.errors
        await bot.stop()
    return {
        "reminders": reminded,
        "seconds": lasted,
        "reminders/s": reminded / lasted,
        "replies/s": count.updates / lasted,
        "messages/s in all": len([at for at in stats.sent_at if at >= began]) / lasted,
        "most in any second": stats.busiest_second(),
        "429": errors[429],
        "reply p50 ms": percentile(count.replies, 0.5) * 1000,
        "reply p99 ms": percentile(count.replies, 0.99) * 1000,
        "CPU %": (after.cpu - before.cpu) / lasted * 100,
        "memory MB": after.memory,
    }


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reminded", type=int, default=REMINDED)
    options.add_argument("--talking", type=int, default=TALKING)
    options.add_argument("--thinking", type=float, default=4.0)
    given = options.parse_args()
    row = asyncio.run(
        measure(reminded=given.reminded, talking=given.talking, thinking=given.thinking)
    )
    show("limits", [row])


if __name__ == "__main__":
    main()
