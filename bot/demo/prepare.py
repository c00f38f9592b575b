"""Makes the demo's database: the sample, the digests of past months, the last evening played."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo.cast import LEADER, OFFICER, Cast, load_cast, load_holders, save_holders
from bot.demo.clock import note_moment
from bot.demo.log import add_to_log
from bot.demo.opening import OVERVIEW, answer_a_case, typed
from bot.demo.players import play
from bot.demo.settings import FILE, demo_settings
from bot.demo.zalo import give_phone
from bot.policy import build_policy
from bot.sample import load_sample
from bot.work import wait
from channels.web.demo import DemoEntry
from domain.digest_times import DigestKind
from domain.policy import Policy
from operations.messaging import web_page
from operations.notifications.digesting import due_digests, post_digest
from operations.people.web_entry import ACCOUNT, CHANNEL
from scheduler import ClockContext, run_due
from storage import Database, UnitOfWork
from storage.ids import IdSource
from storage.maintenance import settings
from storage.messages import addresses, outbox
from storage.migrate import migrate
from storage.people import people

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
LOADED = datetime(2026, 10, 26, 7, 20, tzinfo=ZONE)
# The end of a meeting, just after which its leader was asked for the report.
STARTS = datetime(2026, 11, 1, 20, 5, tzinfo=ZONE)
_FINAL_DIGESTS = tuple(datetime(2026, month, 11, 7, 30, tzinfo=ZONE) for month in (9, 10))
# Only what the phones still show is told on the way to the start.
_MOMENTS = (
    datetime(2026, 10, 26, 7, 30, tzinfo=ZONE),
    datetime(2026, 11, 1, 7, 0, tzinfo=ZONE),
    datetime(2026, 11, 1, 17, 0, tzinfo=ZONE),
    datetime(2026, 11, 1, 20, 0, tzinfo=ZONE),
)
# Whoever has a demo of before gets one with the phone that it had not.
_READY = "demo_ready_with_zalo"
_MOST = 1000
_A_MINUTE = timedelta(minutes=1)


def prepare(folder: Path, *, fresh: bool, real: Callable[[], datetime]) -> None:
    """Makes the database unless there is one that is complete; `fresh` makes it anew."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = demo_settings(folder)
    if (folder / FILE).exists() and not fresh and wait(_is_ready(chosen.database, real)):
        return
    for file in folder.glob(f"{FILE}*"):
        file.unlink()
    wait(_make(chosen.database, build_policy(chosen), real))


async def _make(url: str, policy: Policy, real: Callable[[], datetime]) -> None:
    await migrate(url, now=real())
    database = open_database(url, real=real)
    try:
        await _fill(database, policy, real)
    finally:
        await database.close()


def open_database(url: str, *, real: Callable[[], datetime]) -> Database:
    """Opens the demo's database apart from a running bot."""
    return Database(url, new_id=IdSource(lambda: int(real().timestamp() * 1000), node=0))


async def _is_ready(url: str, real: Callable[[], datetime]) -> bool:
    await migrate(url, now=real())
    database = open_database(url, real=real)
    try:
        async with database.read() as unit:
            return bool(await settings.find(unit, _READY))
    finally:
        await database.close()


async def _fill(database: Database, policy: Policy, real: Callable[[], datetime]) -> None:
    await load_sample(database, now=LOADED, policy=policy)
    for moment in _FINAL_DIGESTS:
        await _post_digests(database, policy, moment)
    async with database.write() as unit:
        cast = await load_cast(unit, day=LOADED.date())
        leader = cast.slots[LEADER][0].person_id or 0
        known = await people.persons(unit, [leader])
        await give_phone(unit, known[leader], now=LOADED)
    async with database.read() as unit:
        cast = await load_cast(unit, day=LOADED.date())
        holders = await load_holders(unit, cast)
    async with database.write() as unit:
        await answer_a_case(unit, cast, policy=policy, now=LOADED)
    spared = {
        actor.person_id for slot, page in holders.items() if (actor := cast.find(slot, page))
    }
    await _play_until_start(database, policy, {number for number in spared if number is not None})
    async with database.write() as unit:
        await _ask_for_overview(unit, cast)
        await save_holders(unit, holders)
        await note_moment(unit, STARTS, real=real())
        entry = DemoEntry(at=STARTS, text="Six months of meetings lie behind; the demo begins.")
        await add_to_log(unit, [entry])
        await settings.put(unit, _READY, True)


async def _post_digests(database: Database, policy: Policy, now: datetime) -> None:
    async with database.write() as unit:
        for ready in await due_digests(unit, policy=policy, now=now):
            if ready.time.kind is DigestKind.FINAL:
                await post_digest(unit, ready, now=now)
        await _deliver(unit, now)


async def _play_until_start(database: Database, policy: Policy, spared: set[int]) -> None:
    context = ClockContext(database=database, policy=policy, clock=lambda: LOADED)
    since = LOADED
    for until in (*_MOMENTS, STARTS):
        async with database.write() as unit:
            acts = await play(unit, since=since, until=until, spared=spared, policy=policy)
            entries = [DemoEntry(at=act.at, text=act.words, played=True) for act in acts]
            await add_to_log(unit, entries)
        if until in _MOMENTS:
            await run_due(context, until)
        async with database.write() as unit:
            await _deliver(unit, until)
        since = until


async def _deliver(unit: UnitOfWork, now: datetime) -> None:
    """Shows what waits as the outbox pump would have shown it at that moment."""
    pending = await outbox.list_pending(
        unit, channel=CHANNEL, account=ACCOUNT, by_bot=True, now=now, limit=_MOST
    )
    for outgoing in pending:
        row = outgoing.row
        key = f"b{row.id}"
        await web_page.show_bubble(
            unit, outgoing.here.address, key=key, message=row.message, now=now
        )
        outbox.settle_later(unit, row.id, state="sent", message_id=key, at=now, error=None)


async def _ask_for_overview(unit: UnitOfWork, cast: Cast) -> None:
    """The office has just asked how things stand; the bot answers as it starts."""
    officer = cast.slots[OFFICER][0]
    here = (await addresses.by_ids(unit, [officer.address_id]))[officer.address_id]
    asked = typed(here.address, OVERVIEW, STARTS - _A_MINUTE)
    sent = (asked.raw, asked.inbound, ())
    await web_page.store_sent(unit, [sent], now=asked.inbound.sent_at)
