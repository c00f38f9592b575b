"""Takes a message apart: which words tell what of a meeting, before it is known of which."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from domain.one_message.clause import Clause
from domain.one_message.facts import find_hours
from domain.one_message.labels import Field, asks_for, find_label
from domain.one_message.noise import is_noise
from domain.one_message.parts import AS_PLANNED, MOVED, NONE, NOT_HELD, UNCLEAR, HeardReport, Part
from domain.one_message.phrases import (
    AT_PLACE,
    BECAUSE,
    CHAIRED,
    NOT_YET,
    OF_MONTH,
    ON_PLAN,
    find_activities,
    find_coming,
    find_denial,
)
from domain.one_message.phrases import NOT_HELD as NO_MEETING
from domain.one_message.tokens import split_clauses
from domain.reading import clean_text, denies, finds_all_well

_SPREAD = re.compile(r"(?<=\d) ?[/\\] ?(?=\d)")
_MAY_BE_NONE = frozenset((Field.DIFFICULTY, Field.PROPOSAL, Field.BEST_PRACTICE))


# On its way a message is heard several times: what it is, of which meeting, what it answers.
@lru_cache(maxsize=64)
def hear_report(text: str, *, today: date) -> HeardReport:
    """Returns what a message tells of a meeting, piece by piece."""
    cleaned = _SPREAD.sub("/", clean_text(text))
    hearing = _Hearing()
    for tokens in split_clauses(cleaned):
        hearing.hear(Clause(cleaned, tokens, today))
    return HeardReport(cleaned, tuple(hearing.parts), tuple(hearing.unread))


@dataclass
class _Hearing:
    """What was heard so far, and the word of the clause that is next.

    `loose` are the words before it that told nothing; `awaiting` is what a name without words
    promised for the next line; `is_begun` where an item of the clause begins.
    """

    parts: list[Part] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    awaiting: Field | None = None
    at: int = 0
    loose_from: int | None = None
    is_begun: bool = True

    def hear(self, clause: Clause) -> None:
        self.at, self.loose_from, self.is_begun = 0, None, True
        if self._continues(clause):
            return
        while self.at < len(clause.tokens):
            token = clause.tokens[self.at]
            if token.is_comma or token.folded == ":":
                self._end_loose(clause)
                self.at, self.is_begun = self.at + 1, True
            elif not any(step(self, clause) for step in _STEPS):
                if self.loose_from is None:
                    self.loose_from = self.at
                self.at, self.is_begun = self.at + 1, False
        self._end_loose(clause)

    def _continues(self, clause: Clause) -> bool:
        """Takes a line below a name that stood alone ("Khó khăn:") as what it names."""
        wanted, end = self.awaiting, len(clause.tokens)
        if wanted is None:
            return False
        is_other = clause.names_something(asking=wanted is not Field.PROPOSAL)
        if is_other or clause.content_end(0, wanted) < end:
            self.awaiting = None
            return False
        self._add(wanted, clause.words(0, end), clause.words(0, end))
        return True

    # Each step takes what it knows from `at` on; False leaves the place to the next.

    def take_denial(self, clause: Clause) -> bool:
        found = find_denial(clause.plain, clause.starts[self.at])
        if found is None:
            return False
        end = clause.index(found[1])
        for wanted in found[0]:
            self._add(wanted, clause.words(self.at, end), NONE)
        return self._pass(clause, end)

    def take_putting_off(self, clause: Clause) -> bool:
        found = clause.day_put_off_to(self.at)
        if found is None:
            return False
        begun, end = found
        self._take_reason_before(clause)
        self._add(Field.STATE, clause.words(self.at, end), MOVED)
        self._add(Field.NEW_DAY, clause.words(begun, end), clause.words(begun, end))
        self._add_hours(clause, begun, end)
        return self._pass(clause, end)

    def take_state(self, clause: Clause) -> bool:
        if clause.is_of_one_person(self.at):
            return False
        for words, state in ((NO_MEETING, NOT_HELD), (NOT_YET, UNCLEAR)):
            if found := words.match(clause.plain, clause.starts[self.at]):
                end = clause.index(found.end())
                self._take_reason_before(clause)
                self._add(Field.STATE, clause.words(self.at, end), state)
                return self._pass(clause, end)
        return False

    def take_reason(self, clause: Clause) -> bool:
        found = BECAUSE.match(clause.plain, clause.starts[self.at])
        if found is None:
            return False
        follows = any(part.field is Field.STATE for part in self.parts)
        if not follows and not (self._is_free() and clause.tells_state_behind(self.at)):
            return False
        begun = clause.index(found.end() + 1)
        return self._take_words(clause, Field.REASON, begun)

    def take_coming(self, clause: Clause) -> bool:
        found = find_coming(clause.plain, clause.starts[self.at])
        return self._take_key(clause, Field.CADRE, found)

    def take_activities(self, clause: Clause) -> bool:
        if not self._is_free():
            return False
        found = find_activities(clause.plain, clause.starts[self.at])
        return self._take_key(clause, Field.ACTIVITIES, found)

    def take_chair(self, clause: Clause) -> bool:
        found = CHAIRED.match(clause.plain, clause.starts[self.at])
        if found is None:
            return False
        begun, end = self.at + bool(found["by"]), clause.index(found.end())
        who = clause.words(begun, clause.index(found.end("who")))
        self._add(Field.CHAIR, clause.words(self.at, end), who)
        return self._pass(clause, end)

    def take_asking(self, clause: Clause) -> bool:
        if self.at or not asks_for(clause.plain, 0):
            return False
        return self._take_words(clause, Field.PROPOSAL, 0)

    def take_label(self, clause: Clause) -> bool:
        found = find_label(clause.plain, clause.starts[self.at], inside=not self._is_free())
        if found is None:
            return False
        wanted, stop = found
        begun = clause.index(stop + 1)
        while begun < len(clause.tokens) and clause.tokens[begun].folded in (":", ",", "-"):
            begun += 1
        if clause.content_end(begun, wanted) > begun:
            return self._take_words(clause, wanted, begun)
        self.awaiting = wanted if begun >= len(clause.tokens) else None
        return self._pass(clause, begun)

    def take_place(self, clause: Clause) -> bool:
        found = AT_PLACE.match(clause.plain, clause.starts[self.at])
        if found is None:
            return False
        return self._take_words(clause, Field.PLACE, clause.index(found.end()))

    def take_month(self, clause: Clause) -> bool:
        found = OF_MONTH.match(clause.plain, clause.starts[self.at])
        if found is None:
            return False
        month = found["month"] or found["short"] or NONE
        return self._take_key(clause, Field.MONTH, (month, found.end()))

    def take_on_plan(self, clause: Clause) -> bool:
        found = ON_PLAN.match(clause.plain, clause.starts[self.at])
        if found is None:
            return False
        return self._take_key(clause, Field.DAY, (AS_PLANNED, found.end()))

    def take_fact(self, clause: Clause) -> bool:
        found = clause.fact(self.at)
        if found is None:
            return False
        kinds, end = found
        said = clause.words(self.at, end)
        self._end_loose(clause)
        self.parts.append(Part(kinds, said, said))
        if Field.DAY in kinds:
            self._add_hours(clause, self.at, end)
        return self._pass(clause, end)

    # What the steps share.

    def _is_free(self) -> bool:
        """True where something new may begin: at the head, behind a comma or what was taken."""
        return self.is_begun and self.loose_from is None

    def _take_words(self, clause: Clause, wanted: Field, begun: int) -> bool:
        end = clause.content_end(begun, wanted)
        if wanted is Field.TOPIC and clause.is_mixed(begun, end):
            self.unread.append(clause.words(self.at, end))
        else:
            self._add(wanted, clause.words(self.at, end), clause.words(begun, end))
        return self._pass(clause, end)

    def _take_key(self, clause: Clause, wanted: Field, found: tuple[str, int] | None) -> bool:
        if found is None:
            return False
        end = clause.index(found[1])
        self._end_loose(clause)
        self.parts.append(Part((wanted,), clause.words(self.at, end), found[0]))
        return self._pass(clause, end)

    def _take_reason_before(self, clause: Clause) -> None:
        """Takes "mưa bão nên" before a state as its reason."""
        if self.loose_from is None:
            return
        loose = [token.folded for token in clause.tokens[self.loose_from : self.at]]
        at = next((at for at, word in enumerate(loose) if word in ("nen", "cho")), 0)
        if at and "nen" in loose[at:] and is_noise(loose[loose.index("nen") + 1 :]):
            said = clause.words(self.loose_from, self.loose_from + at)
            self.parts.append(Part((Field.REASON,), said, said))
            self.loose_from = None

    def _add(self, wanted: Field, words: str, value: str) -> None:
        is_none = wanted in _MAY_BE_NONE and (denies(value) or finds_all_well(value))
        self.parts.append(Part((wanted,), words, NONE if is_none else value))

    def _add_hours(self, clause: Clause, begun: int, end: int) -> None:
        if hours := find_hours(clause.text, clause.tokens[begun:end]):
            self.parts.append(Part((Field.TIMES,), hours, hours))

    def _pass(self, clause: Clause, end: int) -> bool:
        self._end_loose(clause)
        self.at, self.is_begun = end, True
        return True

    def _end_loose(self, clause: Clause) -> None:
        if self.loose_from is not None:
            loose = clause.tokens[self.loose_from : self.at]
            if not is_noise([token.folded for token in loose]):
                self.unread.append(clause.words(self.loose_from, self.at))
        self.loose_from = None


_STEPS = (
    _Hearing.take_denial,
    _Hearing.take_putting_off,
    _Hearing.take_state,
    _Hearing.take_reason,
    _Hearing.take_coming,
    _Hearing.take_activities,
    _Hearing.take_chair,
    _Hearing.take_asking,
    _Hearing.take_label,
    _Hearing.take_place,
    _Hearing.take_month,
    _Hearing.take_on_plan,
    _Hearing.take_fact,
)
