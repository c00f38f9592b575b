"""`Message` drawn as parameters of the Bot API: HTML text and an inline keyboard."""

from collections.abc import Iterator, Sequence
from typing import Any

from domain.message import Choice, Message, Prompt

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
TICK = "✓ "
_DATA_LIMIT = 64
_WIDEST = 8
_SHORT = 10


def draw_text(message: Message) -> dict[str, Any]:
    """Draws a message of its own or the new look of one, without the chat."""
    return {
        "text": message.text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        **draw_keyboard(message.prompt),
    }


def draw_caption(message: Message) -> dict[str, Any]:
    """Draws the words and buttons under a file."""
    return {"caption": message.text, "parse_mode": "HTML", **draw_keyboard(message.prompt)}


def draw_sound(message: Message) -> dict[str, Any]:
    """Draws that a new message makes no sound; nothing for the others."""
    return {"disable_notification": True} if message.silent else {}


def draw_keyboard(prompt: Prompt | None) -> dict[str, Any]:
    """Draws a prompt's buttons; nothing for a prompt that has none, which clears old ones."""
    if prompt is None or not prompt.every_choice:
        return {}
    columns = min(max(prompt.columns, 1), _WIDEST)
    rows = [
        *_rows(prompt, prompt.choices, columns),
        *_rows(prompt, prompt.navigation, _navigation_columns(prompt.navigation)),
    ]
    return {"reply_markup": {"inline_keyboard": rows}}


def render_press(prompt_id: str, key: str) -> str:
    """Writes what a pressed button sends back; raises `ValueError` if Telegram would not."""
    data = f"{prompt_id}:{key}"
    if not prompt_id or ":" in prompt_id or len(data.encode()) > _DATA_LIMIT:
        raise ValueError(f"no button can carry {data!r}")
    return data


def _rows(
    prompt: Prompt, choices: Sequence[Choice], columns: int
) -> Iterator[list[dict[str, str]]]:
    for first in range(0, len(choices), columns):
        yield [_button(prompt, choice) for choice in choices[first : first + columns]]


def _button(prompt: Prompt, choice: Choice) -> dict[str, str]:
    tick = TICK if choice.key in prompt.selected else ""
    return {"text": tick + choice.label, "callback_data": render_press(prompt.id, choice.key)}


def _navigation_columns(navigation: Sequence[Choice]) -> int:
    return 3 if all(len(choice.label) <= _SHORT for choice in navigation) else 2
