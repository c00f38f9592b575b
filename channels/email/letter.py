"""A message as a letter: plain words and the same as HTML, its files enclosed."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from mimetypes import guess_extension, guess_type
from pathlib import Path

from domain.files import HEAD, sniff
from domain.rich import plain_text

_LONGEST_SUBJECT = 120
_UNKNOWN = "application/octet-stream"
# Of a hash by which a file is called for want of a name.
_SHORT = 12
# RFC 3834: no automatic answer is to come to a letter that a program wrote.
_AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a letter, under its name."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What goes to whom; `stop_url` stops all letters to this address, "" for no such link.

    `number` is the same whenever this very letter is sent again.
    """

    sender: str
    recipient: str
    number: str
    text: str
    at: datetime
    footer: str
    stop_url: str = ""
    enclosures: Sequence[Enclosure] = ()


def read_enclosure(file: Path, name: str) -> Enclosure:
    """Reads a stored file; one that nobody named is called by what its bytes are."""
    content = file.read_bytes()
    found = sniff(content[:HEAD]) or _UNKNOWN
    named = name or f"{file.name[:_SHORT]}{guess_extension(found) or ''}"
    return Enclosure(named, guess_type(named)[0] or found, content)


def compose(letter: Letter) -> EmailMessage:
    """Returns the letter as it is sent; no header can be smuggled in by what it is made of.

    Raises ValueError where a line break stands in an address.
    """
    mail = EmailMessage(policy=SMTP)
    mail["From"] = letter.sender
    mail["To"] = letter.recipient
    mail["Subject"] = _subject(letter.text)
    mail["Date"] = format_datetime(letter.at)
    mail["Message-ID"] = f"<{letter.number}@{_domain(letter.sender)}>"
    for name, value in _AUTOMATIC.items():
        mail[name] = value
    if letter.stop_url:
        # RFC 2369 and RFC 8058: one press in the reader's own program, without a page.
        mail["List-Unsubscribe"] = f"<{letter.stop_url}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    plain = f"{plain_text(letter.text)}\n\n-- \n{letter.footer}\n{letter.stop_url}".rstrip()
    mail.set_content(f"{plain}\n")
    mail.add_alternative(_html(letter), subtype="html")
    for enclosure in letter.enclosures:
        kind, _, rest = enclosure.mime.partition("/")
        mail.add_attachment(
            enclosure.content, maintype=kind, subtype=rest, filename=enclosure.name
        )
    return mail


def _subject(text: str) -> str:
    """Returns the first line, however it is written, as one line without control characters."""
    lines = (" ".join(line.split()) for line in plain_text(text).splitlines())
    first = next(filter(None, lines), "")
    clean = "".join(character for character in first if character.isprintable())
    return clean if len(clean) <= _LONGEST_SUBJECT else f"{clean[: _LONGEST_SUBJECT - 1]}…"


def _html(letter: Letter) -> str:
    """Returns the rich text, which is HTML already, in paragraphs."""
    paragraphs = "".join(
        "<p>{}</p>".format(paragraph.replace("\n", "<br>"))
        for paragraph in letter.text.split("\n\n")
    )
    link = html.escape(letter.stop_url)
    stop = f'<br><a href="{link}">{link}</a>' if link else ""
    return (
        '<!doctype html><html><head><meta charset="utf-8"></head><body>'
        f"{paragraphs}<hr><p><small>{html.escape(letter.footer)}{stop}</small></p></body></html>"
    )


def _domain(sender: str) -> str:
    return parseaddr(sender)[1].rpartition("@")[2]
