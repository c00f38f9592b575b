"""Opens connections: one driver, one way to write JSON, and no parameters in what is logged."""

from typing import Any

import orjson
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine


def json_text(value: object) -> str:
    """Returns a value as JSON, every letter as it is: so that what was written can be found."""
    return orjson.dumps(value).decode()


def open_engine(url: URL, **options: Any) -> AsyncEngine:  # noqa: ANN401 - SQLAlchemy's own
    """Returns an engine; every one of the program is opened here."""
    return create_async_engine(
        url,
        # What people wrote stands in the parameters, and is nothing for a log.
        hide_parameters=True,
        json_serializer=json_text,
        json_deserializer=orjson.loads,
        **options,
    )
