"""The schema: one history for SQLite and PostgreSQL (decision 7)."""

from storage.tables import directory, mail, meetings
from storage.tables.base import metadata

__all__ = ["directory", "mail", "meetings", "metadata"]
