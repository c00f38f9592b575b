"""The only SQL: one schema on two databases, read and written by an open `UnitOfWork`."""

from storage.database import Database
from storage.errors import Duplicate, StorageError, Unavailable
from storage.unit import UnitOfWork

__all__ = ["Database", "Duplicate", "StorageError", "Unavailable", "UnitOfWork"]
