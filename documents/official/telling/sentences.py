"""Facts as sentences: chosen by conditions, numbers as arguments, each with its basis."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from documents.official.paper import Sentence
from documents.official.telling.changes import compared_words
from documents.official.wording import (
    basis_words,
    day_words,
    figure_words,
    hundredths_words,
    listed,
    small,
)
from domain.indicators import Indicator, Sense
from domain.periodic_facts import PeriodicFacts, ToldAim, ToldIndicator
from texts import label
from texts.numbers import count, percent

_NAMED = 6


Said = Iterator[Sentence]


@dataclass(frozen=True, slots=True)
class Telling:
    """Says sentences on the facts of a place and span, in a language."""

    facts: PeriodicFacts
    language: str

    def say(self, key: str, basis: "str | Sequence[str]", /, **args: str | int) -> Sentence:
        """Returns a sentence on a register in words, or on reports by their numbers."""
        numbers = () if isinstance(basis, str) else tuple(basis)
        words = basis if isinstance(basis, str) else basis_words(numbers, self.language)
        shown = {
            name: count(value, self.language) if isinstance(value, int) else value
            for name, value in args.items()
        }
        return Sentence(label(key, self.language, **shown), words, numbers)

    def reports(self, flag: str = "") -> Sequence[str]:
        """Returns the numbers of the reports of which something holds, or of all, as a basis."""
        return self.facts.numbers(flag)

    def register(self, name: str) -> str:
        """Returns a register as it was on the day of the facts, as a basis."""
        return label(f"doc-basis-{name}", self.language, day=day_words(self.facts.as_of))

    def about(self, indicator: Indicator) -> str:
        """Returns what an indicator is about, as it stands inside a sentence."""
        return label(f"doc-about-{indicator}", self.language)

    def listed(self, words: Iterable[str], *, most: int = _NAMED) -> str:
        """Returns words in a row, and how many more there are."""
        return listed(words, self.language, most=most)

    def times(self, told: Iterable[tuple[str, int]]) -> str:
        """Returns what was told in a row, each with how often."""
        return "; ".join(
            label("doc-times", self.language, what=what, number=count(number, self.language))
            for what, number in told
        )

    def number(self, key: str, indicator: Indicator, register: str) -> Said:
        """Tells a number that is not nought."""
        number = self.facts.line(indicator).now.part
        if number:
            yield self.say(key, self.register(register), number=number)

    def share(self, key: str, indicator: Indicator, flag: str, *, register: str = "") -> Said:
        """Tells a share beside the spans before, and whether targets are met."""
        line, language = self.facts.line(indicator), self.language
        part, whole = line.now.part, line.now.whole
        if part is None or not whole:
            return
        told = self.say(
            key,
            self.register(register) if register else self.reports(flag),
            part=part,
            whole=whole,
            share=percent(part, whole, language),
            compared=compared_words(line, self.language),
        )
        yield told
        for aim in line.aims:
            if aim.met is not None and not aim.kind:
                sentence = self.aimed("doc-aim-met" if aim.met else "doc-aim-unmet", line, aim)
                yield replace(sentence, basis=told.basis, reports=told.reports)

    def aims(self, *, met: bool) -> list[tuple[ToldIndicator, ToldAim]]:
        """Returns the targets that are met or not met, with their indicators."""
        return [(line, aim) for line in self.facts.lines for aim in line.aims if aim.met is met]

    def aimed(self, key: str, line: ToldIndicator, aim: ToldAim) -> Sentence:
        """Returns a sentence on a target, with the figure held to it."""
        about = self.about(line.indicator)
        kind = label("doc-of-kind", self.language, kind=small(aim.kind)) if aim.kind else ""
        return self.say(
            key,
            self.register("targets"),
            what=f"{about}{kind}",
            now=figure_words(aim.figure, self.language),
            sense=label("doc-least" if aim.sense is Sense.MIN else "doc-most", self.language),
            value=hundredths_words(line.indicator, aim.value, self.language),
            programme=aim.programme,
        )
