"""Fifty leaders report while the bot is killed: `python -m benchmarks.nothing_lost`."""

import argparse
import asyncio
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.machine import Row, fresh_folder, progress, show
from benchmarks.postgresql import postgresql
from storage.migrate import migrate
from tests.bot.killing import Killer
from tests.bot.leaders import Answers, Leader, check_reports, settle_leaders
from tests.bot.process import BotProcess, settings_for
from tests.bot.zalo_leaders import ZaloLeader
from tests.botapi import BotApi
from tests.zaloapi import ZaloApi

LEADERS = 50
KILLS = 25
_PORT = 18_080
# Seconds from the first message after a start to the kill, and about those between two kills.
_WITHIN = 3.0
_BETWEEN = 6.0
# In a report by buttons and in one by typed words, where questions come together.
_ANSWERS, _ANSWERS_BY_WORDS = 9, 4


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """Gives the address of an empty database."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'data' / 'sinhhoat.db'}"
    else:
        with postgresql() as url:
            yield url


async def measure(kind: str, way: str, *, leaders: int, kills: int, seed: int) -> Row:
    """Lets all leaders report on one database by one way of receiving."""
    folder = fresh_folder(f"lost-{kind}-{way}")
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    with database(kind, folder) as url:
        await migrate(url, now=datetime.now(UTC))
        if way == "zalo":
            row = await _measure_zalo(url, folder, leaders, kills, chance)
            return {"database": kind, "by": "webhook of Zalo"} | row
        async with BotApi() as api:
            sent = api.world.stats.sent_at
            people = [
                Leader(api.user(f"Leader {n}"), Answers.of(n), patience=45) for n in range(leaders)
            ]
            await settle_leaders(url, [leader.phone.id for leader in people])
            settings = settings_for(
                folder, database_url=url, api_url=api.url, token=api.token, web_port=_PORT
            )
            if way == "webhook":
                settings |= {
                    "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{_PORT}",
                    "TELEGRAM_WEBHOOK_SECRET": "invented",
                }
            killer = Killer(BotProcess(folder, settings), lambda: len(sent), chance, _WITHIN)
            found = await _report(killer, people, kills, url, answers=_ANSWERS)
            return {"database": kind, "by": way} | found


async def _measure_zalo(
    url: str, folder: Path, leaders: int, kills: int, chance: random.Random
) -> dict[str, object]:
    """Lets all leaders type on Zalo, which pushes by webhook and brings what was not answered."""
    async with ZaloApi() as api:
        # Even numbers: without a difficulty, as the questions of a usual report come together.
        phones = [api.phone(f"Leader {n}") for n in range(leaders)]
        people = [
            ZaloLeader(phone, Answers.of(2 * n), patience=600) for n, phone in enumerate(phones)
        ]
        await settle_leaders(url, [leader.phone.id for leader in people], channel="zalo")
        settings = {
            "DATA_DIR": str(folder / "data"),
            "DATABASE_URL": url,
            "ZALO_TOKENS": api.token,
            "ZALO_API_URL": api.url,
            "ZALO_MESSAGES": "0",
            "ZALO_PEOPLE": "0",
            "ZALO_WEBHOOK_URL": f"http://127.0.0.1:{_PORT}",
            "ZALO_WEBHOOK_SECRET": "invented",
            "WEB_PORT": str(_PORT),
        }
        shown = api.world.chats.values()
        bot = BotProcess(folder, settings)
        killer = Killer(bot, lambda: sum(map(len, shown)), chance, _WITHIN)
        return await _report(killer, people, kills, url, answers=_ANSWERS_BY_WORDS)


async def _report(
    killer: Killer, people: Sequence[Leader | ZaloLeader], kills: int, url: str, *, answers: int
) -> dict[str, object]:
    began, stuck = time.monotonic(), 0
    await killer.bot.start()
    try:
        killing = asyncio.create_task(killer.run(kills))
        # As slow as the kills are many, so that talks go on from the first to the last.
        pace = kills * _BETWEEN / answers
        thinking = [killer.chance.uniform(0.5, 1.2) * pace for _ in people]
        results = await asyncio.gather(
            *(
                leader.report(thinking=pause)
                for leader, pause in zip(people, thinking, strict=True)
            ),
            return_exceptions=True,
        )
        stuck = sum(isinstance(result, BaseException) for result in results)
        killing.cancel()
        await asyncio.wait([killing])
        found = await check_reports(url, people)
    finally:
        await killer.bot.stop()
    return {
        "leaders": len(people),
        "kills": killer.kills,
        "seconds": time.monotonic() - began,
        "talks stuck": stuck,
        "reports missing": found.missing,
        "doubled": found.doubled,
        "answers wrong": found.wrong,
        "set aside": found.set_aside,
        "left waiting": found.waiting,
        "answers asked for again": sum(leader.typed_again for leader in people),
    }


async def run(options: argparse.Namespace) -> list[Row]:
    """Returns the result for each database and way."""
    rows: list[Row] = []
    for kind in options.databases.split(","):
        for way in options.ways.split(","):
            row = await measure(
                kind, way, leaders=options.leaders, kills=options.kills, seed=options.seed
            )
            progress(str(row))
            rows.append(row)
    return rows


def main() -> None:
    """Reads the options, measures and shows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--leaders", type=int, default=LEADERS)
    options.add_argument("--kills", type=int, default=KILLS)
    options.add_argument("--seed", type=int, default=11)
    options.add_argument("--databases", default="sqlite,postgresql")
    options.add_argument("--ways", default="polling,webhook,zalo")
    show("nothing_lost", asyncio.run(run(options.parse_args())))


if __name__ == "__main__":
    main()
