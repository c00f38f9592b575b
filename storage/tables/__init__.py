"""The schema: one history for SQLite and PostgreSQL (decision 7)."""

from storage.tables import directory, history, mail, meetings, workbook
from storage.tables.base import metadata

__all__ = ["directory", "history", "mail", "meetings", "metadata", "workbook"]
