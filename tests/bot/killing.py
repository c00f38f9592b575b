"""A bot that is killed while it works, not while it only starts."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.bot.copies import BotCopy
from tests.bot.process import BotProcess


@dataclass
class Killer:
    """Kills the bot again and again and starts it anew; `kills` says how often so far.

    `count_shown` says how many messages people have got: a bot is killed only after it has
    shown one, however long its start takes, and then within so many seconds.
    """

    bot: BotCopy | BotProcess
    count_shown: Callable[[], int]
    chance: random.Random
    within: float
    kills: int = 0

    async def run(self, times: int) -> None:
        """Goes on until it has killed so often, or is cancelled since nobody talks any more."""
        while self.kills < times:
            shown = self.count_shown()
            while self.count_shown() == shown:  # noqa: ASYNC110 - a messenger tells no one
                await asyncio.sleep(0.02)
            await asyncio.sleep(self.chance.uniform(0.0, self.within))
            await self.bot.kill()
            self.kills += 1
            await self.bot.start()
