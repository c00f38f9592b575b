"""Text messages of the installation: the gateway from its file, and the link in each message."""

import tomllib
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import ValidationError

from bot.settings import PREFIX, Settings, SettingsError
from domain.inbound import Address
from operations.codes import RandomBytes
from operations.maintenance.health import Finding, Light
from operations.messaging.phone_lines import SmsRules
from operations.people.invitations import make_line_code
from storage import Database
from texts import label

# What talks to a gateway is loaded where there is one.
# ruff: noqa: PLC0415
if TYPE_CHECKING:
    from channels.sms.channel import SmsChannel
    from channels.sms.gateway import GatewayKeys
    from channels.sms.shape import GatewayShape

_NAME = f"{PREFIX}SMS_GATEWAY"


def load_shape(settings: Settings) -> "GatewayShape | None":
    """Returns the gateway's shape, None where there is none; raises SettingsError."""
    if settings.sms_gateway is None:
        return None
    from channels.sms.shape import GatewayShape

    try:
        return GatewayShape.model_validate(tomllib.loads(settings.sms_gateway.read_text("utf-8")))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{_NAME}: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        reason = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{_NAME}: {where}: {reason}") from None


def sms_rules(settings: Settings, random_bytes: RandomBytes) -> SmsRules | None:
    """Returns how many messages places may have, None where none go out."""
    if settings.sms_gateway is None or not settings.sms_messages:
        return None
    return SmsRules(messages=settings.sms_messages, random_bytes=random_bytes)


def open_sms(
    settings: Settings,
    shape: "GatewayShape | None",
    database: Database,
    random_bytes: RandomBytes,
    *,
    clock: Callable[[], datetime],
) -> "list[SmsChannel]":
    """Returns the channel of text messages; none where none go out."""
    if shape is None or not settings.sms_messages:
        return []
    from channels.sms.channel import SmsChannel
    from channels.sms.gateway import SmsGateway

    if not _keys(settings).callback:
        # Nobody can call back: what is asked there could not be answered.
        shape = shape.model_copy(update={"inbound": None})
    url = settings.public_url

    async def link_for(address: Address) -> str:
        if not url:
            return ""
        async with database.write() as unit:
            code = await make_line_code(unit, address, random_bytes=random_bytes, now=clock())
        return f"{url}/enter?c={code}" if code else url

    return [
        SmsChannel(
            SmsGateway(shape, _keys(settings)),
            messages=settings.sms_messages,
            price=settings.sms_price,
            link_for=link_for,
            clock=clock,
        )
    ]


def _keys(settings: Settings) -> "GatewayKeys":
    from channels.sms.gateway import GatewayKeys

    secret = settings.sms_callback_secret.get_secret_value()
    return GatewayKeys(
        key=settings.sms_key.get_secret_value(),
        secret=settings.sms_secret.get_secret_value(),
        sender=settings.sms_sender,
        callback=f"{settings.public_url}/sms/{secret}" if secret and settings.public_url else "",
    )


async def examine_sms(settings: Settings) -> list[Finding]:
    """Returns whether text messages can go out; nothing where there is no gateway."""
    language = settings.language
    try:
        shape = load_shape(settings)
    except SettingsError as error:
        return [Finding(name="sms", light=Light.RED, fact=str(error))]
    if shape is None:
        return []
    if not settings.sms_messages:
        fact = label("doctor-no-sms-measure", language)
        return [Finding(name="sms", light=Light.YELLOW, fact=fact)]
    hears = shape.inbound is not None and bool(_keys(settings).callback)
    fact = label("doctor-sms-both" if hears else "doctor-sms-out", language)
    return [Finding(name="sms", light=Light.GREEN, fact=fact)]
