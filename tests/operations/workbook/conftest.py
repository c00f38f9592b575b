from pathlib import Path

import pytest

from storage import Database
from tests.operations.workbook.offices import Office


@pytest.fixture
def office(database: Database, tmp_path: Path) -> Office:
    return Office(database, tmp_path / "danh-ba.xlsx")
