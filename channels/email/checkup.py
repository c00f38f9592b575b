"""Looks whether the mail server can be reached and knows us; no letter is sent."""

import aiosmtplib

from channels.email.channel import MailServer, reason_of

_PATIENCE = 10.0


async def check_up(server: MailServer) -> str:
    """Returns why no letter could be handed over now, "" if one could."""
    client = aiosmtplib.SMTP(**server.connection(), timeout=_PATIENCE)
    try:
        async with client:
            await client.noop()
    except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
        return reason_of(error)
    return ""
