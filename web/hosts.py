"""The names under which pages answer."""

from typing import Final
from urllib.parse import urlsplit

LOOPBACK: Final = ("localhost", "127.0.0.1", "[::1]", "::1")
_EVERYWHERE = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - compared, not bound


def list_hosts(*, public_url: str = "", web_host: str = "") -> list[str]:
    """Returns the names under which a page answers; others get 400."""
    named = {urlsplit(public_url).hostname or "", web_host.lower()} - _EVERYWHERE
    return [*LOOPBACK, *sorted(named)]
