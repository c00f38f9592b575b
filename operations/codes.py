"""One-time codes and session tokens: where they come from, and what is stored of them."""

import hashlib
from collections.abc import Callable


def hash_code(characters: str) -> str:
    """Returns what is stored of a code, or of a session token."""
    return hashlib.sha256(characters.encode()).hexdigest()


RandomBytes = Callable[[int], bytes]
