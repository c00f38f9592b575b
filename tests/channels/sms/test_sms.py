"""Text messages, as gateways of the documented shapes get them and call back."""

import json
import tomllib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.delivery import QuotaSpent, Sending, TryLater, Unreachable
from channels.drawing import draw
from channels.sms.callback import Arrived, read_inbound, read_report
from channels.sms.channel import LinkFor, SmsChannel
from channels.sms.gateway import GatewayKeys, SmsGateway
from channels.sms.shape import GatewayShape
from domain.inbound import Address
from domain.message import Choice, Expects, Message, Prompt
from domain.sms import count_parts, fit, write_plain
from tests.smsgateway import KEY, SECRET, SENDER, Gateway, sms_gateway

AT = datetime(2026, 11, 30, 2, tzinfo=UTC)
LAN = Address("sms", "main", "84912345678", "84912345678")
LINK = "https://sinhhoat.example.vn/enter?c=ABCDEFGHJKLM"
SHAPES = Path(__file__).parents[3] / "deploy" / "sms"


@pytest.fixture
async def gateway() -> AsyncIterator[Gateway]:
    async with sms_gateway() as found:
        yield found


def shape_of(name: str, url: str = "") -> GatewayShape:
    found = GatewayShape.model_validate(tomllib.loads((SHAPES / f"{name}.toml").read_text()))
    send = found.send.model_copy(update={"url": url} if url else {})
    return found.model_copy(update={"send": send})


def channel(gateway: Gateway, name: str = "esms", link_for: LinkFor | None = None) -> SmsChannel:
    keys = GatewayKeys(key=KEY, secret=SECRET, sender=SENDER, callback="https://x.vn/sms/s")

    async def give(_address: Address) -> str:
        return LINK

    return SmsChannel(
        SmsGateway(shape_of(name, f"{gateway.origin}/{name}"), keys),
        messages=100,
        price=500,
        link_for=link_for or give,
        clock=lambda: AT,
    )


def sending(text: str, *, unasked: bool = True, outbox_id: int = 7) -> Sending:
    message = Message(text=text)
    return Sending(outbox_id=outbox_id, address=LAN, message=message, unasked=unasked)


async def test_a_reminder_goes_without_marks_and_with_the_link(gateway: Gateway) -> None:
    to = channel(gateway)
    shown = await to.send(sending("Kính chào <b>đồng chí Lan</b>. Họp lúc 19h00 – “Ấp Cái Cối”"))
    assert gateway.texts_to("0912345678") == [
        f'Kinh chao dong chi Lan. Hop luc 19h00 - "Ap Cai Coi"\n{LINK}'
    ]
    assert (shown.message_id, shown.messages, shown.cost) == ("1000", 1, 500)
    again = await to.send(sending("Kính chào"))
    assert len(gateway.taken) == 1, "what was sent already is not sent twice"
    assert again.message_id
    await to.close()


async def test_what_is_long_takes_two_messages_at_most_and_keeps_its_link(
    gateway: Gateway,
) -> None:
    to = channel(gateway)
    shown = await to.send(sending("Đồng chí chưa báo cáo. " * 40))
    (text,) = gateway.texts_to("0912345678")
    assert (shown.messages, count_parts(text)) == (2, 2)
    assert text.endswith(f"...\n{LINK}")
    await to.close()


async def test_the_other_shape_says_its_price(gateway: Gateway) -> None:
    to = channel(gateway, "speedsms")
    shown = await to.send(sending("Chào đồng chí", unasked=False))
    assert (shown.message_id, shown.cost) == ("1000", 250)
    assert gateway.texts_to("0912345678") == ["Chao dong chi"]
    gateway.balance = 0
    with pytest.raises(QuotaSpent, match="error"):
        await to.send(sending("x"))
    assert not to.abilities.one_way, "this gateway brings answers"
    assert channel(gateway).abilities.one_way, "this one does not"
    await to.close()


async def test_an_answer_in_pieces_is_one_answer(gateway: Gateway) -> None:
    to = channel(gateway, "speedsms")
    gateway.in_pieces = True
    shown = await to.send(sending("Kính chào"))
    assert (shown.message_id, shown.cost) == ("1000", 250)
    await to.close()


@pytest.mark.parametrize(
    ("code", "status", "error"),
    [
        ("108", 200, Unreachable),
        ("103", 200, QuotaSpent),
        ("104", 200, TryLater),
        ("101", 200, TryLater),
        ("", 503, TryLater),
        ("", 429, TryLater),
    ],
)
async def test_what_refusals_mean(
    gateway: Gateway, code: str, status: int, error: type[Exception]
) -> None:
    gateway.refuses, gateway.status = code, status
    to = channel(gateway)
    with pytest.raises(error) as raised:
        await to.send(sending("Chào đồng chí"))
    await to.close()
    said = f"{raised.value!r} {raised.value.__cause__!r}"
    assert code in said
    for secret in (KEY, SECRET, "912345678", "dong chi"):
        assert secret not in said


