"""How indicators changed against the spans before, in words."""

from collections.abc import Iterable

from domain.figures import share
from domain.indicators import Figure, Indicator
from domain.periodic_facts import ToldIndicator
from texts import label
from texts.numbers import decimal, percent

# Shares of what was done in the span itself; what became of difficulties takes longer.
_COMPARED = (
    Indicator.HELD,
    Indicator.HELD_ON_DAY,
    Indicator.ON_TIME,
    Indicator.MEMBERS,
    Indicator.CADRE,
    Indicator.TOPIC,
    Indicator.DISCUSSION,
    Indicator.DIALOGUE,
)
# Less than a point of a few dozen meetings is chance.
_A_POINT = 10


def compared_words(line: ToldIndicator, language: str) -> str:
    """Returns ", tăng 2,7 điểm phần trăm so với kỳ trước (85,8%)" and the like."""
    words = []
    for name, then in (("before", line.before), ("year", line.year_before)):
        change = _change(line.now, then)
        if change is not None:
            words.append(
                label(
                    f"doc-than-{name}",
                    language,
                    way=_way(change),
                    points=decimal(abs(change) / 10, language),
                    share=percent(then.part or 0, then.whole or 0, language),
                )
            )
    return "".join(words)


def changed_words(lines: Iterable[ToldIndicator], way: str, language: str) -> str:
    """Names the shares that became better ("up") or worse, where it is more than chance."""
    changes = {
        line.indicator: _change(line.now, line.before)
        for line in lines
        if line.indicator in _COMPARED
    }
    return "; ".join(
        label(
            "doc-moved-by",
            language,
            what=label(f"doc-about-{indicator}", language),
            way=way,
            points=decimal(abs(change) / 10, language),
        )
        for indicator, change in changes.items()
        if change is not None and abs(change) >= _A_POINT and _way(change) == way
    )


def _change(now: Figure, then: Figure) -> int | None:
    """Returns by how many tenths of a point a share differs, as the shares are shown."""
    if now.part is None or then.part is None or not now.whole or not then.whole:
        return None
    shown = [share(figure.part or 0, figure.whole or 0) or 0 for figure in (now, then)]
    return shown[0] - shown[1]


def _way(change: int) -> str:
    if not change:
        return "same"
    return "up" if change > 0 else "down"
