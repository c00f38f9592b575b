"""The inbox pump: one turn per message, many turns per transaction (decision 4)."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from domain.message import Message
from domain.policy import Policy
from operations import speech
from operations.loading import Loaded, finish_turn, load_batch, make_turn
from operations.turn import Turn
from storage import Database, Unavailable, Unit
from storage.messages import addresses, inbox
from storage.messages.inbox import Waiting
from texts import render

log = structlog.get_logger()

Take = Callable[[Turn], Awaitable[None]]
Pressed = Callable[[Turn], None]

# As many as one poll of Telegram brings; the write transaction stays well under 200 ms.
BATCH = 100
TRIES = 3
STARTS = 3
_PAUSES = (timedelta(seconds=1), timedelta(seconds=5))


class TurnPump:
    """Works off the inbox: `run_once` takes what waits and returns how many rows it finished.

    If a turn of a batch fails, the batch is undone and its turns run alone. A turn that fails
    three times by its own fault is set aside with an apology. `on_pressed` is called after the
    commit for every pressed button. Raises `storage.Unavailable` when the database is away.
    """

    def __init__(
        self,
        database: Database,
        take: Take,
        *,
        policy: Policy,
        clock: Callable[[], datetime],
        on_pressed: Pressed,
        plain_channels: Collection[str] = (),
    ) -> None:
        self._database = database
        self._take = take
        self._policy = policy
        self._clock = clock
        self._on_pressed = on_pressed
        self._plain = frozenset(plain_channels)
        self._begun: set[int] = set()

    async def recover(self) -> None:
        """Finishes, one by one, what an earlier process left; a row that kills is set aside."""
        async with self._database.read() as unit:
            left = await inbox.pending_at_start(unit)
        for row_id in left:
            row = await self._first_waiting()
            # Whatever rests, or is another process's by now, is not begun here.
            if row is not None and row.id == row_id:
                await self._try_alone(await self._counted(row))

    async def _counted(self, row: Waiting) -> Waiting:
        """Notes, once in the life of this process, that the row's turn is about to begin."""
        if row.id in self._begun:
            return row
        async with self._database.write() as unit:
            await inbox.count_start(unit, row.id)
        self._begun.add(row.id)
        return replace(row, starts=row.starts + 1)

    async def run_once(self) -> int:
        """Runs one batch."""
        try:
            done = await self._run_batch()
        except Unavailable:
            raise
        except Exception:
            log.exception("batch undone, its turns run alone")
            return await self._run_alone()
        return done

    async def _run_batch(self, *, only: int | None = None) -> int:
        turns: list[Turn] = []
        async with self._database.write() as unit:
            now = self._clock()
            claimed = await inbox.claim(unit, now=now, limit=BATCH)
            waiting = [row for row in claimed if only in (None, row.id)]
            if not waiting:
                return 0
            loaded = await load_batch(unit, waiting)
            moved: set[int] = set()
            for row in waiting:
                if row.conversation_id not in moved:
                    turn = await self._turn(unit, row, loaded, now)
                    turns.append(turn)
                    if turn.rebound:
                        moved.add(row.conversation_id)
                    moved |= turn.unsettled
        for turn in turns:
            self._on_pressed(turn)
        return len(turns)

    async def _turn(self, unit: Unit, row: Waiting, loaded: Loaded, now: datetime) -> Turn:
        plain = row.inbound.address.channel in self._plain
        turn = make_turn(unit, row, loaded, policy=self._policy, plain=plain, now=now)
        await self._take(turn)
        finish_turn(turn, row, loaded)
        return turn

    async def _run_alone(self) -> int:
        """Runs what waits one turn per transaction until nothing can go on now."""
        done, before = 0, 0
        # A row comes first twice only while another process holds its talk.
        while (row := await self._first_waiting()) is not None and row.id != before:
            done, before = done + await self._try_alone(row), row.id
        return done

    async def _first_waiting(self) -> Waiting | None:
        async with self._database.read() as unit:
            waiting = await inbox.peek(unit, now=self._clock(), limit=BATCH)
        return waiting[0] if waiting else None

    async def _try_alone(self, row: Waiting) -> int:
        if row.starts >= STARTS:
            await self._set_aside(row, error="found unfinished at three process starts")
            return 1
        try:
            return await self._run_batch(only=row.id)
        except Unavailable:
            raise
        except Exception as error:
            log.exception("turn failed", inbox_id=row.id, tries=row.tries + 1)
            await self._count_failure(row, error=f"{type(error).__name__}: {error}")
            return 0

    async def _count_failure(self, row: Waiting, *, error: str) -> None:
        if row.tries + 1 >= TRIES:
            await self._set_aside(row, error=error)
            return
        async with self._database.write() as unit:
            not_before = self._clock() + _PAUSES[row.tries]
            await inbox.record_try(unit, row.id, error=error, not_before=not_before)

    async def _set_aside(self, row: Waiting, *, error: str) -> None:
        reference = f"L{row.id}"
        log.error("turn set aside", inbox_id=row.id, reference=reference)
        async with self._database.write() as unit:
            now = self._clock()
            await inbox.set_aside(unit, row.id, error=error, reference=reference, now=now)
            here = (await addresses.by_ids(unit, [row.address_id]))[row.address_id]
            text = render("turn-failed", self._policy.language, reference=reference)
            apology = speech.notice(
                unit,
                here,
                Message(text=text),
                dedupe_key=f"aside:{row.id}",
                started_by_bot=False,
            )
            await speech.enqueue_notices(unit, [apology], now=now)
