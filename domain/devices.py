"""A browser that rings when something waits: where it is called, and with which keys."""

import base64
import binascii
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

# The channel's name in addresses, and its one account.
CHANNEL, ACCOUNT = "push", "main"
LONGEST_ENDPOINT = 1000
# An uncompressed point of P-256, and a secret of 16 bytes (RFC 8291, section 3).
_POINT_BYTES, _POINT_SIGN, _SECRET_BYTES = 65, 4, 16
_KEY = re.compile(r"[A-Za-z0-9_-]{1,100}={0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """What a browser gives to whoever may ring it (Push API): its address and two keys."""

    endpoint: str
    p256dh: str
    auth: str

    @property
    def host(self) -> str:
        """The name of the push service."""
        return urlsplit(self.endpoint).hostname or ""

    @property
    def origin(self) -> str:
        """The push service as it stands in a signature."""
        parts = urlsplit(self.endpoint)
        return f"{parts.scheme}://{parts.netloc}"


def decode_key(text: str) -> bytes:
    """Returns the bytes of a key as browsers write them; b"" for anything else."""
    if _KEY.fullmatch(text) is None:
        return b""
    try:
        return base64.urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))
    except binascii.Error:
        return b""


def is_usable(subscription: Subscription, hosts: frozenset[str]) -> bool:
    """True for a push service of these hosts, or below one, by https, with two whole keys.

    "*" allows any host.
    """
    try:
        parts = urlsplit(subscription.endpoint)
        has_port = parts.port is not None
    except ValueError:
        return False
    host = parts.hostname or ""
    is_allowed = "*" in hosts or any(host == own or host.endswith(f".{own}") for own in hosts)
    point = decode_key(subscription.p256dh)
    return (
        len(subscription.endpoint) <= LONGEST_ENDPOINT
        and subscription.endpoint.isascii()
        and subscription.endpoint.isprintable()
        and parts.scheme == "https"
        and not (parts.username or parts.password)
        and (not has_port or "*" in hosts)
        and is_allowed
        and len(point) == _POINT_BYTES
        and point[0] == _POINT_SIGN
        and len(decode_key(subscription.auth)) == _SECRET_BYTES
    )
