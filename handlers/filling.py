"""What a person sees of an answer to a form: the line it becomes, what is noted below it."""

from dataclasses import replace

from dialogue import Form, Input, Late, Press, Say, Talk, answered_line
from handlers.screen import shorten
from operations.turn import Turn
from texts import escape_rich

_NO_ANSWERS = frozenset({"back", "example", "cancel"})


def noted_answer(turn: Turn, given: Input, before: Talk, after: Talk) -> str:
    """Returns what is noted below the closed question: the button, or a text that was taken."""
    match given:
        case Press(key):
            prompt = turn.talk.prompt.prompt if turn.talk.prompt else None
            labels = {choice.key: choice.label for choice in prompt.every_choice} if prompt else {}
            return escape_rich(labels.get(key, ""))
        case Say(text) if replace(after, previous=before.previous, offers=before.offers) != before:
            return escape_rich(shorten(text))
        case Late(text) if after.current != before.current:
            return escape_rich(shorten(text))
    return ""


def settled_line(turn: Turn, form: Form, given: Input, before: Talk, after: Talk) -> str:
    """Returns the line that a question answered by a press becomes, "" for any other press."""
    slot = before.current
    if not isinstance(given, Press) or given.key in _NO_ANSWERS or slot == after.current:
        return ""
    if slot not in after.answers:
        return ""
    line = answered_line(
        form, after.answers, slot, facts=after.facts, today=turn.today, language=turn.language
    )
    return f"✓ {escape_rich(line)}" if line else ""
