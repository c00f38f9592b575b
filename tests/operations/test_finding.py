import pytest

from operations.directory.finding import find_people
from storage import Database
from storage.people import people
from tests.directory import at


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("thach thi lan", ["Thạch Thị Lan"]),
        ("Lan", ["Thạch Thị Lan", "Kim Lan"]),
        ("La", []),
        ("0900 000 123", ["Kim Lan"]),
        ("+84 900000123", ["Kim Lan"]),
        ("84 900 000 123", ["Kim Lan"]),
        ("(+84)900.000.123", ["Kim Lan"]),
        ("0084900000123", ["Kim Lan"]),
        ("900000123", ["Kim Lan"]),
        ("1", ["Thạch Thị Lan"]),
        ("99", []),
    ],
)
async def test_people_are_found_by_number_phone_or_name(
    database: Database, text: str, names: list[str]
) -> None:
    async with database.write() as unit:
        await people.add(unit, name="Thạch Thị Lan", now=at(1))
        await people.add(unit, name="Kim Lan", phone="0900.000.123", now=at(1))
        assert [person.name for person in await find_people(unit, text)] == names
