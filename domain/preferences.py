"""How somebody wants to be told of things."""

from dataclasses import dataclass
from datetime import time

from domain.news import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """The hour of somebody's bundle, None for the usual one, and what does not wait for it.

    `way` is the messenger by which they want to be told, None for the one that they used last.
    """

    bundle_at: time | None = None
    urgent: frozenset[Section] = frozenset()
    way: str | None = None
