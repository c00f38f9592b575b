"""What is sent to a browser: sealed for it alone, and signed as ours for its push service."""

import base64
import os
from collections.abc import Mapping
from datetime import datetime, timedelta

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from py_vapid import Vapid02

from domain.devices import Subscription, decode_key

# RFC 8292: no longer than a day.
_SIGNED_FOR = timedelta(hours=12)
_SALT_BYTES = 16


class Signer:
    """Proves to push services who rings (VAPID); `contact` is whom they may write to."""

    def __init__(self, pem: bytes, *, contact: str) -> None:
        self._vapid = Vapid02.from_pem(pem)
        self._contact = contact

    @property
    def public_key(self) -> str:
        """The key that browsers bind their subscription to."""
        point = self._vapid.public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return base64.urlsafe_b64encode(point).rstrip(b"=").decode()

    def sign(self, subscription: Subscription, *, now: datetime) -> Mapping[str, str]:
        """Returns the header that goes with a call to a push service."""
        claims = {
            "aud": subscription.origin,
            "sub": self._contact,
            "exp": int((now + _SIGNED_FOR).timestamp()),
        }
        signed: Mapping[str, str] = self._vapid.sign(claims)
        return signed


def make_key() -> bytes:
    """Returns a new key to sign with, as PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def seal(content: bytes, subscription: Subscription) -> bytes:
    """Returns the content so that only this browser reads it (RFC 8291, aes128gcm).

    Raises ValueError for a key that is no point of the curve.
    """
    sealed: bytes = http_ece.encrypt(
        content,
        salt=os.urandom(_SALT_BYTES),
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=decode_key(subscription.p256dh),
        auth_secret=decode_key(subscription.auth),
        version="aes128gcm",
    )
    return sealed
