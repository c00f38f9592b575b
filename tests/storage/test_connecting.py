"""Addresses as other programs and hosts of databases write them."""

import asyncio
import ssl

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from storage.connecting import async_url, connect_args
from storage.database import Database
from storage.migrate import migrate
from tests.directory import at


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("sslmode=require", {"ssl": "require"}),
        ("sslmode=require&channel_binding=require", {"ssl": "require"}),
        ("connect_timeout=7", {"timeout": 7.0}),
        ("connect_timeout=0", {"timeout": None}),
        ("application_name=sinhhoat", {"server_settings": {"application_name": "sinhhoat"}}),
        ("options=-c%20search_path%3Dapp", {"server_settings": {"search_path": "app"}}),
        ("pgbouncer=false", {}),
        ("", {}),
    ],
)
def test_what_libpq_reads_reaches_the_driver(query: str, wanted: dict[str, object]) -> None:
    url = f"postgresql://u:p@db.example.vn/sinhhoat?{query}"
    assert connect_args(url) == wanted
    assert dict(async_url(url).query) == {}
    other = url.replace("postgresql:", "postgres:")
    assert (connect_args(other), async_url(other)) == (wanted, async_url(url))


def test_behind_pgbouncer_no_statement_is_prepared_to_be_used_again() -> None:
    given = connect_args("postgresql://u@h/d?pgbouncer=true")
    assert given["statement_cache_size"] == given["prepared_statement_cache_size"] == 0
    name = given["prepared_statement_name_func"]
    assert name() != name()


def test_a_certificate_of_ones_own_is_checked() -> None:
    url = "postgresql://u@h/d?sslmode=verify-full&sslrootcert=system"
    context = connect_args(url)["ssl"]
    assert isinstance(context, ssl.SSLContext)
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED


def test_an_option_nobody_knows_is_named() -> None:
    with pytest.raises(ValueError, match="ssl_mode"):
        async_url("postgresql://u@h/d?ssl_mode=require")


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_database_opens_by_such_an_address(database_url: str) -> None:
    said = {"sslmode": "prefer", "connect_timeout": "9", "application_name": "thu"}
    url = make_url(database_url).update_query_dict({**said, "channel_binding": "prefer"})
    address = url.render_as_string(hide_password=False)
    await migrate(address, now=at(1))
    database = Database(address, new_id=lambda: 1)
    try:
        async with database.read() as unit:
            assert await unit.scalar(text("select current_setting('application_name')")) == "thu"
    finally:
        await database.close()


@pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
async def test_several_that_migrate_at_once_wait_for_one_another(
    empty_database_url: str,
) -> None:
    ends = await asyncio.gather(*(migrate(empty_database_url, now=at(1)) for _ in range(4)))
    assert len({after for _, after in ends}) == 1
