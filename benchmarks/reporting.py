"""Leaders who report by `/baocao`, one meeting each, and what they see counted."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from domain.policy import Policy
from storage.migrate import migrate
from tests.bot.leaders import Answers, Leader, settle_leaders
from tests.botapi import BotApi

_PATIENCE = 120


@dataclass
class Count:
    """What leaders saw while it was counted."""

    reports: int = 0
    updates: int = 0
    replies: list[float] = field(default_factory=list)

    def reset(self) -> None:
        """Counts from now on."""
        self.reports = self.updates = 0
        self.replies.clear()


@dataclass
class Reporter(Leader):
    """A leader whose every answer is timed until the next question stands on the screen."""

    count: Count = field(default_factory=Count)

    async def _answer(self, step: str) -> None:
        began = time.monotonic()
        await super()._answer(step)
        async with asyncio.timeout(_PATIENCE):
            while self._step() in ("", step):
                await self.phone.private.change()
        self.count.updates += 1
        self.count.replies.append(time.monotonic() - began)


def reporters(api: BotApi, number: int, count: Count) -> list[Reporter]:
    """Returns this many leaders with phones of their own."""
    return [
        Reporter(api.user(f"Leader {n}"), Answers.of(n), patience=_PATIENCE, count=count)
        for n in range(number)
    ]


async def settle(url: str, people: list[Reporter], zone: str) -> None:
    """Makes the database in which each of them has one meeting to report."""
    await migrate(url, now=datetime.now(UTC))
    chats = [leader.phone.id for leader in people]
    await settle_leaders(url, chats, policy=Policy(timezone=ZoneInfo(zone)))


async def keep_reporting(waiting: Iterator[Reporter], *, thinking: float) -> None:
    """Lets one leader after the other report, until none is left."""
    for leader in waiting:
        await leader.report(thinking=thinking)
        leader.count.reports += 1
    raise RuntimeError("more leaders are needed: --supply")


def zone_at(hour: int) -> str:
    """Returns a zone in which it is this hour now."""
    east = (hour - datetime.now(UTC).hour + 11) % 24 - 11
    return f"Etc/GMT{-east:+d}"
