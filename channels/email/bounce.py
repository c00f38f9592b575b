"""Letters that come back: what a mail server reports of them (RFC 3464), read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import default
from email.utils import getaddresses

from domain.mailboxes import RETURN_TOKEN

# Where a mail server says to whom it hands a letter that came back.
_TO = ("To", "Delivered-To", "X-Original-To")
_NUMBER = re.compile(r"<(\d{1,18})\.\d{1,6}@")
_FOR_GOOD = "5."


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """A letter that will never arrive: by whose secret it went, why, and as which row."""

    token: str
    status: str
    outbox_id: int | None


def return_path(pattern: str, token: str) -> str:
    """Returns to which address a letter comes back, "" where no such address was set."""
    return pattern.replace(RETURN_TOKEN, token)


def read_bounce(raw: bytes, pattern: str) -> Bounce | None:
    """Returns what came back to an address of the pattern; None for anything else.

    A server that still tries has given nothing up, and a letter of a person is no report.
    """
    mail = message_from_bytes(raw, policy=default)
    if mail.get_content_type() != "multipart/report":
        return None
    token = _find_token(mail, pattern)
    status = next(_list_failures(mail), "")
    if not token or not status:
        return None
    return Bounce(token=token, status=status, outbox_id=_find_row(mail))


def _find_token(mail: Message, pattern: str) -> str:
    before, _, after = pattern.partition(RETURN_TOKEN)
    shape = re.compile(f"{re.escape(before)}([0-9a-f]{{32}}){re.escape(after)}", re.IGNORECASE)
    written = [str(value) for name in _TO for value in mail.get_all(name, [])]
    found = (shape.fullmatch(address.strip("<>")) for _, address in getaddresses(written))
    return next((match[1].lower() for match in found if match), "")


def _list_failures(mail: Message) -> Iterator[str]:
    """Yields the statuses of recipients that were given up for good, as "5.1.1"."""
    for part in mail.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        blocks = part.get_payload()
        for block in blocks if isinstance(blocks, list) else []:
            if not isinstance(block, Message):
                continue
            status = str(block.get("Status", "")).strip()
            action = str(block.get("Action", "")).strip().lower()
            if action == "failed" and status.startswith(_FOR_GOOD):
                yield status[:9]


def _find_row(mail: Message) -> int | None:
    """Returns which row of the outbox the letter was, where its header came back with it."""
    for part in mail.walk():
        if part.get_content_type() in ("message/rfc822", "text/rfc822-headers"):
            found = _NUMBER.search(part.as_string())
            return int(found[1]) if found else None
    return None
