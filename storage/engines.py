"""Opens connections: one driver, one way to write JSON, and no parameters in what is logged."""

from typing import Any

import orjson
from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine


def json_text(value: object) -> str:
    """Returns a value as JSON, every letter as it is: so that what was written can be found."""
    return orjson.dumps(value).decode()


_USUAL: dict[str, Any] = {
    # What people wrote stands in the parameters, and is nothing for a log.
    "hide_parameters": True,
    "json_serializer": json_text,
    "json_deserializer": orjson.loads,
}


def open_engine(url: URL, **options: Any) -> AsyncEngine:  # noqa: ANN401 - SQLAlchemy's own
    """Returns an engine; every one of the program is opened here, or below."""
    return create_async_engine(url, **_USUAL, **options)


def open_file_engine(url: URL, **options: Any) -> Engine:  # noqa: ANN401 - SQLAlchemy's own
    """Returns an engine for a SQLite file, for long work in a thread of its own."""
    return create_engine(url.set(drivername="sqlite"), **_USUAL, **options)
