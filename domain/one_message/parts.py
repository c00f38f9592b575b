"""What was heard in a message, piece by piece."""

from dataclasses import dataclass

from domain.one_message.labels import Field

# What a part says where it says that there is nothing: "không có khó khăn".
NONE = ""
# What a day says that is the planned one.
AS_PLANNED = "đúng kế hoạch"
NOT_HELD, MOVED, UNCLEAR = "not_held", "moved", "unclear"


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a message that tell one thing: what that may be, and what of them is the value."""

    fields: tuple[Field, ...]
    words: str
    value: str

    @property
    def field(self) -> Field:
        """What the words tell where that is certain, else the likelier."""
        return self.fields[0]


@dataclass(frozen=True, slots=True)
class HeardReport:
    """A message taken apart; `unread` are words that stayed, in pieces."""

    text: str
    parts: tuple[Part, ...]
    unread: tuple[str, ...]

    def of(self, wanted: Field) -> tuple[Part, ...]:
        """Returns the parts that certainly tell one thing."""
        return tuple(part for part in self.parts if part.fields == (wanted,))

    @property
    def unclear(self) -> tuple[Part, ...]:
        """The parts that may be a day or a figure."""
        return tuple(part for part in self.parts if len(part.fields) > 1)
