"""The same talk where there are no buttons: numbered lists out, typed labels back in."""

from collections.abc import Sequence

from domain.message import Choice, Expects, Message, Prompt
from domain.reading import key, match_choice, spells, spells_fully
from texts import label, plain

# Where a typed number is itself an answer, a numbered list would make it ambiguous.
NUMBERED = frozenset({Expects.CHOICE, Expects.CHOICES})
_FORMER = {"cancel": "Hủy"}


def render_plain(message: Message, language: str = "vi") -> str:
    """Returns a message as plain text: numbered choices and the words to type."""
    shown = [plain(message.text)]
    prompt = message.prompt
    if prompt is None:
        return shown[0]
    words = prompt.navigation
    if is_numbered(prompt):
        shown.append("\n".join(_numbered(prompt)))
    else:
        words = prompt.choices + prompt.navigation
    if words:
        typed = " · ".join(choice.label for choice in words)
        shown.append(label("dialogue-type", language, words=typed))
    return "\n\n".join(part for part in shown if part)


def is_numbered(prompt: Prompt) -> bool:
    """Says whether the options of the prompt can be named by their place in the list."""
    return prompt.expects in NUMBERED and bool(prompt.choices)


def resolve_typed(prompt: Prompt, text: str) -> str | None:
    """Returns the key of the button a typed text stands for, on any channel.

    Where the text may be an answer of its own, only what is surely a label stands for one.
    """
    if prompt.expects is Expects.TEXT:
        return _find_named((*prompt.every_choice, *_former(prompt.navigation)), text)
    in_full = prompt.own_words or prompt.expects is Expects.CHOICES
    ways_out = (*prompt.navigation, *_former(prompt.navigation))
    way_out = resolve_choice(ways_out, text, in_full=prompt.own_words)
    numbered = is_numbered(prompt)
    return way_out or resolve_choice(prompt.choices, text, numbered=numbered, in_full=in_full)


def _former(navigation: Sequence[Choice]) -> tuple[Choice, ...]:
    """Returns what buttons were called before: who learned to type that is still understood."""
    return tuple(
        Choice(one.key, _FORMER[one.key])
        for one in navigation
        if one.key in _FORMER and one.label != _FORMER[one.key]
    )


def _find_named(choices: Sequence[Choice], text: str) -> str | None:
    """Finds a label typed in full; a shortened one may be the answer itself.

    So may a single syllable without its marks: "Huy" is a name, and no "Hủy".
    """
    is_short = len(key(text).split()) == 1
    same = spells_fully if is_short else spells
    return next((choice.key for choice in choices if same(text, choice.label)), None)


def resolve_choice(
    choices: Sequence[Choice], text: str, *, numbered: bool = False, in_full: bool = False
) -> str | None:
    """Returns the key of the choice whose label, or number in a list, was typed."""
    return match_choice(text, choices, numbered=numbered, in_full=in_full) if choices else None


def _numbered(prompt: Prompt) -> list[str]:
    several = prompt.expects is Expects.CHOICES
    lines = []
    for number, choice in enumerate(prompt.choices, start=1):
        tick = ("[x] " if choice.key in prompt.selected else "[ ] ") if several else ""
        lines.append(f"{number}. {tick}{choice.label}")
    return lines
