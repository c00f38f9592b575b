"""People and the posts they hold."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.names import split_address


class Role(StrEnum):
    """What a post lets its holder do."""

    LEADER = "leader"
    DEPUTY = "deputy"
    CADRE = "cadre"
    STAFF = "staff"
    READER = "reader"
    ADMINISTRATOR = "administrator"


# Those who look after others' reports are told of things once a day.
BUNDLED = frozenset({Role.CADRE, Role.STAFF, Role.READER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the bot knows; `address_form` is how they are addressed ("đồng chí").

    It ends with what they are called where that has several words ("đồng chí Sa Rinh").
    """

    id: int
    name: str
    address_form: str
    language: str
    phone: str | None = None

    @property
    def form(self) -> str:
        """How they are addressed beside their whole name: "đồng chí"."""
        return split_address(self.address_form, self.name)[0]

    @property
    def called(self) -> str:
        """How they are addressed and called: "đồng chí Rinh"."""
        return split_address(self.address_form, self.name)[1]


# Whom something is for: a kind of chapters by id, an association by name, None for all.
Only = int | str | None


def is_within(only: Only, kind_id: int | None, association: str | None) -> bool:
    """True when what is for `only` takes in a kind of chapters, or all of an association."""
    return only is None or only in (kind_id, association)


def split_only(only: Only) -> tuple[int | None, str | None]:
    """Returns whom something is for as it is kept: the kind by id, the association by name."""
    if isinstance(only, int):
        return only, None
    return None, only


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A role held for one chapter, or for an area and all below it.

    Of an area it may be for one kind of chapters only, or for all kinds of one association.
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
    association: str | None = None

    @property
    def only(self) -> Only:
        """What of its area it is for: a kind by id, an association by name, None for all."""
        return self.kind_id if self.kind_id is not None else self.association

    def holds_on(self, day: date) -> bool:
        """True when the post is held on `day`; `valid_to` is the last day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
