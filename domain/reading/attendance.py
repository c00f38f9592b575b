"""Who came to a meeting, read against what is known of the chapter."""

from domain.reading.counts import (
    DoubtfulCount,
    Everyone,
    HeardFigures,
    ReadCount,
    hear_figures,
    is_like_before,
    settle_figures,
)


def read_attendance(
    text: str, *, total: int | None, exempt: int = 0, last: int | None = None
) -> ReadCount | DoubtfulCount | None:
    """Returns how many came, a doubt with the figures that may be meant, or None.

    `total` and `exempt` are what the directory has, `last` how many came the month before.
    """
    if is_like_before(text):
        return DoubtfulCount((ReadCount(last),) if last else ())
    heard = hear_figures(text)
    if isinstance(heard, HeardFigures):
        settled = settle_figures(heard, total=total, exempt=exempt)
        if isinstance(settled, ReadCount) and settled.total and settled.present > settled.total:
            return DoubtfulCount((ReadCount(settled.total, settled.present, settled.excused),))
        return settled
    if heard is Everyone.EVERYONE and total is not None:
        return ReadCount(max(total - exempt, 0), excused=0)
    return None
