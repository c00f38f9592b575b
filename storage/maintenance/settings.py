"""Small facts about the installation itself, by key."""

from typing import Any

from sqlalchemy import select

from storage.tables.directory import setting as table
from storage.unit import UnitOfWork


async def find(unit: UnitOfWork, key: str) -> Any:  # noqa: ANN401 - whatever JSON was put
    """Returns what was put under a key, None if nothing was."""
    return await unit.scalar(select(table.c.value).where(table.c.key == key))


async def put(unit: UnitOfWork, key: str, value: Any) -> None:  # noqa: ANN401 - any JSON
    """Keeps a JSON value under a key, in place of what was there."""
    insert = unit.insert(table).values(key=key, value=value)
    await unit.run(insert.on_conflict_do_update(index_elements=["key"], set_={"value": value}))
