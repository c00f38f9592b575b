"""What units there are, what they owe and what of it is not known."""

from documents.official.telling.sentences import Said, Telling
from documents.official.wording import day_words, large, small, span_words
from domain.indicators import Indicator
from texts import label
from texts.numbers import count, percent

_UNTOLD = (
    Indicator.MEMBERS_NEW,
    Indicator.MEMBERS_LEFT,
    Indicator.MEMBERS_END,
    Indicator.GATHERED,
    Indicator.HEADS_PARTY,
    Indicator.HEADS_TRAINED,
    Indicator.HEADS_ADMITTED,
    Indicator.CANDIDATES,
)


def situation(telling: Telling) -> Said:
    """What units there are, and how many meetings they owed."""
    facts, language = telling.facts, telling.language
    units = sum(unit.units for unit in facts.units)
    if units:
        kinds = (
            label(
                "doc-units-kind",
                language,
                units=count(unit.units, language),
                kind=small(unit.kind),
            )
            for unit in facts.units
        )
        yield telling.say(
            "doc-units",
            telling.register("directory"),
            place=large(facts.place),
            units=units,
            members=sum(unit.members for unit in facts.units),
            kinds="; ".join(kinds),
        )
    yield from owed(telling)


def owed(telling: Telling) -> Said:
    """How many meetings were owed, and of how many a report is due."""
    facts, language = telling.facts, telling.language
    total = facts.total
    if total.expected:
        is_over = facts.as_of >= facts.when.periods[-1].first_day
        yield telling.say(
            "doc-expected" if is_over else "doc-expected-yet",
            telling.register("plan"),
            span=span_words(facts.when, language),
            month=str(facts.as_of.month),
            expected=total.expected,
        )
        if total.awaited:
            yield telling.say(
                "doc-due", telling.register("plan"), day=day_words(facts.as_of), due=total.due
            )
    if total.paused:
        yield telling.say("doc-paused", telling.register("plan"), paused=total.paused)


def gaps(telling: Telling) -> Said:
    """What is not known: reports to come, figures that nobody gave."""
    facts, total = telling.facts, telling.facts.total
    if not facts.is_final:
        yield telling.say("doc-gap-open", telling.register("plan"), day=day_words(facts.as_of))
    yield from missing(telling)
    if total.awaited:
        yield telling.say("doc-gap-awaited", telling.register("plan"), awaited=total.awaited)
    untold = [indicator for indicator in _UNTOLD if _is_untold(telling, indicator)]
    if untold:
        names = "; ".join(telling.about(indicator) for indicator in untold)
        yield telling.say("doc-gap-untold", telling.register("counters"), what=names)


def _is_untold(telling: Telling, indicator: Indicator) -> bool:
    now = telling.facts.line(indicator).now
    return now.part is None or now.whole == 0


def missing(telling: Telling) -> Said:
    """Which reports that were due have not come."""
    facts, total = telling.facts, telling.facts.total
    if total.missing:
        yield telling.say(
            "doc-gap-missing",
            telling.register("plan"),
            missing=total.missing,
            due=total.due,
            chapters=telling.listed(facts.missing),
        )
    elif total.due:
        yield telling.say("doc-gap-none", telling.reports(), due=total.due)
    else:
        yield telling.say("doc-gap-nothing", telling.register("plan"))


def share_missing(telling: Telling) -> Said:
    """How large a part of the reports that were due has not come."""
    total, language = telling.facts.total, telling.language
    if total.missing:
        yield telling.say(
            "doc-missing",
            telling.register("plan"),
            missing=total.missing,
            due=total.due,
            share=percent(total.missing, total.due, language),
        )
