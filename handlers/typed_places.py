"""Numbers and letters typed where there are no buttons: which message they choose from."""

import re
from collections.abc import Sequence

from dialogue.plain import (
    find_named,
    has_list,
    resolve_letter,
    resolve_several,
    resolve_typed,
)
from domain.message import Prompt
from domain.outbox import OutboxRow
from operations.notices import list_told
from operations.turn import Turn

_PLACE = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]?")


async def find_told(turn: Turn, text: str) -> str | None:
    """Returns the command behind a letter or a label of what was told last, None for others.

    On a channel with buttons they are pressed instead.
    """
    if turn.abilities.buttons:
        return None
    asked_in = turn.talk.prompt_rows.get(turn.here.id, 0)
    return choose_told(await list_told(turn), text, asked=_open(turn), asked_in=asked_in)


def choose_told(
    told: Sequence[OutboxRow], text: str, *, asked: Prompt | None, asked_in: int
) -> str | None:
    """Returns the command that a text means in the newest message with choices, None for none.

    What the open question takes belongs to it, unless the message stands below the row that
    shows the question.
    """
    prompts = ((row.id, row.message.prompt) for row in told if row.message.prompt is not None)
    told_in, prompt = next(prompts, (0, None))
    if prompt is None:
        return None
    found = resolve_letter(prompt, text) or find_named(prompt.every_choice, text)
    is_lowest = asked is None or told_in > asked_in
    if is_lowest or asked is None:
        return found
    return None if asked.takes_words or resolve_typed(asked, text) else found


def find_several(turn: Turn, text: str) -> tuple[str, ...]:
    """Returns the keys of the ticks that "1, 3" stands for; a form reads its own."""
    prompt = _open(turn)
    return resolve_several(prompt, text) if prompt and turn.draft is None else ()


def is_lost_place(turn: Turn, text: str, late: bool) -> bool:
    """Says whether a text names a place in some list, but in none that is open here.

    One that comes late was meant for another list, or another question.
    """
    prompt = _open(turn)
    if turn.abilities.buttons or turn.draft is not None or prompt is None:
        return False
    return bool(_PLACE.fullmatch(text.strip())) and (late or has_list(prompt))


def _open(turn: Turn) -> Prompt | None:
    return turn.talk.prompt.prompt if turn.talk.prompt else None
