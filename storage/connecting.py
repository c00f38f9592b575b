"""From the address of a database, as other programs write it, to what our drivers take."""

import ssl
from typing import Any
from uuid import uuid4

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

_POSTGRESQL = "postgresql+asyncpg"
# "postgres:" is what many who rent out a server call it.
_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": _POSTGRESQL, "postgres": _POSTGRESQL}
# What libpq knows and asyncpg decides by itself or has no use for.
_NEEDLESS = frozenset(
    (
        *("channel_binding", "gssencmode", "sslcompression", "keepalives", "keepalives_idle"),
        *("keepalives_interval", "keepalives_count", "client_encoding"),
        "fallback_application_name",
    )
)
_OF_SSL = frozenset(("sslmode", "sslrootcert", "sslcert", "sslkey"))
_SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
_OF_SERVER = frozenset(("application_name", "search_path", "statement_timeout", "options"))
# The name that other programs have for it: between us and the server stands PgBouncer, which
# gives each transaction the connection that is free.
_POOLED = "pgbouncer"
_OWN = frozenset(("host", "port", "target_session_attrs", "timeout", "command_timeout", "ssl"))


def _unused_name() -> str:
    return f"sinhhoat_{uuid4().hex}"


# A statement that one connection prepared is unknown on the next, and its name may be taken there.
_UNPREPARED = {
    "statement_cache_size": 0,
    "prepared_statement_cache_size": 0,
    "prepared_statement_name_func": _unused_name,
}


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        usual = "sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"
        raise ValueError(f"is no address of a database, such as {usual}") from None


def async_url(url: str) -> URL:
    """Returns the address with the driver that we use; accepts `sqlite:` and `postgresql:`.

    What libpq reads from an address and our driver does not is for `connect_args`. Raises
    ValueError for anything else, in words for whoever wrote it.
    """
    parsed = _parse(url)
    driver = _DRIVERS.get(parsed.get_backend_name())
    if driver is None:
        raise ValueError("must begin with sqlite:/// or postgresql://")
    if driver == _POSTGRESQL:
        known = _NEEDLESS | _OF_SSL | _OF_SERVER | _OWN | {"connect_timeout", _POOLED}
        unknown = sorted(set(parsed.query) - known)
        if unknown:
            raise ValueError(f"the database address has an option nobody knows: {unknown[0]}")
        parsed = parsed.difference_update_query(list(known - _OWN))
    return parsed.set(drivername=driver)


def connect_args(url: str, **usual: Any) -> dict[str, Any]:  # noqa: ANN401 - of the driver
    """Returns what a driver needs beside the address; what stands there wins over the usual.

    Raises ValueError for what cannot be used, in words for whoever wrote it.
    """
    parsed = _parse(url)
    if _DRIVERS.get(parsed.get_backend_name()) != _POSTGRESQL:
        return usual
    said = {name: str(value) for name, value in parsed.query.items()}
    found: dict[str, Any] = dict(usual)
    if "connect_timeout" in said:
        if not said["connect_timeout"].isdecimal():
            raise ValueError("connect_timeout is a number of seconds, such as 10")
        found["timeout"] = float(said["connect_timeout"]) or None
    if said.get(_POOLED, "false") not in ("false", "0"):
        found |= _UNPREPARED
    if _OF_SSL & said.keys():
        found["ssl"] = _ssl(said)
    server = {name: said[name] for name in _OF_SERVER & said.keys() if name != "options"}
    server |= dict(_options(said.get("options", "")))
    if server:
        found["server_settings"] = server
    return found


def _ssl(said: dict[str, str]) -> str | ssl.SSLContext:
    """Returns the mode by its name, or a context where certificates are named."""
    mode = said.get("sslmode", "prefer")
    if mode not in _SSL_MODES:
        raise ValueError(f"sslmode is one of {', '.join(_SSL_MODES)}")
    if not {"sslrootcert", "sslcert"} & said.keys():
        return mode
    try:
        return _context(mode, said)
    except OSError as error:
        raise ValueError(f"a certificate in the address cannot be read: {error}") from None


def _context(mode: str, said: dict[str, str]) -> ssl.SSLContext:
    root = said.get("sslrootcert")
    context = ssl.create_default_context(cafile=None if root == "system" else root)
    context.check_hostname = mode == "verify-full"
    if mode not in ("verify-ca", "verify-full"):
        context.verify_mode = ssl.CERT_NONE
    if "sslcert" in said:
        context.load_cert_chain(said["sslcert"], said.get("sslkey"))
    return context


def _options(written: str) -> list[tuple[str, str]]:
    """Returns the settings in "-c name=value -c name=value"."""
    parts = (part.strip() for part in written.split("-c ") if "=" in part)
    return [(name, value) for name, _, value in (part.partition("=") for part in parts)]
