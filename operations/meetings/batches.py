"""Divides many places into parts that one transaction each can take without holding others up."""

from collections.abc import Iterator, Mapping

# Chapters at a time: planning so many keeps well under the 200 ms of decision 7.
AT_ONCE = 500


def batches(sizes: Mapping[int, int]) -> Iterator[list[int]]:
    """Yields the places in parts of at most `AT_ONCE` chapters, a larger place by itself.

    `sizes` says how many chapters each place has.
    """
    part: list[int] = []
    left = AT_ONCE
    for place, size in sizes.items():
        if part and size > left:
            yield part
            part, left = [], AT_ONCE
        part.append(place)
        left -= size
    if part:
        yield part
