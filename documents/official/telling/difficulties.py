"""What hinders the units and what they propose, counted and in their own words."""

from collections import Counter
from collections.abc import Iterable

from documents.official.paper import Sentence
from documents.official.telling.sentences import Said, Telling
from domain.cases import WORKED_ON
from domain.periodic_facts import ToldCase
from domain.records import DifficultyState
from texts import label
from texts.numbers import count, percent

_CASES = 12
_OTHERWISE = frozenset({"moved", "not_held"})


def raised(telling: Telling) -> Said:
    """What hinders the units, and what became of it."""
    facts, language = telling.facts, telling.language
    if not facts.cases:
        if facts.reports:
            yield telling.say("doc-raised-none", telling.reports())
        return
    told = [case.number for case in facts.cases]
    groups = Counter(case.category for case in facts.cases).most_common()
    named = (
        label(
            "doc-case-kind",
            language,
            kind=label("doc-category", language, category=category),
            number=count(number, language),
        )
        for category, number in groups
    )
    yield telling.say("doc-raised", told, number=len(facts.cases), categories="; ".join(named))
    solved = [case.number for case in facts.cases if case.state is DifficultyState.SOLVED]
    if solved:
        yield telling.say(
            "doc-solved",
            solved,
            number=len(solved),
            whole=len(facts.cases),
            share=percent(len(solved), len(facts.cases), language),
        )
    passed = [case.number for case in facts.cases if case.state is DifficultyState.PASSED_UP]
    if passed:
        yield telling.say("doc-passed", passed, number=len(passed))
    late = [case.number for case in facts.cases if case.is_overdue]
    if late:
        yield telling.say("doc-overdue", late, number=len(late))


def open_cases(telling: Telling) -> list[Sentence]:
    """The difficulties that still wait, one by one, in the words of those who told them."""
    return _quoted(telling, (case for case in telling.facts.cases if case.state in WORKED_ON))


def causes(telling: Telling) -> Said:
    """Why meetings were put off or not held, as the reports say."""
    found = [
        report for report in telling.facts.reports if report.reason and report.flags & _OTHERWISE
    ]
    if found:
        often = Counter(report.reason for report in found).most_common()
        reasons = telling.times(
            (label("doc-reason", telling.language, reason=reason), number)
            for reason, number in often
        )
        yield telling.say("doc-reasons", [report.number for report in found], reasons=reasons)


def proposals(telling: Telling) -> Said:
    """How much is proposed to those above."""
    facts = telling.facts
    if facts.proposals:
        told = [case.number for case in facts.proposals]
        yield telling.say("doc-proposals", told, number=len(facts.proposals))
    elif facts.reports:
        yield telling.say("doc-proposals-none", telling.reports())


def proposal_words(telling: Telling) -> list[Sentence]:
    """What is proposed, in the words of those who did."""
    return _quoted(telling, telling.facts.proposals)


def _quoted(telling: Telling, cases: Iterable[ToldCase]) -> list[Sentence]:
    found = [case for case in cases if case.text]
    return [
        telling.say(
            "doc-quote",
            [case.number],
            chapter=case.chapter,
            words=" ".join(case.text.split()).rstrip(" .;"),
        )
        for case in found[:_CASES]
    ]
