"""What went well, what did not, and what follows from it."""

from documents.official.telling.changes import changed_words
from documents.official.telling.sentences import Said, Telling
from documents.official.telling.units import share_missing
from documents.official.wording import part_name
from domain.cases import LIVING
from domain.indicators import Indicator
from domain.periodic_facts import list_behind


def shortcomings(telling: Telling) -> Said:
    """What is not as it should be: targets, reports, places, what became worse."""
    facts, language = telling.facts, telling.language
    for line, aim in telling.aims(met=False):
        yield telling.aimed("doc-unmet", line, aim)
    yield from share_missing(telling)
    behind = list_behind(facts.by_place, most=3) if len(facts.by_place) > 1 else []
    if behind:
        named = (
            f"{part_name(part, language)} ({part.figures.missing}/{part.figures.due})"
            for part in behind
        )
        yield telling.say("doc-behind", telling.register("plan"), places="; ".join(named))
    if fallen := changed_words(facts.lines, "down", language):
        yield telling.say("doc-fallen", telling.reports(), what=fallen)


def advantages(telling: Telling) -> Said:
    """What went well: targets met, what became better."""
    for line, aim in telling.aims(met=True):
        yield telling.aimed("doc-met", line, aim)
    if risen := changed_words(telling.facts.lines, "up", telling.language):
        yield telling.say("doc-risen", telling.reports(), what=risen)


def tasks(telling: Telling) -> Said:
    """What follows from the facts for the time to come."""
    facts, total = telling.facts, telling.facts.total
    for line, aim in telling.aims(met=False):
        if line.indicator is not Indicator.OVERDUE:
            yield telling.aimed("doc-task-aim", line, aim)
    if total.missing:
        yield telling.say("doc-task-missing", telling.register("plan"), number=total.missing)
    late = [case.number for case in facts.cases if case.is_overdue]
    if late:
        yield telling.say("doc-task-overdue", late, number=len(late))
    waiting = [case.number for case in facts.cases if case.state in LIVING and not case.is_overdue]
    if waiting:
        yield telling.say("doc-task-waiting", waiting, number=len(waiting))
    cadre = facts.line(Indicator.CADRE).now
    if cadre.whole and cadre.part is not None and cadre.part < cadre.whole:
        number = cadre.whole - cadre.part
        yield telling.say("doc-task-cadre", telling.reports("held"), number=number)
    silent = total.held - (facts.line(Indicator.TOPIC).now.part or 0)
    if silent > 0:
        yield telling.say("doc-task-topic", telling.reports("held"), number=silent)
    recognised = [exemplar.name for exemplar in facts.exemplars if exemplar.was_recognised]
    if recognised:
        names = telling.listed((f"“{text}”" for text in recognised), most=3)
        yield telling.say("doc-task-models", telling.register("exemplars"), names=names)
    if total.due and not total.missing:
        yield telling.say("doc-task-keep", telling.reports(), due=total.due)
