"""Names are resolved to public addresses only: nobody can have us call into our own network."""

import ipaddress
import socket
from collections.abc import Callable

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

# IPv4 addresses as a translating network writes them (RFC 6052).
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddress(OSError):
    """A name leads to an address that is not on the public network."""


def is_public(address: str) -> bool:
    """True for an address of the public network; an IPv4 address may be written as IPv6."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found in _TRANSLATED:
            return is_public(str(ipaddress.IPv4Address(found.packed[-4:])))
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        if found.sixtofour or found.teredo:
            return False
    return found.is_global and not found.is_multicast


class PublicResolver(AbstractResolver):
    """Resolves names; the connection goes to the very address that was looked at."""

    def __init__(self, allows: Callable[[str], bool]) -> None:
        self._allows = allows
        self._inner = DefaultResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Returns the addresses of a name; raises PrivateAddress where one is not public."""
        found = await self._inner.resolve(host, port, family)
        if not all(self._allows(each["host"]) for each in found):
            raise PrivateAddress(f"{host} is not on the public network")
        return found

    async def close(self) -> None:
        """Closes what resolves."""
        await self._inner.close()
