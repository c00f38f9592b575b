"""The composition root: every part is made here, once, and handed what it needs."""

import asyncio
import secrets
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from bot.callback_answers import Presses
from bot.channels import Channels
from bot.clock import utc_now
from bot.command_menus import CommandMenus
from bot.digest_files import WorkbookMaker
from bot.digest_tasks import DigestTasks
from bot.disks import least_free
from bot.document_tasks import DocumentMaker, draw_apart
from bot.downloads import FileStore
from bot.email import mail_rules, open_email
from bot.exports import ExportMaker
from bot.file_readers import ReadingWork, build_readers
from bot.inbox_worker import InboxWorker
from bot.leases import Leadership
from bot.nightly import run_nightly
from bot.outages import Outages
from bot.outbox_worker import OutboxWorker
from bot.pacing import Pacer
from bot.pictures import PictureMaker
from bot.policy import build_policy, plan_of
from bot.processes import name_process
from bot.push import PageRings, load_signer, open_push
from bot.questionnaire_tasks import QuestionnaireTasks
from bot.receiving import receiver
from bot.reply_handover import ReplyHandover
from bot.schema_watch import refuse_newer_schema, watch_schema
from bot.settings import Settings
from bot.slip_sheets import SheetMaker
from bot.sms import load_shape, open_sms, sms_rules
from bot.task_handlers import build_work
from bot.task_worker import TaskWorker, Work
from bot.telegram import TelegramAccounts
from bot.web_backend import DatabaseWebBackend, Listeners
from bot.web_server import webhook_routes
from bot.workbook_tasks import WorkbookTasks
from bot.zalo import ZaloAccounts, plans_of
from channels.delivery import AccountRejected, Channel
from channels.web import WebChannel
from domain.inbound import Address, Inbound
from handlers.dispatch import take
from handlers.registry import build_handlers, list_commands, list_own_commands
from operations.documents.sending import MAKE_DOCUMENT, MAKE_MINUTES
from operations.exports.sending import EXPORT_SHEET
from operations.maintenance.health import tell_account_lost
from operations.messaging.quotas import Account, note_usage
from operations.people.rings import RingRules
from operations.people.slip_sheets import MAKE_SHEET
from operations.turn import Turn
from scheduler.clock import run_clock
from scheduler.context import ClockContext
from storage import Database, Unavailable
from storage.ids import IdSource
from storage.maintenance import tasks
from storage.messages import inbox, outbox
from web.late import LateApp

log = structlog.get_logger()

Clock = Callable[[], datetime]

_LOOK_AGAIN = 1.0
# Another process may be the one that shows and notes what a text waits for.
_NOTED_SOON = 0.1
# A token that is refused so soon is a wrong setting, and the operator is watching.
_START = 30.0


