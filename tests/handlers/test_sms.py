"""A leader is reached by text message where nothing else arrives, and reports by one."""

import re
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from starlette.applications import Starlette

from bot.sms_callbacks import SmsCallbacks
from channels.delivery import ReceivedUpdate
from channels.sms.channel import SmsChannel
from channels.sms.gateway import GatewayKeys, SmsGateway
from domain.inbound import Address, Inbound
from domain.sms import count_parts
from handlers.registry import build_handlers
from operations.messaging.phone_lines import SmsRules
from operations.messaging.receiving import store_updates
from operations.people.invitations import make_line_code
from storage import Database
from storage.messages import addresses, inbox, outbox, sms
from storage.messages.sms import SentSms
from storage.reports import reports
from tests.channels.sms.test_sms import shape_of
from tests.codes import counting_bytes
from tests.directory import POLICY, at
from tests.handing_over import hand_over
from tests.handlers.office import Office, open_office
from tests.handlers.reported import go
from tests.operations.test_ways import queue
from tests.smsgateway import KEY, SECRET, SENDER, Gateway, sms_gateway
from tests.talks import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
SITE, HOOK = "https://sinhhoat.example.vn", "s3cret-enough-0123456789"
MESSAGES = 40
LAN, DIALLED = "0912345678", "84912345678"


class Exchange:
    """An office with a gateway: `send` hands over what waits, `call` is what the gateway calls."""

    def __init__(self, office: Office, gateway: Gateway) -> None:
        self.office, self.gateway = office, gateway
        self.shape = shape_of("speedsms", f"{gateway.origin}/speedsms")
        hook = SmsCallbacks(
            self.shape,
            HOOK,
            office.database,
            self._store,
            policy=POLICY,
            clock=lambda: office.town.now,
        )
        self.site = httpx.ASGITransport(Starlette(routes=hook.routes()))

    async def _store(self, updates: Sequence[ReceivedUpdate]) -> None:
        found: list[tuple[str, Inbound]] = [(update.raw, update.inbound) for update in updates]
        async with self.office.database.write() as unit:
            await store_updates(unit, found, now=self.office.town.now)

    async def _link_for(self, address: Address) -> str:
        async with self.office.database.write() as unit:
            code = await make_line_code(
                unit, address, random_bytes=counting_bytes(70), now=self.office.town.now
            )
        return f"{SITE}/enter?c={code}"

    async def send(self) -> list[str]:
        """Sends what may go now; returns the texts that went to the leader's number."""
        seen, town = len(self.gateway.texts_to(LAN)), self.office.town
        keys = GatewayKeys(key=KEY, secret=SECRET, sender=SENDER)
        channel = SmsChannel(
            SmsGateway(self.shape, keys),
            messages=MESSAGES,
            price=0,
            link_for=self._link_for,
            clock=lambda: town.now,
        )
        await hand_over(channel, self.office, Path())
        await channel.close()
        return self.gateway.texts_to(LAN)[seen:]

    async def call(self, secret: str = HOOK, **fields: object) -> int:
        async with httpx.AsyncClient(transport=self.site, base_url=SITE) as client:
            answered = await client.post(f"/sms/{secret}", json=fields)
        return answered.status_code

    async def come(self, text: str, phone: str = DIALLED, secret: str = HOOK) -> int:
        """A message that somebody sends, and the turn that answers it."""
        self.office.town.now += timedelta(minutes=2)
        answered = await self.call(secret, type="sms", phone=phone, content=text)
        await self.office.town.run()
        return answered


@pytest.fixture
async def exchange(database: Database) -> AsyncIterator[Exchange]:
    office = await open_office(database, now=at(5, 20))
    office.town.registry = build_handlers(
        public_url="",
        random_bytes=counting_bytes(700),
        sms=SmsRules(messages=MESSAGES, random_bytes=counting_bytes(900)),
    )
    async with sms_gateway() as gateway:
        yield Exchange(office, gateway)


