"""Refuses words that say nothing, and those that say too much, each with its own sentence."""

from domain.refusals import BadInput


def check_length(words: str, *, least: int, most: int, short: str) -> None:
    """Raises BadInput for words of a wrong length; `short` is what is said of too few."""
    if len(words) < least:
        raise BadInput(short)
    if len(words) > most:
        raise BadInput("words-too-long", limit=most)
