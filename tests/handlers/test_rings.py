"""What the bot starts rings where the person uses the page: once, agreed to, taken back."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.outbox_worker import OutboxWorker
from bot.pacing import Pacer
from bot.push import PageRings
from bot.web_backend import DatabaseWebBackend, Listeners
from channels.push.channel import PushChannel
from channels.push.sealing import Signer, make_key
from channels.web import PageSettings, WebChannel, WebChat
from domain.devices import Subscription
from domain.message import Message
from operations.people.erasing import erase_person
from operations.people.rings import RingRules
from operations.people.web_entry import start_session
from operations.replies import Delivery, enqueue_notices, notice
from storage import Database
from storage.messages import addresses, devices, outbox, sent_to
from tests.codes import counting_bytes
from tests.directory import POLICY, at
from tests.handlers.office import Office, open_office
from tests.operations.planned import send
from tests.patience import PATIENCE
from tests.pushservice import PushService, push_service
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
SIGNER = Signer(make_key(), contact="https://sinhhoat.example.vn")
WORDS = {"text": "Có việc cần đồng chí xem."}
SITE = "http://localhost"


class Street:
    """An office, a push service, and a leader's page with the browsers signed in on it."""

    def __init__(self, office: Office, service: PushService, folder: Path) -> None:
        self.office, self.service, self.folder = office, service, folder
        town = office.town
        self.backend = DatabaseWebBackend(
            office.database,
            policy=POLICY,
            clock=lambda: town.now,
            random_bytes=counting_bytes(300),
            folder=folder,
            listeners=Listeners(),
        )
        self.chat = WebChat(
            self.backend,
            PageSettings(
                now=lambda: town.now,
                rings=PageRings(
                    office.database,
                    SIGNER,
                    RingRules(hosts=frozenset("*"), random_bytes=counting_bytes(600)),
                    policy=POLICY,
                    clock=lambda: town.now,
                ),
            ),
        )
        self.draw = counting_bytes(5000)
        self.page: Phone

    @asynccontextmanager
    async def browser(self) -> AsyncIterator[httpx.AsyncClient]:
        """A browser in which the leader is signed in."""
        async with self.office.database.write() as unit:
            known = await addresses.find_many(unit, [self.page.address])
            token = await start_session(
                unit,
                known[self.page.address].id,
                random_bytes=self.draw,
                now=self.office.town.now,
            )
        transport = httpx.ASGITransport(self.chat)
        async with httpx.AsyncClient(transport=transport, base_url=SITE) as client:
            client.cookies.set("sinhhoat_session", token, domain="localhost.local")
            yield client

    async def tell(self, key: str, *, silent: bool = False, started: bool = True) -> None:
        """Queues something for the leader's page and sends all that waits."""
        town = self.office.town
        async with self.office.database.write() as unit:
            here = (await addresses.find_many(unit, [self.page.address]))[self.page.address]
            message = Message(text=key, silent=silent)
            delivery = Delivery(started_by_bot=started, subject=key)
            row = notice(unit, here, message, delivery, dedupe_key=key)
            await enqueue_notices(unit, [row], now=town.now)
        await self.send_all()

    async def send_all(self) -> None:
        """Runs the outbox of the page, then that of the rings."""
        town, database = self.office.town, self.office.database

        async def find(chat: str) -> Subscription | None:
            async with database.read() as unit:
                return await devices.find(unit, chat)

        push = PushChannel(
            SIGNER,
            find,
            allows=lambda _: True,
            trusts=self.service.trusts,
            clock=lambda: town.now,
        )
        for channel in (WebChannel(self.backend, account="main"), push):
            worker = OutboxWorker(
                channel,
                database,
                policy=POLICY,
                clock=lambda: town.now,
                pacer=Pacer(channel.abilities.pace, clock=time.monotonic),
                files=self.folder,
            )
            running = asyncio.create_task(worker.run())
            async with asyncio.timeout(PATIENCE):
                while await self._waits(channel.name, channel.account):  # noqa: ASYNC110 - the database tells nobody
                    await asyncio.sleep(0.01)
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
        await push.close()

    async def _waits(self, channel: str, account: str) -> bool:
        async with self.office.database.read() as unit:
            for by_bot in (True, False):
                if await outbox.list_pending(
                    unit,
                    channel=channel,
                    account=account,
                    by_bot=by_bot,
                    now=self.office.town.now,
                    limit=1,
                ):
                    return True
        return False


