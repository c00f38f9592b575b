"""Talks run on one database; storage and use cases on both."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def database_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A database with every table and no row."""
    file = tmp_path / "sinhhoat.db"
    shutil.copy(sqlite_template, file)
    return f"sqlite:///{file}"
