"""How somebody wants to be told of things."""

from dataclasses import dataclass
from datetime import time

from domain.news import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """The hour of somebody's bundle, None for the usual one, and what does not wait for it."""

    bundle_at: time | None = None
    urgent: frozenset[Section] = frozenset()
