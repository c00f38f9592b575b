"""Words that call a task, typed where words are the answer: the task is offered, never taken."""

from dataclasses import replace
from typing import Any

from domain.message import Choice
from handlers.handler import Handler
from handlers.tasks import list_first, list_more
from operations.turn import COMMAND_PROMPT, Turn

_OFFER = "to."
_KEPT = "offered"
_FOR_EVERYBODY = frozenset(
    ("cancel", "help", "menu", "news", "settings", "lostphone", "practice", "privacy")
)


def takes_words(turn: Turn) -> bool:
    """Says whether whatever is typed now may be the answer to the open question."""
    prompt = turn.talk.prompt.prompt if turn.talk.prompt else None
    is_question = prompt is not None and not prompt.id.startswith(COMMAND_PROMPT)
    return is_question and prompt is not None and prompt.takes_words


def is_offer(key: str) -> bool:
    """Says whether a button opens a task that was offered."""
    return key.startswith(_OFFER)


def offered_name(key: str) -> str:
    """Returns the name of the task that such a button opens."""
    return key.removeprefix(_OFFER)


def offer_task(turn: Turn, task: Handler, *, before: dict[str, Any] | None) -> None:
    """Puts a button beside what is asked now, for a task that is the person's to do.

    `before` is the draft as it was without the answer, in case it was none.
    """
    known = {*list_first(turn), *list_more(turn), *_FOR_EVERYBODY}
    if turn.asked is None or turn.asked.id.startswith(COMMAND_PROMPT) or task.name not in known:
        return
    words = turn.label("offer-stop")
    if task.name != "cancel":
        words = turn.label("offer-open", task=turn.label(task.words).partition("|")[0])
    turn.said.insert(0, turn.text("offer-note", button=words))
    offer = Choice(f"{_OFFER}{task.name}", words)
    turn.asked = replace(turn.asked, navigation=(*turn.asked.navigation, offer))
    if turn.draft is not None and before is not None:
        turn.talk.state[_KEPT] = {
            "prompt": turn.asked.id,
            "draft": turn.draft.id,
            "before": before,
        }


def find_kept_draft(turn: Turn) -> dict[str, Any] | None:
    """Returns the draft as it was before the words beside which the task was offered."""
    kept = turn.talk.state.get(_KEPT)
    where = (turn.talk.prompt_id, turn.draft.id if turn.draft else None)
    is_same = kept is not None and (kept["prompt"], kept["draft"]) == where
    return kept["before"] if kept and is_same else None
