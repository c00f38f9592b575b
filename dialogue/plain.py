"""The same talk where there are no buttons: choices written out, and what is typed for them."""

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from domain.message import Choice, Expects, Message, Prompt
from domain.reading import key, match_choice, spells, spells_fully
from texts import Rich, escape_rich, render

# Where a typed number is itself an answer, a numbered list would make it ambiguous.
NUMBERED = frozenset({Expects.CHOICE, Expects.CHOICES})
_OWN_NUMBER = re.compile(r"^\s*(?:<[bi]>)?\d+[.)](?:</[bi]>)?\s", re.MULTILINE)
_LETTER = re.compile(r"\(?([a-z])[.)]?")
_FORMER = {"cancel": "Hủy"}
_AND = re.compile(r"[,;+/&\n]| và | với | va | voi | and ", re.IGNORECASE)


def write_out(message: Message, language: str) -> Message:
    """Returns a message with its choices as a list in its text, for where there are no buttons."""
    prompt = message.prompt
    if prompt is None:
        return message
    shown, words, how = [message.text], prompt.every_choice, []
    if has_list(prompt):
        shown.append("\n".join(_lines(prompt)))
        words = prompt.navigation
        how.append(render(f"dialogue-type-{_way(prompt)}", language))
    if words:
        typed = " · ".join(choice.label for choice in words)
        how.append(render("dialogue-type", language, words=typed))
    shown.append(" ".join(how))
    text = Rich("\n\n".join(part for part in shown if part))
    return Message(text=text, attachments=message.attachments, notes=message.notes)


def has_list(prompt: Prompt) -> bool:
    """Says whether the options of the prompt can be named by their place in a list."""
    is_short = len(prompt.choices) <= len(ascii_lowercase)
    listed = prompt.expects in NUMBERED and bool(prompt.choices)
    return listed and (is_short or not prompt.lettered)


def has_numbers(text: str) -> bool:
    """Says whether a rich text has a numbered list of its own, so that "1" could mean that."""
    return bool(_OWN_NUMBER.search(text))


def resolve_typed(prompt: Prompt, text: str) -> str | None:
    """Returns the key of the button a typed text stands for, on any channel.

    Where the text may be an answer of its own, only what is surely a label stands for one.
    """
    if prompt.expects is Expects.TEXT:
        return find_named((*prompt.every_choice, *_former(prompt.navigation)), text)
    in_full = prompt.own_words or prompt.expects is Expects.CHOICES
    ways_out = (*prompt.navigation, *_former(prompt.navigation))
    way_out = resolve_choice(ways_out, text, in_full=prompt.own_words)
    return way_out or _resolve_listed(prompt, text, in_full=in_full)


def resolve_several(prompt: Prompt, text: str) -> tuple[str, ...]:
    """Returns the keys of the choices that "1, 3" names, none unless each of them is known."""
    if prompt.expects is not Expects.CHOICES:
        return ()
    found = [_resolve_listed(prompt, part, in_full=True) for part in split_several(text)]
    return tuple(dict.fromkeys(key for key in found if key)) if all(found) else ()


def resolve_letter(prompt: Prompt, text: str) -> str | None:
    """Returns the key of the choice whose letter was typed: "b", "b." or "(b)"."""
    typed = _LETTER.fullmatch(text.strip().lower())
    place = ascii_lowercase.index(typed[1]) if typed else len(ascii_lowercase)
    is_there = prompt.lettered and has_list(prompt) and place < len(prompt.choices)
    return prompt.choices[place].key if is_there else None


def split_several(text: str) -> list[str]:
    """Splits "1, 2", "1 2" and "thảo luận và biểu dương"."""
    parts = [part.strip(" .") for part in _AND.split(text)]
    words = [word for part in parts for word in part.split()]
    are_places = all(word.isdecimal() or _LETTER.fullmatch(word.lower()) for word in words)
    return words if are_places else [part for part in parts if part]


def _resolve_listed(prompt: Prompt, text: str, *, in_full: bool) -> str | None:
    numbered = has_list(prompt) and not prompt.lettered
    named = resolve_choice(prompt.choices, text, numbered=numbered, in_full=in_full)
    found = {named, resolve_letter(prompt, text)} - {None}
    return found.pop() if len(found) == 1 else None


def _former(navigation: Sequence[Choice]) -> tuple[Choice, ...]:
    """Returns what buttons were called before: who learned to type that is still understood."""
    return tuple(
        Choice(choice.key, _FORMER[choice.key])
        for choice in navigation
        if choice.key in _FORMER and choice.label != _FORMER[choice.key]
    )


def find_named(choices: Sequence[Choice], text: str) -> str | None:
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


def _way(prompt: Prompt) -> str:
    """Returns what names the choices of a prompt, by the end of the text that says so."""
    several = "s" if prompt.expects is Expects.CHOICES else ""
    return f"{'letter' if prompt.lettered else 'number'}{several}"


def _lines(prompt: Prompt) -> Iterator[str]:
    several = prompt.expects is Expects.CHOICES
    for place, choice in enumerate(prompt.choices):
        name = ascii_lowercase[place] if prompt.lettered else str(place + 1)
        tick = ("[x] " if choice.key in prompt.selected else "[ ] ") if several else ""
        yield f"{name}. {tick}{escape_rich(choice.label)}"
