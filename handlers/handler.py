"""What every conversation handler offers, and the ordered list of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dialogue.inputs import Input
from domain.reading import fold
from operations.turn import Turn


class Handler(Protocol):
    """One task a person can do.

    `command` is its slash command without the slash ("" for none), `words` the text key of
    the words that start it as well, separated by `|`. `takes_files` says whether photos and
    voice messages are kept for it.
    """

    name: str
    command: str
    words: str
    takes_files: bool

    async def begin(self, turn: Turn, argument: str) -> None:
        """Starts the task; `argument` is what stood behind the command or in the button."""
        ...

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes what the person sent while this handler is in charge."""
        ...


@dataclass(frozen=True)
class Registry:
    """The handlers in the order in which their commands are tried; `home` is the menu."""

    handlers: Sequence[Handler]
    enrolment: Handler
    groups: Handler
    home: Handler

    def named(self, name: str | None) -> Handler | None:
        """Returns the handler of this name."""
        return next((handler for handler in self.handlers if handler.name == name), None)

    def by_command(self, text: str, turn: Turn) -> tuple[Handler, str] | None:
        """Returns the handler that a text calls, by slash command or by its words."""
        first, _, rest = text.strip().partition(" ")
        if first.startswith("/"):
            name = first[1:].partition("@")[0].lower()
            return next(((h, rest.strip()) for h in self.handlers if h.command == name), None)
        typed = fold(text)
        for handler in self.handlers:
            if handler.words and typed in _words(handler, turn):
                return handler, ""
        return None


def _words(handler: Handler, turn: Turn) -> list[str]:
    return [fold(word) for word in turn.text(handler.words).split("|")]
