"""Finds a person for the command line: by number, by phone, or by any part of the name."""

from domain.names import name_key, named_so
from domain.people import Person
from domain.reading import phone_digits
from storage import UnitOfWork
from storage.people import people, people_search

_SHOWN = 20
_SHORTEST_PHONE = 6


async def find_people(unit: UnitOfWork, text: str) -> list[Person]:
    """Returns who may be meant: one by number, else all whose phone or name has the text.

    Names match in any spelling, in whole words; whoever is named exactly so comes alone.
    """
    phone_wanted = phone_digits(text)
    if text.isdecimal() and len(text) < _SHORTEST_PHONE:
        return list((await people.persons(unit, [int(text)])).values())
    wanted = f" {name_key(text)} "

    def matches(name: str, phone: str) -> bool:
        known = phone_digits(phone)
        by_phone = len(phone_wanted) >= _SHORTEST_PHONE and known.endswith(phone_wanted)
        return by_phone or wanted in f" {name_key(name)} "

    found = await people_search.find_matching(unit, matches, limit=_SHOWN)
    return named_so(text, found, lambda person: person.name) or found
