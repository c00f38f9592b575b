"""The messengers of one installation, and what each pump asks of them."""

from collections.abc import Iterable, Iterator, Mapping

from channels.delivery import Channel
from domain.abilities import ChannelAbilities
from domain.inbound import Address, Inbound


class Channels:
    """The bot accounts by messenger and name."""

    def __init__(self, channels: Iterable[Channel]) -> None:
        self._channels: Mapping[tuple[str, str], Channel] = {
            (channel.name, channel.account): channel for channel in channels
        }

    def __iter__(self) -> Iterator[Channel]:
        return iter(self._channels.values())

    @property
    def names(self) -> list[str]:
        """The accounts as "messenger:name"."""
        return [":".join(key) for key in self._channels]

    def of(self, address: Address) -> Channel | None:
        """Returns the account that an address belongs to, None if it is no longer set up."""
        return self._channels.get((address.channel, address.account))

    def abilities_of(self, address: Address) -> ChannelAbilities:
        """Returns what can be done at an address; nothing where its account is gone."""
        channel = self.of(address)
        return channel.abilities if channel else ChannelAbilities()

    async def answer_press(self, inbound: Inbound, note: str) -> None:
        """Answers a pressed button on its own messenger."""
        channel = self.of(inbound.address)
        if channel is not None and inbound.press_id:
            await channel.answer_press(inbound.press_id, note)