async def confirm(exchange: Exchange) -> Phone:
    """A leader who has confirmed a number in the chat."""
    leader = await exchange.office.enrol(exchange.office.commune.leader)
    await go(leader, "=/caidat", "Tin nhắn SMS", "Gõ số điện thoại", "=0912 345 678")
    (text,) = await exchange.send()
    found = re.search(r"[A-Z0-9]{3}-[A-Z0-9]{3}", text)
    assert found
    await leader.say(found[0])
    assert "Khi cần, SMS gửi tới 0912345678" in leader.last
    told = [bubble for bubble in leader.from_bot if "vừa được thêm" in bubble.text]
    assert [bubble.labels for bubble in told] == [["Không phải tôi"]]
    return leader


async def test_a_number_is_confirmed_by_a_code_that_went_there(exchange: Exchange) -> None:
    leader = await exchange.office.enrol(exchange.office.commune.leader)
    await go(leader, "=/caidat", "Tin nhắn SMS", "Gõ số điện thoại")
    for wrong in ("912", "không có", "0912"):
        await leader.say(wrong)
        assert "chưa đúng" in leader.last
    await leader.say(LAN)
    assert "Đã gửi mã bằng SMS" in leader.last
    (text,) = await exchange.send()
    assert text.isascii()
    await leader.say("ABCDEF")
    assert "Mã vừa gõ chưa đúng" in leader.last
    await exchange.come("hop 5/11, 28/32")
    async with exchange.office.database.read() as unit:
        assert await inbox.count_pending(unit) == 0
        assert await addresses.of_person(unit, exchange.office.commune.leader) != []
    for number in range(2):
        await go(leader, "=/tinsms", "Gõ số điện thoại", f"=091234567{number}")
    await go(leader, "=/tinsms", "Gõ số điện thoại", f"={LAN}")
    assert "thử lại vào ngày mai" in leader.last


async def test_what_does_not_arrive_goes_by_text_message_with_a_link(exchange: Exchange) -> None:
    leader = await confirm(exchange)
    office = exchange.office
    office.town.blocked.add(("telegram", "main", leader.address.chat))
    async with office.database.write() as unit:
        here = (await addresses.preferred(unit, [office.commune.leader]))[office.commune.leader]
        assert here.address.channel == "telegram", "a number that was never used comes last"
        await queue(unit, here, "Nhắc: Chi hội phụ nữ ấp Cái Cối họp tối nay")
    office.town.now = at(5, 20)
    await office.town.deliver()
    (text,) = await exchange.send()
    assert text.startswith("Nhac: Chi hoi phu nu ap Cai Coi hop toi nay\n")
    assert re.search(rf"\n{SITE}/enter\?c=[A-Z0-9]{{12}}$", text)
    async with office.database.read() as unit:
        found = await sms.count_parts(unit, [office.commune.commune.id], "2026-11")
    assert found == {office.commune.commune.id: 2}, "the code and the reminder"


async def test_the_settings_show_the_order_of_ways_and_let_them_be_chosen(
    exchange: Exchange,
) -> None:
    leader = await confirm(exchange)
    await go(leader, "=/caidat", "Nhận tin ở đâu")
    assert "Thứ tự hiện nay: Telegram, tin nhắn SMS." in leader.last
    await leader.press("Tin nhắn SMS")
    assert "Thứ tự hiện nay: tin nhắn SMS, Telegram." in leader.last
    assert "Tin nhắn SMS ✓" in leader.buttons
    await go(leader, "=/tinsms", "Thôi nhận SMS")
    async with exchange.office.database.read() as unit:
        reached = await addresses.preferred(unit, [exchange.office.commune.leader])
    assert reached[exchange.office.commune.leader].address.channel == "telegram"


async def test_a_report_comes_in_and_forged_calls_change_nothing(exchange: Exchange) -> None:
    await confirm(exchange)
    office, said = (
        exchange.office,
        "hop 5/11, 28/32, chu de ve sinh moi truong, co thao luan, can bo co du, khong kho khan",
    )
    assert await exchange.come(said, secret="s3cret-enough-0123456780") == 403
    assert await exchange.come(said, phone="84987654321") == 200
    assert await exchange.send() == [], "nobody known is answered"
    async with office.database.read() as unit:
        assert await reports.of_meetings(unit, [office.meeting.id]) == {}
    assert await exchange.come(said) == 200
    (review,) = await exchange.send()
    assert "Co mat: 28\n" in review
    assert "...\n\n1. Gui bao cao\n2. Sua\n" in review, "the choices are never cut"
    await exchange.come("1")
    (thanks,) = await exchange.send()
    assert thanks.startswith("Da nhan bao cao thang 11/2026")
    async with office.database.read() as unit:
        found = (await reports.of_meetings(unit, [office.meeting.id]))[office.meeting.id]
        spent = await sms.count_parts(unit, [office.commune.commune.id], "2026-11")
    assert (found.answers.present, found.answers.difficulties) == (28, ())
    assert spent == {office.commune.commune.id: 1 + count_parts(review) + count_parts(thanks)}


