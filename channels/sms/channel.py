"""Text messages as one of the ways: each row of the outbox is handed to the gateway, short."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from channels.delivery import DeliveryResult, Sending
from channels.one_way import OneWayChannel
from channels.sms.gateway import SmsGateway
from domain.abilities import ChannelAbilities, Pace
from domain.inbound import Address
from domain.rich import plain_text
from domain.sms import ACCOUNT, CHANNEL, count_parts, fit, write_plain

# What the bot starts by itself is short and leads to the page; an answer may be a little longer.
_UNASKED, _ANSWER = 2, 3
_ANSWER_LETTERS = 440
# Links of messages that the gateway has not taken yet.
_LINKS = 1000
# Each message is paid for.
_TOGETHER = 3

# Gives a person's own link to the page; "" where there is no page.
LinkFor = Callable[[Address], Awaitable[str]]


class SmsChannel(OneWayChannel):
    """Sends text messages by one gateway; what comes in is called in by it, if it can.

    `messages` are those that each place may have in a month; each costs `price` where the
    gateway does not say it.
    """

    name = CHANNEL
    account = ACCOUNT

    def __init__(
        self,
        gateway: SmsGateway,
        *,
        messages: int,
        price: int,
        link_for: LinkFor,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.abilities = ChannelAbilities(
            brief=True,
            one_way=gateway.shape.inbound is None,
            text_limit=_ANSWER_LETTERS,
            pace=Pace(per_second=1, chat_seconds=5.0),
            place_messages=messages,
            together=_TOGETHER,
        )
        self._gateway = gateway
        self._price = price
        self._link_for = link_for
        self._clock = clock
        self._links: dict[str, str] = {}

    async def close(self) -> None:
        """Closes every connection to the gateway."""
        await self._gateway.close()

    async def send(self, sending: Sending) -> DeliveryResult:
        """Hands a message over, without marks; what was not asked for ends with a link."""
        words = write_plain(plain_text(sending.message.text))
        number = f"{sending.outbox_id}-{sending.part}"
        link = await self._link(sending, number) if sending.unasked else ""
        text = fit(words, link, most=_UNASKED if sending.unasked else _ANSWER)
        taken = await self._gateway.send(sending.address.chat, text, number=number)
        self._links.pop(number, None)
        parts = count_parts(text)
        return DeliveryResult(
            taken.id or number,
            self._clock(),
            messages=parts,
            cost=taken.cost or parts * self._price,
        )

    async def _link(self, sending: Sending, number: str) -> str:
        """Returns one link for each message, however often it has to be sent again."""
        if number not in self._links:
            while len(self._links) >= _LINKS:
                del self._links[next(iter(self._links))]
            self._links[number] = await self._link_for(sending.address)
        return self._links[number]
