"""Talks of one message each: their buttons are commands, so they never grow old."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dialogue.inputs import Input
from domain.buttons import Button
from domain.message import Choice, Expects
from operations.turn import Turn

# What a small phone shows without much scrolling.
PAGE = 8
LONGEST_LABEL = 60
_LONGEST_END = 26
_LONGEST_NUMBER = 18

T = TypeVar("T")


class ScreenHandler(ABC):
    """A task that shows something and is done; it is never in charge of a talk."""

    name = ""
    command = ""
    words = ""
    takes_files = False

    @abstractmethod
    async def begin(self, turn: Turn, argument: str) -> None:
        """Shows what is asked for."""

    async def answer(self, turn: Turn, given: Input) -> None:  # noqa: ARG002 - nothing to answer
        """Shows itself again."""
        await self.begin(turn, "")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Part `number` of `of` parts of a list; `first` is the place of its first item."""

    items: Sequence[T]
    number: int
    of: int
    first: int


def take_page(items: Sequence[T], number: int, *, size: int = PAGE) -> Page[T]:
    """Returns one page of a list, the nearest there is if the list has become shorter."""
    of = max(-(-len(items) // size), 1)
    number = min(max(number, 1), of)
    first = (number - 1) * size
    return Page(items[first : first + size], number, of, first)


def page_buttons(turn: Turn, page: Page[T], there: Callable[[int], Button]) -> tuple[Choice, ...]:
    """Returns the buttons to the pages before and after; `there` leads to the page of a number."""
    wanted = (("button-page-before", page.number - 1), ("button-page-after", page.number + 1))
    return tuple(
        Choice(there(number).key, turn.label(text))
        for text, number in wanted
        if 1 <= number <= page.of
    )


def say_page(turn: Turn, page: Page[T]) -> None:
    """Says which page it is, where there are several."""
    if page.of > 1:
        turn.say("list-page", number=page.number, of=page.of)


def menu_button(turn: Turn) -> Choice:
    """Returns the button that leads to the menu."""
    return Choice("menu", turn.label("button-menu"))


def show(
    turn: Turn,
    *choices: Choice,
    navigation: Sequence[Choice] = (),
    columns: int = 1,
    expects: Expects = Expects.CHOICE,
) -> None:
    """Ends the answer with commands as buttons, the menu's last; any open task is left."""
    turn.leave()
    turn.ask(
        tuple(Choice(choice.key, shorten(choice.label)) for choice in choices),
        expects=expects,
        navigation=(*navigation, menu_button(turn)),
        columns=columns,
        commands=True,
    )


def unfit_key(turn: Turn) -> str:
    """Returns the key of what is said to an answer that the open question cannot take."""
    prompt = turn.talk.prompt.prompt if turn.talk.prompt else None
    wants_words = prompt is not None and prompt.expects is Expects.TEXT
    return "please-write" if wants_words else "please-press"


def shorten(text: str, longest: int | None = None) -> str:
    """Returns a text on one line, cut to this length, or to what a button can show.

    Labels of one list begin alike and differ at their ends: a label is cut in its middle.
    """
    line = " ".join(text.split())
    if len(line) <= (longest or LONGEST_LABEL):
        return line
    if longest is not None:
        return line[: longest - 1].rstrip() + "…"
    end = line[-_LONGEST_END:].partition(" ")[2] or line[-_LONGEST_END:]
    return f"{line[: LONGEST_LABEL - len(end) - 2].rstrip()}… {end}"


def phone_words(turn: Turn, phone: str | None) -> str:
    """Returns a telephone number, or that there is none."""
    return phone or turn.label("phone-none")


def parse_number(argument: str) -> int:
    """Reads the number in a button's argument, 0 if there is none that a row could have."""
    is_number = argument.isascii() and argument.isdecimal() and len(argument) <= _LONGEST_NUMBER
    return int(argument) if is_number else 0