@pytest.fixture
async def street(database: Database, tmp_path: Path) -> AsyncIterator[Street]:
    # Ten in the morning: nothing that the bot starts goes out at night.
    office = await open_office(database, now=at(20, 10))
    async with push_service(now=office.town.now.timestamp()) as service:
        street = Street(office, service, tmp_path)
        street.page = await office.enrol(office.commune.leader, channel="web")
        yield street


async def agree(street: Street, client: httpx.AsyncClient, name: str) -> httpx.Response:
    subscription = street.service.subscribe(name, SIGNER.public_key)
    keys = {"p256dh": subscription.p256dh, "auth": subscription.auth}
    body = {"endpoint": subscription.endpoint, "keys": keys, "expirationTime": None}
    return await client.post("/rings", json=body)


async def test_ringing_is_offered_after_the_first_report_and_never_before(street: Street) -> None:
    office = street.office
    async with street.browser() as client:
        answer = (await client.get("/rings")).json()
        assert answer == {"key": SIGNER.public_key, "endpoint": "", "is_offered": False}
        await send(office.database, office.commune.leader, office.meeting)
        assert (await client.get("/rings")).json()["is_offered"]
        assert (await agree(street, client, "a")).json() == {"rings": True}
        answer = (await client.get("/rings")).json()
        assert (answer["endpoint"].endswith("/push/a"), answer["is_offered"]) == (True, False)
        client.cookies.clear()
        assert (await client.get("/rings")).status_code == 401
        assert (await agree(street, client, "b")).status_code == 401


async def test_what_the_bot_starts_rings_each_device_once_and_answers_never(
    street: Street,
) -> None:
    async with street.browser() as first, street.browser() as second:
        await agree(street, first, "a")
        await agree(street, second, "b")
        await street.tell("nhắc")
        await street.tell("im lặng", silent=True)
        await street.tell("trả lời", started=False)
        assert [street.service.devices[name].rung for name in "ab"] == [[WORDS], [WORDS]]
        month = at(1)
        async with street.office.database.read() as unit:
            leader = street.office.commune.leader
            counted = await sent_to.count_started(unit, [leader], since=month, sort="x")
        assert counted[leader].count == 2, "a ring is no message of its own"
        await first.request("DELETE", "/rings")
        await second.post("/leave")
        await street.tell("nhắc nữa")
        assert [street.service.devices[name].rung for name in "ab"] == [[WORDS], [WORDS]]


async def test_a_device_that_is_gone_is_taken_back_by_itself(street: Street) -> None:
    async with street.browser() as client:
        await agree(street, client, "a")
        del street.service.devices["a"]
        await street.tell("nhắc")
        assert street.service.calls == 1
        assert (await client.get("/rings")).json()["endpoint"] == ""
        await street.tell("nhắc nữa")
        assert street.service.calls == 1
        assert (await agree(street, client, "a")).status_code == 200
        await street.tell("nhắc lại")
        assert street.service.devices["a"].rung == [WORDS]


async def test_what_no_service_would_send_is_refused(street: Street) -> None:
    async with street.browser() as client:
        good = street.service.subscribe("a", SIGNER.public_key)
        keys = {"p256dh": good.p256dh, "auth": good.auth}
        for body, status in (
            ({"endpoint": "http://10.0.0.1/", "keys": keys}, 422),
            ({"endpoint": good.endpoint, "keys": {**keys, "auth": "AA"}}, 422),
            ({"endpoint": good.endpoint}, 400),
            ({"endpoint": good.endpoint + "a" * 2000, "keys": keys}, 400),
            ([], 400),
        ):
            assert (await client.post("/rings", json=body)).status_code == status
        assert (await client.post("/rings", content=b"x" * 5000)).status_code in (413, 415)
    for number in range(6):
        async with street.browser() as client:
            answer = await agree(street, client, f"d{number}")
    assert answer.status_code == 422
    assert "nhiều nhất trên 5 máy" in answer.json()["error"]


async def test_nothing_rings_for_who_is_erased(street: Street) -> None:
    leader = street.office.commune.leader
    async with street.browser() as client:
        await agree(street, client, "a")
        async with street.office.database.write() as unit:
            await erase_person(unit, leader, by=None, policy=POLICY, now=street.office.town.now)
            assert await devices.count_of(unit, leader, now=street.office.town.now) == 0
            assert await devices.remove_of(unit, leader) == set()
