"""Facts as sentences: chosen by conditions, numbers as arguments, each with its basis."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from documents.official.paper import Sentence
from documents.official.wording import (
    basis_words,
    count,
    day_words,
    decimal,
    figure_words,
    hundredths_words,
    large,
    listed,
    part_name,
    percent,
    small,
    span_words,
)
from domain.chapter_events import EventKind
from domain.figures import share
from domain.indicators import Figure, Indicator, Sense
from domain.periodic_facts import (
    PeriodicFacts,
    ToldAim,
    ToldExemplar,
    ToldIndicator,
    list_behind,
    list_best,
)
from domain.records import DifficultyState
from texts import label

_NAMED, _CASES = 6, 12
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
Said = Iterator[Sentence]


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells the facts of a place and span; a sentence without a fact is never begun."""

    facts: PeriodicFacts
    language: str

    def _say(self, key: str, basis: "str | Sequence[str]", /, **args: str | int) -> Sentence:
        """Returns a sentence on a register in words, or on reports by their numbers."""
        numbers = () if isinstance(basis, str) else tuple(basis)
        words = basis if isinstance(basis, str) else basis_words(numbers, self.language)
        shown = {
            name: count(value, self.language) if isinstance(value, int) else value
            for name, value in args.items()
        }
        return Sentence(label(key, self.language, **shown), words, numbers)

    def _reports(self, flag: str = "") -> Sequence[str]:
        return self.facts.numbers(flag)

    def _from(self, register: str) -> str:
        return label(f"doc-basis-{register}", self.language, day=day_words(self.facts.as_of))

    def situation(self) -> Said:
        """What units there are, and how many meetings they owed."""
        facts, language = self.facts, self.language
        units = sum(one.units for one in facts.units)
        if units:
            kinds = (
                label(
                    "doc-units-kind",
                    language,
                    units=count(one.units, language),
                    kind=small(one.kind),
                )
                for one in facts.units
            )
            yield self._say(
                "doc-units",
                self._from("directory"),
                place=large(facts.place),
                units=units,
                members=sum(one.members for one in facts.units),
                kinds="; ".join(kinds),
            )
        yield from self.owed()

    def owed(self) -> Said:
        """How many meetings were owed, and of how many a report is due."""
        facts, language = self.facts, self.language
        total = facts.total
        if total.expected:
            is_over = facts.as_of >= facts.when.periods[-1].first_day
            yield self._say(
                "doc-expected" if is_over else "doc-expected-yet",
                self._from("plan"),
                span=span_words(facts.when, language),
                month=str(facts.as_of.month),
                expected=total.expected,
            )
            if total.awaited:
                yield self._say(
                    "doc-due", self._from("plan"), day=day_words(facts.as_of), due=total.due
                )
        if total.paused:
            yield self._say("doc-paused", self._from("plan"), paused=total.paused)

    def gaps(self) -> Said:
        """What is not known: reports to come, figures that nobody gave."""
        facts, total = self.facts, self.facts.total
        if not facts.is_final:
            yield self._say("doc-gap-open", self._from("plan"), day=day_words(facts.as_of))
        yield from self.missing()
        if total.awaited:
            yield self._say("doc-gap-awaited", self._from("plan"), awaited=total.awaited)
        untold = [one for one in _UNTOLD if self._is_untold(one)]
        if untold:
            names = "; ".join(self._about(one) for one in untold)
            yield self._say("doc-gap-untold", self._from("counters"), what=names)

    def missing(self) -> Said:
        """Which reports that were due have not come."""
        facts, total = self.facts, self.facts.total
        if total.missing:
            yield self._say(
                "doc-gap-missing",
                self._from("plan"),
                missing=total.missing,
                due=total.due,
                chapters=listed(facts.missing, self.language, most=_NAMED),
            )
        elif total.due:
            yield self._say("doc-gap-none", self._reports(), due=total.due)
        else:
            yield self._say("doc-gap-nothing", self._from("plan"))

    def _is_untold(self, indicator: Indicator) -> bool:
        now = self.facts.line(indicator).now
        return now.part is None or now.whole == 0

    def _about(self, indicator: Indicator) -> str:
        return label(f"doc-about-{indicator}", self.language)

    def guidance(self) -> Said:
        """What topics the units were given."""
        topics = self.facts.topics_issued
        if topics:
            yield self._say(
                "doc-topics-issued",
                self._from("topics"),
                number=len(topics),
                titles=listed((f"“{one}”" for one in topics), self.language, most=_NAMED),
            )

    def meetings(self) -> Said:
        """How many meetings were held, on which day, and how many people came."""
        total = self.facts.total
        yield from self._share("doc-held", Indicator.HELD, "held")
        yield from self._share("doc-on-day", Indicator.HELD_ON_DAY, "on_day")
        if total.moved:
            yield self._say("doc-moved", self._reports("moved"), number=total.moved)
        if total.not_held:
            yield self._say("doc-not-held", self._reports("not_held"), number=total.not_held)
        yield from self._share("doc-members", Indicator.MEMBERS, "held")

    def in_short(self) -> Said:
        """What a page has room for: meetings held, people and cadres present."""
        for key, indicator, flag in (
            ("doc-held", Indicator.HELD, "held"),
            ("doc-members", Indicator.MEMBERS, "held"),
            ("doc-cadre", Indicator.CADRE, "cadre"),
        ):
            yield from islice(self._share(key, indicator, flag), 1)

    def discipline(self) -> Said:
        """How reports came in: in time, late, and where best and worst."""
        total, language = self.facts.total, self.language
        yield from self._share("doc-on-time", Indicator.ON_TIME, "on_time")
        if total.late:
            yield self._say("doc-late", self._reports("late"), number=total.late)
        if len(self.facts.by_place) > 1:
            best = list_best(self.facts.by_place, most=len(self.facts.by_place))
            if best:
                names = listed((part_name(one, language) for one in best), language, most=_NAMED)
                yield self._say("doc-best", self._reports("on_time"), places=names)

    def contents(self) -> Said:
        """What the meetings were about."""
        yield from self._share("doc-topic", Indicator.TOPIC, "topic")
        yield from self._share("doc-discussion", Indicator.DISCUSSION, "discussion")
        yield from self._share("doc-dialogue", Indicator.DIALOGUE, "dialogue")
        topics = Counter(
            one.topic for one in self.facts.reports if one.topic and "held" in one.flags
        )
        often = [(title, number) for title, number in topics.most_common(3) if number > 1]
        if often:
            named = (
                label(
                    "doc-times",
                    self.language,
                    what=f"“{title}”",
                    number=count(number, self.language),
                )
                for title, number in often
            )
            yield self._say("doc-top-topics", self._reports("topic"), titles="; ".join(named))

    def cadres(self) -> Said:
        """How often the assigned cadres were there."""
        yield from self._share("doc-cadre", Indicator.CADRE, "cadre")
        told = self.facts.line(Indicator.CADRE_TOLD).now
        if told.whole and told.part is not None:
            yield self._say("doc-cadre-told", self._reports("cadre_told"), number=told.part)

    def strengthening(self) -> Said:
        """What was done for units, members and heads."""
        yield from self._events(EventKind.STRENGTHENED, "doc-strengthened")
        yield from self._number("doc-heads-replaced", Indicator.HEADS_REPLACED, "posts")
        for key, indicator in (
            ("doc-members-new", Indicator.MEMBERS_NEW),
            ("doc-members-left", Indicator.MEMBERS_LEFT),
            ("doc-members-end", Indicator.MEMBERS_END),
        ):
            yield from self._number(key, indicator, "counters")
        yield from self._share("doc-gathered", Indicator.GATHERED, "", register="counters")
        yield from self._share("doc-heads-party", Indicator.HEADS_PARTY, "", register="counters")
        for key, indicator in (
            ("doc-heads-trained", Indicator.HEADS_TRAINED),
            ("doc-heads-admitted", Indicator.HEADS_ADMITTED),
            ("doc-candidates", Indicator.CANDIDATES),
        ):
            yield from self._number(key, indicator, "counters")
        yield from self._share("doc-graded", Indicator.GRADED_WELL, "", register="grades")

    def models(self) -> Said:
        """What models were registered, recognised and taken up elsewhere."""
        models = self.facts.exemplars
        registered = [one for one in models if one.was_registered]
        recognised = [one for one in models if one.was_recognised]
        yield from self._models("doc-registered", Indicator.REGISTERED, registered)
        yield from self._models("doc-recognised", Indicator.RECOGNISED, recognised)
        yield from self._number("doc-replicated", Indicator.REPLICATED, "exemplars")

    def _models(self, key: str, indicator: Indicator, models: Sequence[ToldExemplar]) -> Said:
        number = self.facts.line(indicator).now.part
        if number:
            named = (f"“{one.name}” ({one.chapter})" for one in models)
            names = listed(named, self.language, most=_NAMED) or "–"
            yield self._say(key, self._from("exemplars"), number=number, names=names)

    def commendation(self) -> Said:
        """Who was commended."""
        yield from self._events(EventKind.COMMENDED, "doc-commended")

    def _events(self, kind: EventKind, key: str) -> Said:
        found = [one for one in self.facts.events if one.kind is kind]
        number = sum(one.number for one in found)
        if number:
            named = (
                f"{one.chapter} ({one.note.rstrip('.')})" if one.note else one.chapter
                for one in found
            )
            names = listed(named, self.language, most=_NAMED)
            yield self._say(key, self._from("events"), number=number, names=names)

    def difficulties(self) -> Said:
        """What hinders the units, and what became of it."""
        facts, language = self.facts, self.language
        if not facts.cases:
            if facts.reports:
                yield self._say("doc-raised-none", self._reports())
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
        yield self._say("doc-raised", told, number=len(facts.cases), categories="; ".join(named))
        solved = [one.number for one in facts.cases if one.state is DifficultyState.SOLVED]
        if solved:
            yield self._say(
                "doc-solved",
                solved,
                number=len(solved),
                whole=len(facts.cases),
                share=percent(len(solved), len(facts.cases), language),
            )
        passed = [one.number for one in facts.cases if one.state is DifficultyState.PASSED_UP]
        if passed:
            yield self._say("doc-passed", passed, number=len(passed))
        late = [one.number for one in facts.cases if one.is_overdue]
        if late:
            yield self._say("doc-overdue", late, number=len(late))

    def open_cases(self) -> list[Sentence]:
        """The difficulties that still wait, one by one, in the words of those who told them."""
        waits = (DifficultyState.OPEN, DifficultyState.PASSED_UP)
        found = [one for one in self.facts.cases if one.state in waits and one.text]
        return [self._quote(one.chapter, one.text, one.number) for one in found[:_CASES]]

    def _quote(self, chapter: str, text: str, number: str) -> Sentence:
        basis = [number]
        words = " ".join(text.split()).rstrip(" .;")
        return self._say("doc-quote", basis, chapter=chapter, words=words)

    def shortcomings(self) -> Said:
        """What is not as it should be: targets, reports, places, what became worse."""
        facts, language = self.facts, self.language
        for line, aim in self._aims(met=False):
            yield self._aimed("doc-unmet", line, aim)
        yield from self.share_missing()
        behind = list_behind(facts.by_place, most=3) if len(facts.by_place) > 1 else []
        if behind:
            named = (
                f"{part_name(one, language)} ({one.figures.missing}/{one.figures.due})"
                for one in behind
            )
            yield self._say("doc-behind", self._from("plan"), places="; ".join(named))
        if fallen := self._changed("down"):
            yield self._say("doc-fallen", self._reports(), what=fallen)

    def share_missing(self) -> Said:
        """How large a part of the reports that were due has not come."""
        total, language = self.facts.total, self.language
        if total.missing:
            yield self._say(
                "doc-missing",
                self._from("plan"),
                missing=total.missing,
                due=total.due,
                share=percent(total.missing, total.due, language),
            )

    def advantages(self) -> Said:
        """What went well: targets met, what became better."""
        for line, aim in self._aims(met=True):
            yield self._aimed("doc-met", line, aim)
        if risen := self._changed("up"):
            yield self._say("doc-risen", self._reports(), what=risen)

    def causes(self) -> Said:
        """Why meetings were put off or not held, as the reports say."""
        found = Counter(
            one.reason for one in self.facts.reports if one.reason and one.flags & _OTHERWISE
        )
        if found:
            named = (
                label(
                    "doc-times",
                    self.language,
                    what=label("doc-reason", self.language, reason=reason),
                    number=count(number, self.language),
                )
                for reason, number in found.most_common()
            )
            why = [
                one.number for one in self.facts.reports if one.reason and one.flags & _OTHERWISE
            ]
            basis = why
            yield self._say("doc-reasons", basis, reasons="; ".join(named))

    def tasks(self) -> Said:
        """What follows from the facts for the time to come."""
        facts, total = self.facts, self.facts.total
        for line, aim in self._aims(met=False):
            if line.indicator is not Indicator.OVERDUE:
                yield self._aimed("doc-task-aim", line, aim)
        if total.missing:
            yield self._say("doc-task-missing", self._from("plan"), number=total.missing)
        late = [one.number for one in facts.cases if one.is_overdue]
        if late:
            basis = late
            yield self._say("doc-task-overdue", basis, number=len(late))
        waits = (DifficultyState.OPEN, DifficultyState.PASSED_UP, DifficultyState.ANSWERED)
        waiting = [one.number for one in facts.cases if one.state in waits and not one.is_overdue]
        if waiting:
            basis = waiting
            yield self._say("doc-task-waiting", basis, number=len(waiting))
        cadre = facts.line(Indicator.CADRE).now
        if cadre.whole and cadre.part is not None and cadre.part < cadre.whole:
            number = cadre.whole - cadre.part
            yield self._say("doc-task-cadre", self._reports("held"), number=number)
        silent = total.held - (facts.line(Indicator.TOPIC).now.part or 0)
        if silent > 0:
            yield self._say("doc-task-topic", self._reports("held"), number=silent)
        recognised = [one.name for one in facts.exemplars if one.was_recognised]
        if recognised:
            names = listed((f"“{one}”" for one in recognised), self.language, most=3)
            yield self._say("doc-task-models", self._from("exemplars"), names=names)
        if total.due and not total.missing:
            yield self._say("doc-task-keep", self._reports(), due=total.due)

    def proposals(self) -> Said:
        """How much is proposed to those above."""
        facts = self.facts
        if facts.proposals:
            told = [one.number for one in facts.proposals]
            yield self._say("doc-proposals", told, number=len(facts.proposals))
        elif facts.reports:
            yield self._say("doc-proposals-none", self._reports())

    def proposal_words(self) -> list[Sentence]:
        """What is proposed, in the words of those who did."""
        found = [one for one in self.facts.proposals if one.text]
        return [self._quote(one.chapter, one.text, one.number) for one in found[:_CASES]]

    def _number(self, key: str, indicator: Indicator, register: str) -> Said:
        """Tells a number that is not nought."""
        number = self.facts.line(indicator).now.part
        if number:
            yield self._say(key, self._from(register), number=number)

    def _share(self, key: str, indicator: Indicator, flag: str, *, register: str = "") -> Said:
        """Tells a share beside the spans before, and whether targets are met."""
        line, language = self.facts.line(indicator), self.language
        part, whole = line.now.part, line.now.whole
        if part is None or not whole:
            return
        told = self._say(
            key,
            self._from(register) if register else self._reports(flag),
            part=part,
            whole=whole,
            share=percent(part, whole, language),
            compared=self._compared(line),
        )
        yield told
        for aim in line.aims:
            if aim.met is not None and not aim.kind:
                sentence = self._aimed("doc-aim-met" if aim.met else "doc-aim-unmet", line, aim)
                yield replace(sentence, basis=told.basis, reports=told.reports)

    def _compared(self, line: ToldIndicator) -> str:
        """Returns ", tăng 2,7 điểm phần trăm so với kỳ trước (85,8%)" and the like."""
        words = []
        for name, then in (("before", line.before), ("year", line.year_before)):
            change = _change(line.now, then)
            if change is not None:
                words.append(
                    label(
                        f"doc-than-{name}",
                        self.language,
                        way=_way(change),
                        points=decimal(abs(change) / 10, self.language),
                        share=percent(then.part or 0, then.whole or 0, self.language),
                    )
                )
        return "".join(words)

    def _changed(self, way: str) -> str:
        """Names the shares that became better ("up") or worse, where it is more than chance."""
        changes = {
            line.indicator: _change(line.now, line.before)
            for line in self.facts.lines
            if line.indicator in _COMPARED
        }
        return "; ".join(
            label(
                "doc-moved-by",
                self.language,
                what=self._about(indicator),
                way=way,
                points=decimal(abs(change) / 10, self.language),
            )
            for indicator, change in changes.items()
            if change is not None and abs(change) >= _A_POINT and _way(change) == way
        )

    def _aims(self, *, met: bool) -> list[tuple[ToldIndicator, ToldAim]]:
        return [(line, aim) for line in self.facts.lines for aim in line.aims if aim.met is met]

    def _aimed(self, key: str, line: ToldIndicator, aim: ToldAim) -> Sentence:
        about = self._about(line.indicator)
        kind = label("doc-of-kind", self.language, kind=small(aim.kind)) if aim.kind else ""
        return self._say(
            key,
            self._from("targets"),
            what=f"{about}{kind}",
            now=figure_words(aim.figure, self.language),
            sense=label("doc-least" if aim.sense is Sense.MIN else "doc-most", self.language),
            value=hundredths_words(line.indicator, aim.value, self.language),
            programme=aim.programme,
        )


_OTHERWISE = frozenset({"moved", "not_held"})
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


def _change(now: Figure, then: Figure) -> int | None:
    """Returns by how many tenths of a point a share differs, as the shares are shown."""
    if now.part is None or then.part is None or not now.whole or not then.whole:
        return None
    shown = [share(one.part or 0, one.whole or 0) or 0 for one in (now, then)]
    return shown[0] - shown[1]


def _way(change: int) -> str:
    if not change:
        return "same"
    return "up" if change > 0 else "down"
