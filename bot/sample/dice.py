"""Chance that repeats itself: the same words give the same throws."""

from random import Random


def dice(*words: object) -> Random:
    """Returns throws that depend on these words alone."""
    return Random("/".join(map(str, words)))  # noqa: S311 - a play, not a secret
