"""Documents that are a list: cadres at the meetings assigned to them, units to be commended."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from documents.official.paper import Block
from documents.official.tables import numbered, table_of
from documents.official.wording import large
from domain.chapter_events import EventKind
from domain.periodic_facts import PeriodicFacts, SourceReport
from texts.numbers import count, percent

_MOST = 200
_TURNOUT = {
    "assigned": 18,
    "attended": 14,
    "sent": 16,
    "excused": 18,
    "clashing": 16,
    "open": 18,
}


def attendance_table(facts: PeriodicFacts, language: str) -> Iterator[Block]:
    """Yields the table of cadres, if anybody was assigned to a meeting."""
    if not facts.cadres:
        return
    rows = (
        (
            one.name,
            *(count(getattr(one, name), language) for name in _TURNOUT),
            percent(one.attended + one.sent, one.assigned, language),
        )
        for one in facts.cadres
    )
    yield table_of(
        {"number": 8, "cadre-name": 42, **_TURNOUT, "share": 15},
        numbered(rows),
        language,
        numbers={"number", *_TURNOUT, "share"},
    )


@dataclass(frozen=True, slots=True)
class Merit:
    """A unit all of whose meetings were held and told in time, and what else speaks for it."""

    chapter: str
    area: str
    reports: int
    present: int
    room: int
    others: tuple[str, ...]


def find_merits(facts: PeriodicFacts) -> list[Merit]:
    """Returns the units to be commended, those that most of their members came to first.

    Every meeting that was due was held and told of in time; nothing is missing.
    """
    grouped: dict[str, list[SourceReport]] = defaultdict(list)
    for one in facts.reports:
        grouped[one.chapter].append(one)
    behind = Counter(facts.missing)
    models = {one.chapter: one.name for one in facts.exemplars if one.was_recognised}
    events = {one.chapter: one.note for one in facts.events if one.kind is EventKind.COMMENDED}
    found = [
        Merit(
            chapter=chapter,
            area=told[0].area,
            reports=len(told),
            present=sum(one.present for one in told),
            room=sum(one.room for one in told),
            others=tuple(filter(None, (models.get(chapter, ""), events.get(chapter, "")))),
        )
        for chapter, told in grouped.items()
        if not behind[chapter] and all({"held", "on_time"} <= one.flags for one in told)
    ]
    return sorted(found, key=lambda one: (-one.present / (one.room or 1), one.chapter))


def commendation_table(facts: PeriodicFacts, language: str) -> Iterator[Block]:
    """Yields the table of units to be commended, if there are any."""
    found = find_merits(facts)[:_MOST]
    if not found:
        return
    rows = (
        (
            one.chapter,
            large(one.area),
            count(one.reports, language),
            percent(one.present, one.room, language),
            "; ".join(one.others),
        )
        for one in found
    )
    yield table_of(
        {"number": 10, "chapter": 52, "place": 32, "reports": 22, "share": 18, "merits": 38},
        numbered(rows),
        language,
        numbers={"number", "reports", "share"},
    )
