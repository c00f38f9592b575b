"""Rings of the installation: the key that signs them, the channel, what the page asks for."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import utc_now
from bot.key_files import load_key
from bot.office import OfficeError, opened
from bot.settings import Settings
from channels.web.backend import RingAnswer
from domain.devices import Subscription
from domain.policy import Policy
from operations.maintenance.health import Finding, Light
from operations.people.rings import RingRules, find_ring_state, let_be_silent, let_ring
from storage import Database, StorageError
from storage.messages import devices
from texts import label

# Cryptography is loaded where something rings.
# ruff: noqa: PLC0415
if TYPE_CHECKING:
    from channels.push.channel import PushChannel
    from channels.push.sealing import Signer


def open_push(
    signer: "Signer | None", database: Database, *, clock: Callable[[], datetime]
) -> "list[PushChannel]":
    """Returns the channel of rings; none where nothing rings."""
    if signer is None:
        return []
    from channels.push.channel import PushChannel

    async def find(chat: str) -> Subscription | None:
        async with database.read() as unit:
            return await devices.find(unit, chat)

    return [PushChannel(signer, find, clock=clock)]


def load_signer(settings: Settings) -> "Signer | None":
    """Returns what signs rings; None without push services, or a page that is not by https."""
    if not (settings.push_hosts and settings.public_url.startswith("https://")):
        return None
    from channels.push.sealing import Signer, make_key

    return Signer(load_key(key_file(settings), make_key), contact=settings.public_url)


def key_file(settings: Settings) -> Path:
    """Returns where the key lies: with another one every browser has to be asked anew."""
    return settings.data_dir / "push.key"


class PageRings:
    """What the page asks for its browser; implements `channels.web.backend.Rings`."""

    def __init__(
        self,
        database: Database,
        signer: "Signer",
        rules: RingRules,
        *,
        policy: Policy,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._signer = signer
        self._rules = rules
        self._policy = policy
        self._clock = clock

    async def look(self, token: str) -> RingAnswer | None:
        """Returns what a session's browser is called by, and whether to offer ringing now."""
        async with self._database.read() as unit:
            state = await find_ring_state(unit, token, policy=self._policy, now=self._clock())
        if state is None:
            return None
        return RingAnswer(self._signer.public_key, state.endpoint, state.is_offered)

    async def start(self, token: str, subscription: Subscription) -> None:
        """Has a session's browser ring."""
        async with self._database.write() as unit:
            await let_ring(unit, token, subscription, self._rules, now=self._clock())

    async def stop(self, token: str) -> None:
        """Has a session's browser ring no more."""
        async with self._database.write() as unit:
            await let_be_silent(unit, token)


async def examine_push(settings: Settings) -> list[Finding]:
    """Returns whether browsers can ring and how many do; nothing where it is switched off."""
    if not settings.push_hosts:
        return []
    language = settings.language
    if not settings.public_url.startswith("https://"):
        fact = label("doctor-no-https", language)
        return [Finding(name="push", light=Light.YELLOW, fact=fact)]
    try:
        async with opened(settings) as database, database.read() as unit:
            number = await devices.count_all(unit, now=utc_now())
    except (OSError, OfficeError, StorageError):
        # The database is told of elsewhere.
        return []
    return [Finding(name="push", light=Light.GREEN, fact=str(number))]
