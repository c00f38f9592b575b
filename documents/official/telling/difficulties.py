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
    told = [one.number for one in facts.cases]
    groups = Counter(one.category for one in facts.cases).most_common()
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
    solved = [one.number for one in facts.cases if one.state is DifficultyState.SOLVED]
    if solved:
        yield telling.say(
            "doc-solved",
            solved,
            number=len(solved),
            whole=len(facts.cases),
            share=percent(len(solved), len(facts.cases), language),
        )
    passed = [one.number for one in facts.cases if one.state is DifficultyState.PASSED_UP]
    if passed:
        yield telling.say("doc-passed", passed, number=len(passed))
    late = [one.number for one in facts.cases if one.is_overdue]
    if late:
        yield telling.say("doc-overdue", late, number=len(late))


def open_cases(telling: Telling) -> list[Sentence]:
    """The difficulties that still wait, one by one, in the words of those who told them."""
    return _quoted(telling, (one for one in telling.facts.cases if one.state in WORKED_ON))


def causes(telling: Telling) -> Said:
    """Why meetings were put off or not held, as the reports say."""
    found = [one for one in telling.facts.reports if one.reason and one.flags & _OTHERWISE]
    if found:
        often = Counter(one.reason for one in found).most_common()
        reasons = telling.times(
            (label("doc-reason", telling.language, reason=reason), number)
            for reason, number in often
        )
        yield telling.say("doc-reasons", [one.number for one in found], reasons=reasons)


def proposals(telling: Telling) -> Said:
    """How much is proposed to those above."""
    facts = telling.facts
    if facts.proposals:
        told = [one.number for one in facts.proposals]
        yield telling.say("doc-proposals", told, number=len(facts.proposals))
    elif facts.reports:
        yield telling.say("doc-proposals-none", telling.reports())


def proposal_words(telling: Telling) -> list[Sentence]:
    """What is proposed, in the words of those who did."""
    return _quoted(telling, telling.facts.proposals)


def _quoted(telling: Telling, cases: Iterable[ToldCase]) -> list[Sentence]:
    found = [one for one in cases if one.text]
    return [
        telling.say(
            "doc-quote",
            [one.number],
            chapter=one.chapter,
            words=" ".join(one.text.split()).rstrip(" .;"),
        )
        for one in found[:_CASES]
    ]