async def test_a_gateway_that_is_away_is_tried_again_and_nothing_leaks(gateway: Gateway) -> None:
    to = channel(gateway)
    gateway.port = 1
    to = channel(gateway)
    with pytest.raises(TryLater) as raised:
        await to.send(sending("Chào đồng chí"))
    await to.close()
    assert raised.value.__cause__ is None
    assert SECRET not in str(raised.value)


async def test_a_message_that_is_sent_again_keeps_its_link(gateway: Gateway) -> None:
    made: list[Address] = []

    async def link_for(address: Address) -> str:
        made.append(address)
        return f"{LINK}{len(made)}"

    to, gateway.status = channel(gateway, link_for=link_for), 503
    for _ in range(3):
        with pytest.raises(TryLater):
            await to.send(sending("Nhắc"))
    gateway.status = 200
    await to.send(sending("Nhắc"))
    await to.send(sending("Nhắc", outbox_id=8))
    await to.close()
    assert gateway.texts_to("0912345678") == [f"Nhac\n{LINK}1", f"Nhac\n{LINK}2"]


def test_what_is_drawn_is_short_and_unasked_has_no_choices(gateway: Gateway) -> None:
    to = channel(gateway, "speedsms")
    prompt = Prompt(
        id="q",
        expects=Expects.CHOICE,
        choices=(Choice("send", "Gửi báo cáo"), Choice("fix", "Sửa")),
    )
    asked = Message(text="Báo cáo tháng 11. " * 60, prompt=prompt)
    (drawn,) = draw(asked, to.abilities, "vi")
    assert len(drawn.text) <= to.abilities.text_limit
    assert "…\n\n1. Gửi báo cáo\n2. Sửa" in drawn.text
    (told,) = draw(asked, to.abilities, "vi", unasked=True)
    assert "Gửi báo cáo" not in told.text


def test_reports_and_messages_are_read_from_what_is_called_in() -> None:
    esms, speed = shape_of("esms"), shape_of("speedsms")
    called = {"SMSID": "ab1", "SendFailed": "0", "SendSuccess": "1", "TotalPrice": "780.0000"}
    assert read_report(called, esms.report) == Arrived("ab1", delivered=True, cost=780)
    assert read_report({**called, "SendSuccess": "0"}, esms.report) is None
    failed = {"type": "report", "tranId": 12, "phone": "84912345678", "status": 65}
    assert read_report(failed, speed.report) == Arrived("12", delivered=False, cost=0)
    assert read_report({**failed, "status": 3}, speed.report) is None, "not final"
    came = {"type": "sms", "phone": "84912345678", "content": "hop 5/11, 28/32"}
    found = read_inbound(came, speed.inbound, now=AT)
    assert found is not None
    assert (found.address, found.text) == (LAN, "hop 5/11, 28/32")
    later = read_inbound(came, speed.inbound, now=AT.replace(minute=9))
    assert later is not None
    assert later.external_id != found.external_id, "the same words later are said again"
    for wrong in ({"phone": "x"}, {"content": " "}, {"type": "report"}, {"phone": ["84"]}):
        assert read_inbound({**came, **wrong}, speed.inbound, now=AT) is None
    assert read_inbound(came, esms.inbound, now=AT) is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"url": "http://sms.example.vn/"}, "https"),
        ({"fields": {"a": "{passwort}"}}, "unknown {passwort}"),
        ({"body": "xml"}, "body"),
    ],
)
def test_a_wrong_shape_is_refused_by_name(change: dict[str, object], reason: str) -> None:
    whole = json.loads(shape_of("esms").model_dump_json())
    with pytest.raises(ValueError, match=reason.replace("{", r"\{").replace("}", r"\}")):
        GatewayShape.model_validate({**whole, "send": {**whole["send"], **change}})
    for wrong in ("CodeResult", "CodeResult>=x", "=1"):
        answer = {**whole["answer"], "taken": [wrong]}
        with pytest.raises(ValueError, match="path=value"):
            GatewayShape.model_validate({**whole, "answer": answer})


def test_parts_are_counted_as_they_are_paid_for() -> None:
    lengths = {160: 1, 161: 2, 306: 2, 307: 3}
    assert {length: count_parts("a" * length) for length in lengths} == lengths
    assert count_parts("[" * 80) == 1
    assert count_parts("[" * 81) == 2
    wide = {70: 1, 71: 2, 134: 2, 135: 3}
    assert {length: count_parts("ឃ" * length) for length in wide} == wide


@given(st.text(max_size=900), st.text(alphabet="abc/:?", max_size=60), st.integers(1, 4))
def test_what_is_fitted_never_takes_more_and_keeps_its_end(text: str, end: str, most: int) -> None:
    plain = write_plain(text)
    assert write_plain(plain) == plain
    fitted = fit(plain, end, most=most)
    assert count_parts(fitted) <= most
    assert fitted.endswith(end)


def test_vietnamese_becomes_letters_that_every_phone_shows() -> None:
    words = "Ủy ban nhân dân xã Đông Thạnh: “nước sạch” – ấp Rạch Giồng…"
    assert write_plain(words) == 'Uy ban nhan dan xa Dong Thanh: "nuoc sach" - ap Rach Giong...'
