"""Forms as data: questions, their options, and when each is asked.

Texts follow from the names: `<form>-<question>` is the question, with `-label` (its line in
the review), `-example` and `-<option>` (a button) after it; in a repeated group `-again` is
added to the question and to the option that stops it from the second round on. A variant adds
its name to the texts it changes; an option that is `said` otherwise once chosen has `-said`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from dialogue.answer import Answer, Answers
from dialogue.conditions import NEVER, Case, Condition
from dialogue.heard import HeardAnswers
from domain.message import Expects
from texts import Rich

Check = Callable[[Case], None]
Remark = Callable[[Case], tuple[str, Mapping[str, str | int]] | None]
Parse = Callable[[str, Case], Answer | tuple[Answer, ...] | None]
Hear = Callable[[str, Case], HeardAnswers]
Upgrade = Callable[[int, Answers], dict[str, Answer]]
Texts = Callable[[str], Mapping[str, Rich]]


@dataclass(frozen=True, slots=True)
class Option:
    """One button of a question.

    On a date question it stands for today plus `offset`, or for the date fact `fact`. What it
    says below a question may not stand alone: then the record has other words for it.
    """

    key: str
    when: tuple[Condition, ...] = ()
    offset: int | None = None
    fact: str = ""
    has_said: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """Other words for a question where conditions hold; `of` names which of its texts."""

    name: str
    when: tuple[Condition, ...]
    of: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a form.

    It is asked where `when` holds; elsewhere, where `offered` is given and holds, it is a
    button of the review. `usual` is the key assumed for the progress while it is open.
    `check` raises BadInput for an answer that cannot be; `remark` says something about one
    that can. `choices_from` names the fact with further choices, `preset` the fact shown and
    counted as the answer until another is given, if `preset_when` holds, `also` the questions
    that take what came along with a count. `parse` reads the text of a question as something
    else: an answer, those that may be meant, or None. A date is read as the one close to the
    fact `near`, and may lie ahead where `ahead` holds. Consecutive questions of one `group`,
    told apart by a heading, are repeated until `stop`; `told_in` takes what is told instead
    of a button, before it is asked for itself. A note is only read: it has no line in the review.
    A `brief` question may be asked in one message with others.
    """

    key: str
    expects: Expects
    options: tuple[Option, ...] = ()
    when: tuple[Condition, ...] = ()
    offered: tuple[Condition, ...] | None = None
    optional: bool = False
    allow_text: bool = False
    choices_from: str = ""
    preset: str = ""
    preset_when: tuple[Condition, ...] = ()
    variants: tuple[Variant, ...] = ()
    usual: str = ""
    check: Check | None = None
    remark: Remark | None = None
    parse: Parse | None = None
    also: Mapping[str, str] | None = None
    group: str = ""
    stop: str = ""
    told_in: str = ""
    near: str = ""
    ahead: tuple[Condition, ...] = NEVER
    columns: int = 1
    is_note: bool = False
    brief: bool = False


@dataclass(frozen=True)
class Form:
    """A named, versioned list of questions; `upgrade` brings older answers to this version.

    `usual_words` are texts for facts that are not known, or were not when a talk began. `hear`
    reads a message that may answer several of the questions. `texts` gives the texts of a form
    that is data itself, by name, in a language.
    """

    name: str
    version: int
    questions: tuple[Question, ...]
    upgrade: Upgrade | None = None
    hear: Hear | None = None
    usual_words: Mapping[str, str] = field(default_factory=dict)
    texts: Texts | None = None

    @cached_property
    def runs(self) -> tuple[tuple[Question, ...], ...]:
        """The questions one by one, those of a group together."""
        found = groupby(self.questions, key=lambda question: question.group or question.key)
        return tuple(tuple(run) for _, run in found)
