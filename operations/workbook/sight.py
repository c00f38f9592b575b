"""The part of the directory against which somebody's workbook is compared.

Of people out of one's limits nothing may show, not even that they are there.
"""

from collections.abc import Set
from dataclasses import dataclass

from operations.access import Limits
from operations.workbook.desk import Rows
from operations.workbook.scoping import within_limits


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody's rows are compared with.

    `mine` are the people whose posts all lie within the limits, None where there are no limits.
    `unplaced` have no post at all: they are found by what is written of them, never shown.
    """

    known: Rows
    mine: Set[int] | None = None
    unplaced: Set[int] = frozenset()


def look(known: Rows, limits: Limits | None) -> Sight:
    """Returns what of the directory lies within some limits."""
    if limits is None:
        return Sight(known)
    within = within_limits(known, limits)
    placed = {row.person_id for sheet in ("posts", "duties") for row in known[sheet]}
    inside = {row.id for row in within["people"]}
    own = {row.id for row in within["posts"]}
    outside = {row.person_id for row in known["posts"] if row.id not in own}
    seen = [row for row in known["people"] if row.id in inside or row.id not in placed]
    return Sight(
        {**known, "people": seen, "posts": within["posts"]},
        mine=inside - outside,
        unplaced={row.id for row in seen} - inside,
    )
