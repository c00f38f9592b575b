"""An SMS gateway on this machine, as strict as those that are documented: eSMS and SpeedSMS."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import encode_basic_auth, web

KEY, SECRET, SENDER = "an-api-key", "a-secret-key", "XALONGVINH"
# The default alphabet of phones is all that is sent without IsUnicode.
LONGEST = 160 * 3


@dataclass
class Sms:
    """A message that was taken: to whom, and its number here."""

    phone: str
    text: str
    number: str


@dataclass
class Gateway:
    """What it took; `balance` is what is left to pay with, `refuses` a code it answers with.

    Its answers come `in_pieces` as from far away.
    """

    port: int = 0
    balance: int = 1_000_000
    refuses: str = ""
    status: int = 200
    in_pieces: bool = False
    taken: list[Sms] = field(default_factory=list)
    seen: dict[str, Sms] = field(default_factory=dict)
    calls: int = 0
    callbacks: list[str] = field(default_factory=list)

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    def texts_to(self, phone: str) -> list[str]:
        return [sms.text for sms in self.taken if sms.phone == phone]

    async def take_esms(self, request: web.Request) -> web.Response:
        self.calls += 1
        if self.status != 200:
            return web.Response(status=self.status)
        fields: dict[str, Any] = await request.json()
        known = {
            "ApiKey",
            "SecretKey",
            "Brandname",
            "SmsType",
            "IsUnicode",
            "Phone",
            "Content",
            "RequestId",
            "CallbackUrl",
        }
        if set(fields) - known or not all(isinstance(value, str) for value in fields.values()):
            return web.json_response({"error": "Invalid request"})
        code = self._judge_esms(fields)
        if code != "100":
            return web.json_response({"CodeResult": code, "CountRegenerate": 0})
        sms = self._keep(fields["Phone"], fields["Content"], request=fields["RequestId"])
        self.callbacks.append(fields["CallbackUrl"])
        return web.json_response({"CodeResult": "100", "SMSID": sms.number})

    def _judge_esms(self, fields: dict[str, str]) -> str:
        phone, text = fields["Phone"], fields["Content"]
        wrong = {
            "101": (fields["ApiKey"], fields["SecretKey"]) != (KEY, SECRET),
            "103": self.balance <= 0,
            "104": fields["Brandname"] != SENDER,
            "108": not phone.startswith("0") or len(phone) != 10,
            "124": fields["RequestId"] in self.seen,
            "146": not text.isascii() or len(text) > LONGEST or fields["SmsType"] != "2",
        }
        return self.refuses or next((code for code, is_so in wrong.items() if is_so), "100")

    async def take_speedsms(self, request: web.Request) -> web.StreamResponse:
        self.calls += 1
        is_known = request.headers.get("Authorization") == encode_basic_auth(KEY, "x")
        fields: dict[str, Any] = await request.json()
        is_whole = set(fields) == {"to", "content", "sms_type", "sender"}
        if not (is_known and is_whole) or not isinstance(fields["to"], list):
            return web.json_response({"status": "error", "code": "101"})
        if self.balance <= 0:
            return web.json_response({"status": "error", "code": "300"})
        if not fields["content"].isascii():
            return web.json_response({"status": "error", "code": "110"})
        if not fields["to"][0].isdecimal():
            return web.json_response({"status": "error", "code": "105"})
        sms = self._keep(fields["to"][0], fields["content"])
        found = {"tranId": int(sms.number), "totalSMS": 1, "totalPrice": 250, "invalidPhone": []}
        answer = web.json_response({"status": "success", "code": "00", "data": found})
        return await _in_pieces(request, answer) if self.in_pieces else answer

    def _keep(self, phone: str, text: str, request: str = "") -> Sms:
        sms = Sms(phone, text, str(1000 + len(self.taken)))
        self.taken.append(sms)
        if request:
            self.seen[request] = sms
        self.balance -= 250
        return sms


async def _in_pieces(request: web.Request, answer: web.Response) -> web.StreamResponse:
    body = answer.body
    assert isinstance(body, bytes)
    slow = web.StreamResponse(headers={"Content-Type": "application/json"})
    await slow.prepare(request)
    for piece in (body[:9], body[9:]):
        await slow.write(piece)
        await asyncio.sleep(0.05)
    return slow


@asynccontextmanager
async def sms_gateway() -> AsyncIterator[Gateway]:
    """Serves both shapes on "localhost"."""
    gateway = Gateway()
    app = web.Application()
    app.router.add_post("/esms", gateway.take_esms)
    app.router.add_post("/speedsms", gateway.take_speedsms)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "localhost", 0).start()
    gateway.port = runner.addresses[0][1]
    try:
        yield gateway
    finally:
        await runner.cleanup()
