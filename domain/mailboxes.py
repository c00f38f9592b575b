"""Where letters go by e-mail: whose address it is, whether it was confirmed, what it takes."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

# The channel's name in addresses, and its one account.
CHANNEL, ACCOUNT = "email", "main"
# Where the secret of who a letter is for stands in the address that it comes back to.
RETURN_TOKEN = "{token}"  # noqa: S105 - the place of one
# As many characters as the address of an account may have.
LONGEST = 64
# What a browser takes as an address (WHATWG HTML, "valid e-mail address"), its domain with a dot.
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})+")


class Wish(StrEnum):
    """What somebody wants to have by e-mail as well."""

    DIGESTS = "digests"
    FILES = "files"
    FAULTS = "faults"
    MISSED = "missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """Somebody's e-mail address; nothing but codes goes there before `confirmed_at`.

    `stopped_at` is when they wanted no more letters. `wrong` counts the wrong codes typed of the
    one that is good until `code_until`, `codes` those that were sent on the day `codes_on`.
    """

    person_id: int
    address_id: int
    email: str
    reachable: bool
    wishes: frozenset[Wish]
    code_hash: str | None
    code_until: datetime | None
    wrong: int
    codes: int
    codes_on: date
    confirmed_at: datetime | None
    stopped_at: datetime | None

    @property
    def takes_letters(self) -> bool:
        """True for an address that was confirmed, not stopped, and works as far as is known."""
        return self.confirmed_at is not None and self.stopped_at is None and self.reachable


def read_email(text: str) -> str | None:
    """Returns the address that somebody typed, its domain in small letters; None for none.

    Whatever has a line break or a blank in it is none.
    """
    typed = text.strip(" ").removeprefix("mailto:")
    if len(typed) > LONGEST or _EMAIL.fullmatch(typed) is None:
        return None
    name, _, domain = typed.rpartition("@")
    return f"{name}@{domain.lower()}"


def is_within_domains(email: str, domains: frozenset[str]) -> bool:
    """True when an address belongs to one of these domains, or below one; none allow any."""
    domain = email.rpartition("@")[2]
    return not domains or any(domain == own or domain.endswith(f".{own}") for own in domains)
