"""What stands behind the demo page: the clock that jumps, the players, the phones, the kill."""

import asyncio
import os
import secrets
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

from bot.app import App
from bot.demo.cast import OFFICER, Cast, load_cast, load_holders, save_holders
from bot.demo.clock import DemoClock, note_moment
from bot.demo.log import add_to_log, load_log
from bot.demo.opening import MENU, OVERVIEW, typed
from bot.demo.players import play
from channels.web.demo import DemoEntry, DemoState
from domain.inbound import Address
from domain.policy import Policy
from domain.refusals import NotFound
from operations.people.web_entry import ACCOUNT, CHANNEL
from scheduler import next_event
from scheduler.jobs import JOBS, run_job
from storage.messages import addresses, outbox

# Moments at which there turns out to be nothing to see are passed over, up to a point.
_MOMENTS_AT_ONCE = 12
_LOOKS = 200
_BETWEEN_LOOKS = 0.02


class Director:
    """Implements `channels.web.demo.DemoBackend` on a running bot."""

    def __init__(self, app: App, clock: DemoClock, cast: Cast, holders: dict[str, int]) -> None:
        self.cast = cast
        self.holders = holders
        self._app = app
        self._clock = clock
        # Nothing is said of the disk of whoever tries the demo.
        self._context = replace(app.clock_context, disk_free=None)
        self._moving = asyncio.Lock()
        self._process = secrets.token_hex(8)

    @classmethod
    async def take_over(cls, app: App, clock: DemoClock) -> "Director":
        """Returns a director who knows who there is and who holds which phone."""
        async with app.database.read() as unit:
            cast = await load_cast(unit, day=app.policy.day_of(clock()))
            return cls(app, clock, cast, await load_holders(unit, cast))

    def holder_of(self, slot: str) -> Callable[[], int]:
        """Returns what says whose page a phone shows just now."""
        return lambda: self.holders[slot]

    @property
    def spared(self) -> frozenset[int]:
        """The people whom the phones show; they act by hand."""
        actors = (self.cast.find(slot, page) for slot, page in self.holders.items())
        return frozenset(
            actor.person_id for actor in actors if actor and actor.person_id is not None
        )

    async def state(self) -> DemoState:
        """Returns what the page shows now."""
        now = self._clock()
        async with self._app.database.read() as unit:
            coming = await next_event(unit, now, self._context)
            entries = await load_log(unit, zone=self._app.policy.timezone)
        return DemoState(
            now=self._app.policy.local(now),
            upcoming=describe(self._app.policy.local(coming), self._app.policy),
            phones=self.cast.phones(self.holders),
            log=entries,
            process=self._process,
        )

    async def move_clock(self) -> None:
        """Moves on to the next moment at which there is something to see."""
        async with self._moving:
            for _ in range(_MOMENTS_AT_ONCE):
                if await self._move():
                    return

    async def _move(self) -> bool:
        since, database = self._clock(), self._app.database
        async with database.read() as unit:
            until = await next_event(unit, since, self._context)
        async with database.write() as unit:
            acts = await play(
                unit, since=since, until=until, spared=self.spared, policy=self._app.policy
            )
            played = [DemoEntry(at=act.at, text=act.words, played=True) for act in acts]
            await add_to_log(unit, played)
            await note_moment(unit, until, real=self._clock.real())
        self._clock.move_to(until)
        await self._run_jobs(since, until)
        said = await self._note_what_was_said(until)
        await self._until_shown()
        return said or bool(acts)

    async def _run_jobs(self, since: datetime, until: datetime) -> None:
        """Runs what the scheduler would run; meetings are planned once a day."""
        day_of = self._app.policy.day_of
        same_day = day_of(since) == day_of(until)
        for job in JOBS:
            if not (same_day and job.name == "planning"):
                await run_job(job, self._context, until)

    async def _until_shown(self) -> None:
        """Waits a little for the outbox, so that messages bear the moment they belong to."""
        for _ in range(_LOOKS):
            async with self._app.database.read() as unit:
                waiting = await outbox.list_pending(
                    unit,
                    channel=CHANNEL,
                    account=ACCOUNT,
                    by_bot=True,
                    now=self._clock(),
                    limit=1,
                )
            if not waiting:
                return
            await asyncio.sleep(_BETWEEN_LOOKS)

    async def _note_what_was_said(self, since: datetime) -> bool:
        async with self._app.database.write() as unit:
            said = await outbox.count_started(unit, since=since)
            if said:
                what = describe(self._app.policy.local(since), self._app.policy, with_time=False)
                count = f"{said} message{'s' if said > 1 else ''}"
                await add_to_log(unit, [DemoEntry(at=since, text=f"The bot sent {count}: {what}")])
        return said > 0

    async def switch(self, slot: str, person: str) -> None:
        """Hands a phone to somebody who can hold it."""
        actor = self.cast.find(slot, int(person) if person.isdecimal() else 0)
        if actor is None:
            raise NotFound("web-error-missing")
        self.holders[slot] = actor.address_id
        async with self._app.database.write() as unit:
            await save_holders(unit, self.holders)
            page = (await addresses.by_ids(unit, [actor.address_id]))[actor.address_id]
        if actor.person_id is not None:
            await self._take_up(page.address, OVERVIEW if slot == OFFICER else MENU)

    async def _take_up(self, page: Address, text: str) -> None:
        """Lets somebody whose page is empty ask first, so that there is something to press."""
        if not await self._app.web.history(page, before=None, limit=1):
            await self._app.web.store([typed(page, text, self._clock())])

    async def kill(self, process: str) -> None:
        """Ends this process, if it is the one meant, as a power cut would; another is started."""
        if process == self._process:
            os.kill(os.getpid(), signal.SIGKILL)


def describe(local: datetime, policy: Policy, *, with_time: bool = True) -> str:
    """Returns in English what a moment is for, told by its hour."""
    usual = {
        time(): "the month before is closed",
        policy.remind_morning: "the morning's reminders",
        policy.quiet_until: "the morning's reminders",
        policy.digest_at: "the digest",
        policy.bundle_at: "the cadres' bundles of the day",
    }
    what = usual.get(local.time().replace(second=0, microsecond=0), "a meeting ends")
    return f"{what}, {local:%d/%m %H:%M}" if with_time else what
