"""Puts a form's texts, its facts and the answers into words of the person's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from dialogue.answer import Answer
from dialogue.conditions import Case, hold
from dialogue.facts import Facts, FactValue
from dialogue.form import Option
from dialogue.path import Slot
from domain.meeting_times import render_times
from domain.message import Choice, Expects
from domain.reading import clean_text
from domain.refusals import Refusal
from texts import Rich, label, list_arguments, plain, render

LONGEST_SHOWN = 200
LONGEST_BUTTON = 48
LONGEST_QUOTED = 60
MOST_NAMED = 5
# Where a text that is data has the number of its round; nobody types this letter.
ROUND = "\ue000"


def render_day(day: date, language: str) -> str:
    """Returns a date with its weekday."""
    weekday = plain(_render(f"dialogue-weekday-{day.weekday()}", language))
    args = (("weekday", weekday), ("day", f"{day:%d/%m/%Y}"))
    return plain(_render("dialogue-day", language, args))


def shorten(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Returns the text on one line, cut at a length that a small screen can hold."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def quote(text: str) -> str:
    """Returns the beginning of what a person typed, to be shown back."""
    return shorten(clean_text(text), LONGEST_QUOTED)


def fact_args(facts: Facts, language: str) -> dict[str, str | int]:
    """Returns the facts as arguments of texts; what is not known is said to be so."""
    return {name: _argument(value, language) for name, value in facts.items()}


def _argument(value: FactValue, language: str) -> str | int:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return render_day(value, language)
    if isinstance(value, tuple):
        return len(value)
    return label("dialogue-unknown", language) if value in (None, "") else value or 0


@lru_cache(maxsize=4096)
def _render(key: str, language: str, args: tuple[tuple[str, str | int], ...] = ()) -> Rich:
    """Renders once what every step of a talk shows again; nothing a person typed."""
    return render(key, language, **dict(args))


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one form in one language, with the facts filled in."""

    form: str
    language: str
    args: Mapping[str, str | int]
    case: Case
    texts: Mapping[str, Rich] = field(default_factory=dict)

    def say(self, name: str, /, **args: str | int) -> Rich:
        """Returns a text of the dialogue itself."""
        if any(isinstance(value, str) for value in args.values()):
            return render(f"dialogue-{name}", self.language, **args)
        return _render(f"dialogue-{name}", self.language, tuple(args.items()))

    def button(self, key: str) -> Choice:
        """Returns a button of the dialogue itself."""
        return Choice(key, plain(self.say(f"button-{key}")))

    def own(self, name: str, /, **args: str | int) -> Rich:
        """Returns a text of the form, which may be data itself."""
        if name in self.texts:
            return Rich(self.texts[name].replace(ROUND, str(args.get("round", ""))))
        key = f"{self.form}-{name}"
        wanted = list_arguments(key, self.language)
        given = {**self.args, **args}
        return _render(key, self.language, tuple((a, given[a]) for a in given if a in wanted))

    def refusal(self, refusal: Refusal) -> Rich:
        """Returns the sentence of a refusal."""
        if refusal.code in self.texts:
            return self.texts[refusal.code]
        return render(refusal.code, self.language, **refusal.facts)

    def needs(self, slot: Slot) -> Rich:
        """Returns what sort of answer a slot waits for."""
        own_words = "-or-words" if slot.question.allow_text else ""
        return self.say(f"needs-{slot.question.expects}{own_words}")

    def question(self, slot: Slot, *, told: bool = False) -> Rich:
        """Returns the question of a slot, another one where what it asks for was told."""
        if told:
            return self.own(f"{slot.question.key}-told")
        again = "-again" if slot.round else self._variant(slot, "")
        return self.own(f"{slot.question.key}{again}", round=slot.round + 1)

    def has_example(self, slot: Slot) -> bool:
        """True where a question has an example: one that is data has a hint."""
        return slot.question.key not in self.texts

    def brief(self, slot: Slot) -> Rich:
        """Returns the question of a slot with its example, in one line."""
        asked = self.own(f"{slot.question.key}-brief{self._variant(slot, '-brief')}")
        known = self.case.facts.get(slot.question.choices_from)
        named = (
            [c.label for c in known if isinstance(c, Choice)] if isinstance(known, tuple) else []
        )
        if not named:
            return asked
        listed = " · ".join(shorten(name, LONGEST_BUTTON) for name in named[:MOST_NAMED])
        return Rich(f"{asked} {self.say('together-known', names=listed)}")

    def example(self, slot: Slot) -> Rich:
        """Returns the example of a slot, in the letters of a remark."""
        if not self.has_example(slot):
            return Rich(f"<i>{self.needs(slot)}</i>")
        example = self.own(f"{slot.question.key}-example{self._variant(slot, '-example')}")
        return Rich(f"<i>{example}</i>")

    def _variant(self, slot: Slot, text: str) -> str:
        """Returns the ending of a text where a variant of the question holds."""
        found = (
            f"-{variant.name}"
            for variant in slot.question.variants
            if text in variant.of and hold(variant.when, self.case)
        )
        return next(found, "")

    def line(self, slot: Slot, answer: Answer | None = None) -> str:
        """Returns the short name of a slot, in the review that of its answer."""
        which = self._variant(slot, "-label")
        if ends_rounds(slot, answer):
            which = "-again" if slot.round else "-none"
        elif answer is not None and slot.question.expects is Expects.CHOICES and not answer.keys:
            which = "-none"
        return plain(self.own(f"{slot.question.key}-label{which}", round=slot.round + 1))

    def add(self, slot: Slot) -> Rich:
        """Returns the button that opens a question which the review offers."""
        return self.own(f"{slot.question.key}-add")

    def option(self, slot: Slot, key: str, *, told: bool = False, **args: str | int) -> str:
        """Returns the label of an option; that which stops takes back what was `told`."""
        ending = ""
        if key == slot.question.stop:
            ending = "-told" if told else "-again" if slot.round else ""
        return plain(self.own(f"{slot.question.key}-{key}{ending}", **args))

    def shown(self, slot: Slot, answer: Answer) -> str:
        """Returns an answer as a person reads it."""
        if answer.skipped:
            return label("dialogue-skipped", self.language)
        match slot.question.expects:
            case Expects.DATE:
                return render_day(answer.day, self.language) if answer.day else ""
            case Expects.COUNT:
                return _counted(answer)
            case Expects.PHOTOS:
                return plain(self.say("photos", count=len(answer.attachments)))
            case Expects.TEXT:
                return self._text(answer)
        return self._chosen(slot, answer)

    def _text(self, answer: Answer) -> str:
        if answer.starts:
            return render_times(answer.starts, answer.ends)
        voice = [label("dialogue-voice", self.language)] * len(answer.attachments)
        return " ".join([shorten(answer.text), *voice]).strip()

    def _chosen(self, slot: Slot, answer: Answer) -> str:
        if answer.text:
            return shorten(answer.text)
        options = {option.key: option for option in slot.question.options}
        names = [self._told(slot, options[key]) if key in options else key for key in answer.keys]
        return ", ".join(names) or label("dialogue-nothing", self.language)

    def _told(self, slot: Slot, option: Option) -> str:
        said = "-said" if option.has_said else ""
        return self.option(slot, f"{option.key}{said}")


def ends_rounds(slot: Slot, answer: Answer | None) -> bool:
    """True where an answer says that there is no more of what a group asks for."""
    stop = slot.question.stop
    return bool(stop) and answer is not None and stop in answer.keys


def _counted(answer: Answer) -> str:
    """An offer may bring its total along; a stored answer keeps it elsewhere.

    What is no whole number stands as it was written.
    """
    if answer.number is None:
        return answer.text
    return f"{answer.number}/{answer.total}" if answer.total else str(answer.number)
