"""The schema: one history for SQLite and PostgreSQL (decision 7)."""

from storage.tables import (
    api,
    cadres,
    cases,
    directory,
    figures,
    grading,
    history,
    mail,
    meetings,
    official,
    programmes,
    questionnaires,
    workbook,
)
from storage.tables.base import metadata

__all__ = [
    "api",
    "cadres",
    "cases",
    "directory",
    "figures",
    "grading",
    "history",
    "mail",
    "meetings",
    "metadata",
    "official",
    "programmes",
    "questionnaires",
    "workbook",
]
