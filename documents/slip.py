"""One invitation slip as data; drawing it is `documents.slips`, which loads a large library."""

from dataclasses import dataclass

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One person's slip: `code` as it is typed, `link` where the QR code leads, "" for none.

    `page` is what to open by hand, `bot` whom to write to where there is no page, `zalo` the link
    that opens the bot on Zalo, `contact` whom to ring, each "" for none.
    """

    name: str
    title: str
    code: str
    link: str
    until: str
    page: str = ""
    bot: str = ""
    zalo: str = ""
    contact: str = ""
