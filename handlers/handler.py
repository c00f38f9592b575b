"""What every conversation handler offers, and the ordered list of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from dialogue.inputs import Input
from domain.reading import fold, key, spells
from operations.turn import COMMAND_PROMPT, Turn
from texts import label

# So many words mean the same in another order: "tôi đã báo cáo đủ chưa".
_FEWEST_WORDS = 5
_COURTESIES = frozenset(("da", "thua", "a", "oi", "em", "nhe", "vay", "cua"))


class Handler(Protocol):
    """One task a person can do.

    `command` is its slash command without the slash ("" for none), perhaps with other names
    behind it; `words` is the text key of the words that start it as well. Both separate by
    `|`. `takes_files` says whether photos and voice messages are kept for it.
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
        """Returns the handler that a text calls, by slash command or by its words.

        Words count with their own marks or with none, longer ones in any order. Those that are a
        button of the open question answer that question instead.
        """
        first, _, rest = text.strip().partition(" ")
        if first.startswith("/"):
            name = first[1:].partition("@")[0].lower()
            called = (h for h in self.handlers if name in h.command.split("|"))
            return next(((h, rest.strip()) for h in called), None) if name else None
        said = text.strip().rstrip("?!.… ")
        typed = fold(said)
        if typed in _labels_on_screen(turn):
            return None
        tasks = tuple(handler.words for handler in self.handlers)
        for at, word in _words(tasks, turn.language).get(typed, ()):
            if spells(said, word):
                return self.handlers[at], ""
        asked = _in_any_order(text)
        found = _questions(tasks, turn.language).get(asked) if asked else None
        return None if found is None else (self.handlers[found], "")


@lru_cache
def _words(tasks: tuple[str, ...], language: str) -> Mapping[str, Sequence[tuple[int, str]]]:
    """Returns the words that call tasks, by what they are without marks, each with its task."""
    found: dict[str, list[tuple[int, str]]] = {}
    for at, word in _all_words(tasks, language):
        found.setdefault(fold(word), []).append((at, word))
    return found


@lru_cache
def _questions(tasks: tuple[str, ...], language: str) -> Mapping[str, int]:
    """Returns the longer words that call tasks, whatever their order and courtesies."""
    found: dict[str, int] = {}
    for at, word in _all_words(tasks, language):
        found.setdefault(_in_any_order(word), at)
    return found


def _all_words(tasks: Sequence[str], language: str) -> Iterator[tuple[int, str]]:
    for at, words in enumerate(tasks):
        if words:
            yield from ((at, word) for word in label(words, language).split("|"))


def _in_any_order(text: str) -> str:
    said = [word for word in key(text).split() if word not in _COURTESIES]
    return " ".join(sorted(said)) if len(said) >= _FEWEST_WORDS else ""


def _labels_on_screen(turn: Turn) -> set[str]:
    prompt = turn.talk.prompt.prompt if turn.talk.prompt else None
    if prompt is None or prompt.id.startswith(COMMAND_PROMPT):
        return set()
    return {fold(choice.label) for choice in prompt.every_choice}
