"""How meetings were held, told of and attended."""

from collections import Counter
from itertools import islice

from documents.official.telling.sentences import Said, Telling
from documents.official.wording import part_name
from domain.indicators import Indicator
from domain.periodic_facts import list_best


def guidance(telling: Telling) -> Said:
    """What topics the units were given."""
    topics = telling.facts.topics_issued
    if topics:
        yield telling.say(
            "doc-topics-issued",
            telling.register("topics"),
            number=len(topics),
            titles=telling.listed(f"“{topic}”" for topic in topics),
        )


def held(telling: Telling) -> Said:
    """How many meetings were held, on which day, and how many people came."""
    total = telling.facts.total
    yield from telling.share("doc-held", Indicator.HELD, "held")
    yield from telling.share("doc-on-day", Indicator.HELD_ON_DAY, "on_day")
    if total.moved:
        yield telling.say("doc-moved", telling.reports("moved"), number=total.moved)
    if total.not_held:
        yield telling.say("doc-not-held", telling.reports("not_held"), number=total.not_held)
    yield from telling.share("doc-members", Indicator.MEMBERS, "held")


def in_short(telling: Telling) -> Said:
    """What a page has room for: meetings held, people and cadres present."""
    for key, indicator, flag in (
        ("doc-held", Indicator.HELD, "held"),
        ("doc-members", Indicator.MEMBERS, "held"),
        ("doc-cadre", Indicator.CADRE, "cadre"),
    ):
        yield from islice(telling.share(key, indicator, flag), 1)


def discipline(telling: Telling) -> Said:
    """How reports came in: in time, late, and where best and worst."""
    total = telling.facts.total
    yield from telling.share("doc-on-time", Indicator.ON_TIME, "on_time")
    if total.late:
        yield telling.say("doc-late", telling.reports("late"), number=total.late)
    if len(telling.facts.by_place) > 1:
        best = list_best(telling.facts.by_place)
        if best:
            names = telling.listed(part_name(part, telling.language) for part in best)
            yield telling.say("doc-best", telling.reports("on_time"), places=names)


def contents(telling: Telling) -> Said:
    """What the meetings were about."""
    yield from telling.share("doc-topic", Indicator.TOPIC, "topic")
    yield from telling.share("doc-discussion", Indicator.DISCUSSION, "discussion")
    yield from telling.share("doc-dialogue", Indicator.DIALOGUE, "dialogue")
    topics = Counter(
        report.topic for report in telling.facts.reports if report.topic and "held" in report.flags
    )
    often = [(f"“{title}”", number) for title, number in topics.most_common(3) if number > 1]
    if often:
        yield telling.say("doc-top-topics", telling.reports("topic"), titles=telling.times(often))


def cadres(telling: Telling) -> Said:
    """How often the assigned cadres were there."""
    yield from telling.share("doc-cadre", Indicator.CADRE, "cadre")
    told = telling.facts.line(Indicator.CADRE_TOLD).now
    if told.whole and told.part is not None:
        yield telling.say("doc-cadre-told", telling.reports("cadre_told"), number=told.part)
