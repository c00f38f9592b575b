"""Messages as stored: plain JSON values and back."""

from typing import Any

from domain.message import Choice, Expects, Message, Prompt


def message_to_json(message: Message) -> dict[str, Any]:
    """Returns the message as JSON values."""
    found: dict[str, Any] = {"text": message.text}
    if message.attachments:
        found["attachments"] = list(message.attachments)
    if message.notes:
        found["notes"] = list(message.notes)
    if message.silent:
        found["silent"] = True
    if message.prompt:
        found["prompt"] = _prompt_to_json(message.prompt)
    return found


def message_from_json(value: dict[str, Any]) -> Message:
    """Returns the message that `message_to_json` stored."""
    prompt = value.get("prompt")
    return Message(
        text=value["text"],
        prompt=_prompt_from_json(prompt) if prompt else None,
        attachments=tuple(value.get("attachments", ())),
        notes=tuple(value.get("notes", ())),
        silent=value.get("silent", False),
    )


def _prompt_to_json(prompt: Prompt) -> dict[str, Any]:
    return {
        "id": prompt.id,
        "expects": prompt.expects.value,
        "choices": [[choice.key, choice.label] for choice in prompt.choices],
        "navigation": [[choice.key, choice.label] for choice in prompt.navigation],
        "selected": sorted(prompt.selected),
        "columns": prompt.columns,
        **({"own_words": True} if prompt.own_words else {}),
        **({"lettered": True} if prompt.lettered else {}),
    }


def _prompt_from_json(value: dict[str, Any]) -> Prompt:
    return Prompt(
        id=value["id"],
        expects=Expects(value["expects"]),
        choices=tuple(Choice(key, label) for key, label in value["choices"]),
        navigation=tuple(Choice(key, label) for key, label in value["navigation"]),
        selected=frozenset(value["selected"]),
        columns=value["columns"],
        own_words=value.get("own_words", False),
        lettered=value.get("lettered", False),
    )