class App:
    """A bot with all its parts; `run` keeps it going until cancelled.

    `phones` are messengers that the demo draws on pages, each with an account named "demo".
    """

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Clock = utc_now,
        monotonic: Callable[[], float] = time.monotonic,
        phones: Sequence[type[WebChannel]] = (),
    ) -> None:
        self.settings = settings
        self.clock = clock
        self._monotonic = monotonic
        self.policy = build_policy(settings)
        self.listeners = Listeners()
        self.database = Database(
            settings.database,
            new_id=IdSource(lambda: time.time_ns() // 1_000_000, node=secrets.randbelow(256)),
            on_commit=self._wake,
            on_end=Outages().note,
        )
        self.web = DatabaseWebBackend(
            self.database,
            policy=self.policy,
            clock=clock,
            random_bytes=secrets.token_bytes,
            folder=settings.files_dir,
            listeners=self.listeners,
        )
        self.telegram = TelegramAccounts(settings, clock=clock)
        self.zalo = ZaloAccounts(settings, clock=clock)
        self._messengers = [*self.telegram, *self.zalo]
        self._signer = load_signer(settings)
        self.push = open_push(self._signer, self.database, clock=clock)
        self._sms_shape = load_shape(settings)
        self.sms = open_sms(
            settings, self._sms_shape, self.database, secrets.token_bytes, clock=clock
        )
        self.channels = Channels(
            [
                *self._messengers,
                *open_email(settings, clock=clock),
                *self.push,
                *self.sms,
                WebChannel(self.web, account="main"),
                *(phone(self.web, account="demo") for phone in phones),
            ]
        )
        self.presses = Presses(self.channels.answer_press, self._claim_press)
        self.leadership = Leadership(self.database, owner=name_process(secrets.token_bytes))
        self._rejected: set[tuple[str, str]] = set()
        self._registry = build_handlers(
            public_url=settings.public_url,
            random_bytes=secrets.token_bytes,
            mail=mail_rules(settings, secrets.token_bytes),
            sms=sms_rules(settings, secrets.token_bytes),
        )
        self.menus = CommandMenus(
            self._show_commands, lambda turn: list_own_commands(self._registry, turn)
        )
        self.turns = InboxWorker(
            self.database,
            self._take,
            policy=self.policy,
            abilities_of=self.channels.abilities_of,
            clock=clock,
            on_pressed=self._after_turn,
        )
        self.receive = receiver(self.turns, presses=self.presses)
        self.zalo.open_spools(self.receive, self._count_received)
        self._receivers = self._list_receivers()
        self._senders = {
            (channel.name, channel.account): self._sender(channel) for channel in self.channels
        }
        if self.database.is_sqlite:
            self.turns.handover = ReplyHandover(self._senders)
        self._pictures = PictureMaker(settings.files_dir)
        self._workbooks = WorkbookMaker(settings.files_dir)
        self._tasks = TaskWorker(self.database, self._build_work(), clock=clock)

    def _after_turn(self, turn: Turn) -> None:
        self.presses.done(turn.inbound, turn.press_note)
        self.menus.note(turn)

    async def _show_commands(self, address: Address, commands: Sequence[tuple[str, str]]) -> None:
        channel = self.channels.of(address)
        if channel is not None:
            await channel.set_own_commands(address, commands)

    def _build_work(self) -> Mapping[str, Work]:
        documents = DocumentMaker(
            database=self.database,
            folder=self.settings.files_dir,
            policy=self.policy,
            clock=self.clock,
        )
        return {
            **build_work(
                self.database,
                self.channels,
                folder=self.settings.files_dir,
                policy=self.policy,
                clock=self.clock,
            ),
            **ReadingWork(
                database=self.database,
                readers=build_readers(self.settings.file_readers),
                folder=self.settings.files_dir,
                policy=self.policy,
                clock=self.clock,
            ).work(),
            **WorkbookTasks(
                self.database,
                self.channels,
                folder=self.settings.files_dir,
                policy=self.policy,
                clock=self.clock,
            ).work(),
            **QuestionnaireTasks(
                self.database,
                self.channels,
                folder=self.settings.files_dir,
                policy=self.policy,
                clock=self.clock,
            ).work(),
            **DigestTasks(
                database=self.database,
                pictures=self._pictures,
                workbooks=self._workbooks,
                policy=self.policy,
                clock=self.clock,
            ).work(),
            MAKE_SHEET: SheetMaker(
                database=self.database,
                folder=self.settings.files_dir,
                public_url=self.settings.public_url,
                find_bot=self.telegram.find_bot,
                zalo=self.settings.zalo_links,
                zalo_quota=plan_of(self.settings),
                random_bytes=secrets.token_bytes,
                policy=self.policy,
                clock=self.clock,
            ).make,
            MAKE_DOCUMENT: documents.make,
            MAKE_MINUTES: documents.make_minutes,
            EXPORT_SHEET: ExportMaker(
                database=self.database,
                url=self.settings.database,
                folder=self.settings.files_dir,
                policy=self.policy,
                clock=self.clock,
            ).make,
        }

    @property
    def clock_context(self) -> ClockContext:
        """What the jobs of the clock work with."""
        return ClockContext(
            database=self.database,
            policy=self.policy,
            clock=self.clock,
            disk_free=lambda: least_free(self.settings),
            draw=self._pictures.draw,
            tabulate=self._workbooks.write,
            quotas=plans_of(self.settings),
        )

    def _list_receivers(self) -> Mapping[Channel, Callable[[], Coroutine[Any, Any, None]]]:
        """Returns what takes updates; what comes from the page is stored by its own requests."""
        commands = partial(list_commands, self._registry)
        return {
            **{
                channel: partial(
                    self.telegram.receive,
                    channel,
                    self.leadership,
                    self.receive,
                    commands=commands,
                )
                for channel in self.telegram
            },
            **{
                channel: partial(self.zalo.receive, channel, self.leadership)
                for channel in self.zalo
            },
        }

    def _sender(self, channel: Channel) -> OutboxWorker:
        return OutboxWorker(
            channel,
            self.database,
            policy=self.policy,
            clock=self.clock,
            pacer=Pacer(channel.abilities.pace, clock=time.monotonic),
            files=self.settings.files_dir,
        )

    async def _take(self, turn: Turn) -> None:
        await take(turn, self._registry)

    async def _count_received(self, account: Account, messages: int) -> None:
        async with self.database.write() as unit:
            await note_usage(
                unit, account, received=messages, policy=self.policy, now=self.clock()
            )

    async def _claim_press(self, inbound: Inbound) -> bool:
        async with self.database.write() as unit:
            return await inbox.claim_press(unit, inbound)

    def _wake(self, pumps: frozenset[str]) -> None:
        for pump in pumps:
            if pump == "inbox":
                self.turns.woken.set()
            elif pump == "outbox" or pump.startswith(outbox.REPLIES):
                for sender in self._senders.values():
                    sender.wake(starts=pump == "outbox")
            elif pump == "tasks":
                self._tasks.wake()
            elif pump == "shown":
                if self.turns.holds:
                    self.turns.woken.set()
            else:
                self.listeners.wake(pump)

    async def run(self) -> None:
        """Runs every pump until cancelled.

        Raises AccountRejected at the start where no account works and no page is offered
        instead, Outdated once a newer program has migrated.
        """
        try:
            await self._run_workers()
        except ExceptionGroup:
            # What a newer program took away may be missed before the watch sees that it came.
            await refuse_newer_schema(self.database)
            raise

    async def _run_workers(self) -> None:
        async with asyncio.TaskGroup() as group:
            # Who wrote waits for these; what the clock catches up on may come after.
            for sender, channel in zip(self._senders.values(), self.channels, strict=True):
                group.create_task(self._run_account(channel, sender))
            group.create_task(self._run_turns())
            group.create_task(self._tasks.run())
            group.create_task(watch_schema(self.database))
            group.create_task(self.leadership.lead("clock", lambda: run_clock(self.clock_context)))
            if self.settings.backup_dir is not None:
                group.create_task(self.leadership.lead("backup", self._back_up))
            if not self.database.is_sqlite:
                group.create_task(self.listeners.watch_others(self.database))

    async def _run_account(self, channel: Channel, sender: OutboxWorker) -> None:
        """Sends and receives for one account; one that is rejected stops alone."""
        began = self._monotonic()
        name = f"{channel.name}:{channel.account}"
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self.leadership.lead(f"send:{name}", sender.run))
                if receive := self._receivers.get(channel):
                    group.create_task(receive())
        except* AccountRejected:
            self._rejected.add((channel.name, channel.account))
            is_start = self._monotonic() - began < _START
            nothing_works = len(self._rejected) == len(self._messengers)
            if is_start and nothing_works and not self._offers_page:
                raise
            log.error(
                "account rejected by its messenger, it stops; the rest runs on",
                account=name,
                mend="put a new token into the settings and start again",
            )
            await self._tell_of_lost(channel)

    @property
    def _offers_page(self) -> bool:
        """True where people have been given an address of the web page."""
        return bool(self.settings.public_url)

    async def _tell_of_lost(self, channel: Channel) -> None:
        while True:
            try:
                async with self.database.write() as unit:
                    await tell_account_lost(
                        unit,
                        channel=channel.name,
                        account=channel.account,
                        policy=self.policy,
                        now=self.clock(),
                    )
            except Unavailable:
                await asyncio.sleep(_LOOK_AGAIN)
            else:
                return

    async def _back_up(self) -> None:
        await run_nightly(self.database, self.settings, policy=self.policy, clock=self.clock)

    async def _run_turns(self) -> None:
        recovered = False
        while True:
            self.turns.woken.clear()
            try:
                if not recovered:
                    await self.turns.recover()
                    recovered = True
                done = await self.turns.run_once()
            except Unavailable:
                await asyncio.sleep(_LOOK_AGAIN)
                continue
            if not (done and self.turns.more):
                wait = _NOTED_SOON if self.turns.holds else _LOOK_AGAIN
                with suppress(TimeoutError):
                    async with asyncio.timeout(wait):
                        await self.turns.woken.wait()

    def build_desk(self, hosts: Sequence[str], *, captions: str = "") -> ASGIApp:
        """Returns the staff's desk under some names, explained in the language of `captions`."""

        def load() -> ASGIApp:
            from desk import Desk, DeskSettings  # noqa: PLC0415 - large, and seldom the first

            return Desk(
                DeskSettings(
                    database=self.database,
                    policy=self.policy,
                    clock=self.clock,
                    random_bytes=secrets.token_bytes,
                    files=self.settings.files_dir,
                    draw=draw_apart,
                    keep=FileStore(self.settings.files_dir).take,
                    hosts=hosts,
                    public_url=self.settings.public_url,
                    captions=captions,
                    sms_messages=self.settings.sms_messages if self.sms else 0,
                )
            )

        return LateApp(load)

    def build_api(self, hosts: Sequence[str]) -> ASGIApp:
        """Returns what other systems read, under some names."""

        def load() -> ASGIApp:
            from api import Api, ApiSettings  # noqa: PLC0415 - as above

            return Api(
                ApiSettings(
                    database=self.database,
                    policy=self.policy,
                    clock=self.clock,
                    hosts=hosts,
                    public_url=self.settings.public_url,
                )
            )

        return LateApp(load)

    def page_rings(self) -> PageRings | None:
        """Returns what the page asks about rings; None where nothing rings."""
        if self._signer is None:
            return None
        rules = RingRules(hosts=self.settings.push_hosts, random_bytes=secrets.token_bytes)
        return PageRings(self.database, self._signer, rules, policy=self.policy, clock=self.clock)

    def messenger_routes(self) -> list[BaseRoute]:
        """Returns the paths that messengers push to and fetch files from."""
        hooks = self.telegram.webhooks()
        return [
            *webhook_routes("telegram", hooks, dict.fromkeys(hooks, self.receive)),
            *webhook_routes("zalo", self.zalo.webhooks(), self.zalo.receivers),
            *self.zalo.file_routes(),
            *self._sms_routes(),
        ]

    def _sms_routes(self) -> list[BaseRoute]:
        """Returns what an SMS gateway calls; none without its shape and a secret."""
        shape, secret = self._sms_shape, self.settings.sms_callback_secret
        if shape is None or not (self.sms and secret.get_secret_value()):
            return []
        from bot.sms_callbacks import SmsCallbacks  # noqa: PLC0415 - few have a gateway

        return SmsCallbacks(
            shape,
            secret.get_secret_value(),
            self.database,
            self.receive,
            policy=self.policy,
            clock=self.clock,
        ).routes()

    async def health(self) -> dict[str, object]:
        """Returns whether the database answers, and how much waits."""
        try:
            async with self.database.read() as unit:
                waiting = {
                    "inbox": await inbox.count_pending(unit),
                    "outbox": await outbox.count_pending(unit),
                    "tasks": await tasks.count_pending(unit),
                }
        except Unavailable:
            return {"ok": False, "database": "unavailable"}
        return {"ok": True, "waiting": waiting}

    async def close(self) -> None:
        """Closes connections, after `run` has ended."""
        for channel in (*self._messengers, *self.push, *self.sms):
            await channel.close()
        await self.database.close()