async def test_a_place_has_its_measure_and_what_is_left_waits_or_goes_elsewhere(
    exchange: Exchange,
) -> None:
    leader = await confirm(exchange)
    office = exchange.office
    place = office.commune.commune.id
    async with office.database.write() as unit:
        used = SentSms(
            outbox_id=1, gateway_id="x", area_id=place, month="2026-11", parts=35, cost=0
        )
        await sms.add(unit, [used], now=office.town.now)
        (line,) = [
            known
            for known in await addresses.of_person(unit, office.commune.leader)
            if known.address.channel == "sms"
        ]
        row = await queue(unit, line, "Nhắc")
    assert await exchange.send() == [], "the last tenth belongs to answers"
    async with office.database.read() as unit:
        there = await addresses.of_outbox_row(unit, row.id)
    assert there.address.channel == "telegram"
    await office.town.run()
    assert leader.last == "Nhắc"
    await exchange.come("menu")
    assert len(await exchange.send()) == 1
    await exchange.come("menu")
    assert await exchange.send() == [], "forty are spent"
    await go(leader, "=/tinsms", "Đổi số", "=0912345670")
    assert "đã dùng hết số tin nhắn SMS" in leader.last


async def test_what_the_gateway_reports_as_lost_goes_another_way(exchange: Exchange) -> None:
    await confirm(exchange)
    office, commune = exchange.office, exchange.office.commune
    async with office.database.write() as unit:
        (line,) = [
            known
            for known in await addresses.of_person(unit, commune.leader)
            if known.address.channel == "sms"
        ]
        row = await queue(unit, line, "Nhắc")
    assert len(await exchange.send()) == 1
    number = exchange.gateway.taken[-1].number
    report: dict[str, Any] = {
        "type": "report",
        "tranId": int(number),
        "phone": DIALLED,
        "status": 65,
    }
    assert await exchange.call("s3cret-enough-0123456780", **report) == 403
    async with office.database.read() as unit:
        assert (await outbox.by_ids(unit, [row.id]))[row.id].state == "sent"
    assert await exchange.call(**report) == 200
    assert await exchange.call(**{**report, "status": 0}) == 200, "said once, it stays so"
    async with office.database.read() as unit:
        there = await addresses.of_outbox_row(unit, row.id)
        after = (await outbox.by_ids(unit, [row.id]))[row.id]
    assert (there.address.channel, after.state) == ("telegram", "pending")


async def test_a_call_is_read_in_pieces_and_never_longer_than_one_is(exchange: Exchange) -> None:
    await confirm(exchange)
    form = urlencode({"type": "sms", "phone": DIALLED, "content": "menu"}).encode()

    async def drip(body: bytes) -> AsyncIterator[bytes]:
        for first in range(0, len(body), 50):
            yield body[first : first + 50]

    sort = {"content-type": "application/x-www-form-urlencoded"}
    async with httpx.AsyncClient(transport=exchange.site, base_url=SITE) as client:
        hook = f"/sms/{HOOK}"
        for body in (form + b"x" * 70_000, drip(form + b"x" * 70_000)):
            assert (await client.post(hook, content=body, headers=sort)).status_code == 413
        assert (await client.post(hook, content=drip(form), headers=sort)).status_code == 200
    exchange.office.town.now += timedelta(minutes=2)
    await exchange.office.town.run()
    assert len(await exchange.send()) == 1


async def test_nothing_goes_to_a_number_that_was_taken_back(exchange: Exchange) -> None:
    leader = await confirm(exchange)
    await go(leader, "=/tinsms", "Thôi nhận SMS")
    assert "không gửi SMS" in leader.last
    assert await exchange.come("menu") == 200
    assert await exchange.send() == []
    other = await exchange.office.enrol(exchange.office.commune.deputy)
    await go(other, "=/tinsms")
    assert "Đồng chí nhận SMS ở số nào?" in other.last
