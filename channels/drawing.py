"""A stored message as a channel can show it: pure decisions, the same for every messenger."""

from collections.abc import Sequence
from dataclasses import replace

from dialogue.plain import write_out
from domain.abilities import ChannelAbilities
from domain.message import Message
from domain.rich import displayed_length, split_rich
from texts import Rich, render


def draw(
    message: Message, abilities: ChannelAbilities, language: str, *, unasked: bool = False
) -> tuple[Message, ...]:
    """Returns the messages to show for one that is stored: as many as its length asks for.

    Choices are written out where there are no buttons, files named where none can be shown.
    Photos stay with the first part, the prompt and the notes with the last.
    """
    if abilities.one_way or (abilities.brief and unasked):
        message = replace(message, prompt=None)
    if abilities.brief:
        return (_brief(message, abilities, language),)
    shown = message if abilities.buttons else write_out(message, language)
    if shown.attachments and not abilities.files:
        shown = _without_files(shown, language)
    first, *others = split_rich(shown.text, abilities.text_limit)
    if not others:
        return (_noted(shown, shown.text, abilities.text_limit),)
    last = _noted(replace(shown, attachments=()), others.pop(), abilities.text_limit)
    parts = (Message(text=first, attachments=shown.attachments), *map(_alone, others))
    return (*parts, last)


def _brief(message: Message, abilities: ChannelAbilities, language: str) -> Message:
    """Returns one message: the beginning of the text, and the choices in full below it."""
    shown = _without_files(message, language) if message.attachments else message
    listed = write_out(replace(shown, text=Rich("")), language).text if shown.prompt else Rich("")
    room = max(abilities.text_limit - displayed_length(listed) - 2, 1)
    first, *others = split_rich(shown.text, room)
    text = f"{first}…" if others else first
    return Message(text=Rich("\n\n".join(part for part in (text, listed) if part)))


def _alone(text: str) -> Message:
    return Message(text=text)


def _noted(message: Message, text: str, limit: int) -> Message:
    """Returns the message with this text and, below it, those notes that find room."""
    return replace(message, text=_with_notes(text, message.notes, limit), notes=())


def _with_notes(text: str, notes: Sequence[str], limit: int) -> str:
    for note in notes:
        longer = f"{text}\n\n<i>{note}</i>"
        text = longer if displayed_length(longer) <= limit else text
    return text


def _without_files(message: Message, language: str) -> Message:
    elsewhere = render("files-elsewhere", language, count=len(message.attachments))
    return replace(message, text=Rich(f"{message.text}\n\n{elsewhere}"), attachments=())
