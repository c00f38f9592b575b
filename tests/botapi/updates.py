"""The queue of updates, as getUpdates shows it."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable
from itertools import islice
from typing import Any

from tests.botapi.errors import conflict, malformed
from tests.botapi.schema import UPDATE_KINDS

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
REMEMBERED = 10_000


class Updates:
    """Updates wait here until confirmed; a second poller ends the first."""

    def __init__(self) -> None:
        self.pending: OrderedDict[int, dict[str, Any]] = OrderedDict()
        self.history: OrderedDict[int, dict[str, Any]] = OrderedDict()
        self.allowed = UPDATE_KINDS - NOT_BY_DEFAULT
        self.last_id = 100_000_000
        self.is_repeating = False
        self.listener: Callable[[dict[str, Any]], None] | None = None
        self._again: deque[dict[str, Any]] = deque()
        self._poller: asyncio.Future[None] | None = None

    def allow(self, kinds: list[str] | None) -> None:
        """Remembers which kinds the bot wants; None leaves it, an empty list is the default."""
        if kinds is None:
            return
        if unknown := set(kinds) - UPDATE_KINDS:
            raise malformed(f"unknown update kinds {sorted(unknown)}")
        self.allowed = frozenset(kinds) or UPDATE_KINDS - NOT_BY_DEFAULT

    def push(self, kind: str, payload: dict[str, Any]) -> int | None:
        """Queues an update and returns its id, or None if the bot does not want the kind."""
        if kind not in self.allowed:
            return None
        return self.push_raw({"update_id": self.last_id + 1, kind: payload})

    def push_raw(self, update: dict[str, Any]) -> int:
        """Queues any object as an update, with the next id if it has none."""
        update_id = update.setdefault("update_id", self.last_id + 1)
        if not isinstance(update_id, int) or update_id <= self.last_id:
            self._again.append(update)
        else:
            self.last_id = update_id
            self.pending[update_id] = update
            self._remember(update_id, update)
        self._announce(update)
        return self.last_id

    def redeliver(self, update_id: int) -> None:
        """Delivers an update once more, whatever was confirmed."""
        self._again.append(self.history[update_id])
        self._announce(self.history[update_id])

    def restart_ids(self, at: int) -> None:
        """Numbers what comes from `at` on, as Telegram does after a week without updates."""
        self.pending.clear()
        self.last_id = at - 1

    def delivered(self, update_id: object) -> None:
        """Forgets an update that a webhook took."""
        if isinstance(update_id, int):
            self.pending.pop(update_id, None)

    async def poll(self, offset: int, limit: int, timeout: int) -> list[dict[str, Any]]:  # noqa: ASYNC109
        """What getUpdates returns."""
        self.end_poll(
            "terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        )
        self._confirm(offset)
        if (batch := self._batch(limit)) or not timeout:
            return batch
        poller = self._poller = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poller, timeout)
        except TimeoutError:
            return []
        finally:
            if self._poller is poller:
                self._poller = None
        return self._batch(limit)

    def end_poll(self, reason: str) -> None:
        """Ends the long poll under way, if any, with a conflict."""
        if self._poller and not self._poller.done():
            self._poller.set_exception(conflict(reason))

    def drop(self) -> None:
        """Forgets everything that waits."""
        self.pending.clear()
        self._again.clear()

    def _confirm(self, offset: int) -> None:
        if self.is_repeating:
            return
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popitem(last=False)
        elif offset <= self.last_id + 10:
            while self.pending and next(iter(self.pending)) < offset:
                self.pending.popitem(last=False)

    def _batch(self, limit: int) -> list[dict[str, Any]]:
        again = [self._again.popleft() for _ in range(min(limit, len(self._again)))]
        return again + list(islice(self.pending.values(), limit - len(again)))

    def _remember(self, update_id: int, update: dict[str, Any]) -> None:
        self.history[update_id] = update
        if len(self.history) > REMEMBERED:
            self.history.popitem(last=False)

    def _announce(self, update: dict[str, Any]) -> None:
        if self.listener:
            self.listener(update)
            self._again.clear()
        elif self._poller and not self._poller.done():
            self._poller.set_result(None)
