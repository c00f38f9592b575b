"""E-mail as one of the ways out: each row of the outbox becomes a letter, handed to SMTP."""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import Any, Literal

import aiosmtplib
import structlog

from channels.delivery import DeliveryResult, Rejected, Sending, TryLater, Unreachable
from channels.email.bounce import return_path
from channels.email.letter import Letter, compose, read_enclosure
from channels.one_way import OneWayChannel
from domain.abilities import ChannelAbilities, Pace
from domain.mailboxes import ACCOUNT, CHANNEL
from texts import label

_log = structlog.get_logger(__name__)

Security = Literal["starttls", "tls", "none"]

_PATIENCE = 60.0
# A server that is away, and one that wants to see us again (greylisting), within minutes.
_AWAY, _ASKED_LATER = 60.0, 300.0
_NOT_OURS = 900.0
# Larger letters are refused by many; who wants the file finds it in the chat.
_LARGEST = 15_000_000
_PERMANENT = 5
_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """The server that takes letters, and as whom; a `ca_file` names whom we trust besides.

    `sender` may have a name before its address. Letters come `back` to an address with the
    secret of who they were for in it, "" where they come back to the sender.
    """

    host: str
    port: int
    security: Security
    sender: str
    user: str = ""
    password: str = ""
    ca_file: Path | None = None
    back: str = ""

    def connection(self) -> dict[str, Any]:
        """Returns how it is reached, as aiosmtplib takes it."""
        return {
            "hostname": self.host,
            "port": self.port,
            "username": self.user or None,
            "password": self.password or None,
            "use_tls": self.security == "tls",
            "start_tls": self.security == "starttls",
            "tls_context": None if self.security == "none" else self._trusted(),
        }

    def _trusted(self) -> ssl.SSLContext:
        trusted = ssl.create_default_context()
        if self.ca_file is not None:
            trusted.load_verify_locations(self.ca_file)
        return trusted


class EmailChannel(OneWayChannel):
    """Sends letters by one server; nothing is received. `stop_url` makes the link of a token."""

    name = CHANNEL
    account = ACCOUNT
    abilities = ChannelAbilities(
        files=True,
        one_way=True,
        text_limit=100_000,
        pace=Pace(per_second=2),
    )

    def __init__(
        self,
        server: MailServer,
        *,
        stop_url: Callable[[str], str] = lambda _token: "",
        language: str = "vi",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._server = server
        self._stop_url = stop_url
        self._language = language
        self._clock = clock

    async def send(self, sending: Sending) -> DeliveryResult:
        """Hands a letter over; the server's word on the recipient is what is known of it."""
        letter = await asyncio.to_thread(self._compose, sending)
        back = return_path(self._server.back, sending.address.user)
        await self._hand_over(letter, sending.address.chat, back)
        return DeliveryResult(letter["Message-ID"], self._clock())

    def _compose(self, sending: Sending) -> EmailMessage:
        size = sum(file.stat().st_size for file in sending.files if file.is_file())
        fits = size <= _LARGEST
        text = sending.message.text
        if sending.files and not fits:
            text = f"{text}\n\n{label('email-file-too-large', self._language)}"
        names = [*sending.names, *[""] * len(sending.files)]
        return compose(
            Letter(
                sender=self._server.sender,
                recipient=sending.address.chat,
                number=f"{sending.outbox_id}.{sending.part}",
                text=text,
                at=self._clock(),
                footer=label("email-footer", self._language),
                stop_url=self._stop_url(sending.address.user),
                enclosures=[
                    read_enclosure(file, name)
                    for file, name in zip(sending.files, names, strict=False)
                    if fits and file.is_file()
                ],
            )
        )

    async def _hand_over(self, letter: EmailMessage, recipient: str, back: str) -> None:
        server = self._server
        try:
            await aiosmtplib.send(
                letter,
                sender=back or parseaddr(server.sender)[1],
                recipients=[recipient],
                **server.connection(),
                timeout=_PATIENCE,
            )
        except aiosmtplib.SMTPRecipientsRefused as error:
            raise _refused(error.recipients[0]) from error
        except (aiosmtplib.SMTPAuthenticationError, aiosmtplib.SMTPSenderRefused) as error:
            _log.error("the mail server takes nothing from us", reason=reason_of(error))
            raise TryLater(reason_of(error), seconds=_NOT_OURS) from error
        except aiosmtplib.SMTPResponseException as error:
            if error.code // 100 == _PERMANENT:
                raise Rejected(reason_of(error)) from error
            raise TryLater(reason_of(error), seconds=_ASKED_LATER) from error
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
            raise TryLater(reason_of(error), seconds=_AWAY) from error


def _refused(error: aiosmtplib.SMTPRecipientRefused) -> TryLater | Unreachable:
    """Returns what a word on the recipient means: there is no such mailbox, or it is full now."""
    if error.code // 100 == _PERMANENT:
        return Unreachable(reason_of(error))
    return TryLater(reason_of(error), seconds=_ASKED_LATER)


def reason_of(error: Exception) -> str:
    """Returns why a server does not take a letter, on one line."""
    words = str(error) or type(error).__name__
    if isinstance(error, aiosmtplib.SMTPResponseException):
        words = f"{error.code} {error.message}"
    return " ".join(words.split())[:_LONGEST_REASON]
