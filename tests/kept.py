"""What a database holds: every row of every table as JSON."""

import orjson
from sqlalchemy import select

from storage import Database
from storage.tables import metadata


async def all_rows(database_url: str) -> dict[str, list[bytes]]:
    """Returns the rows by table, each table's in the order of their keys."""
    database = Database(database_url, new_id=lambda: 0)
    try:
        async with database.read() as unit:
            return {
                table.name: [
                    orjson.dumps(row._asdict(), default=str, option=orjson.OPT_NON_STR_KEYS)
                    for row in await unit.all(select(table).order_by(*table.primary_key.columns))
                ]
                for table in metadata.sorted_tables
            }
    finally:
        await database.close()
