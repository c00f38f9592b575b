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
            told_cadre.name,
            *(count(getattr(told_cadre, name), language) for name in _TURNOUT),
            percent(told_cadre.attended + told_cadre.sent, told_cadre.assigned, language),
        )
        for told_cadre in facts.cadres
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
    for source in facts.reports:
        grouped[source.chapter].append(source)
    behind = Counter(facts.missing)
    models = {
        exemplar.chapter: exemplar.name for exemplar in facts.exemplars if exemplar.was_recognised
    }
    events = {
        event.chapter: event.note for event in facts.events if event.kind is EventKind.COMMENDED
    }
    found = [
        Merit(
            chapter=chapter,
            area=told[0].area,
            reports=len(told),
            present=sum(report.present for report in told),
            room=sum(report.room for report in told),
            others=tuple(filter(None, (models.get(chapter, ""), events.get(chapter, "")))),
        )
        for chapter, told in grouped.items()
        if not behind[chapter] and all({"held", "on_time"} <= report.flags for report in told)
    ]
    return sorted(found, key=lambda value: (-value.present / (value.room or 1), value.chapter))


def commendation_table(facts: PeriodicFacts, language: str) -> Iterator[Block]:
    """Yields the table of units to be commended, if there are any."""
    found = find_merits(facts)[:_MOST]
    if not found:
        return
    rows = (
        (
            merit.chapter,
            large(merit.area),
            count(merit.reports, language),
            percent(merit.present, merit.room, language),
            "; ".join(merit.others),
        )
        for merit in found
    )
    yield table_of(
        {"number": 10, "chapter": 52, "place": 32, "reports": 22, "share": 18, "merits": 38},
        numbered(rows),
        language,
        numbers={"number", "reports", "share"},
    )
