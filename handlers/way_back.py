"""The way back that people type."""

from domain.message import Prompt
from domain.reading import fold

_WORDS = frozenset(("quay lai", "tro lai", "lui lai", "quay lui", "quay ve", "ve", "ql", "back"))
# What leads back where no button says so: first the button that is nearest in meaning.
_NEAREST = ("back", "go_on", "later", "cancel", "no")


def is_way_back(text: str, *, may_be_answer: bool) -> bool:
    """Says whether a text asks for nothing but to go back.

    Where it `may_be_answer`, a single word is the answer: "Vệ" is a name.
    """
    said = fold(text).rstrip(" .!")
    return said in _WORDS and not (may_be_answer and " " not in said)


def find_way_back(prompt: Prompt | None) -> str | None:
    """Returns the key of the button that leads back from an open question, None without one."""
    keys = {choice.key for choice in prompt.every_choice} if prompt else set()
    return next((key for key in _NEAREST if key in keys), None)
