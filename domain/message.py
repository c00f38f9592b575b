"""What the bot says, before any messenger draws it.

Text is *rich text*: plain characters with `&`, `<`, `>` escaped as in HTML and no markup but
`<b>…</b>` and `<i>…</i>`, never nested. `texts.render` makes it; arguments are escaped there.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Expects(StrEnum):
    """What sort of answer a prompt waits for."""

    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    COUNT = "count"
    TEXT = "text"
    PHOTOS = "photos"


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: a short key (ASCII, at most 24 bytes) and its plain label."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question that is open until it is answered.

    `choices` are answers, `navigation` the ways out (back, skip, example, cancel). `selected`
    holds the keys ticked so far where several may be chosen. `columns` is a wish for drawing.
    `own_words` says that words of one's own are an answer beside the buttons, `lettered` that
    numbers could mean something else where choices are a list: they are named by letters.
    """

    id: str
    expects: Expects
    choices: tuple[Choice, ...] = ()
    navigation: tuple[Choice, ...] = ()
    selected: frozenset[str] = frozenset()
    columns: int = 1
    own_words: bool = False
    lettered: bool = False

    @property
    def takes_words(self) -> bool:
        """True where whatever is typed may be the answer."""
        return self.own_words or self.expects is Expects.TEXT

    @property
    def every_choice(self) -> tuple[Choice, ...]:
        """Answers first, then the ways out."""
        return self.choices + self.navigation


_WANTED = {"+": True, "-": False}


def with_wanted(prompt: Prompt) -> Prompt:
    """Returns a list of ticks as it is shown: each button names the state that it asks for.

    So a press means the same however often it arrives, and whatever was drawn meanwhile.
    """
    if prompt.expects is not Expects.CHOICES:
        return prompt
    shown = {choice.key: _asking(choice.key, prompt.selected) for choice in prompt.choices}
    return replace(
        prompt,
        choices=tuple(replace(choice, key=shown[choice.key]) for choice in prompt.choices),
        selected=frozenset(shown[key] for key in prompt.selected if key in shown),
    )


def _asking(key: str, selected: frozenset[str]) -> str:
    return f"{key}{'-' if key in selected else '+'}"


def split_wanted(key: str) -> tuple[str, bool | None]:
    """Returns a pressed button's own key and the state it asks for, None where it names none."""
    wanted = _WANTED.get(key[-1:])
    return (key, None) if wanted is None else (key[:-1], wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message to show: rich text, perhaps with an open prompt or stored photos.

    `notes` are remarks below the text, each left out where there is no room for it. A `silent` one
    makes no sound where the messenger lets it.
    """

    text: str
    prompt: Prompt | None = None
    attachments: tuple[int, ...] = field(default=())
    notes: tuple[str, ...] = ()
    silent: bool = False
