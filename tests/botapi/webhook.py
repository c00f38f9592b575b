"""Delivery of updates by POST, in order within each chat, again until it succeeds."""

import asyncio
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import orjson

from tests.botapi.updates import Updates


@dataclass
class Webhook:
    """Where updates are posted to, and how that has gone."""

    updates: Updates
    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    first_pause: float = 0.1
    longest_pause: float = 5.0
    paused: bool = False
    last_error: str = ""
    last_error_date: int = 0
    _lanes: dict[object, deque[dict[str, Any]]] = field(default_factory=lambda: defaultdict(deque))
    _tasks: dict[object, asyncio.Task[None]] = field(default_factory=dict)
    _session: aiohttp.ClientSession | None = None

    def start(self) -> None:
        """Begins to deliver, what waits first."""
        self.updates.listener = self.schedule
        for update in list(self.updates.pending.values()):
            self.schedule(update)

    async def stop(self) -> None:
        """Ends deliveries; what was not taken waits for the next start."""
        self.updates.listener = None
        self.url = ""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._tasks.clear()
        self._lanes.clear()
        if self._session:
            await self._session.close()
            self._session = None

    def schedule(self, update: dict[str, Any]) -> None:
        """Puts an update on the lane of its chat."""
        lane = _lane(update)
        self._lanes[lane].append(update)
        if lane not in self._tasks:
            self._tasks[lane] = asyncio.create_task(self._run(lane))

    async def _run(self, lane: object) -> None:
        waiting = self._lanes[lane]
        pause = self.first_pause
        while waiting:
            if self.paused or not await self._post(waiting[0]):
                await asyncio.sleep(pause)
                pause = min(pause * 2, self.longest_pause)
                continue
            self.updates.delivered(waiting.popleft().get("update_id"))
            pause = self.first_pause
        self._tasks.pop(lane, None)
        self._lanes.pop(lane, None)

    async def _post(self, update: dict[str, Any]) -> bool:
        headers = {"Content-Type": "application/json"}
        if self.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret_token
        try:
            async with self._client().post(
                self.url, data=orjson.dumps(update), headers=headers
            ) as answer:
                await answer.read()
        except (aiohttp.ClientError, OSError, TimeoutError) as lost:
            self.last_error = f"Connection failed: {lost}"
            return False
        if not answer.ok:
            self.last_error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        return answer.ok

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self.max_connections),
                timeout=aiohttp.ClientTimeout(total=60),
            )
        return self._session


def _lane(update: dict[str, Any]) -> object:
    for kind, payload in update.items():
        if kind != "update_id" and isinstance(payload, dict):
            holder = payload.get("message", payload)
            if isinstance(holder, dict) and isinstance(holder.get("chat"), dict):
                return holder["chat"].get("id")
    return update.get("update_id")
