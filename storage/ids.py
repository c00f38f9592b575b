"""Ids that are made before the row is written, so that many rows go in by one statement."""

from collections.abc import Callable

_MILLISECONDS_2020 = 1_577_836_800_000
_NODE_BITS = 8
_COUNT_BITS = 14


class IdSource:
    """Gives ids that grow with time and differ between processes.

    41 bits of milliseconds since 2020, 8 bits of `node`, 14 bits of count: 16,384 ids a
    millisecond, sorted by the moment they were made.
    """

    def __init__(self, milliseconds: Callable[[], int], *, node: int) -> None:
        self._milliseconds = milliseconds
        self._node = node % (1 << _NODE_BITS)
        self._last = 0
        self._count = 0

    def __call__(self) -> int:
        """Returns the next id."""
        now = max(self._milliseconds() - _MILLISECONDS_2020, self._last)
        self._count = self._count + 1 if now == self._last else 0
        if self._count >= 1 << _COUNT_BITS:
            now, self._count = now + 1, 0
        self._last = now
        return ((now << _NODE_BITS | self._node) << _COUNT_BITS) | self._count
