"""A real SMTP server on this machine: TLS, a password, mailboxes that are not there."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP as PARSING
from functools import partial
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "bot@xa.gov.vn", "mật khẩu"


@dataclass
class MailServer:
    """What was taken in, by recipient; `answers` are the words on recipients, by address."""

    port: int = 0
    ca_file: Path = Path()
    letters: list[tuple[str, EmailMessage]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    is_secure: list[bool] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - its name at aiosmtpd
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        """Takes whoever nothing was to be said of."""
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - its name at aiosmtpd
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Keeps a letter for each of its recipients."""
        assert isinstance(envelope.content, bytes)
        mail = BytesParser(EmailMessage, policy=PARSING).parsebytes(envelope.content)
        self.letters += [(address, mail) for address in envelope.rcpt_tos]
        assert isinstance(server.transport, asyncio.Transport)
        self.senders.append(envelope.mail_from or "")
        self.is_secure.append(server.transport.get_extra_info("ssl_object") is not None)
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        return [mail for to, mail in self.letters if to == address]


def _authenticate(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
) -> AuthResult:
    assert isinstance(data, LoginPassword)
    is_right = (data.login.decode(), data.password.decode()) == (USER, PASSWORD)
    return AuthResult(success=is_right, handled=False)


@asynccontextmanager
async def mail_server(folder: Path, security: str = "starttls") -> AsyncIterator[MailServer]:
    """Serves with STARTTLS, with TLS from the first byte, or with "none"."""
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    kept = MailServer(ca_file=folder / "mail-ca.pem")
    authority.cert_pem.write_to_path(str(kept.ca_file))
    loop = asyncio.get_running_loop()
    asks_for_tls = security == "starttls"
    protocol = partial(
        SMTP,
        kept,
        hostname="localhost",
        enable_SMTPUTF8=True,
        tls_context=context if asks_for_tls else None,
        require_starttls=asks_for_tls,
        auth_required=asks_for_tls,
        auth_require_tls=asks_for_tls,
        authenticator=_authenticate,
        loop=loop,
    )
    server = await loop.create_server(
        protocol, "localhost", 0, ssl=context if security == "tls" else None
    )
    kept.port = server.sockets[0].getsockname()[1]
    try:
        yield kept
    finally:
        server.close()
