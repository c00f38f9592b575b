"""What was done for the units: members and heads, models, commendation."""

from collections.abc import Sequence

from documents.official.telling.sentences import Said, Telling
from domain.chapter_events import EventKind
from domain.indicators import Indicator
from domain.periodic_facts import ToldExemplar


def members_and_heads(telling: Telling) -> Said:
    """What was done for units, members and heads."""
    yield from _events(telling, EventKind.STRENGTHENED, "doc-strengthened")
    yield from telling.number("doc-heads-replaced", Indicator.HEADS_REPLACED, "posts")
    for key, indicator in (
        ("doc-members-new", Indicator.MEMBERS_NEW),
        ("doc-members-left", Indicator.MEMBERS_LEFT),
        ("doc-members-end", Indicator.MEMBERS_END),
    ):
        yield from telling.number(key, indicator, "counters")
    yield from telling.share("doc-gathered", Indicator.GATHERED, "", register="counters")
    yield from telling.share("doc-heads-party", Indicator.HEADS_PARTY, "", register="counters")
    for key, indicator in (
        ("doc-heads-trained", Indicator.HEADS_TRAINED),
        ("doc-heads-admitted", Indicator.HEADS_ADMITTED),
        ("doc-candidates", Indicator.CANDIDATES),
    ):
        yield from telling.number(key, indicator, "counters")
    yield from telling.share("doc-graded", Indicator.GRADED_WELL, "", register="grades")


def models(telling: Telling) -> Said:
    """What models were registered, recognised and taken up elsewhere."""
    found = telling.facts.exemplars
    registered = [exemplar for exemplar in found if exemplar.was_registered]
    recognised = [exemplar for exemplar in found if exemplar.was_recognised]
    yield from _models(telling, "doc-registered", Indicator.REGISTERED, registered)
    yield from _models(telling, "doc-recognised", Indicator.RECOGNISED, recognised)
    yield from telling.number("doc-replicated", Indicator.REPLICATED, "exemplars")


def _models(
    telling: Telling, key: str, indicator: Indicator, models: Sequence[ToldExemplar]
) -> Said:
    number = telling.facts.line(indicator).now.part
    if number:
        named = (f"“{exemplar.name}” ({exemplar.chapter})" for exemplar in models)
        names = telling.listed(named) or "–"
        yield telling.say(key, telling.register("exemplars"), number=number, names=names)


def commendation(telling: Telling) -> Said:
    """Who was commended."""
    yield from _events(telling, EventKind.COMMENDED, "doc-commended")


def _events(telling: Telling, kind: EventKind, key: str) -> Said:
    found = [event for event in telling.facts.events if event.kind is kind]
    number = sum(event.number for event in found)
    if number:
        named = (
            f"{event.chapter} ({event.note.rstrip('.')})" if event.note else event.chapter
            for event in found
        )
        names = telling.listed(named)
        yield telling.say(key, telling.register("events"), number=number, names=names)
