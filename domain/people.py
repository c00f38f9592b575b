"""People and the posts they hold."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a post lets its holder do."""

    LEADER = "leader"
    DEPUTY = "deputy"
    CADRE = "cadre"
    STAFF = "staff"
    READER = "reader"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the bot knows; `address_form` is how they are addressed ("đồng chí")."""

    id: int
    name: str
    address_form: str
    language: str
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A role held for one chapter, or for an area and all below it (perhaps one kind only).

    `stands_in_for` is the post whose holder is away meanwhile.
    """

    id: int
    person_id: int
    role: Role
    chapter_id: int | None
    area_id: int | None
    kind_id: int | None
    valid_from: date
    valid_to: date | None
    stands_in_for: int | None = None

    def holds_on(self, day: date) -> bool:
        """True when the post is held on `day`; `valid_to` is the last day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
