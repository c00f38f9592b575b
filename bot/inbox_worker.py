"""The inbox worker: one turn per message, many turns per transaction (decision 4)."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.reply_handover import ReplyHandover
from domain.abilities import ChannelAbilities
from domain.inbound import Address, Inbound
from domain.message import Message
from domain.policy import Policy
from domain.reading import clean_text
from operations import replies
from operations.messaging.loading import (
    LoadedBatch,
    awaits_delivery,
    finish_turn,
    list_answered_later,
    load_batch,
    make_turn,
)
from operations.messaging.receiving import keep_raw, store_for_turns, store_updates
from operations.turn import Turn
from storage import Database, Unavailable, UnitOfWork
from storage.messages import addresses, inbox
from storage.messages.inbox import Waiting
from texts import escape_rich, render

log = structlog.get_logger()

Update = tuple[str, Inbound]
Take = Callable[[Turn], Awaitable[None]]
Pressed = Callable[[Turn], None]
AbilitiesOf = Callable[[Address], ChannelAbilities]

# As many as one poll of Telegram brings; the write transaction stays well under 200 ms.
BATCH = 100
TRIES = 3
STARTS = 3
# What comes in is stored together with the turns that answer it, but not by a young process: a
# message that kills it has to be in the inbox before it is tried again.
GROWN_UP = timedelta(minutes=1)
# A process that was killed from outside rarely dies at just this moment of its life again.
_CALM = timedelta(seconds=1)
_PAUSES = (timedelta(seconds=1), timedelta(seconds=5))


@dataclass(frozen=True, slots=True)
class _Arrival:
    """Updates that wait to be stored, and who waits for that."""

    updates: Sequence[Update]
    stored: asyncio.Future[None]

    def settle(self, error: Exception | None = None) -> None:
        if self.stored.done():
            return
        if error is None:
            self.stored.set_result(None)
        else:
            self.stored.set_exception(error)


class InboxWorker:
    """Works off the inbox: `run_once` takes what waits and returns how many rows it finished.

    `receive` gives it what a messenger brings, and returns once that is stored: in a transaction
    with the turns that answer it, which saves one commit a message.

    If a turn of a batch fails, the batch is undone and its turns run alone. A turn that fails
    three times by its own fault is set aside with an apology, and so is one that was begun alone
    at three starts and never ended. A text waits while it is not known whether the open question
    was seen before it was typed; `holds` says that one does, `more` that rows may be left which
    could go on at once. `woken` is set by what comes in. `on_pressed` is called after the commit
    for every pressed button; by `handover`, which may be set, answers go straight to who sends
    them. Raises `storage.Unavailable` when the database is away.
    """

    def __init__(
        self,
        database: Database,
        take: Take,
        *,
        policy: Policy,
        abilities_of: AbilitiesOf,
        clock: Callable[[], datetime],
        on_pressed: Pressed,
    ) -> None:
        self._database = database
        self._take = take
        self._policy = policy
        self._abilities_of = abilities_of
        self._clock = clock
        self._on_pressed = on_pressed
        self.handover = ReplyHandover({})
        self._started_at = clock()
        self._begun: set[int] = set()
        self._suspects: dict[int, int] = {}
        self._arrived: list[_Arrival] = []
        self.holds = False
        self.more = True
        self.woken = asyncio.Event()

    async def receive(self, updates: Sequence[Update]) -> None:
        """Stores updates, given raw and understood; raises Unavailable where that cannot be."""
        if self._clock() - self._started_at < GROWN_UP:
            await self._store(updates)
            return
        arrival = _Arrival(updates, asyncio.get_running_loop().create_future())
        self._arrived.append(arrival)
        self.woken.set()
        await arrival.stored

    async def _store(self, updates: Sequence[Update]) -> None:
        async with self._database.write() as unit:
            await store_updates(unit, updates, now=self._clock())

    async def _store_alone(self, arrivals: Sequence[_Arrival]) -> None:
        """Stores what came in without a turn, once turns have failed in its transaction."""
        for arrival in arrivals:
            try:
                await self._store(arrival.updates)
            except Exception as error:  # noqa: BLE001 - the receiver's to answer
                arrival.settle(error)
            else:
                arrival.settle()

    async def recover(self) -> None:
        """Finishes, one by one, what an earlier process left.

        What such a process had begun alone, and did not live to end, is left for later.
        """
        self._started_at = self._clock()
        async with self._database.read() as unit:
            left = await inbox.pending_at_start(unit)
        self._suspects = {
            row_id: starts
            for row_id, starts in left.items()
            if starts and row_id not in self._begun
        }
        passed: set[int] = set()
        while (row := await self._next(passed)) is not None and row.id in left:
            if row.id in self._suspects or not await self._begin_alone(row):
                passed.add(row.conversation_id)

    async def _try_suspects(self) -> int:
        """Begins what may have killed a process, once this one has lived without it for a while.

        By then everybody else was served, and a kill from outside rarely hits the same row again.
        """
        lived, done = self._clock() - self._started_at, 0
        due = [row_id for row_id, starts in self._suspects.items() if lived >= starts * _CALM]
        for row_id in due:
            async with self._database.read() as unit:
                row = await inbox.find_pending(unit, row_id)
            if row is not None and row.starts >= STARTS:
                await self._set_aside(row, error="begun alone at three starts, never ended")
            elif row is not None and not await self._begin_alone(row):
                continue
            del self._suspects[row_id]
            done += row is not None
        return done

    async def _begin_alone(self, row: Waiting) -> int:
        """Runs a turn, noting once in the life of this process that it is about to begin."""
        if row.id not in self._begun:
            async with self._database.write() as unit:
                await inbox.count_start(unit, row.id)
            self._begun.add(row.id)
        return await self._try_alone(row)

    async def run_once(self) -> int:
        """Runs one batch."""
        self.holds, self.more = False, True
        done = await self._try_suspects()
        arrived, self._arrived = self._arrived, []
        try:
            return done + await self._run_batch(arrived=arrived)
        except Unavailable as error:
            for arrival in arrived:
                arrival.settle(error)
            raise
        except Exception:
            log.exception("batch undone, its turns run alone")
            await self._store_alone(arrived)
            return done + await self._run_alone()

    async def _run_batch(
        self, *, only: Waiting | None = None, arrived: Sequence[_Arrival] = ()
    ) -> int:
        passed: set[int] = set()
        turns: list[tuple[Waiting, Turn]] = []
        talks = [only.conversation_id] if only else None
        async with self._database.write() as unit:
            now = self._clock()
            updates = [update for arrival in arrived for update in arrival.updates]
            stored = await store_for_turns(unit, updates, now=now) if updates else []
            is_full = True
            while is_full and not turns:
                found = await inbox.claim(unit, now=now, limit=BATCH, but=passed, talks=talks)
                waiting = [row for row in found if only is None or row.id == only.id]
                turns = await self._take_all(unit, waiting, passed, now) if waiting else []
                is_full = only is None and len(found) == BATCH
            self.more = is_full or bool(passed)
            answered = {row.inbound.external_id for row, _ in turns}
            await keep_raw(unit, stored, answered=answered)
            replies = await self.handover.load(
                unit, {turn.here.id: turn.here for _, turn in turns}.values()
            )
        self.handover.hand_over(replies)
        for arrival in arrived:
            arrival.settle()
        for row, turn in turns:
            if not row.press_answered:
                self._on_pressed(turn)
        return len(turns)

    async def _take_all(
        self, unit: UnitOfWork, waiting: Sequence[Waiting], passed: set[int], now: datetime
    ) -> list[tuple[Waiting, Turn]]:
        """Runs a turn for each row, but for the talks that are passed over or cannot go on now."""
        loaded, turns = await load_batch(unit, waiting), list[tuple[Waiting, Turn]]()
        silent = list_answered_later(waiting)
        # What was refused of a row of photos is said with its one answer.
        refused: dict[int, list[str]] = {}
        for row in waiting:
            if row.conversation_id in passed:
                continue
            if self._has_to_wait(row, loaded, now):
                passed.add(row.conversation_id)
                continue
            turn = await self._turn(
                unit, row, loaded, now, answers=row.id not in silent, refused=refused
            )
            turns.append((row, turn))
            passed |= turn.unsettled | ({row.conversation_id} if turn.rebound else set())
        return turns

    def _has_to_wait(self, row: Waiting, loaded: LoadedBatch, now: datetime) -> bool:
        if row.id in self._suspects and row.id not in self._begun:
            return True
        is_held = awaits_delivery(row, loaded, now=now)
        self.holds = self.holds or is_held
        return is_held

    async def _turn(
        self,
        unit: UnitOfWork,
        row: Waiting,
        loaded: LoadedBatch,
        now: datetime,
        *,
        answers: bool,
        refused: dict[int, list[str]],
    ) -> Turn:
        abilities = self._abilities_of(loaded.here[row.address_id].address)
        turn = make_turn(unit, row, loaded, abilities, policy=self._policy, now=now)
        await self._take(turn)
        if answers:
            turn.said[:0] = refused.pop(row.conversation_id, [])
        elif turn.refusal:
            refused.setdefault(row.conversation_id, []).append(turn.refusal)
        finish_turn(turn, row, loaded, answers=answers)
        return turn

    async def _run_alone(self) -> int:
        """Runs what waits one turn per transaction until nothing can go on now."""
        done, passed = 0, set[int]()
        while (row := await self._next(passed)) is not None:
            finished = row.id not in self._suspects and await self._try_alone(row)
            if not finished:
                passed.add(row.conversation_id)
            done += finished
        return done

    async def _next(self, passed: Collection[int]) -> Waiting | None:
        async with self._database.read() as unit:
            waiting = await inbox.peek(unit, now=self._clock(), limit=1, but=passed)
        return waiting[0] if waiting else None

    async def _try_alone(self, row: Waiting) -> int:
        try:
            return await self._run_batch(only=row)
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
            apology = replies.notice(
                unit,
                here,
                Message(text=_apology(row.inbound.text, reference, self._policy.language)),
                replies.Delivery(started_by_bot=False),
                dedupe_key=f"aside:{row.id}",
            )
            await replies.enqueue_notices(unit, [apology], now=now)


def _apology(words: str, reference: str, language: str) -> str:
    """Returns what the person is told, with her own words, so that nothing is typed twice."""
    said = render("turn-failed", language, reference=reference)
    kept = clean_text(words)
    if not kept:
        return said
    return f"{said}\n\n{render('turn-failed-words', language)}\n{escape_rich(kept)}"
