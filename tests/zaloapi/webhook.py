"""Events pushed by POST, in order for each chat."""

import asyncio
from collections import defaultdict, deque

import aiohttp
import orjson

from tests.zaloapi.world import Json, World


class Pusher:
    """Posts events as the live platform does, bare.

    What is not answered 2xx comes again, which is not documented.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self._lanes: dict[str, deque[Json]] = defaultdict(deque)
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def push(self, event: Json) -> None:
        chat = event.get("message", {}).get("chat", {}).get("id", "")
        self._lanes[chat].append(event)
        if chat not in self._tasks:
            self._tasks[chat] = asyncio.create_task(self._run(chat))

    async def stop(self) -> None:
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, chat: str) -> None:
        lane, pause = self._lanes[chat], 0.1
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=20)) as session:
            while lane:
                if await self._post(session, lane[0]):
                    lane.popleft()
                    pause = 0.1
                else:
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, 2.0)
            # In the same step as the last look: what comes while the session closes starts anew.
            del self._tasks[chat]

    async def _post(self, session: aiohttp.ClientSession, event: Json) -> bool:
        headers = {
            "Content-Type": "application/json",
            "X-Bot-Api-Secret-Token": self.world.webhook_secret,
            "User-Agent": "Java/1.8.0_192",
        }
        try:
            async with session.post(
                self.world.webhook_url, data=orjson.dumps(event), headers=headers
            ) as response:
                return response.ok
        except (aiohttp.ClientError, OSError, TimeoutError):
            return False
