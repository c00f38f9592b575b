"""The only SQL: one schema on SQLite and PostgreSQL, read and written through an open `Unit`."""

from storage.database import Database
from storage.errors import Duplicate, StorageError, Unavailable
from storage.unit import Unit

__all__ = ["Database", "Duplicate", "StorageError", "Unavailable", "Unit"]
