"""Rings, as a push service takes or refuses them, and where none may go."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from channels.delivery import DeliveryError, Rejected, Sending, TryLater, Unreachable
from channels.push.channel import PushChannel
from channels.push.public_hosts import is_public
from channels.push.sealing import Signer, make_key
from domain.devices import Subscription, is_usable
from domain.inbound import Address
from domain.message import Message
from tests.pushservice import PushService, push_service

AT = datetime(2026, 11, 30, 2, tzinfo=UTC)
WORDS = "Có việc cần đồng chí xem."
SIGNER = Signer(make_key(), contact="https://sinhhoat.example.vn")


@pytest.fixture
async def service() -> AsyncIterator[PushService]:
    async with push_service(now=AT.timestamp()) as service:
        yield service


class Phone:
    """A phone's subscription and a channel that may call this machine, unless told not to."""

    def __init__(self, service: PushService, *, signer: Signer = SIGNER) -> None:
        self.subscription: Subscription | None = service.subscribe("p", SIGNER.public_key)
        self.channel = PushChannel(
            signer,
            self._find,
            allows=lambda _: self.is_open,
            trusts=service.trusts,
            clock=lambda: AT,
        )
        self.is_open = True

    async def _find(self, chat: str) -> Subscription | None:
        assert chat == "device"
        return self.subscription

    async def ring(self) -> None:
        sending = Sending(
            outbox_id=1, address=Address("push", "main", "device", ""), message=Message(text=WORDS)
        )
        try:
            await self.channel.send(sending)
        finally:
            await self.channel.close()


async def test_a_ring_is_signed_and_sealed_and_says_nothing(service: PushService) -> None:
    await Phone(service).ring()
    assert service.devices["p"].rung == [{"text": WORDS}]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ((404, {}), Unreachable),
        ((410, {}), Unreachable),
        ((403, {}), Unreachable),
        ((429, {"Retry-After": "120"}), TryLater),
        ((503, {}), TryLater),
        ((400, {}), Rejected),
        ((413, {}), Rejected),
        # A redirect could lead anywhere, so it is not followed.
        ((307, {"Location": "http://169.254.169.254/"}), Rejected),
    ],
)
async def test_each_answer_has_its_consequence(
    service: PushService, answer: tuple[int, dict[str, str]], expected: type[DeliveryError]
) -> None:
    service.answer = answer
    with pytest.raises(expected) as raised:
        await Phone(service).ring()
    assert service.calls == 1
    if isinstance(raised.value, TryLater) and answer[0] == 429:
        assert raised.value.seconds == 120


async def test_another_key_of_ours_is_refused_by_the_service(service: PushService) -> None:
    with pytest.raises(Unreachable):
        await Phone(service, signer=Signer(make_key(), contact="https://a.vn")).ring()


async def test_no_call_ever_goes_into_a_network_of_our_own(service: PushService) -> None:
    phone = Phone(service)
    phone.is_open = False
    with pytest.raises(TryLater, match="localhost"):
        await phone.ring()
    assert phone.subscription is not None
    for host in ("127.0.0.1", "[::1]", "2130706433", "127.1", "[::ffff:127.0.0.1]"):
        there = f"https://{host}:{service.port}/push/p"
        phone.subscription = replace(phone.subscription, endpoint=there)
        with pytest.raises(DeliveryError):
            await phone.ring()
    assert service.calls == 0


async def test_a_device_that_is_gone_or_has_no_key_is_given_up(service: PushService) -> None:
    phone = Phone(service)
    phone.subscription = replace(service.subscribe("p", SIGNER.public_key), p256dh=f"B{'A' * 86}")
    with pytest.raises(Unreachable):
        await phone.ring()
    phone.subscription = None
    with pytest.raises(Unreachable):
        await phone.ring()
    assert service.calls == 0


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::808:808", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - looked at, not bound,
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
        ("2130706433", False),
        ("127.1", False),
    ],
)
def test_only_the_public_network_may_be_called(address: str, *, expected: bool) -> None:
    assert is_public(address) is expected


HOSTS = frozenset({"fcm.googleapis.com", "push.apple.com"})
GOOD = "https://fcm.googleapis.com/fcm/send/abc"


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        (GOOD, True),
        ("https://web.push.apple.com/QAb", True),
        ("http://fcm.googleapis.com/fcm/send/abc", False),
        ("https://fcm.googleapis.com.evil.vn/a", False),
        ("https://evil.vn/fcm.googleapis.com", False),
        ("https://fcm.googleapis.com@evil.vn/a", False),
        ("https://user:word@fcm.googleapis.com/a", False),
        ("https://fcm.googleapis.com:8443/a", False),
        ("https://fcm.googleapis.com:port/a", False),
        ("https://127.0.0.1/a", False),
        (f"{GOOD}\r\nHost: evil.vn", False),
        (GOOD + "a" * 1000, False),
        ("", False),
    ],
)
def test_only_known_push_services_are_taken(endpoint: str, *, expected: bool) -> None:
    good = Subscription(endpoint=endpoint, p256dh=f"B{'A' * 86}", auth="A" * 22)
    assert is_usable(good, HOSTS) is expected
    for keys in ({"auth": "A" * 21}, {"p256dh": "A" * 87}, {"p256dh": "B!"}, {"auth": ""}):
        assert not is_usable(replace(good, **keys), HOSTS)
