"""A push service on this machine that checks signature and sealing as the real ones do."""

import base64
import json
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import http_ece
import trustme
from aiohttp import web
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from domain.devices import Subscription

DAY = 24 * 3600


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class Device:
    """A browser that subscribed with a key of the application's."""

    name: str
    server_key: str
    private: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    auth: bytes = b"0123456789abcdef"
    rung: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class PushService:
    """`answer` is what it says to the next calls instead of taking them."""

    now: float
    port: int = 0
    devices: dict[str, Device] = field(default_factory=dict)
    answer: tuple[int, dict[str, str]] | None = None
    calls: int = 0
    trusts: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    @property
    def origin(self) -> str:
        return f"https://localhost:{self.port}"

    def subscribe(self, name: str, server_key: str) -> Subscription:
        device = self.devices[name] = Device(name, server_key)
        point = device.private.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint
        )
        return Subscription(
            endpoint=f"{self.origin}/push/{name}", p256dh=b64(point), auth=b64(device.auth)
        )

    async def take(self, request: web.Request) -> web.Response:
        self.calls += 1
        device = self.devices.get(request.match_info["name"])
        if device is None:
            return web.Response(status=410)
        if self.answer is not None:
            status, headers = self.answer
            return web.Response(status=status, headers=headers)
        if not self._is_signed(request.headers.get("Authorization", ""), device):
            return web.Response(status=403)
        body = await request.read()
        is_fit = request.headers.get("Content-Encoding") == "aes128gcm" and len(body) <= 4096
        if not (is_fit and request.headers.get("TTL", "").isdecimal()):
            return web.Response(status=400)
        plain = http_ece.decrypt(
            body, private_key=device.private, auth_secret=device.auth, version="aes128gcm"
        )
        device.rung.append(json.loads(plain))
        return web.Response(status=201, headers={"Location": f"{self.origin}/m/{self.calls}"})

    def _is_signed(self, header: str, device: Device) -> bool:
        """RFC 8292, section 2 and 3."""
        scheme, _, rest = header.partition(" ")
        given = dict(part.split("=", 1) for part in rest.replace(" ", "").split(","))
        if scheme != "vapid" or given["k"] != device.server_key:
            return False
        signed, _, signature = given["t"].rpartition(".")
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unb64(given["k"]))
        raw = unb64(signature)
        r, s = int.from_bytes(raw[:32]), int.from_bytes(raw[32:])
        try:
            key.verify(encode_dss_signature(r, s), signed.encode(), ec.ECDSA(SHA256()))
        except InvalidSignature:
            return False
        head, claims = (json.loads(unb64(part)) for part in signed.split("."))
        return bool(
            head["alg"] == "ES256"
            and claims["aud"] == self.origin
            and self.now < claims["exp"] <= self.now + DAY
            and claims["sub"].startswith(("mailto:", "https://"))
        )


@asynccontextmanager
async def push_service(*, now: float) -> AsyncIterator[PushService]:
    """Serves by https on "localhost"; `trusts` knows its certificate."""
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    service = PushService(now)
    authority.configure_trust(service.trusts)
    app = web.Application()
    app.router.add_post("/push/{name}", service.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "localhost", 0, ssl_context=context).start()
    service.port = runner.addresses[0][1]
    try:
        yield service
    finally:
        await runner.cleanup()
